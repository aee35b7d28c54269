"""The steps of a routine with everything decided: the order of the sides, the dose of each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sided_text import for_side
from stretchcoach.core.content.sides import AffectedSide, Side, SideOrder, Sides
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.steps.get_ready import auto_get_ready_ms, texts_told
from stretchcoach.core.steps.side_dose import Latitude, Path, SideDose, StepChoices

DEFAULT_SWITCH_MS = 8 * SECOND_MS

Turns = tuple[tuple[Side | None, SideDose], ...]


@dataclass(frozen=True)
class PlannedStep:
    """A step with everything decided: the order of the sides and the dose of each.

    `path` is where the step stands in the routine's file; steps of a repeat block share one.
    `sides` is a side where that one alone is worked. `turns` pairs each side, first side first,
    with its dose; a step without sides has the one turn (None, dose), a plain rest has none.
    `affected` is the side that counts as affected here, `latitudes` are the ranges that the
    person may choose within.
    """

    step_no: int
    path: Path
    step: ExerciseStep | RestStep
    exercise: Exercise | None
    sides: Sides | Side
    turns: Turns
    get_ready_ms: int
    switch_ms: int
    affected: AffectedSide = AffectedSide.NONE
    latitudes: tuple[Latitude, ...] = ()

    @property
    def first_side(self) -> Side | None:
        return self.turns[0][0] if self.turns else None

    def said(self, text: str, side: Side | None) -> str:
        """`text` as it is while `side` works; None is the side of the picture."""
        if side is None:
            side = self.exercise.figure_side if self.exercise else Side.RIGHT
        return for_side(text, side)

    def note_on(self, side: Side | None) -> str:
        """The word to the client while `side` works."""
        return self.said(self.step.note, side)

    def dose(self, side: Side | None) -> SideDose:
        """The dose for `side`; a step that knows no sides has the same for all."""
        return dict(self.turns).get(side, self.turns[0][1])

    @property
    def affected_side(self) -> Side | None:
        """The one side that counts as affected; None where that is none or both."""
        one = self.affected in (AffectedSide.LEFT, AffectedSide.RIGHT)
        return Side(self.affected.value) if one else None

    @property
    def plain_dose(self) -> SideDose:
        """The dose of a side that is not affected, where there is one."""
        plain = (dose for side, dose in self.turns if not self.affected.includes(side))
        return next(plain, self.turns[0][1])

    @property
    def affected_dose(self) -> SideDose | None:
        """The dose of an affected side; None where none is worked."""
        return next((dose for side, dose in self.turns if self.affected.includes(side)), None)


def plan(
    routine: Routine,
    exercises: Exercises,
    profile: Profile,
    wanted: Container[int] | None = None,
) -> Iterator[PlannedStep]:
    """Each step of `routine` in order, repeat blocks written out, with all decided; where some are
    `wanted` by their numbers, those alone.

    Raises KeyError for an unknown exercise, and ValueError for a dose without exactly one of
    hold, pace, time and rep.
    """
    planner = _Planner(routine, profile)
    for step_no, (path, step) in enumerate(written_out(routine.steps, ("steps",)), start=1):
        if wanted is not None and step_no not in wanted:
            if isinstance(step, ExerciseStep):
                planner.pass_by(exercises[step.exercise])
        elif isinstance(step, RestStep):
            yield PlannedStep(step_no, path, step, None, Sides.BOTH, (), 0, 0)
        else:
            yield planner.planned(step_no, path, step, exercises[step.exercise])


def get_ready_anew_ms(
    routine: Routine, profile: Profile, kept: Iterable[PlannedStep]
) -> Iterator[int]:
    """The times to get ready where of the steps of `routine` only these are `kept`: each comes
    from another position then, and may be the first to tell what to do."""
    planner = _Planner(routine, profile)
    for planned in kept:
        if planned.exercise is not None and isinstance(planned.step, ExerciseStep):
            yield planner.get_ready_ms(planned.step, planned.exercise, planned.first_side)


def written_out(
    steps: Iterable[Step], path: Path
) -> Iterator[tuple[Path, ExerciseStep | RestStep]]:
    """The enabled steps, each with its place in the file, blocks as often as they repeat."""
    for index, step in enumerate(steps):
        if not step.enabled:
            continue
        here = (*path, index)
        if isinstance(step, RepeatStep):
            # Once and not each time: blocks of blocks of nothing would be gone through for ever.
            block = tuple(written_out(step.steps, (*here, "steps")))
            for _ in range(step.repeat if block else 0):
                yield from block
        else:
            yield here, step


def whole_dose(step: ExerciseStep, exercise: Exercise, defaults: RoutineDefaults) -> Dose:
    """The step's dose over the routine's defaults over the exercise's dose.

    A step that names its reps and no sets means one set.
    """
    return _whole_dose(step, exercise.dose, defaults.rest_ms)


@lru_cache(maxsize=2000)
def _whole_dose(step: ExerciseStep, dose: Dose, rest_ms: int | None) -> Dose:
    if rest_ms is not None:
        dose = Dose(rest_ms=rest_ms).over(dose)
    if step.reps is not None and dose.sets is not None:
        dose = replace(dose, sets=None)
    return step.over(dose)


class _Planner:
    """Plans the steps one after the other, and knows what came before."""

    def __init__(self, routine: Routine, profile: Profile) -> None:
        self._routine = routine
        self._profile = profile
        self._affected = routine.affected_of(profile.affected)
        self._before: Exercise | None = None
        self._met: set[str] = set()

    def pass_by(self, exercise: Exercise) -> None:
        """Take note of a step that is not asked for."""
        self._before = exercise
        self._met.add(exercise.id)

    def planned(
        self, step_no: int, path: Path, step: ExerciseStep, exercise: Exercise
    ) -> PlannedStep:
        sides = _worked_sides(step, exercise, self._affected)
        choices = StepChoices(self._routine, path, self._profile)
        turns = self._turns(step, sides, exercise, choices)
        return PlannedStep(
            step_no=step_no,
            path=path,
            step=step,
            exercise=exercise,
            sides=sides,
            turns=turns,
            get_ready_ms=self.get_ready_ms(step, exercise, turns[0][0]),
            switch_ms=self._switch_ms(step, exercise),
            affected=self._affected,
            latitudes=choices.latitudes,
        )

    def _turns(
        self, step: ExerciseStep, sides: Sides | Side, exercise: Exercise, choices: StepChoices
    ) -> Turns:
        dose = whole_dose(step, exercise, self._routine.defaults)
        turns: tuple[Side | None, ...] = (None,)
        if isinstance(sides, Side):
            turns = (sides,)
        elif sides is not Sides.BOTH:
            order = step.order or self._routine.defaults.order or SideOrder.LEFT_FIRST
            first = order.first(self._affected)
            turns = (first, first.other)
        change = step.affected
        if change is None:
            plain = choices.side_dose(dose, step, sides, None)
            return tuple((side, plain) for side in turns)
        return tuple(
            (side, choices.side_dose(change.over(dose), step, sides, change))
            if self._affected.includes(side)
            else (side, choices.side_dose(dose, step, sides, None))
            for side in turns
        )

    def get_ready_ms(self, step: ExerciseStep, exercise: Exercise, side: Side | None) -> int:
        """Also takes note that this exercise comes now."""
        texts = texts_told(step, exercise, is_new=exercise.id not in self._met)
        before = self._before
        self.pass_by(exercise)
        defaults = self._routine.defaults
        said = defaults.get_ready_ms if step.get_ready_ms is None else step.get_ready_ms
        if not isinstance(said, int):
            said = auto_get_ready_ms(before, exercise, texts, side)
        # A routine that wants none gets none.
        return said + self._profile.extra_get_ready_ms if said > 0 else 0

    def _switch_ms(self, step: ExerciseStep, exercise: Exercise) -> int:
        said = (step.switch_ms, self._routine.defaults.switch_ms, exercise.dose.switch_ms)
        return next((ms for ms in said if ms is not None), DEFAULT_SWITCH_MS)


def _worked_sides(step: ExerciseStep, exercise: Exercise, affected: AffectedSide) -> Sides | Side:
    """How the step uses the sides; one for the affected side is for each where that is not one."""
    sides = step.sides or exercise.sides
    if isinstance(sides, Sides):
        return sides
    return sides.of(affected) or Sides.EACH
