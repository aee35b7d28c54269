"""A routine as it stands on paper: what goes onto each card, for one person or for anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RestStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.language.i18n import tr, trc, trn
from stretchcoach.core.language.time_words import short_time_words, time_words
from stretchcoach.core.library.gather_facts import routine_facts
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.library.routine_words import things_words
from stretchcoach.core.library.step_list import (
    StepLine,
    caution_lines,
    order_words,
    step_numbers_words,
)
from stretchcoach.core.schedule.schedule_words import schedule_words
from stretchcoach.core.session.dose_words import (
    affected_dose_words,
    dose_words,
    load_words,
)
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.planned_step import PlannedStep, plan


@dataclass(frozen=True)
class HandoutRow:
    """A line with its label: “Start”, “Lie on your back.”"""

    label: str
    text: str
    is_strong: bool = False


@dataclass(frozen=True)
class HandoutCard:
    """A step. `exercise` says what it says while `side` works, and its picture is to show that.

    `affected_dose` is what differs on the affected side; `weekdays` are those on which it is
    planned, none where only how often is said.
    """

    number: int
    title: str
    exercise: Exercise
    side: Side
    doses: tuple[str, ...]
    affected_dose: str
    rows: tuple[HandoutRow, ...]
    weekdays: tuple[Weekday, ...]


@dataclass(frozen=True)
class Handout:
    """The whole. `affected` is NONE where the side is to be ticked by hand; `cautions` are
    sentences about who should ask first."""

    title: str
    facts: tuple[str, ...]
    author: str
    purpose: str
    note: str
    affected: AffectedSide
    order: str
    cards: tuple[HandoutCard, ...]
    cautions: tuple[str, ...]


def handout(routine: Routine, exercises: Exercises, profile: Profile) -> Handout:
    """What stands on the paper for a person with this profile, or for anybody where the profile
    has no affected side. The routine must have no errors."""
    affected = routine.affected_of(profile.affected)
    steps = expand(routine, exercises, profile).steps
    cards = tuple(_cards(routine, exercises, profile))
    order = order_words(steps) if affected is not AffectedSide.NONE else ""
    return Handout(
        title=routine.title,
        facts=_facts(routine, exercises, affected),
        author=routine.author,
        purpose=goal_words(routine.goal, routine.for_),
        note=routine.note,
        affected=affected,
        order=order,
        cards=cards,
        cautions=tuple(_cautions(steps)),
    )


def _facts(routine: Routine, exercises: Exercises, affected: AffectedSide) -> tuple[str, ...]:
    facts = routine_facts(routine, exercises)
    how_often = schedule_words(routine.schedule) if routine.schedule is not None else ()
    time = time_words(facts.total_for(affected))
    # Translators: part of the routine takes as long as one likes, so “and more”.
    time = tr("{time} +", time=time) if facts.own_pace else time
    return (*how_often, time, things_words(facts))


@dataclass(frozen=True)
class _Place:
    """A step of the file, once: its number among the exercises, how often its block is done, and
    the rest before it."""

    number: int
    planned: PlannedStep
    rounds: int
    rest_ms: int


def _places(steps: Sequence[PlannedStep]) -> Iterator[_Place]:
    rounds = Counter(step.path for step in steps)
    number, rest_ms = 0, 0
    for planned in {step.path: step for step in steps}.values():
        if isinstance(planned.step, RestStep):
            rest_ms = planned.step.rest_ms
            continue
        number += 1
        yield _Place(number, planned, rounds[planned.path], rest_ms)
        rest_ms = 0


def _cards(routine: Routine, exercises: Exercises, profile: Profile) -> Iterator[HandoutCard]:
    anybody = routine.affected_of(profile.affected) is AffectedSide.NONE
    # What an affected side does otherwise is read off somebody who has it at the right.
    of_one = replace(routine, affected=AffectedSide.RIGHT) if anybody else routine
    others = {step.path: step for step in plan(of_one, exercises, profile)}
    for place in _places(expand(routine, exercises, profile).steps):
        differs = affected_dose_words(others[place.planned.path], as_written=True, anybody=anybody)
        yield _card(place, routine.schedule, differs)


def _card(place: _Place, usual: Schedule | None, affected_dose: str) -> HandoutCard:
    planned = place.planned
    step, exercise = planned.step, planned.exercise
    assert isinstance(step, ExerciseStep)
    assert exercise is not None
    side = _shown_side(planned, exercise)
    shown = seen_on(exercise, side)
    schedule = step.schedule or usual
    return HandoutCard(
        number=place.number,
        title=shown.name,
        exercise=shown,
        side=side,
        doses=tuple(_doses(place, step)),
        affected_dose=affected_dose,
        rows=tuple(_rows(shown, planned.note_on(side))),
        weekdays=schedule.weekdays if schedule is not None else (),
    )


def _shown_side(planned: PlannedStep, exercise: Exercise) -> Side:
    """The affected side where it is worked, else the one that is, else that of the picture."""
    worked = [side for side, _ in planned.turns if side is not None]
    affected = planned.affected_side
    if affected in worked and affected is not None:
        return affected
    return worked[0] if len(worked) == 1 else exercise.figure_side


def _doses(place: _Place, step: ExerciseStep) -> Iterator[str]:
    yield dose_words(place.planned, as_written=True)
    yield from load_words(place.planned)
    if place.rounds > 1:
        yield trn("{n} round", "{n} rounds", place.rounds)
    if place.rest_ms:
        yield tr("{time} rest before", time=short_time_words(place.rest_ms))
    if step.schedule is not None:
        yield ", ".join(schedule_words(step.schedule))
    if step.optional:
        yield tr("optional")


def _rows(exercise: Exercise, note: str) -> Iterator[HandoutRow]:
    how = exercise.instructions
    rows = (
        HandoutRow(trc("on paper", "Start"), how.setup),
        HandoutRow(trc("on paper", "Move"), how.move),
        HandoutRow(trc("on paper", "Feel"), how.feel),
        HandoutRow(trc("on paper", "Care"), how.stop),
        HandoutRow(trc("on paper", "Note"), note, is_strong=True),
    )
    return (row for row in rows if row.text)


def _cautions(steps: Sequence[PlannedStep]) -> Iterator[str]:
    """“Pregnancy; Sore knee: steps 2 and 4”; some have a comma within."""
    lines = [StepLine(place.number, place.planned, 0) for place in _places(steps)]
    for line in caution_lines(lines):
        labels = "; ".join(caution_words(caution).label for caution in line.cautions)
        yield tr("{cautions}: {steps}", cautions=labels, steps=step_numbers_words(line.numbers))
