"""The visit report of the progress page: a page of PDF, text to paste, or a file with the diary."""

from __future__ import annotations

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
from stretchcoach.core.language.work_words import report_words, shared_words
from stretchcoach.files.exchange.shared_file import shared_name
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.diary_files import (
    ReportAsked,
    read_report,
    write_report,
    write_report_and_diary,
)
from stretchcoach.ui.threads.file_work import FileWork

# The first and the last day that are shown now.
Days = Callable[[], tuple[date, date]]


class ReportMenu(QObject):
    """What it does is done by `work`, which tells of it; `told` has a sentence about the rest."""

    told = Signal(str)

    def __init__(
        self,
        diary: DiaryKeeper,
        store: SettingsStore,
        planned_of: PlannedOf,
        days: Days,
        places: FilePlaces,
        work: FileWork,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._diary, self._store, self._work, self._window = diary, store, work, window
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
        asked = self._asked()
        if asked is not None:
            self._work.write(Path(path), partial(write_report, asked, Path(path)), report_words)

    def ask_share(self) -> QFileDialog:
        """Where the file with report and diary is to go."""
        name = shared_name(self._days()[1])
        dialog = self._places.save(self._window, tr("Report and diary as one file"), name)
        dialog.fileSelected.connect(self.share)
        return dialog

    def share(self, path: str) -> None:
        """Write report and diary to `path`."""
        asked = self._asked()
        if asked is not None:
            write = partial(write_report_and_diary, asked, Path(path))
            self._work.write(Path(path), write, shared_words)

    def ask_printer(self) -> QDialog:
        """Which printer; the report as it is then is printed."""
        from stretchcoach.ui.progress.printing import PrintDialog

        dialog = PrintDialog(tr("Visit report"), self._window)
        dialog.paper_wanted.connect(self._on_paper_wanted)
        dialog.ask()
        return dialog

    def copy(self) -> None:
        """Put the text where it can be pasted from."""
        self._read(self._copy)

    def _on_paper_wanted(self, paper: QPagedPaintDevice) -> None:
        self._read(partial(_print, paper))

    def _copy(self, report: VisitReport) -> None:
        QGuiApplication.clipboard().setText(clean(report_text(report)))
        self.told.emit(tr("The report was copied as text. Paste it where you like."))

    def _read(self, show: Callable[[VisitReport], None]) -> None:
        asked = self._asked()
        if asked is not None:
            self._work.begin(partial(read_report, asked, show), report_words, "")

    def _asked(self) -> ReportAsked | None:
        """A report of the days that are shown; None when the diary cannot be read."""
        db = self._diary.db
        if db is None:
            self.told.emit(self._diary.opened.problem)
            return None
        first, last = self._days()
        return ReportAsked(db.path, first, last, self._store.settings.affected, self._planned_of)


def _print(paper: QPagedPaintDevice, report: VisitReport) -> None:
    from stretchcoach.paper.visit_report import paint_visit_report

    paint_visit_report(paper, report)
