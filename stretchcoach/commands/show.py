"""Prints the timeline of a routine: every interval with its side and its time."""

from __future__ import annotations

import argparse
import json

from stretchcoach.commands import EXIT_OK
from stretchcoach.commands.routine_argument import add_routine_arguments, timeline_of
from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import clock_words, time_words
from stretchcoach.core.session.dose_words import step_title
from stretchcoach.core.session.phase_words import phase_word
from stretchcoach.core.session.timeline import Interval, Timeline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_routine_arguments(parser)
    parser.add_argument("--json", action="store_true", help=tr("as JSON for other programs"))


def run(options: argparse.Namespace) -> int:
    found = timeline_of(options)
    if isinstance(found, int):
        return found
    routine, timeline = found
    if options.json:
        print(json.dumps(_as_json(routine.id, routine.title, timeline), indent=2))
        return EXIT_OK
    print(f"{routine.title} - {time_words(timeline.total_ms)}")
    for row in _table(timeline):
        print(row)
    return EXIT_OK


def _as_json(routine_id: str, title: str, timeline: Timeline) -> dict[str, object]:
    return {
        "id": routine_id,
        "title": title,
        "total_ms": timeline.total_ms,
        "intervals": [_interval_as_json(interval) for interval in timeline.intervals],
    }


def _interval_as_json(interval: Interval) -> dict[str, object]:
    return {
        "kind": interval.kind.value,
        "duration_ms": interval.duration_ms,
        "exercise": interval.exercise,
        "side": interval.side.value if interval.side else None,
        "set": interval.set_no,
        "rep": interval.rep_no,
        "label": interval.label,
    }


def _table(timeline: Timeline) -> list[str]:
    """A row an interval: when it begins, how long it lasts, what it is."""
    rows = []
    begins_ms = 0
    wide = max(len(_phase(interval)) for interval in timeline.intervals)
    for interval in timeline.intervals:
        lasts = tr("until done")
        if interval.duration_ms is not None:
            lasts = clock_words(interval.duration_ms)
        cells = (
            clock_words(begins_ms).rjust(6),
            lasts.rjust(5),
            str(interval.step_no).rjust(3),
            _phase(interval).ljust(wide),
            (side_word(interval.side) if interval.side else "").ljust(6),
            _count(interval).ljust(6),
            step_title(timeline.step_of(interval)),
        )
        rows.append("  ".join(cells).rstrip())
        begins_ms += interval.duration_ms or 0
    return rows


def _phase(interval: Interval) -> str:
    return interval.label or phase_word(interval.kind)


def _count(interval: Interval) -> str:
    if interval.set_no is None:
        return ""
    return f"{interval.set_no}.{interval.rep_no}" if interval.rep_no else str(interval.set_no)
