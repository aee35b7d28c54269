"""Many more reps than are usual for the kind of an exercise."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import trn
from stretchcoach.core.lint.limits import MOST_REPS
from stretchcoach.core.lint.remark import Remark, remark_by_rule
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.side_dose import SideDose


def reps_remarks(timeline: Timeline) -> Iterator[Remark]:
    """A remark on each step that asks for far too many on one side."""
    for planned in timeline.steps:
        step = planned.step
        if planned.exercise is None or not isinstance(step, ExerciseStep):
            continue
        reps = max(_reps(dose) for _, dose in planned.turns)
        if reps <= MOST_REPS.get(planned.exercise.kind, reps):
            continue
        said = [key for key in ("reps", "sets") if getattr(step, key) is not None]
        yield remark_by_rule(
            RemarkCode.UNUSUAL_REPS,
            (*planned.path, *said[:1]),
            trn(
                "this is done {n} time on each side that works",
                "this is done {n} times on each side that works",
                reps,
            ),
        )


def _reps(dose: SideDose) -> int:
    """How often it is done in all sets; 0 where reps are not counted."""
    return 0 if dose.time_ms is not None else dose.sets * dose.reps
