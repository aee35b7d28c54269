"""What is wrong in a routine or an exercise beyond the shape of its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import SLOWEST_BREATH_MS, Profile
from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Routine, Step
from stretchcoach.core.content.sides import AffectedSide, OneSide, Sides
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.library.exercise_names import ExerciseNames, unknown_exercise
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.session.length import most_intervals, step_length
from stretchcoach.core.session.timeline import intervals_of
from stretchcoach.core.steps.planned_step import PlannedStep, plan, whole_dose
from stretchcoach.core.steps.side_dose import Path

MAX_TOTAL_MS = 4 * 60 * MINUTE_MS
MAX_STEPS = 500
MAX_INTERVALS = 5000
_SPARE_MS = 5 * MINUTE_MS  # texts for the other side may be longer, and so the times to get ready
_BY_PERSON = (OneSide.AFFECTED, OneSide.OTHER)
MOST_FAULTS = 100  # nobody mends more of them in one go


def exercise_faults(exercise: Exercise) -> tuple[Fault, ...]:
    """What is wrong in an exercise by itself."""
    faults = list(_dose_faults(exercise.dose, ("dose",)))
    for key in ("easier", "harder"):
        if getattr(exercise, key) == exercise.id:
            faults.append(Fault((key,), tr("an exercise cannot be its own {key} one", key=key)))
    return tuple(faults)


def routine_faults(routine: Routine, exercises: Exercises) -> tuple[Fault, ...]:
    """What is wrong in `routine` where `exercises` are all that it may name."""
    if not routine.steps:  # that none could be read, the reader says
        return ()
    if too_many := tuple(_count_faults(routine)):
        return too_many
    names = ExerciseNames(exercises)
    steps = _steps_faults(routine, routine.steps, ("steps",), exercises, names)
    faults = tuple(islice(steps, MOST_FAULTS))
    return faults or tuple(_length_faults(routine, exercises))


def faults_together(routine: Routine, exercises: Exercises) -> tuple[Fault, ...]:
    """What is wrong with the steps of `routine` together, where none is wrong by itself."""
    return tuple(_count_faults(routine)) or tuple(_length_faults(routine, exercises))


def surely_fit(steps: Sequence[PlannedStep]) -> bool:
    """Whether steps that were planned for one person are within the limits for everybody.

    Where it depends on the person how long they are, that is not told: then it is False.
    """
    if not steps or not all(map(_is_same_for_all, steps)):
        return False
    total_ms = sum(step_length(planned).total_ms for planned in steps)
    return (
        0 < total_ms <= MAX_TOTAL_MS - _SPARE_MS
        and len(steps) <= MAX_STEPS
        and sum(map(most_intervals, steps)) <= MAX_INTERVALS
    )


def _is_same_for_all(planned: PlannedStep) -> bool:
    """Whether neither the affected side nor what somebody chooses changes its length."""
    step = planned.step
    if isinstance(step, ExerciseStep) and (step.affected or step.sides in _BY_PERSON):
        return False
    in_breaths = any(dose.hold_breaths is not None for _, dose in planned.turns)
    return not planned.latitudes and not in_breaths


def _count_faults(routine: Routine) -> Iterator[Fault]:
    if written_out_count(routine.steps) > MAX_STEPS:
        text = tr("written out, this has more than {most} steps", most=MAX_STEPS)
        yield Fault(("steps",), text)


def written_out_count(steps: Collection[Step]) -> int:
    """How many steps these are when every block is written out, without writing it."""
    return sum(
        step.repeat * written_out_count(step.steps) if isinstance(step, RepeatStep) else 1
        for step in steps
        if step.enabled
    )


def _steps_faults(
    routine: Routine,
    steps: Collection[Step],
    path: Path,
    exercises: Exercises,
    names: ExerciseNames,
) -> Iterator[Fault]:
    for index, step in enumerate(steps):
        here = (*path, index)
        if isinstance(step, RepeatStep):
            yield from _steps_faults(routine, step.steps, (*here, "steps"), exercises, names)
        elif isinstance(step, ExerciseStep):
            yield from _step_faults(routine, step, here, exercises, names)


def _step_faults(
    routine: Routine, step: ExerciseStep, path: Path, exercises: Exercises, names: ExerciseNames
) -> Iterator[Fault]:
    yield from _dose_faults(step, path)
    if step.affected:
        yield from _dose_faults(step.affected, (*path, "affected"))
    exercise = exercises.get(step.exercise)
    if exercise is None:
        yield Fault((*path, "exercise"), unknown_exercise(step.exercise, names))
        return
    if step.affected and (step.sides or exercise.sides) is not Sides.EACH:
        text = tr("“affected” needs an exercise that does one side, then the other (sides: each)")
        yield Fault((*path, "affected"), text)
    known = whole_dose(step, exercise, routine.defaults).kinds_of_work
    if not known:
        text = tr("say how long: one of hold, pace, time or rep - the exercise has none of its own")
        yield Fault(path, text)
    elif len(known) > 1 and not step.kinds_of_work:
        text = tr("the dose of this exercise is not clear: it gives {named}", named=_and(known))
        yield Fault((*path, "exercise"), text)


def _dose_faults(dose: DoseChange, path: Path) -> Iterator[Fault]:
    """In a file, the reader has pointed at the second of the keys."""
    named = _kinds_of_work(dose)
    if len(named) > 1:
        text = tr("only one of {named} can be given", named=_and(named))
        yield Fault(path, text)


def _and(words: Collection[str]) -> str:
    return tr(" and ").join(words)


def _kinds_of_work(dose: DoseChange) -> tuple[str, ...]:
    return (dose if isinstance(dose, Dose) else dose.over(Dose())).kinds_of_work


def _length_faults(routine: Routine, exercises: Exercises) -> Iterator[Fault]:
    """Too long or empty at most, for a person with no affected side or with two."""
    for affected in (AffectedSide.NONE, AffectedSide.BOTH):
        person = Profile(affected, breath_ms=SLOWEST_BREATH_MS, upper_ends=True)
        steps = tuple(plan(routine, exercises, person))
        if fault := _length_fault(steps):
            yield fault
            return
        if not any(getattr(planned.step, "affected", None) for planned in steps):
            return


def _length_fault(steps: tuple[PlannedStep, ...]) -> Fault | None:
    """What is wrong with the length of all `steps` together."""
    total_ms = 0
    empty = True
    for planned in steps:
        length = step_length(planned)
        empty = empty and length.total_ms == 0 and not length.own_pace
        total_ms += length.total_ms
        if total_ms > MAX_TOTAL_MS:
            text = tr("with this step the routine lasts more than 4 hours")
            return Fault(planned.path, text)
    if empty and steps:
        return Fault(("steps",), tr("nothing is left to do: no step takes any time"))
    if empty:
        return Fault(("steps",), tr("nothing is left to do: every step is switched off"))
    if sum(map(most_intervals, steps)) > MAX_INTERVALS:
        return _too_many_intervals(steps)
    return None


def _too_many_intervals(steps: tuple[PlannedStep, ...]) -> Fault | None:
    """The step with which there are too many, counted one by one but not any further."""
    left = MAX_INTERVALS
    for planned in steps:
        left -= sum(1 for _ in islice(intervals_of(planned), left + 1))
        if left < 0:
            text = tr("with this step the routine has more than {most} intervals",
                      most=MAX_INTERVALS)  # fmt: skip
            return Fault(planned.path, text)
    return None
