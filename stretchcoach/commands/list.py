"""Lists the routines: id, title, total time, number of problems."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence

from stretchcoach.commands import EXIT_OK
from stretchcoach.commands.arguments.routine_argument import library_of, profile_of
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry

COLUMN_GAP = "  "


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("as JSON for other programs"))
    parser.add_argument(
        "--exercises", action="store_true", help=tr("the exercises instead of the routines")
    )
    parser.add_argument(
        "--affected",
        choices=[side.value for side in AffectedSide],
        help=tr("your affected side; what the settings say otherwise"),
    )


def run(options: argparse.Namespace) -> int:
    library = library_of(options)
    if options.exercises:
        rows = _exercise_rows(library)
    else:
        profile = profile_of(options)
        rows = [_routine_row(entry, profile) for entry in library.routines]
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        for line in _aligned([_words(row) for row in rows]):
            print(line)
    return EXIT_OK


def _routine_row(entry: RoutineEntry, profile: Profile) -> dict[str, object]:
    total_ms = None
    if entry.routine is not None:
        total_ms = expand(entry.routine, entry.exercises, profile).total_ms
    return {
        "id": entry.id,
        "title": entry.title,
        "total_ms": total_ms,
        "problems": len(entry.problems),
    }


def _exercise_rows(library: Library) -> list[dict[str, object]]:
    return [
        {
            "id": exercise.id,
            "name": exercise.name,
            "position": exercise.position.value if exercise.position else "",
        }
        for exercise in library.exercises.values()
    ]


def _words(row: dict[str, object]) -> list[str]:
    """The cells of a row as a person reads them."""
    if "problems" not in row:
        return [str(value) for value in row.values()]
    total_ms, problems = row["total_ms"], row["problems"]
    return [
        str(row["id"]),
        time_words(total_ms) if isinstance(total_ms, int) else "-",
        str(row["title"]),
        trn("{n} problem", "{n} problems", problems)
        if isinstance(problems, int) and problems
        else "",
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield COLUMN_GAP.join(cells).rstrip()
