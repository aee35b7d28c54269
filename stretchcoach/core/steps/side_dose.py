"""The dose of one side with everything decided: ranges by what the person chose, and defaults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stretchcoach.core.content.dose import Breaths, Dose, DoseChange, Manual, Phase, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS

DEFAULT_REST_MS = 10 * SECOND_MS
DEFAULT_RELAX_MS = 2 * SECOND_MS
DEFAULT_TURN_MS = 3 * SECOND_MS

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class SideDose:
    """What is done of an exercise on one side; of hold, pace, time and rep it has exactly one.

    `turn_ms` is the time to change sides between two reps of sides that take turns,
    `hold_breaths` the hold as it was counted, where that was in breaths.
    """

    sets: int = 1
    reps: int = 1
    hold_ms: int | None = None
    hold_breaths: int | None = None
    pace_ms: int | Manual | None = None
    time_ms: int | None = None
    rep: tuple[Phase, ...] | None = None
    relax_ms: int = 0
    turn_ms: int = 0
    rest_ms: int = DEFAULT_REST_MS


@dataclass(frozen=True)
class Latitude:
    """A range that is left to the person, and what holds of it now.

    `key` is the name of the choice among the settings, `field` that of the dose. The choice
    counts what the range counts: breaths where `in_breaths`, else milliseconds, sets or reps.
    """

    key: str
    field: str
    range: Range
    chosen: int
    in_breaths: bool = False
    affected: bool = False

    @property
    def has_room(self) -> bool:
        """Whether more than what was chosen is allowed."""
        return self.chosen < self.range.high

    @property
    def values(self) -> tuple[int, ...]:
        """What one chooses from: even steps from the lower end, the upper end, what is chosen."""
        low, high = self.range.low, self.range.high
        counts = not self.field.endswith("_ms") or self.in_breaths
        step = 1 if counts else _even_step_ms(high - low)
        return tuple(sorted({*range(low, high, step), high, self.chosen}))


def _even_step_ms(width_ms: int) -> int:
    """Steps of 5 s where a range is wide enough for two of them, of 15 s from two minutes on."""
    if width_ms < 10 * SECOND_MS:
        return SECOND_MS
    return 5 * SECOND_MS if width_ms < 2 * MINUTE_MS else 15 * SECOND_MS


class StepChoices:
    """What holds of the ranges in the step at `path` of `routine`."""

    def __init__(self, routine: Routine, path: Path, profile: Profile) -> None:
        self._routine = routine
        self._path = path
        self._profile = profile
        self._found: dict[str, Latitude] = {}

    @property
    def latitudes(self) -> tuple[Latitude, ...]:
        """The ranges that were met, in the order of the fields."""
        return tuple(self._found.values())

    def side_dose(
        self, dose: Dose, step: ExerciseStep, sides: Sides | Side, change: DoseChange | None
    ) -> SideDose:
        """`dose`, which `change` was laid over on an affected side, with everything decided.

        Raises ValueError when it has not exactly one of hold, pace, time and rep.
        """
        if len(dose.kinds_of_work) != 1:
            raise ValueError("a dose needs exactly one of hold, pace, time and rep")
        pace = dose.pace_ms
        relax_ms, turn_ms = _between_reps(dose, step, sides)
        sets = self._amount("sets", dose.sets, change)
        reps = None if dose.time_ms is not None else self._amount("reps", dose.reps, change)
        hold = self._amount("hold_ms", dose.hold_ms, change)
        in_breaths = isinstance(dose.hold_ms, Breaths)
        return SideDose(
            sets=sets or 1,
            reps=reps or 1,
            hold_ms=hold and hold * (self._profile.breath_ms if in_breaths else 1),
            hold_breaths=hold if in_breaths else None,
            pace_ms=pace if pace is Manual.MANUAL else self._amount("pace_ms", pace, change),
            time_ms=self._amount("time_ms", dose.time_ms, change),
            rep=dose.rep,
            relax_ms=relax_ms,
            turn_ms=turn_ms,
            rest_ms=DEFAULT_REST_MS if dose.rest_ms is None else dose.rest_ms,
        )

    def _amount(
        self, field: str, value: int | Range | Breaths | Manual | None, change: DoseChange | None
    ) -> int | None:
        """`value` as a number, what was chosen of a range; breaths are counted as such."""
        if value is None or isinstance(value, (int, Manual)):
            return value if isinstance(value, int) else None
        in_breaths = isinstance(value, Breaths)
        count = value.count if isinstance(value, Breaths) else value
        if isinstance(count, Range):
            affected = change is not None and getattr(change, field) is not None
            count = self._chosen(field, count, in_breaths, affected)
        return count

    def _chosen(self, field: str, choice: Range, in_breaths: bool, affected: bool) -> int:
        key = f"{step_key(self._routine, self._path)}/{'affected.' * affected}{field}"
        if key not in self._found:
            chosen = choice.high
            if not self._profile.upper_ends:
                chosen = dict(self._profile.picks).get(key, choice.low)
                chosen = chosen if chosen in choice else choice.low
            self._found[key] = Latitude(key, field, choice, chosen, in_breaths, affected)
        return self._found[key].chosen


def _between_reps(dose: Dose, step: ExerciseStep, sides: Sides | Side) -> tuple[int, int]:
    """The time to relax and the time to change sides between two reps of a set."""
    if dose.relax_ms is not None:
        return dose.relax_ms, 0
    if sides is not Sides.ALTERNATE:
        return (0 if dose.hold_ms is None else DEFAULT_RELAX_MS), 0
    if dose.hold_ms is None and dose.rep is None:
        return 0, 0
    return 0, DEFAULT_TURN_MS if step.switch_ms is None else step.switch_ms


def step_key(routine: Routine, path: Path) -> str:
    """A name for the step at `path` that lasts while other steps come and go.

    It is of the routine, the exercise, and which of its steps it is.
    """
    steps: tuple[Step, ...] = routine.steps
    *above, index = (part for part in path if isinstance(part, int))
    before: list[Step] = []
    for place in above:
        block = steps[place]
        assert isinstance(block, RepeatStep)
        before += steps[:place]
        steps = block.steps
    here = steps[index]
    assert isinstance(here, ExerciseStep)
    before += steps[:index]
    name = here.instead_of or here.exercise
    return f"{routine.id}/{name}/{1 + _count(before, name)}"


def _count(steps: Iterable[Step], exercise: str) -> int:
    """How many steps with `exercise` there are, those of blocks and those switched off too."""
    return sum(
        _count(step.steps, exercise)
        if isinstance(step, RepeatStep)
        else isinstance(step, ExerciseStep) and (step.instead_of or step.exercise) == exercise
        for step in steps
    )
