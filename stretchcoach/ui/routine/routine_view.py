"""What the page of a routine shows: one routine for one person with so much time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stretchcoach.core.dose import MINUTE_MS
from stretchcoach.core.history import Feeling
from stretchcoach.core.profile import Profile
from stretchcoach.core.routine import Exercises, Routine
from stretchcoach.core.shorten import Shortened, left_out_words, shorten
from stretchcoach.core.sides import AffectedSide
from stretchcoach.core.step_list import StepLine, minutes_offered, order_words, step_lines
from stretchcoach.core.timeline import Timeline, expand
from stretchcoach.ui.session.performance import Performance


@dataclass(frozen=True)
class RoutineView:
    """Everything follows from these: the steps, their words, the order and the times.

    `limit_min` is the time that the person has, None for all of the routine.
    """

    routine: Routine
    exercises: Exercises
    pictures: Mapping[str, Path]
    affected: AffectedSide = AffectedSide.NONE
    limit_min: int | None = None

    @cached_property
    def whole(self) -> Timeline:
        return expand(self.routine, self.exercises, self._profile)

    @cached_property
    def now(self) -> Timeline:
        """What Start begins."""
        return expand(self._shortened.routine, self.exercises, self._profile)

    @property
    def whole_ms(self) -> int:
        return self.whole.total_ms

    @property
    def total_ms(self) -> int:
        return self.now.total_ms

    @property
    def own_pace(self) -> bool:
        """Whether some of it lasts until the person says done."""
        return any(interval.duration_ms is None for interval in self.now.intervals)

    @property
    def minutes_offered(self) -> tuple[int, ...]:
        return minutes_offered(self.whole_ms)

    @cached_property
    def lines(self) -> tuple[StepLine, ...]:
        return step_lines(self.whole, self.now)

    @property
    def left_out_words(self) -> str:
        return left_out_words(self._shortened.left_out)

    @property
    def order_words(self) -> str:
        return order_words(self.now.steps)

    def performance(self, before: Feeling) -> Performance:
        """What to run."""
        return Performance(
            self._shortened.routine,
            self.now,
            self.affected,
            self.exercises,
            self.pictures,
            limit_ms=self._limit_ms,
            before=before,
        )

    @property
    def _profile(self) -> Profile:
        return Profile(self.affected)

    @property
    def _limit_ms(self) -> int | None:
        return None if self.limit_min is None else self.limit_min * MINUTE_MS

    @cached_property
    def _shortened(self) -> Shortened:
        if self._limit_ms is None:
            return Shortened(self.routine, (), self.whole_ms)
        return shorten(self.routine, self.exercises, self._profile, self._limit_ms)
