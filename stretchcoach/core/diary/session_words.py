"""A session of the diary in words: what was left out, shortened or eased off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stretchcoach.core.content.side_words import on_the_side
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.language.visible import is_visible
from stretchcoach.core.session.dose_words import load_and_effort
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import IntervalRecord, SessionRecord, SessionState, StepRecord


def title_words(title: str) -> str:
    """The title of a routine in one line, which is never an empty one."""
    line = " ".join(title.split())
    return line if is_visible(line) else tr("Without a name")


def remarks(record: SessionRecord) -> tuple[str, ...]:
    """All there is to say about `record`, the most important first; at least one sentence."""
    finished = record.state is SessionState.FINISHED
    cut_off = [] if finished else [tr("Stopped at step {n}", n=record.at_step_no)]
    eased: list[str] = []
    left_out: list[str] = []
    shortened: list[str] = []
    for step in record.steps:
        work = [i for i in record.intervals if i.step_no == step.step_no and i.kind.is_work]
        eased += [_eased_words(step, interval) for interval in _eased(work)]
        if finished or step.step_no < record.at_step_no:
            left_out += _left_out(step, work)
            shortened += _shortened(step, work)
    return (*cut_off, *eased, *left_out, *shortened) or (tr("All done"),)


def is_done_in_full(record: SessionRecord) -> bool:
    """Whether the end was reached and nothing of the work left out or shortened; who eased off
    has done it."""
    work = (interval for interval in record.intervals if interval.kind.is_work)
    return record.state is SessionState.FINISHED and all(
        one.outcome in (Outcome.DONE, Outcome.EASED_OFF) for one in work
    )


def short_remark(record: SessionRecord) -> str:
    """The most important remark, for a line in a list."""
    return remarks(record)[0]


def asked_for(record: SessionRecord) -> tuple[str, ...]:
    """What the routine asked for, a line a step, ranges as they were written."""
    lines = []
    for step in record.steps:
        asked = ", ".join(filter(None, (step.dose, *load_and_effort(step.load, step.effort))))
        if asked:
            lines.append(tr("{n}. {name}: {dose}", n=step.step_no, name=step.name, dose=asked))
    return tuple(lines)


def _eased(work: Iterable[IntervalRecord]) -> Iterator[IntervalRecord]:
    """The first interval of each side in which the person eased off."""
    sides: set[Side | None] = set()
    for interval in work:
        eased = interval.eased_at_ms is not None or interval.outcome is Outcome.EASED_OFF
        if eased and interval.side not in sides:
            sides.add(interval.side)
            yield interval


def _eased_words(step: StepRecord, interval: IntervalRecord) -> str:
    where = tr("Eased off at step {n}", n=step.step_no)
    if interval.side is not None:
        where = tr("{where} {on_the_side}", where=where, on_the_side=on_the_side(interval.side))
    if interval.eased_at_ms is None:
        return where
    return tr("{where}, after {time}", where=where, time=short_time_words(interval.eased_at_ms))


def _left_out(step: StepRecord, work: list[IntervalRecord]) -> Iterator[str]:
    sides = _sides_of(work)
    empty = [side for side in sides if all(i.held_ms == 0 for i in work if i.side is side)]
    if empty and len(empty) == len(sides):
        yield tr("{name} left out", name=step.name)
        return
    for side in filter(None, empty):
        where = on_the_side(side)
        yield tr("{name} left out {on_the_side}", name=step.name, on_the_side=where)


def _shortened(step: StepRecord, work: list[IntervalRecord]) -> Iterator[str]:
    """Sides on which something was held, but not all of it."""
    for side in _sides_of(work):
        here = [interval for interval in work if interval.side is side]
        less = [i for i in here if i.outcome in (None, Outcome.SKIPPED, Outcome.SHORTENED)]
        if not less or all(interval.held_ms == 0 for interval in here):
            continue
        if side is None:
            yield tr("{name} shortened", name=step.name)
        else:
            where = on_the_side(side)
            yield tr("{name} shortened {on_the_side}", name=step.name, on_the_side=where)


def _sides_of(work: Iterable[IntervalRecord]) -> list[Side | None]:
    return list(dict.fromkeys(interval.side for interval in work))
