"""Prints a routine, every interval with its side and its time, or what an exercise says."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.commands.arguments.routine_argument import (
    add_routine_arguments,
    library_of,
    timeline_of,
)
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.language.i18n import languages, tr
from stretchcoach.core.language.time_words import clock_words, time_words
from stretchcoach.core.library.localize import localized
from stretchcoach.core.session.dose_words import step_title
from stretchcoach.core.session.phase_words import phase_word
from stretchcoach.core.session.timeline import Interval, Timeline
from stretchcoach.files.library.exercise_files import ExerciseEntry
from stretchcoach.files.library.full_library import Library
from stretchcoach.terminal.listing import exercise_lines, routine_lines

WIDEST = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_routine_arguments(parser, help_text=tr("the id of a routine or of an exercise, or a file"))
    parser.add_argument("--json", action="store_true", help=tr("as JSON for other programs"))
    parser.add_argument(
        "--full", action="store_true", help=tr("with all notes and how each exercise is done")
    )


def run(options: argparse.Namespace) -> int:
    library = library_of(options)
    entry = _exercise_of(library, options.routine)
    if entry is not None:
        return _show_exercise(entry, library.known.localized_exercises, options.json)
    found = timeline_of(options, library)
    if isinstance(found, int):
        return found
    routine, timeline = found
    if options.json:
        print(json.dumps(_as_json(routine, timeline, options.full), indent=2, ensure_ascii=False))
        return EXIT_OK
    print(f"{routine.title} - {time_words(timeline.total_ms)}")
    if options.full:
        for line in (*routine_lines(routine, timeline, _width()), ""):
            print(line)
    for row in _table(timeline):
        print(row)
    return EXIT_OK


def _exercise_of(library: Library, name: str) -> ExerciseEntry | None:
    """The exercise with the id `name`, or that of the file; a routine of that name goes first."""
    if library.routine_by_id(name) is not None:
        return None
    entries = reversed(library.exercise_entries)  # the person's own go before bundled ones
    entry = next((entry for entry in entries if entry.id == name), None)
    if entry is None and os.path.isfile(name):
        return next(iter(library.check([Path(name)]).exercise_entries), None)
    return entry


def _show_exercise(entry: ExerciseEntry, known: Mapping[str, Exercise], as_json: bool) -> int:
    if entry.exercise is None:
        for problem in entry.problems:
            print(problem.format(), file=sys.stderr)
        return EXIT_PROBLEMS
    exercise = localized(entry.exercise, languages())
    if as_json:
        print(json.dumps(_exercise_as_json(exercise), indent=2, ensure_ascii=False))
    else:
        for line in exercise_lines(exercise, known, _width()):
            print(line)
    return EXIT_OK


def _width() -> int:
    return min(WIDEST, max(40, shutil.get_terminal_size().columns))


def _as_json(routine: Routine, timeline: Timeline, full: bool) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": routine.id,
        "title": routine.title,
        "total_ms": timeline.total_ms,
        "intervals": [_interval_as_json(interval) for interval in timeline.intervals],
    }
    if full:
        exercises = {step.exercise.id: step.exercise for step in timeline.steps if step.exercise}
        shown["note"] = routine.note
        shown["step_notes"] = [step.step.note for step in timeline.steps]
        shown["exercises"] = [_exercise_as_json(exercise) for exercise in exercises.values()]
    return shown


def _exercise_as_json(exercise: Exercise) -> dict[str, object]:
    """What `exercise` says to people, by the keys of its file."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "position": exercise.position.value if exercise.position else None,
        "kind": exercise.kind.value,
        "sides": exercise.sides.value,
        "equipment": [thing.value for thing in exercise.equipment],
        "instructions": vars(exercise.instructions),
        "cues": exercise.cues,
        "easier": exercise.easier,
        "harder": exercise.harder,
        "cautions": [caution.value for caution in exercise.cautions],
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
