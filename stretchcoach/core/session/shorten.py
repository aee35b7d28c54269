"""A routine made shorter for a day with little time.

Optional steps go first, the last one before the others; then sets, one at a time, from the
step that has most of them. A set goes on both sides, so that the sides stay as equal as
they were. Nothing else is changed, and what went is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    Step,
)
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.session.length import step_length
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.planned_step import PlannedStep, get_ready_anew_ms, plan
from stretchcoach.core.steps.side_dose import Path

OneStep = ExerciseStep | RestStep


@dataclass(frozen=True)
class LeftOut:
    """A step at `path` that went altogether, or `sets` of its sets."""

    path: Path
    name: str
    sets: int | None = None


@dataclass(frozen=True)
class Shortened:
    """The shorter routine, what was left out, and the time that it takes now."""

    routine: Routine
    left_out: tuple[LeftOut, ...]
    total_ms: int


def shorten(routine: Routine, exercises: Exercises, profile: Profile, limit_ms: int) -> Shortened:
    """Leave out what must go for `routine` to last at most `limit_ms`, or as near as it gets."""
    now = routine
    total_ms = expand(now, exercises, profile).total_ms
    optional = [path for path, step in single_steps(routine.steps) if _may_go(step)]
    while total_ms > limit_ms and optional:
        shorter = _changed(now, optional.pop(), _switched_off)
        if shorter_ms := _total_ms(shorter, exercises, profile):  # something must remain
            now, total_ms = shorter, shorter_ms
    while total_ms > limit_ms and (most := _most_sets(now, exercises, profile)) is not None:
        now = _changed(now, most.path, _SetLess(most))
        total_ms = _total_ms(now, exercises, profile)
    return Shortened(now, tuple(_left_out(routine, now, exercises, profile)), total_ms)


def shortest(routine: Routine, exercises: Exercises, profile: Profile) -> Routine:
    """`routine` as short as `shorten` could make it, found at once.

    Without what is optional, and one set of each step; where nothing would remain of it, what
    `shorten` leaves.
    """
    now = routine
    for path, step in single_steps(routine.steps):
        if _may_go(step):
            now = _changed(now, path, _switched_off)
    steps = plan(now, exercises, profile)
    if not any(step_length(planned).total_ms for planned in steps):
        return shorten(routine, exercises, profile, 0).routine
    for planned in plan(now, exercises, profile):
        if _sets(planned) > 1:
            now = _changed(now, planned.path, _SetLess(planned, _sets(planned) - 1))
    return now


def shortest_ms(
    routine: Routine, exercises: Exercises, profile: Profile, steps: Sequence[PlannedStep]
) -> int:
    """How long that takes, where `steps` are those of `routine` as it is."""
    kept = [planned for planned in steps if not planned.step.optional]
    lengths = [step_length(planned, _sets(planned) - 1).total_ms for planned in kept]
    if not any(lengths):
        return shorten(routine, exercises, profile, 0).total_ms
    if len(kept) == len(steps):
        return sum(lengths)
    before_ms = sum(planned.get_ready_ms for planned in kept)
    return sum(lengths) - before_ms + sum(get_ready_anew_ms(routine, profile, kept))


def left_out_words(left_out: Iterable[LeftOut]) -> str:
    """What was left out, as a list of names: “Bridge, 1 set of Clamshell”."""
    return ", ".join(
        item.name
        if item.sets is None
        else trn("{n} set of {name}", "{n} sets of {name}", item.sets, name=item.name)
        for item in left_out
    )


def single_steps(steps: Iterable[Step], path: Path = ("steps",)) -> Iterator[tuple[Path, OneStep]]:
    """Every step once, those of repeat blocks too, with its place in the file."""
    for index, step in enumerate(steps):
        if isinstance(step, RepeatStep):
            yield from single_steps(step.steps, (*path, index, "steps"))
        else:
            yield (*path, index), step


def _may_go(step: OneStep) -> bool:
    return step.optional and step.enabled


def _total_ms(routine: Routine, exercises: Exercises, profile: Profile) -> int:
    return expand(routine, exercises, profile).total_ms


def _most_sets(routine: Routine, exercises: Exercises, profile: Profile) -> PlannedStep | None:
    """The step with most sets, the last of several; None when all have one."""
    found = None
    for planned in plan(routine, exercises, profile):
        if _sets(planned) > 1 and (found is None or _sets(planned) >= _sets(found)):
            found = planned
    return found


def _sets(planned: PlannedStep) -> int:
    return planned.plain_dose.sets if planned.turns else 0


class _SetLess:
    """Takes sets from a step, on the affected side too where that has its own number."""

    def __init__(self, planned: PlannedStep, sets: int = 1) -> None:
        self._planned, self._less = planned, sets

    def __call__(self, step: OneStep) -> OneStep:
        assert isinstance(step, ExerciseStep)  # a rest has no sets
        affected, dose = step.affected, self._planned.affected_dose
        if affected is not None and affected.sets is not None and dose is not None:
            affected = replace(affected, sets=max(1, dose.sets - self._less))
        return replace(step, sets=_sets(self._planned) - self._less, affected=affected)


def _switched_off(step: OneStep) -> OneStep:
    return replace(step, enabled=False)


def _changed(routine: Routine, path: Path, change: Callable[[OneStep], OneStep]) -> Routine:
    return replace(routine, steps=_changed_steps(routine.steps, path[1:], change))


def _changed_steps(
    steps: tuple[Step, ...], path: Path, change: Callable[[OneStep], OneStep]
) -> tuple[Step, ...]:
    index = int(path[0])
    step = steps[index]
    if isinstance(step, RepeatStep):
        step = replace(step, steps=_changed_steps(step.steps, path[2:], change))
    else:
        step = change(step)
    return (*steps[:index], step, *steps[index + 1 :])


def _left_out(
    before: Routine, after: Routine, exercises: Exercises, profile: Profile
) -> Iterator[LeftOut]:
    sets = {planned.path: _sets(planned) for planned in plan(before, exercises, profile)}
    kept = {planned.path: _sets(planned) for planned in plan(after, exercises, profile)}
    for path, step in single_steps(before.steps):
        if path not in sets or kept.get(path) == sets[path]:
            continue
        name = tr("Rest") if isinstance(step, RestStep) else exercises[step.exercise].name
        yield LeftOut(path, name, sets[path] - kept[path] if path in kept else None)
