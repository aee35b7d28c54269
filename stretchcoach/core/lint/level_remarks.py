"""A demanding exercise in a routine that calls itself easy."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.session.timeline import Timeline

EASY, DEMANDING = 1, 3


def level_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    """One remark at the first demanding exercise of an easy routine."""
    if routine.level > EASY:
        return
    for planned in timeline.steps:
        if planned.exercise is not None and planned.exercise.level >= DEMANDING:
            level = str(planned.exercise.level)
            yield remark_by_rule(
                RemarkCode.HARDER_THAN_SAID,
                planned.path,
                tr("“{name}” is demanding, and the routine an easy one",
                   name=planned.exercise.name),
                Fix(tr("write “level: {level}”", level=level), (Edit(("level",), level),)),
            )  # fmt: skip
            return
