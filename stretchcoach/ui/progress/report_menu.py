"""The visit report of the progress page: a page of PDF, or text to paste."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from stretchcoach.core.diary.period import PlannedOf
from stretchcoach.core.diary.visit_report import VisitReport
from stretchcoach.core.diary.visit_report_words import report_text
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.exchange.report_source import read_visit_report
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.transfer import written_words

# The first and the last day that are shown now.
Days = Callable[[], tuple[date, date]]


class ReportMenu(QObject):
    """`told` has a sentence about what was done or why not, and the path of what was written."""

    told = Signal(str, object)

    def __init__(
        self,
        diary: DiaryKeeper,
        store: SettingsStore,
        planned_of: PlannedOf,
        days: Days,
        places: FilePlaces,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._diary, self._store, self._window = diary, store, window
        self._planned_of, self._days, self._places = planned_of, days, places
        self.menu = QMenu(window)
        self.menu.addAction(tr("Print …"), self.ask_printer)
        self.menu.addAction(tr("Save as PDF …"), self.ask)
        self.menu.addAction(tr("Copy as text"), self.copy)

    def ask(self) -> QFileDialog:
        name = tr("visit-report") + ".pdf"
        dialog = self._places.save(self._window, tr("Visit report"), name)
        dialog.fileSelected.connect(self.save)
        return dialog

    def save(self, path: str) -> None:
        """Write the page to `path`."""
        report = self.report()
        if report is not None:
            self.told.emit(*written_words(Path(path), partial(_write_pdf, Path(path), report)))

    def ask_printer(self) -> QDialog:
        """Which printer; the report as it is then is printed."""
        from stretchcoach.ui.progress.printing import PrintDialog

        dialog = PrintDialog(tr("Visit report"), self._window)
        dialog.paper_wanted.connect(self._on_paper_wanted)
        dialog.ask()
        return dialog

    def _on_paper_wanted(self, paper: QPagedPaintDevice) -> None:
        from stretchcoach.paper.visit_report import paint_visit_report

        report = self.report()
        if report is not None:
            paint_visit_report(paper, report)

    def copy(self) -> None:
        """Put the text where it can be pasted from."""
        report = self.report()
        if report is not None:
            QGuiApplication.clipboard().setText(clean(report_text(report)))
            self.told.emit(tr("The report was copied as text. Paste it where you like."), None)

    def report(self) -> VisitReport | None:
        """The report of the days that are shown; None when the diary cannot be read."""
        db = self._diary.db
        if db is None:
            self.told.emit(self._diary.opened.problem, None)
            return None
        affected = self._store.settings.affected
        try:
            return read_visit_report(db, *self._days(), affected, self._planned_of)
        except sqlite3.Error as error:
            self.told.emit(tr("The diary cannot be used: {reason}.", reason=error), None)
            return None


def _write_pdf(path: Path, report: VisitReport) -> None:
    from stretchcoach.paper.visit_report import visit_report_pdf

    replace_bytes(path, visit_report_pdf(report))
