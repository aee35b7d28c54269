"""Writes a report for a visit: what was planned and done, how it felt, and notes."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TextIO

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.commands.arguments.diary_argument import diary_to_look_at, print_damage
from stretchcoach.commands.arguments.routine_argument import library_of
from stretchcoach.core.diary.period import Asked, PlannedOf
from stretchcoach.core.diary.visit_report import VisitReport
from stretchcoach.core.diary.visit_report_words import report_text
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.work_words import report_words, shared_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.disk.whole_file import (
    refuse_unwritable,
    replace_bytes,
    replace_file,
    why_not_written,
)
from stretchcoach.files.exchange.report_source import read_visit_report
from stretchcoach.files.exchange.shared_file import ENDING, write_shared
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.files.yaml.problems import clean
from stretchcoach.start.no_screen import qt_without_screen
from stretchcoach.terminal.progress_line import ProgressLine

WEEKS = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        required=True,
        help=tr(
            "the PDF to write; a name that ends in .txt makes it plain text, one that ends in"
            " .zip a file with the whole diary, too"
        ),
    )
    parser.add_argument(
        "--with-diary",
        action="store_true",
        help=tr("report and whole diary as one file (zip), to attach to a message"),
    )
    parser.add_argument(
        "--since",
        type=_day,
        metavar="DATE",
        help=tr("the first day, as 2026-09-01; 12 weeks ago otherwise"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr("“{text}” is no day such as 2026-09-01", text=text)
        ) from None


def run(options: argparse.Namespace) -> int:
    last = now_moment().day
    first = options.since or last - timedelta(weeks=WEEKS) + timedelta(days=1)
    if first > last:
        print(tr("--since is a day that has not come yet."), file=sys.stderr)
        return EXIT_PROBLEMS
    paths = user_paths(options.data_dir)
    settings = SettingsFile(paths.settings).peek()
    affected = settings.affected
    with diary_to_look_at(paths) as db:
        if db is None:
            return EXIT_PROBLEMS
        planned_of = planned_of_library(library_of(options), settings)
        try:
            refuse_unwritable(options.output)
            with ProgressLine(report_words, sys.stderr) as watch:
                report = read_visit_report(db, first, last, affected, planned_of, watch)
        except OSError as error:
            return _not_written(options.output, error)
        except sqlite3.Error as error:
            print(tr("The diary cannot be used: {reason}.", reason=error), file=sys.stderr)
            return EXIT_PROBLEMS
        is_shared = options.with_diary or options.output.suffix.lower() == ENDING
        code = _write(report, options.output, db if is_shared else None)
        print_damage(db)
    return code


def planned_of_library(library: Library, settings: Settings) -> PlannedOf:
    """What the routines of `library` ask of a week where the person took up their schedule."""
    entries = {entry.id: entry for entry in library.routines}

    def planned_of(routine_id: str) -> Asked:
        entry = entries.get(routine_id)
        if entry is None or entry.routine is None:
            return Asked()
        timeline = expand(entry.routine, entry.exercises, settings.profile)
        since = settings.taken_up_since(routine_id)
        return Asked(entry.routine.schedule, timeline, since) if since else Asked(None, timeline)

    return planned_of


def _write(report: VisitReport, path: Path, db: HistoryDb | None) -> int:
    """With all of `db`, where there is one."""
    try:
        if db is not None:
            pdf = _pdf(report)
            with ProgressLine(shared_words, sys.stderr) as watch:
                write_shared(path, pdf, db, watch)
        elif path.suffix.lower() == ".txt":
            replace_file(path, partial(_write_text, report))
        else:
            replace_bytes(path, _pdf(report))
    except OSError as error:
        return _not_written(path, error)
    except sqlite3.Error as error:
        print(tr("The diary cannot be used: {reason}.", reason=error), file=sys.stderr)
        return EXIT_PROBLEMS
    print(path)
    return EXIT_OK


def _not_written(path: Path, error: OSError) -> int:
    reason = why_not_written(error)
    print(tr("{path} cannot be written: {reason}.", path=path, reason=reason), file=sys.stderr)
    return EXIT_PROBLEMS


def _write_text(report: VisitReport, stream: TextIO) -> None:
    stream.write(clean(report_text(report)))


def _pdf(report: VisitReport) -> bytes:
    from stretchcoach.paper.visit_report import visit_report_pdf

    with qt_without_screen():
        return visit_report_pdf(report)
