"""Finding the facts of a routine: what its card shows and what is searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, SideOrder
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.finding.exercise_search import exercise_names, place_of, terms_of
from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.session.length import StepLength, step_length
from stretchcoach.core.session.shorten import shortest_ms
from stretchcoach.core.steps.get_ready import hearing_s, texts_told
from stretchcoach.core.steps.planned_step import PlannedStep, plan

MOST_FIGURES = 4  # enough for cards side by side to differ
_BY_PERSON = (SideOrder.AFFECTED_FIRST, SideOrder.AFFECTED_LAST)

PlannedLength = tuple[PlannedStep, StepLength]


def routine_facts(
    routine: Routine,
    exercises: Exercises,
    pictures: Container[str] = (),
    terms: Callable[[Exercise], Iterable[str]] = terms_of,
) -> RoutineFacts:
    """The facts of a routine without faults; `pictures` has the exercises that have one, `terms`
    tells what stands for an exercise in a search."""
    steps = [(planned, step_length(planned)) for planned in plan(routine, exercises, NOBODY)]
    nobody = _sum(length for _, length in steps)
    lengths = _Lengths(routine, exercises, nobody, _differing(routine, steps))
    left, right, both_sides = (
        lengths.of(affected)
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
        shortest_ms=_shortest_ms(routine, exercises, steps, differs=both_sides != nobody),
        own_pace=nobody.own_pace or both_sides.own_pace,
        places=tuple(dict.fromkeys(place_of(e.position) for e in done if e.position)),
        equipment=tuple(dict.fromkeys(e for exercise in done for e in exercise.equipment)),
        exercises=tuple(e.id for e in done),
        figures=figures,
        figure_position=exercises[figures[0]].position if figures else None,
        search_text=_search_text(routine, done, terms),
    )


class _Lengths:
    """How long a routine is for each affected side: only the steps that are of another length
    for somebody are planned again. `differing` has them with their lengths for nobody."""

    def __init__(
        self,
        routine: Routine,
        exercises: Exercises,
        nobody: StepLength,
        differing: Mapping[int, StepLength],
    ) -> None:
        self._routine, self._exercises = routine, exercises
        self._nobody, self._differing = nobody, differing

    def of(self, affected: AffectedSide) -> StepLength:
        if not self._differing:
            return self._nobody
        steps = plan(self._routine, self._exercises, Profile(affected), self._differing.keys())
        theirs, before = _sum(map(step_length, steps)), _sum(self._differing.values())
        return StepLength(
            self._nobody.total_ms + theirs.total_ms - before.total_ms,
            self._nobody.work_ms + theirs.work_ms - before.work_ms,
            self._nobody.own_pace or theirs.own_pace,
        )


def _differing(routine: Routine, steps: Iterable[PlannedLength]) -> dict[int, StepLength]:
    """By their numbers the steps that may be longer for one affected side than for another."""
    if routine.affected is not None:
        return {}
    met: set[str] = set()
    found = {}
    for planned, length in steps:
        step, exercise = planned.step, planned.exercise
        if isinstance(step, ExerciseStep) and exercise is not None:
            is_new = exercise.id not in met
            met.add(exercise.id)
            by_person = step.affected or isinstance(step.sides, OneSide)
            if by_person or _first_side_matters(routine, step, exercise, is_new):
                found[planned.step_no] = length
    return found


def _first_side_matters(
    routine: Routine, step: ExerciseStep, exercise: Exercise, is_new: bool
) -> bool:
    """Whether the side that comes first depends on the person, and what is told for one side
    takes longer than for the other."""
    order = step.order or routine.defaults.order
    if order not in _BY_PERSON:
        return False
    told = texts_told(step, exercise, is_new=is_new)
    return hearing_s(exercise, told, Side.LEFT) != hearing_s(exercise, told, Side.RIGHT)


def _sum(lengths: Iterable[StepLength]) -> StepLength:
    total_ms, work_ms, own_pace = 0, 0, False
    for length in lengths:
        total_ms += length.total_ms
        work_ms += length.work_ms
        own_pace = own_pace or length.own_pace
    return StepLength(total_ms, work_ms, own_pace)


def _shortest_ms(
    routine: Routine, exercises: Exercises, steps: Iterable[PlannedLength], *, differs: bool
) -> int:
    """The least time that anybody can have it in; where sides differ not only nobody's: a set more
    on one side stays where the other has but one."""
    planned = [planned for planned, _ in steps]
    least_ms = shortest_ms(routine, exercises, NOBODY, planned)
    if not differs:
        return least_ms
    profiles = [
        Profile(side) for side in (AffectedSide.LEFT, AffectedSide.RIGHT, AffectedSide.BOTH)
    ]
    return max(
        least_ms,
        *(
            shortest_ms(routine, exercises, profile, tuple(plan(routine, exercises, profile)))
            for profile in profiles
        ),
    )


def _figures(steps: Iterable[PlannedLength], pictures: Container[str]) -> tuple[str, ...]:
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


def _search_text(
    routine: Routine, done: list[Exercise], terms: Callable[[Exercise], Iterable[str]]
) -> str:
    """The title on the first line, goal and people on the second, then what is searched of the
    exercises; folded."""
    words: list[str] = []
    for exercise in done:
        words += exercise_names(exercise)
    for exercise in done:
        words += terms(exercise)
    about = f"{routine.goal} {routine.for_}".strip()
    return fold("\n".join((routine.title, about, *dict.fromkeys(words))))
