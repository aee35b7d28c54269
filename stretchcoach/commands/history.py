"""Shows the diary, writes it out as CSV or JSON, or reads in that of another computer."""

from __future__ import annotations

import argparse
import io
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE
from stretchcoach.commands.arguments.diary_argument import (
    diary_to_look_at,
    opened_diary,
    print_damage,
)
from stretchcoach.core.diary.session_words import remarks, title_words
from stretchcoach.core.diary.stats import SessionSummary
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.core.language.work_words import diary_words
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import summaries
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.disk.whole_file import replace_file, why_not_written
from stretchcoach.files.exchange.export_diary import write_csv, write_json
from stretchcoach.files.exchange.import_diary import ImportRefusedError, import_file
from stretchcoach.files.yaml.problems import clean
from stretchcoach.terminal.progress_line import ProgressLine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--csv", action="store_true", help=tr("everything as a table"))
    what.add_argument("--json", action="store_true", help=tr("everything as JSON"))
    what.add_argument(
        "--import",
        dest="import_file",
        type=Path,
        metavar="FILE",
        help=tr("take in what “history --json” or “report --with-diary” wrote elsewhere"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=tr("write to FILE, with --csv or --json")
    )


def run(options: argparse.Namespace) -> int:
    if options.output is not None and not (options.csv or options.json):
        print(tr("-o needs --csv or --json."), file=sys.stderr)
        return EXIT_USAGE
    paths = user_paths(options.data_dir)
    try:
        if options.import_file is not None:
            return _import(opened_diary(paths), options.import_file)
        with diary_to_look_at(paths) as db:
            return _look(db, options)
    except sqlite3.Error as error:
        print(tr("The diary cannot be used: {reason}.", reason=error), file=sys.stderr)
        return EXIT_PROBLEMS


def _look(db: HistoryDb | None, options: argparse.Namespace) -> int:
    if db is None:
        return EXIT_PROBLEMS
    if options.csv or options.json:
        write = partial(write_csv if options.csv else write_json, db)
        code = _write(write, options.output)
    else:
        _show(db)
        code = EXIT_OK
    print_damage(db)
    return code


def _import(db: HistoryDb | None, path: Path) -> int:
    if db is None:
        return EXIT_PROBLEMS
    try:
        with closing(db):
            imported = import_file(db, path)
    except ImportRefusedError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(tr("Nothing was taken in."), file=sys.stderr)
        return EXIT_PROBLEMS
    new = trn("{n} new session", "{n} new sessions", imported.new)
    known = trn("{n} was known already", "{n} were known already", imported.known)
    print(tr("{new}, {known}", new=new, known=known))
    return EXIT_OK


def _write(write: Callable[..., None], output: Path | None) -> int:
    """To standard output, or to `output`, which is replaced whole or not at all."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        write(sys.stdout)
        return EXIT_OK
    try:
        with ProgressLine(diary_words, sys.stderr) as watch:
            replace_file(output, partial(write, watch=watch))
    except OSError as error:
        reason = why_not_written(error)
        print(
            tr("{path} cannot be written: {reason}.", path=output, reason=reason), file=sys.stderr
        )
        return EXIT_PROBLEMS
    return EXIT_OK


def _show(db: HistoryDb) -> None:
    """A line a session, the newest first."""
    found = summaries(db)
    if not found:
        print(tr("There is nothing in the diary yet."))
    for one in found:
        print(_line(db, one))


def _line(db: HistoryDb, one: SessionSummary) -> str:
    cells = [
        one.started.local.strftime("%Y-%m-%d %H:%M"),
        clock_words(one.held_ms).rjust(6),
        # Translators: minutes held on the left side, in a narrow column.
        tr("left {time}", time=clock_words(one.left_ms).rjust(5)),
        tr("right {time}", time=clock_words(one.right_ms).rjust(5)),
        title_words(one.routine_title),
    ]
    for record in db.sessions([one.id]):
        cells.append(" - ".join(remarks(record)))
    return clean("  ".join(cells))
