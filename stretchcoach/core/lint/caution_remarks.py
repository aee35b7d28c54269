"""Exercises that name a caution which the client has."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.routine import Exercises, ExerciseStep, Routine
from stretchcoach.core.content.terms import Caution, RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.caution_filter import FlaggedStep, flagged_steps
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.session.shorten import single_steps


def caution_remarks(
    routine: Routine, exercises: Exercises, cautions: Collection[Caution]
) -> Iterator[Remark]:
    """A remark on each step that one of `cautions` concerns, with the nearest easier exercise
    that has none of them."""
    if not cautions:
        return
    labels = {caution: caution_words(caution).label for caution in cautions}
    steps = dict(single_steps(routine.steps))
    for flagged in flagged_steps(routine, exercises, cautions):
        step = steps[flagged.path]
        assert isinstance(step, ExerciseStep)
        named = "; ".join(labels[caution] for caution in flagged.cautions)
        yield remark_by_rule(
            RemarkCode.CLIENTS_CAUTION,
            (*flagged.path, "exercise"),
            tr("“{name}” names a caution that the client has: {cautions}",
               name=flagged.exercise.name, cautions=named),
            _easier(flagged, step),
        )  # fmt: skip


def _easier(flagged: FlaggedStep, step: ExerciseStep) -> Fix | None:
    """The easier exercise in its place; spoken phases were written for the other one."""
    if flagged.easier is None or step.rep is not None or step.affected is not None:
        return None
    edit = Edit((*flagged.path, "exercise"), flagged.easier.id)
    return Fix(tr("take “{name}” instead", name=flagged.easier.name), (edit,))
