"""The shapes of the strip in words, for screen readers and tool tips. No Qt."""

from __future__ import annotations

from enum import Enum

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.session.timeline import IntervalKind, Timeline
from stretchcoach.ui.widgets.strip.strip_layout import StripItem


class Progress(Enum):
    DONE = "done"
    SHORTENED = "shortened"
    LEFT_OUT = "left out"
    NOW = "now"
    TO_COME = "to come"


def side_letter(side: Side | None) -> str:
    """The letter on a block."""
    if side is Side.LEFT:
        # Translators: the one letter for "left" on a small block.
        return trc("one letter", "L")
    if side is Side.RIGHT:
        # Translators: the one letter for "right" on a small block.
        return trc("one letter", "R")
    return ""


def side_words(side: Side, affected: AffectedSide) -> str:
    words = side_title(side)
    return tr("{side}, your affected side", side=words) if affected.includes(side) else words


def describe(
    timeline: Timeline, item: StripItem, progress: Progress, affected: AffectedSide
) -> str:
    """One shape: step, exercise, side, set, time, and whether it is over."""
    interval = timeline.intervals[item.first]
    exercise = timeline.exercise_of(interval)
    parts = [tr("Step {n}", n=item.step_no)]
    parts.append(_what(interval.kind, exercise.name if exercise else ""))
    if item.side is not None:
        parts.append(side_words(item.side, affected))
    if item.set_no is not None:
        parts.append(tr("set {n}", n=item.set_no))
    parts.append(_time(timeline, item))
    state = {
        Progress.DONE: trc("an interval", "done"),
        Progress.SHORTENED: trc("an interval", "shortened"),
        Progress.LEFT_OUT: trc("an interval", "left out"),
        Progress.NOW: trc("an interval", "now"),
        Progress.TO_COME: trc("an interval", "to come"),
    }[progress]
    return ", ".join([*(part for part in parts if part), state])


def _what(kind: IntervalKind, name: str) -> str:
    if kind is IntervalKind.REST:
        return tr("rest")
    if kind is IntervalKind.GET_READY:
        return tr("get ready: {exercise}", exercise=name)
    if kind is IntervalKind.SWITCH:
        return tr("switch sides")
    return name


def _time(timeline: Timeline, item: StripItem) -> str:
    times = [i.duration_ms for i in timeline.intervals[item.first : item.last + 1]]
    if None in times:
        return tr("until you say done")
    return time_words(sum(time for time in times if time is not None))
