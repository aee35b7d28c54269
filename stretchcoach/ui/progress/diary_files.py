"""The diary to and from files, as work beside the window: with a connection of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TextIO

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.period import PlannedOf
from stretchcoach.core.diary.visit_report import VisitReport
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.work.watch import Watch, part_of
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.whole_file import replace_bytes, replace_file
from stretchcoach.files.exchange.import_diary import Imported, ImportRefusedError, import_file
from stretchcoach.files.exchange.report_source import read_visit_report
from stretchcoach.files.exchange.shared_file import write_shared
from stretchcoach.ui.threads.beside_work import Outcome

READ = 0.8  # of the work of a report, about; the rest is drawing it


@dataclass(frozen=True)
class ReportAsked:
    """What a report is asked for, in all it needs to be made in another thread."""

    diary: Path
    first: date
    last: date
    affected: AffectedSide
    planned_of: PlannedOf

    def report(self, watch: Watch) -> VisitReport:
        """sqlite3.Error, OSError."""
        with closing(HistoryDb(self.diary)) as db:
            days = self.first, self.last
            return read_visit_report(db, *days, self.affected, self.planned_of, watch)


def write_export(
    diary: Path, path: Path, write: Callable[[HistoryDb, TextIO, Watch], None], watch: Watch
) -> None:
    """Let `write` write the diary to the file `path`. sqlite3.Error, OSError."""
    with closing(HistoryDb(diary)) as db:
        replace_file(path, partial(_write, db, write, watch))


def _write(
    db: HistoryDb,
    write: Callable[[HistoryDb, TextIO, Watch], None],
    watch: Watch,
    stream: TextIO,
) -> None:
    write(db, stream, watch)


def write_report(asked: ReportAsked, path: Path, watch: Watch) -> None:
    """The report as a page of PDF. sqlite3.Error, OSError."""
    replace_bytes(path, _pdf(asked, watch))


def write_report_and_diary(asked: ReportAsked, path: Path, watch: Watch) -> None:
    """The report and the whole diary as one file. sqlite3.Error, OSError."""
    pdf = _pdf(asked, part_of(watch, 0, 0.3))
    with closing(HistoryDb(asked.diary)) as db:
        write_shared(path, pdf, db, part_of(watch, 0.3, 1))


def _pdf(asked: ReportAsked, watch: Watch) -> bytes:
    from stretchcoach.paper.visit_report import visit_report_pdf

    report = asked.report(part_of(watch, 0, READ))
    watch(READ)
    return visit_report_pdf(report)


def read_report(asked: ReportAsked, show: Callable[[VisitReport], None], watch: Watch) -> Outcome:
    """Read it, for `show` to be called with it in the window."""
    try:
        return Outcome(then=partial(show, asked.report(watch)))
    except (sqlite3.Error, OSError) as error:
        return Outcome(tr("The diary cannot be used: {reason}.", reason=error))


def take_in(diary: Path, file: Path, watch: Watch) -> Outcome:
    """Merge `file` into the diary."""
    try:
        with closing(HistoryDb(diary)) as db:
            return Outcome(imported_words(import_file(db, file, watch)), is_changed=True)
    except ImportRefusedError as error:
        return Outcome(tr("Nothing was taken in: {problem}.", problem=error.problems[0]))
    except (sqlite3.Error, OSError) as error:
        return Outcome(tr("The diary cannot be used: {reason}.", reason=error))


def imported_words(imported: Imported) -> str:
    """“1 new session, 5 were known already”"""
    new = trn("{n} new session", "{n} new sessions", imported.new)
    known = trn("{n} was known already", "{n} were known already", imported.known)
    return tr("{new}, {known}", new=new, known=known)
