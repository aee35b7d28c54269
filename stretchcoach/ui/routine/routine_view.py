"""What the page of a routine shows: one routine for one person with so much time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from stretchcoach.core.content.profile import NOBODY, Profile
from stretchcoach.core.content.routine import Exercises, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.library.caution_filter import (
    FlaggedStep,
    choice_key,
    eased_exercises,
    flagged_steps,
    with_choices,
)
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.library.step_list import StepLine, minutes_offered, order_words, step_lines
from stretchcoach.core.schedule.due_steps import Day, NotDue, not_due, without
from stretchcoach.core.session.record import Feeling
from stretchcoach.core.session.shorten import Shortened, left_out_words, shorten, shortest
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.core.steps.side_dose import Path as StepPath
from stretchcoach.ui.running.performance import Performance


@dataclass(frozen=True)
class RoutineView:
    """Everything follows from these: the steps, their words, the order and the times.

    `limit_min` is the time that the person has, None for all of the routine. `ticked` are the
    cautions that the person has, `choices` what is to be done with the steps that name them.
    `day` is the one that it is done on; without, all steps are due.
    """

    routine: Routine
    exercises: Exercises
    pictures: Mapping[str, Path]
    profile: Profile = NOBODY
    limit_min: int | None = None
    ticked: tuple[Caution, ...] = ()
    choices: Mapping[str, StepChoice] = field(default_factory=dict)
    day: Day | None = None

    @property
    def affected(self) -> AffectedSide:
        """The side that counts as affected: the routine may name it itself."""
        return self.routine.affected_of(self.profile.affected)

    @cached_property
    def not_due(self) -> tuple[NotDue, ...]:
        """What is not due today, whether the person put it back or not."""
        if self.day is None:
            return ()
        return tuple(one for one in not_due(self._with_choices, self.day) if one.step.enabled)

    @cached_property
    def _not_today(self) -> frozenset[StepPath]:
        """Where the steps and blocks stand that are left out today."""
        if self.day is None:
            return frozenset()
        paths = {one.path for one in not_due(self._with_choices, self.day)}
        return frozenset(paths) - self.day.put_back

    @cached_property
    def _concerned(self) -> Mapping[StepPath, FlaggedStep]:
        found = flagged_steps(self.routine, self.exercises, self.ticked, self._eased)
        return {item.path: item for item in found}

    @cached_property
    def flagged(self) -> Mapping[StepPath, FlaggedStep]:
        """The steps of today that the ticked cautions concern, or that are wanted easier, by their
        place."""
        today = flagged_steps(self._today, self.exercises, self.ticked, self._eased)
        return {item.path: item for item in today}

    def choice_of(self, flagged: FlaggedStep) -> StepChoice:
        """What is done with a flagged step: a caution leaves it out unless the person chose
        otherwise."""
        choice = self.choices.get(self.choice_key(flagged), StepChoice.LEAVE_OUT)
        if flagged.exercise.id in self._eased and choice is StepChoice.KEEP:
            choice = StepChoice.EASIER
        if choice is StepChoice.EASIER and flagged.easier is None:
            return StepChoice.LEAVE_OUT if flagged.cautions else StepChoice.KEEP
        return choice

    def choice_key(self, flagged: FlaggedStep) -> str:
        """The name of a choice among the settings."""
        return choice_key(self.routine.id, flagged.exercise.id, flagged.cautions)

    @cached_property
    def _eased(self) -> frozenset[str]:
        return eased_exercises(self.routine, self.choices)

    @property
    def _today(self) -> Routine:
        return without(self.routine, self._not_today)

    @cached_property
    def listed(self) -> Timeline:
        """All steps of today, also those that a caution takes out."""
        return expand(self._today, self.exercises, self.profile)

    @cached_property
    def whole(self) -> Timeline:
        """All that is done where there is time for it."""
        return expand(self.chosen, self.exercises, self.profile)

    @cached_property
    def now(self) -> Timeline:
        """What Start begins."""
        return expand(self._shortened.routine, self.exercises, self.profile)

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
        return minutes_offered(self.whole_ms, self.shortest_ms, self.limit_min)

    @cached_property
    def shortest_ms(self) -> int:
        """The least time that is left of it however much is left out."""
        least = shortest(self.chosen, self.exercises, self.profile)
        return expand(least, self.exercises, self.profile).total_ms

    @cached_property
    def lines(self) -> tuple[StepLine, ...]:
        return step_lines(self.listed, self.now)

    @property
    def left_out_words(self) -> str:
        """What there is no time for."""
        return left_out_words(self._shortened.left_out)

    @property
    def cautioned_words(self) -> str:
        """What is left out for the ticked cautions."""
        out = (i for i in self.flagged.values() if self.choice_of(i) is StepChoice.LEAVE_OUT)
        return ", ".join(dict.fromkeys(item.exercise.name for item in out))

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
    def _limit_ms(self) -> int | None:
        return None if self.limit_min is None else self.limit_min * MINUTE_MS

    @cached_property
    def chosen(self) -> Routine:
        """What is done today where there is time for it."""
        return without(self._with_choices, self._not_today)

    @cached_property
    def _with_choices(self) -> Routine:
        choices = {path: self.choice_of(item) for path, item in self._concerned.items()}
        return with_choices(self.routine, self._concerned.values(), choices)

    @cached_property
    def _shortened(self) -> Shortened:
        if self._limit_ms is None:
            return Shortened(self.chosen, (), self.whole_ms)
        return shorten(self.chosen, self.exercises, self.profile, self._limit_ms)
