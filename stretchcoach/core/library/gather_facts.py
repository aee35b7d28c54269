"""Finding the facts of a routine: what its card shows and what is searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.sided_text import names_a_side
from stretchcoach.core.content.sides import AffectedSide, OneSide
from stretchcoach.core.content.terms import ExerciseKind, Position
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.routine_facts import Place, RoutineFacts
from stretchcoach.core.session.length import StepLength, step_length
from stretchcoach.core.steps.planned_step import PlannedStep, plan

_PLACES = {
    Position.SUPINE: Place.LYING,
    Position.PRONE: Place.LYING,
    Position.SIDE: Place.LYING,
    Position.FLOOR: Place.FLOOR,
    Position.KNEELING: Place.FLOOR,
    Position.QUADRUPED: Place.FLOOR,
    Position.SEATED: Place.CHAIR,
    Position.STANDING: Place.STANDING,
}


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
    figure = _figure(steps, pictures)
    return RoutineFacts(
        id=routine.id,
        title=routine.title,
        level=routine.level,
        total_ms=nobody.total_ms,
        total_left_ms=left.total_ms,
        total_right_ms=right.total_ms,
        total_both_sides_ms=both_sides.total_ms,
        own_pace=nobody.own_pace or both_sides.own_pace,
        places=tuple(dict.fromkeys(_PLACES[e.position] for e in done if e.position)),
        equipment=tuple(dict.fromkeys(e for exercise in done for e in exercise.equipment)),
        figure=figure,
        figure_position=exercises[figure].position if figure else None,
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


def _figure(steps: Iterable[tuple[PlannedStep, StepLength]], pictures: Container[str]) -> str:
    """The exercise with a picture that takes most of the time; resting is nobody's picture."""
    worked_ms: Counter[str] = Counter()
    for planned, length in steps:
        if planned.exercise:
            rests = planned.exercise.kind is ExerciseKind.REST
            worked_ms[planned.exercise.id] += 0 if rests else length.work_ms + length.own_pace
    # Of equals the first of the routine: max and Counter both keep the order.
    return max(worked_ms, key=lambda name: (name in pictures, worked_ms[name]), default="")


def _search_text(routine: Routine, done: list[Exercise]) -> str:
    """Title first, then goal, people, and names and muscles of the exercises; folded."""
    words = [routine.title, routine.goal, routine.for_]
    for exercise in done:
        words += (exercise.name, *exercise.also_known_as)
    muscles = (*(e.targets.primary for e in done), *(e.targets.secondary for e in done))
    words += dict.fromkeys(muscle.value for group in muscles for muscle in group)
    return fold("\n".join(dict.fromkeys(words)))
