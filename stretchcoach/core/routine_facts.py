"""What a card shows of a routine, and what searches and filters ask, without its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from enum import Enum
from typing import NamedTuple

from stretchcoach.core.exercise import Equipment, Exercise, ExerciseKind, Position
from stretchcoach.core.fold import fold
from stretchcoach.core.profile import Profile
from stretchcoach.core.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.sides import AffectedSide
from stretchcoach.core.timeline import PlannedStep, Timeline, expand


class Place(Enum):
    """Where the body is, as coarsely as it matters when one chooses a routine."""

    LYING = "lying"
    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"


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


class RoutineFacts(NamedTuple):
    """The facts of one routine. Times are milliseconds, get-ready and rests included.

    A tuple, for there may be ten thousand. `figure` is the exercise whose picture stands for
    the routine, "" for none; `own_pace` tells that a step lasts until the person says done.
    """

    id: str
    title: str
    level: int
    total_ms: int
    total_one_side_ms: int
    total_both_sides_ms: int
    own_pace: bool
    places: tuple[Place, ...]
    equipment: tuple[Equipment, ...]
    figure: str
    figure_position: Position | None
    search_text: str

    def total_for(self, affected: AffectedSide) -> int:
        """How long it takes a person with this affected side."""
        if affected is AffectedSide.NONE:
            return self.total_ms
        if affected is AffectedSide.BOTH:
            return self.total_both_sides_ms
        return self.total_one_side_ms


def routine_facts(
    routine: Routine, exercises: Exercises, pictures: Container[str] = ()
) -> RoutineFacts:
    """The facts of a routine without faults; `pictures` has the exercises that have one."""
    timeline = expand(routine, exercises)
    done = _exercises_done(timeline)
    one_side_ms, both_sides_ms = _affected_totals(routine, exercises, timeline)
    figure = _figure(timeline, exercises, pictures)
    return RoutineFacts(
        id=routine.id,
        title=routine.title,
        level=routine.level,
        total_ms=timeline.total_ms,
        total_one_side_ms=one_side_ms,
        total_both_sides_ms=both_sides_ms,
        own_pace=any(interval.duration_ms is None for interval in timeline.intervals),
        places=tuple(dict.fromkeys(_PLACES[exercise.position] for exercise in done)),
        equipment=tuple(dict.fromkeys(e for exercise in done for e in exercise.equipment)),
        figure=figure,
        figure_position=exercises[figure].position if figure else None,
        search_text=_search_text(routine, done),
    )


def _exercises_done(timeline: Timeline) -> list[Exercise]:
    """Each exercise once, in the order of the routine."""
    return list({s.exercise.id: s.exercise for s in timeline.steps if s.exercise}.values())


def _affected_totals(routine: Routine, exercises: Exercises, timeline: Timeline) -> tuple[int, int]:
    """The totals of a person with one affected side, whichever it is, and with both."""
    if not any(_differs(planned) for planned in timeline.steps):
        return timeline.total_ms, timeline.total_ms
    one, both = (
        expand(routine, exercises, Profile(affected)).total_ms
        for affected in (AffectedSide.RIGHT, AffectedSide.BOTH)
    )
    return one, both


def _differs(planned: PlannedStep) -> bool:
    return isinstance(planned.step, ExerciseStep) and planned.step.affected is not None


def _figure(timeline: Timeline, exercises: Exercises, pictures: Container[str]) -> str:
    """The exercise with a picture that takes most of the time; resting is nobody's picture."""
    worked_ms: Counter[str] = Counter()
    for interval in timeline.intervals:
        if interval.kind.is_work and interval.exercise:
            rests = exercises[interval.exercise].kind is ExerciseKind.REST
            worked_ms[interval.exercise] += 0 if rests else interval.duration_ms or 1
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
