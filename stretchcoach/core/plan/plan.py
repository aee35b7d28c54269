"""Plan: weeks of routines with small changes of dose. It tells, the person decides.

A week says on how many days which routine is done; the days themselves are the person's own.
A session with a schedule stands beside the others: daily stretches, and strength on three days.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Annotated, ClassVar

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.exercise import LintChoice
from stretchcoach.core.content.fields import (
    MAX_AMOUNT,
    MAX_LINE,
    MAX_NAME,
    MAX_TEXT,
    TRANSLATIONS,
    AtMostOne,
    Exactly,
    ExerciseId,
    Identifier,
    LanguageCode,
    Number,
    NumberSpan,
    Rule,
    SidedText,
    Span,
    Text,
)
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    NoteTranslation,
    RepeatStep,
    Routine,
    Step,
    StepTranslation,
)
from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, Schedule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.near_words import NearWords
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.library.validate import MOST_FAULTS, routine_faults
from stretchcoach.core.session.shorten import single_steps
from stretchcoach.core.steps.side_dose import Path

PLAN_FORMAT = "stretchcoach-plan/1"
MOST_WEEKS = 52
MOST_SESSIONS = 14


_TEXTS = ("load", "effort", "note")


@dataclass(frozen=True, kw_only=True)
class StepChange(Dose):
    """What is different in the steps with one exercise. None leaves a value as it is."""

    affected: Annotated[DoseChange | None, Rule(doc="What differs on the affected side alone.")] = (
        None
    )
    load: Annotated[str | None, Text(doc="With another resistance.", most=MAX_AMOUNT)] = None
    effort: Annotated[str | None, Text(doc="How hard it may feel now.", most=MAX_AMOUNT)] = None
    note: Annotated[str | None, SidedText(doc="Another word to the client.", most=MAX_TEXT)] = None
    translations: Annotated[Mapping[LanguageCode, StepTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )
    enabled: Annotated[bool | None, Rule(doc="Take the step out, or bring it in.")] = None

    def applied_to(self, step: ExerciseStep) -> ExerciseStep:
        """`step` with what this says laid over it."""
        said = {
            name: value
            for name in ("affected", "enabled", *_TEXTS)
            if (value := getattr(self, name)) is not None
        }
        if changed_texts := said.keys() & set(_TEXTS):
            said["translations"] = self._translations(step, changed_texts)
        changed = self.over(step)
        assert isinstance(changed, ExerciseStep)
        return replace(changed, **said)

    def _translations(
        self, step: ExerciseStep, changed: Collection[str]
    ) -> dict[str, StepTranslation]:
        """Those of `step` for the texts that stay, and its own for the `changed` ones."""
        nothing = StepTranslation()
        found = {}
        for language in dict.fromkeys((*step.translations, *self.translations)):
            old = step.translations.get(language, nothing)
            new = self.translations.get(language, nothing)
            words = replace(old, **{name: getattr(new, name) for name in changed})
            if words != nothing:
                found[language] = words
        return found


@dataclass(frozen=True, kw_only=True)
class PlanSession:
    """A routine that is done on some days of a week, in turn with others or beside them."""

    KEYS: ClassVar = (AtMostOne(("days", "schedule")),)

    routine: Annotated[str, Identifier(doc="The id of a routine.")]
    days: Annotated[
        int,
        Number(doc="On how many days of the week, in turn.", least=1, most=DAYS_OF_A_WEEK),
    ] = 1
    schedule: Annotated[Schedule | None, Rule(doc="When it is due, beside all others.")] = None
    changes: Annotated[
        Mapping[Annotated[str, ExerciseId()], StepChange],
        Rule(doc="By the exercise, what differs from the routine.", most=50),
    ] = field(default_factory=dict)
    note: Annotated[str, Text(doc="A word to these days.", least=0, most=MAX_TEXT)] = ""
    translations: Annotated[Mapping[LanguageCode, NoteTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )


@dataclass(frozen=True, kw_only=True)
class WeekTranslation:
    """The words of a week in another language; what is not said stays as it is."""

    title: Annotated[str | None, Text(doc="What the week is about.", most=MAX_NAME)] = None
    note: Annotated[str | None, Text(doc="A word to the week.", most=MAX_TEXT)] = None


@dataclass(frozen=True, kw_only=True)
class PlanWeek:
    """A week, or several that are alike. Sessions with `days` take turns, one a day, as long as
    a week has room for them; what has a schedule, or no room, stands beside the others."""

    title: Annotated[str, Text(doc="What the week is about.", most=MAX_NAME)]
    weeks: Annotated[
        Span | None,
        NumberSpan(doc="The numbers of weeks that are alike: 3-8.", least=1, most=MOST_WEEKS),
    ] = None
    sessions: Annotated[
        tuple[PlanSession, ...], Rule(doc="What is done.", least=1, most=MOST_SESSIONS)
    ]
    note: Annotated[str, Text(doc="A word to the week.", least=0, most=MAX_TEXT)] = ""
    translations: Annotated[Mapping[LanguageCode, WeekTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )

    @property
    def turns(self) -> tuple[PlanSession, ...]:
        """The sessions that take turns, one a day."""
        counted = tuple(session for session in self.sessions if session.schedule is None)
        return counted if _days(counted) <= DAYS_OF_A_WEEK else ()

    @property
    def beside(self) -> tuple[tuple[PlanSession, Schedule], ...]:
        """The sessions that stand beside all others, each with when it is due."""
        turns = self.turns
        return tuple(
            (session, session.schedule or Schedule(per_week=session.days))
            for session in self.sessions
            if session not in turns
        )

    @property
    def days(self) -> int:
        """On how many days one of those is done that take turns."""
        return _days(self.turns)

    @property
    def times(self) -> int:
        """How often something is done in an average week."""
        return self.days + round(sum(s.days_a_week * s.per_day for _, s in self.beside))

    def session_of_day(self, number: int) -> PlanSession | None:
        """Whose turn it is on the day `number` of those with one, from 0; None after them."""
        turns = [
            (turn, place)
            for place, session in enumerate(self.turns)
            for turn in range(session.days)
        ]
        if number >= len(turns):
            return None
        return self.turns[sorted(turns)[number][1]]


def _days(sessions: Iterable[PlanSession]) -> int:
    return sum(session.days for session in sessions)


@dataclass(frozen=True, kw_only=True)
class PlanTranslation:
    """The words of a plan in another language; what is not said stays as it is."""

    title: Annotated[str | None, Text(doc="What people read.", most=MAX_NAME)] = None
    goal: Annotated[str | None, Text(doc="What it is for.", most=MAX_LINE)] = None
    for_: Annotated[str | None, Text(doc="Who it is for.", most=MAX_LINE)] = None
    note: Annotated[str | None, Text(doc="How to decide when to go on.", most=MAX_TEXT)] = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Weeks, one after the other, and what comes after them."""

    format: Annotated[str, Exactly(text=PLAN_FORMAT, doc="The format of this file.")]
    id: Annotated[str, Identifier(doc="The name for the settings.")]
    title: Annotated[str, Text(doc="What people read.", most=MAX_NAME)]
    weeks: Annotated[tuple[PlanWeek, ...], Rule(doc="The weeks, in order.", least=1, most=52)]
    goal: Annotated[str, Text(doc="What it is for.", least=0, most=MAX_LINE)] = ""
    for_: Annotated[
        str, Text(doc="Who it is for, as it reads after “For”.", least=0, most=MAX_LINE)
    ] = ""
    note: Annotated[str, Text(doc="How to decide when to go on.", least=0, most=MAX_TEXT)] = ""
    after: Annotated[PlanWeek | None, Rule(doc="A week without an end, after the last.")] = None
    translations: Annotated[Mapping[LanguageCode, PlanTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )
    lint: Annotated[LintChoice, Rule(doc="What check is to say nothing of.")] = field(
        default_factory=LintChoice
    )

    @property
    def numbered(self) -> tuple[tuple[Span, PlanWeek], ...]:
        """Its entries, each with the numbers of its weeks."""
        found: list[tuple[Span, PlanWeek]] = []
        for week in self.weeks:
            first = found[-1][0].last + 1 if found else 1
            found.append((week.weeks or Span(first, first), week))
        return tuple(found)

    @property
    def last_week_no(self) -> int:
        """The number of the last week, before what comes after them."""
        return self.numbered[-1][0].last

    @property
    def all_weeks(self) -> tuple[PlanWeek, ...]:
        """Each week, those that are alike one by one, and what comes after them."""
        weeks = (week for span, week in self.numbered for _ in range(span.first, span.last + 1))
        return (*weeks,) if self.after is None else (*weeks, self.after)

    @property
    def routine_ids(self) -> tuple[str, ...]:
        """The routines that it names, each once."""
        ids = (session.routine for week in self.all_weeks for session in week.sessions)
        return tuple(dict.fromkeys(ids))


def changed_routine(session: PlanSession, routine: Routine) -> Routine:
    """`routine` as it is done in `session`."""
    return replace(routine, steps=_changed(routine.steps, session.changes))


def _changed(steps: tuple[Step, ...], changes: Mapping[str, StepChange]) -> tuple[Step, ...]:
    result: list[Step] = []
    for step in steps:
        if isinstance(step, RepeatStep):
            step = replace(step, steps=_changed(step.steps, changes))
        elif isinstance(step, ExerciseStep) and step.exercise in changes:
            step = changes[step.exercise].applied_to(step)
        result.append(step)
    return tuple(result)


@dataclass(frozen=True)
class KnownRoutine:
    """A routine without faults, and the exercises that it may name."""

    routine: Routine
    exercises: Exercises


FindRoutine = Callable[[str], KnownRoutine | None]


def plan_faults(plan: Plan, find: FindRoutine, known: Collection[str]) -> tuple[Fault, ...]:
    """What is wrong in `plan` where `find` has the routines and `known` are all their ids."""
    places: list[tuple[Path, PlanWeek]] = [
        (("weeks", index), week) for index, week in enumerate(plan.weeks)
    ]
    if plan.after is not None:
        places.append((("after",), plan.after))
    near = NearWords(known)
    faults = (fault for path, week in places for fault in _week_faults(week, path, find, near))
    return tuple(islice((*_number_faults(plan), *faults), MOST_FAULTS))


def _number_faults(plan: Plan) -> Iterator[Fault]:
    """Weeks that leave some out, come twice or are too many."""
    expected = 1
    for index, (span, _) in enumerate(plan.numbered):
        path: Path = ("weeks", index, "weeks")
        if span.first != expected:
            yield Fault(path, tr("this should begin with week {n}, the next one", n=expected))
        expected = span.last + 1
        if span.last > MOST_WEEKS:
            yield Fault(("weeks", index), tr("a plan has at most {most} weeks", most=MOST_WEEKS))
            return
    if plan.after is not None and plan.after.weeks is not None:
        yield Fault(("after", "weeks"), tr("what comes after the last week has no number"))


def _week_faults(week: PlanWeek, path: Path, find: FindRoutine, near: NearWords) -> Iterator[Fault]:
    turns = {session.routine for session in week.turns}
    for index, (session, _) in enumerate(week.beside):
        others = {other.routine for other, _ in week.beside[:index]} | turns
        if session.routine in others:
            text = tr("“{routine}” stands twice in this week - its sessions can only take turns, "
                      "with days that fit in a week", routine=session.routine)  # fmt: skip
            yield Fault((*path, "sessions", week.sessions.index(session), "routine"), text)
    for index, session in enumerate(week.sessions):
        here = (*path, "sessions", index)
        found = find(session.routine)
        if found is None:
            unknown = tr("no routine is called “{name}”", name=session.routine)
            hint = near.did_you_mean(session.routine)
            yield Fault((*here, "routine"), f"{unknown} - {hint}" if hint else unknown)
        else:
            yield from _session_faults(session, here, found)


def _session_faults(session: PlanSession, path: Path, found: KnownRoutine) -> Iterator[Fault]:
    steps = (step for _, step in single_steps(found.routine.steps))
    there = {step.exercise for step in steps if isinstance(step, ExerciseStep)}
    near = NearWords(there)
    foreign = [name for name in session.changes if name not in there]
    for name in foreign:
        text = tr("“{routine}” has no step with “{name}”", routine=session.routine, name=name)
        hint = near.did_you_mean(name)
        yield Fault((*path, "changes", name), f"{text} - {hint}" if hint else text)
    if not foreign:
        changed = changed_routine(session, found.routine)
        for fault in routine_faults(changed, found.exercises)[:1]:
            text = tr("with these changes the routine is wrong: {fault}", fault=fault.message)
            yield Fault((*path, "changes"), text)
