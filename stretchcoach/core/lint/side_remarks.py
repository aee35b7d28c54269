"""One side that is worked more than the other without a word of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.side_words import small_side_word
from stretchcoach.core.content.sides import OneSide, Side, Sides
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep

CERTAIN = (OneSide.LEFT, OneSide.RIGHT)


def side_remarks(routine: Routine, timeline: Timeline) -> Iterator[Remark]:
    """For each exercise with a step for the left or the right side alone: a remark where that side
    has more of it. An affected side that the file names says why, and so does a word of the
    step or of the routine."""
    texts = f"{routine.title} {routine.goal} {routine.for_} {routine.note}"
    words = re.findall(r"\w+", fold(texts))
    told = {side for side in Side if fold(small_side_word(side)) in words}
    told |= {side for side in Side if routine.affected and routine.affected.includes(side)}
    for steps in _by_exercise(timeline).values():
        more = _side_with_more(timeline, steps)
        alone = [one for one in steps if _is_for(one, more) and not one.step.note]
        if more is not None and more not in told and alone:
            yield _remark(alone[0], more, is_only=len(steps) == 1)


def _by_exercise(timeline: Timeline) -> dict[str, list[PlannedStep]]:
    found: dict[str, list[PlannedStep]] = {}
    for planned in timeline.steps:
        if planned.exercise is not None:
            found.setdefault(planned.exercise.id, []).append(planned)
    return found


def _side_with_more(timeline: Timeline, steps: list[PlannedStep]) -> Side | None:
    if not any(_is_for(one, side) for one in steps for side in Side):
        return None
    numbers = {one.step_no for one in steps}
    held: Counter[Side] = Counter()
    for interval in timeline.intervals:
        if interval.step_no in numbers and interval.side and interval.kind.is_work:
            held[interval.side] += interval.duration_ms or 1
    more = max(Side, key=held.__getitem__)
    return more if held[more] > held[more.other] else None


def _is_for(planned: PlannedStep, side: Side | None) -> bool:
    """Whether the file says of the step that it is for `side` alone."""
    step = planned.step
    said = isinstance(step, ExerciseStep) and step.sides in CERTAIN
    return said and planned.sides is side


def _remark(planned: PlannedStep, side: Side, *, is_only: bool) -> Remark:
    assert planned.exercise is not None
    name, path = planned.exercise.name, (*planned.path, "sides")
    if not is_only:
        message = tr("“{name}”: more on the {side} side", name=name, side=small_side_word(side))
        return remark_by_rule(RemarkCode.SIDES_UNEQUAL, path, message)
    fix = None
    if planned.exercise.sides is Sides.EACH:
        fix = Fix(tr("leave out “{key}”", key="sides"), (Edit(path, None),))
    message = tr("“{name}”: on the {side} side alone", name=name, side=small_side_word(side))
    return remark_by_rule(RemarkCode.SIDES_UNEQUAL, path, message, fix)
