"""Finding the facts of a routine: what its card shows and what is searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.sided_text import names_a_side
from stretchcoach.core.content.sides import AffectedSide, OneSide
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.finding.exercise_search import exercise_names, place_of, terms_of
from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.session.length import StepLength, step_length
from stretchcoach.core.session.shorten import shortest
from stretchcoach.core.steps.planned_step import PlannedStep, plan

MOST_FIGURES = 4  # enough for cards side by side to differ


def routine_facts(
    routine: Routine, exercises: Exercises, pictures: Container[str] = ()
) -> RoutineFacts:
    """The facts of a routine without faults; `pictures` has the exercises that have one."""
    steps = [(planned, step_length(planned)) for planned in plan(routine, exercises, NOBODY)]
    nobody = left = right = both_sides = _sum(length for _, length in steps)
    if routine.affected is None and any(_differs(planned) for planned, _ in steps):
        left, right, both_sides = (
            _whole_length(routine, exercises, affected)
            for affected in (AffectedSide.LEFT, AffectedSide.RIGHT, AffectedSide.BOTH)
        )
    # Each exercise once, in the order of the routine.
    done = list({p.exercise.id: p.exercise for p, _ in steps if p.exercise}.values())
    figures = _figures(steps, pictures)
    return RoutineFacts(
        id=routine.id,
        title=routine.title,
        purpose=routine.goal or goal_words("", routine.for_),
        level=routine.level,
        total_ms=nobody.total_ms,
        total_left_ms=left.total_ms,
        total_right_ms=right.total_ms,
        total_both_sides_ms=both_sides.total_ms,
        shortest_ms=_shortest_ms(routine, exercises, differs=both_sides != nobody),
        own_pace=nobody.own_pace or both_sides.own_pace,
        places=tuple(dict.fromkeys(place_of(e.position) for e in done if e.position)),
        equipment=tuple(dict.fromkeys(e for exercise in done for e in exercise.equipment)),
        exercises=tuple(e.id for e in done),
        figures=figures,
        figure_position=exercises[figures[0]].position if figures else None,
        search_text=_search_text(routine, done),
    )


def _differs(planned: PlannedStep) -> bool:
    """Whether the step may be longer for one person's affected side than for another's."""
    step, exercise = planned.step, planned.exercise
    if not isinstance(step, ExerciseStep) or exercise is None:
        return False
    how = exercise.instructions
    told = (step.note, how.setup, how.move)  # what is told decides on the time to get ready
    by_side = step.affected is not None or isinstance(step.sides, OneSide)
    return by_side or any(names_a_side(text) for text in told)


def _whole_length(routine: Routine, exercises: Exercises, affected: AffectedSide) -> StepLength:
    return _sum(step_length(planned) for planned in plan(routine, exercises, Profile(affected)))


def _sum(lengths: Iterable[StepLength]) -> StepLength:
    total_ms, work_ms, own_pace = 0, 0, False
    for length in lengths:
        total_ms += length.total_ms
        work_ms += length.work_ms
        own_pace = own_pace or length.own_pace
    return StepLength(total_ms, work_ms, own_pace)


def _shortest_ms(routine: Routine, exercises: Exercises, *, differs: bool) -> int:
    """The least time of it; where sides differ also that of who has both affected."""
    profiles = (NOBODY, Profile(AffectedSide.BOTH)) if differs else (NOBODY,)
    return max(
        _whole_length(shortest(routine, exercises, profile), exercises, profile.affected).total_ms
        for profile in profiles
    )


def _figures(
    steps: Iterable[tuple[PlannedStep, StepLength]], pictures: Container[str]
) -> tuple[str, ...]:
    """The exercises with a picture that take most of the time, the longest first; resting is
    nobody's picture. Where none has one, the longest alone."""
    worked_ms: Counter[str] = Counter()
    for planned, length in steps:
        if planned.exercise:
            rests = planned.exercise.kind is ExerciseKind.REST
            worked_ms[planned.exercise.id] += 0 if rests else length.work_ms + length.own_pace
    # Of equals the first of the routine: most_common and Counter both keep the order.
    by_work = [name for name, _ in worked_ms.most_common()]
    shown = [name for name in by_work if name in pictures and worked_ms[name]]
    return tuple(shown[:MOST_FIGURES] or [n for n in by_work if n in pictures][:1] or by_work[:1])


def _search_text(routine: Routine, done: list[Exercise]) -> str:
    """The title on the first line, goal and people on the second, then what is searched of the
    exercises; folded."""
    words: list[str] = []
    for exercise in done:
        words += exercise_names(exercise)
    for exercise in done:
        words += terms_of(exercise)
    about = f"{routine.goal} {routine.for_}".strip()
    return fold("\n".join((routine.title, about, *dict.fromkeys(words))))
