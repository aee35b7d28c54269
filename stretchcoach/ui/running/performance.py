"""Performance: all that a session needs to know of the routine that is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.record import Feeling
from stretchcoach.core.session.timeline import Interval, Timeline


@dataclass(frozen=True)
class Performance:
    """A routine written out for one person, with its exercises and their pictures by id.

    `limit_ms` is the time the person has, where the routine was made shorter for it;
    `before` is how it felt before the start, as far as it was said.
    """

    routine: Routine
    timeline: Timeline
    affected: AffectedSide
    exercises: Mapping[str, Exercise]
    pictures: Mapping[str, Path]
    limit_ms: int | None = None
    before: Feeling = Feeling()

    def exercise_of(self, interval: Interval) -> Exercise | None:
        """What is really done in `interval`."""
        return self.timeline.exercise_of(interval)

    def easier_of(self, exercise: Exercise) -> Exercise | None:
        """The gentler version, where there is one."""
        return self.exercises.get(exercise.easier) if exercise.easier else None

    @property
    def picture_paths(self) -> tuple[Path, ...]:
        """The pictures in the order in which they are shown."""
        shown = (step.exercise for step in self.timeline.steps if step.exercise is not None)
        return tuple(path for one in shown if (path := self.picture_of(one)) is not None)

    def picture_of(self, exercise: Exercise) -> Path | None:
        return self.pictures.get(exercise.id)
