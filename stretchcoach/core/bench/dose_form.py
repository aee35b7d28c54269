"""Which values of a step a form offers, what stands there, and what holds where nothing does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from stretchcoach.core.content.dose import Auto, Breaths, Dose, Manual, Phase, Range
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.fields import Rule, file_key
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, RoutineDefaults
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS
from stretchcoach.core.steps.planned_step import DEFAULT_SWITCH_MS
from stretchcoach.core.steps.side_dose import DEFAULT_RELAX_MS, DEFAULT_REST_MS

Said = Mapping[str, object]
MIXED = "\0"  # several steps say different things
NO_END = 10**9  # where nothing bounds a number
FIRST_TIME = "10s"  # where minus and plus begin with what reckons itself

# Whose values minus and plus change.
_RECORDS = (ExerciseStep, RepeatStep, Phase, Schedule, RoutineDefaults)
_NUMBER = re.compile(r"(\d+)")
_TIME = re.compile(r"(\d+)\s*(s|sec|min|m)?")


class Work(Enum):
    """What is done in a set; the values are keys of a step but for the last."""

    HOLD = "hold"
    PACE = "pace"
    TIME = "time"
    REP = "rep"
    MANUAL = "manual"


_TIMED = (Work.HOLD, Work.PACE, Work.TIME)


@dataclass(frozen=True)
class AmountField:
    """A value of a step. `usual` is what holds where the step says nothing, "" for nothing."""

    key: str
    label: str
    usual: str
    is_time: bool = False


# Contract-relax as clinics do it: ease in, press lightly, let go, ease further.
def contract_relax() -> list[dict[str, str]]:
    """The phases of a rep of contract-relax."""
    return [
        {"say": tr("Ease in"), "for": "10s"},
        {"say": tr("Press gently against it"), "for": "6s"},
        {"say": tr("Let go"), "for": "2s"},
        {"say": tr("Ease a little further"), "for": "20s"},
    ]


def work_of(said: Said, exercise: Exercise | None) -> Work:
    """How the step is done: as it says, else as the exercise does."""
    for work in (Work.HOLD, Work.PACE, Work.TIME, Work.REP):
        if work.value in said:
            return Work.MANUAL if said[work.value] == Work.MANUAL.value else work
    own = exercise.dose if exercise else Dose()
    if own.pace_ms is Manual.MANUAL:
        return Work.MANUAL
    return Work(own.kinds_of_work[0]) if own.kinds_of_work else Work.HOLD


def change_of_work(work: Work) -> dict[str, Any]:
    """What to write so that a step is done so, by keys; None takes a key away."""
    other = {key.value: None for key in (Work.HOLD, Work.PACE, Work.TIME, Work.REP)}
    value: dict[Work, tuple[str, object]] = {
        Work.HOLD: ("hold", "30s"),
        Work.PACE: ("pace", "4s"),
        Work.TIME: ("time", "1 min"),
        Work.REP: ("rep", contract_relax()),
        Work.MANUAL: ("pace", "manual"),
    }
    key, written = value[work]
    change: dict[str, Any] = {**other, key: written}
    if work is Work.TIME:
        change["reps"] = None
    return change


def amount_fields(
    said: Said, exercise: Exercise | None, defaults: RoutineDefaults
) -> tuple[AmountField, ...]:
    """Those that fit how the step is done."""
    own = exercise.dose if exercise else Dose()
    work = work_of(said, exercise)
    is_own = not any(key.value in said for key in Work)
    sets = "1" if "reps" in said else _number(own.sets) or "1"
    fields = [AmountField("sets", tr("Sets"), sets)]
    if work is not Work.TIME:
        fields.append(AmountField("reps", tr("Reps"), _number(own.reps) or "1"))
    if work in _TIMED:
        usual = _time(getattr(own, f"{work.value}_ms")) if is_own else ""
        fields.append(AmountField(work.value, _work_label(work), usual, is_time=True))
    if work not in (Work.TIME, Work.MANUAL) and _has_reps(said, own):
        relax_ms = DEFAULT_RELAX_MS if work is Work.HOLD else 0
        relax = _time(relax_ms if own.relax_ms is None else own.relax_ms)
        fields.append(AmountField("relax", tr("Between reps"), relax, is_time=True))
    rest_ms = own.rest_ms if defaults.rest_ms is None else defaults.rest_ms
    rest = _time(DEFAULT_REST_MS if rest_ms is None else rest_ms)
    fields.append(AmountField("rest", tr("Rest"), rest, is_time=True))
    return tuple(fields)


def affected_fields(said: Said, exercise: Exercise | None) -> tuple[AmountField, ...]:
    """What may differ on the affected side; nothing where the sides are not done one by one."""
    if _sides(said, exercise) != Sides.EACH.value:
        return ()
    work = work_of(said, exercise)
    found = [AmountField("sets", tr("Sets"), "")]
    if work is not Work.TIME:
        found.append(AmountField("reps", tr("Reps"), ""))
    if work in _TIMED:
        found.append(AmountField(work.value, _work_label(work), "", is_time=True))
    found.append(AmountField("rest", tr("Rest"), "", is_time=True))
    return tuple(found)


def change_fields(
    said: Said, exercise: Exercise | None, defaults: RoutineDefaults
) -> tuple[AmountField, ...]:
    """The times in which nothing is held: to get ready, and to change sides where there are two."""
    ready_ms = defaults.get_ready_ms
    ready = _time(ready_ms) if isinstance(ready_ms, int) else Auto.AUTO.value
    fields = [AmountField("get_ready", tr("To get ready"), ready, is_time=True)]
    if takes_turns(said, exercise):
        own_ms = exercise.dose.switch_ms if exercise else None
        known = (defaults.switch_ms, own_ms, DEFAULT_SWITCH_MS)
        switch_ms = next(ms for ms in known if ms is not None)
        fields.append(AmountField("switch", tr("To change sides"), _time(switch_ms), is_time=True))
    return tuple(fields)


def routine_fields() -> tuple[AmountField, ...]:
    """What a routine can say for all steps that say nothing else."""
    return (
        AmountField("get_ready", tr("To get ready"), Auto.AUTO.value, is_time=True),
        AmountField("switch", tr("To change sides"), _time(DEFAULT_SWITCH_MS), is_time=True),
        AmountField("rest", tr("Rest"), _time(DEFAULT_REST_MS), is_time=True),
    )


def takes_turns(said: Said, exercise: Exercise | None) -> bool:
    """Whether one side comes after the other, so that one of them is the first."""
    return _sides(said, exercise) in (Sides.EACH.value, Sides.ALTERNATE.value)


def phases_of(said: Said, exercise: Exercise | None) -> list[dict[str, str]]:
    """The phases of a rep as a file has them: those of the step, else those of the exercise."""
    if "rep" in said:
        listed = said["rep"] if isinstance(said["rep"], list) else []
        return [{key: str(one.get(key, "")) for key in ("say", "for")}
                for one in listed if isinstance(one, dict)]  # fmt: skip
    own = exercise.dose.rep if exercise else None
    return [{"say": phase.say, "for": _time(phase.for_ms)} for phase in own or ()]


def _sides(said: Said, exercise: Exercise | None) -> object:
    return said.get("sides") or (exercise.sides.value if exercise else "")


def _has_reps(said: Said, own: Dose) -> bool:
    """Whether there is more than one rep to a set, so that something lies between them."""
    return bool(said.keys() & {"reps", "relax"}) or own.reps not in (None, 1)


def _work_label(work: Work) -> str:
    return {
        Work.HOLD: trc("amount", "Hold"),
        Work.PACE: trc("amount", "Each rep"),
        Work.TIME: trc("amount", "Each set"),
    }[work]


def said_by_all(steps: Sequence[Said], key: str) -> str:
    """What all steps say at `key`, "" for nothing, MIXED where they differ."""
    values = {str(step.get(key, "")) for step in steps}
    return values.pop() if len(values) == 1 else MIXED


@cache
def most_of(key: str) -> int:
    """The most that a file may say at `key`; a time in milliseconds."""
    for record in _RECORDS:
        for name, hint in get_type_hints(record, include_extras=True).items():
            if file_key(name) == key:
                [rule] = (one for one in hint.__metadata__ if isinstance(one, Rule))
                return NO_END if rule.most is None else int(rule.most)
    return NO_END


def stepped(text: str, by: int, is_time: bool, most: int = NO_END) -> str | None:
    """`text` with its number changed by so many steps, up to `most`, of a time in milliseconds;
    None where it is no single number."""
    if not is_time:
        found = _NUMBER.fullmatch(text)
        return str(min(most, max(1, int(found[1]) + by))) if found else None
    if text == Auto.AUTO.value:
        return FIRST_TIME
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    number, unit = int(found[1]), found[2] or "s"
    if unit in ("min", "m"):
        return f"{min(most // MINUTE_MS, max(1, number + by))} min"
    step = 1 if number + min(by, 0) < 10 else 5
    return f"{min(most // SECOND_MS, max(0, number + by * step))}s"


def _number(value: int | Range | None) -> str:
    if isinstance(value, Range):
        return f"{value.low}-{value.high}"
    return "" if value is None else str(value)


def _time(value: object) -> str:
    if isinstance(value, Breaths):
        return tr("{n} breaths", n=_number(value.count))
    if isinstance(value, Range):
        return f"{value.low // SECOND_MS}-{value.high // SECOND_MS}s"
    return f"{value // SECOND_MS}s" if isinstance(value, int) else ""
