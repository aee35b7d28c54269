"""A routine handed over: on the printer, as a PDF, as a page for a phone, as a file for another
Stretch Coach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.handout.paper_work import PaperWork
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.threads.beside_work import Outcome

if TYPE_CHECKING:  # it needs a printing system, which a start does not
    from PySide6.QtPrintSupport import QPrinter

    from stretchcoach.ui.handout.handout_file import ReadyPaper


class ShareMenu(QObject):
    """`told` has a sentence, and the path of what was written or None; `pack_asked` wants the
    routine as a pack."""

    told = Signal(str, object)
    pack_asked = Signal()

    def __init__(self, store: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._window = store, window
        self._places = FilePlaces(store)
        self._entry: RoutineEntry | None = None
        self.work = PaperWork(self)
        self.work.ready.connect(self._on_ready)
        self.work.finished.connect(self._on_finished)
        self.menu = QMenu(window)
        self.menu.addAction(tr("Print …"), self.ask_printer)
        self.menu.addAction(tr("Save as PDF …"), self.ask_pdf)
        self.large = self.menu.addAction(tr("In large print"))
        self.large.setCheckable(True)
        self.menu.addSeparator()
        self.menu.addAction(tr("Page for the phone …"), self.ask_page)
        self.menu.addAction(tr("As a file for Stretch Coach …"), self.pack_asked.emit)

    def show_entry(self, entry: RoutineEntry) -> None:
        """What is shared: a routine without errors."""
        self._entry = entry

    def ask_printer(self) -> None:
        """Show how it will look on paper, and from there the way to the printer."""
        if self._entry is not None:
            self.work.prepare(self._entry, self._store.settings)

    def ask_pdf(self) -> QFileDialog | None:
        """Ask where to write it."""
        if self._entry is None:
            return None
        title = tr("Save as PDF")
        dialog = self._places.save(self._window, title, f"{self._entry.id}.pdf")
        dialog.fileSelected.connect(self.save_pdf)
        return dialog

    def save_pdf(self, path: str) -> None:
        """Write it to `path`."""
        if self._entry is not None and path:
            large = self.large.isChecked()
            self.work.write_pdf(self._entry, self._store.settings, Path(path), large=large)

    def ask_page(self) -> QFileDialog | None:
        """Ask where to write the page for a phone."""
        if self._entry is None:
            return None
        title = tr("Page for the phone")
        dialog = self._places.save(self._window, title, f"{self._entry.id}.html")
        dialog.fileSelected.connect(self.save_page)
        return dialog

    def save_page(self, path: str) -> None:
        """Write it to `path`."""
        if self._entry is not None and path:
            self.work.write_page(self._entry, self._store.settings, Path(path))

    def _on_ready(self, paper: ReadyPaper) -> None:
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from stretchcoach.paper.sheet import is_letter, page_size

        self._paper = paper
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(paper.handout.title)
        self._printer.setCreator("Stretch Coach")
        self._printer.setColorMode(QPrinter.ColorMode.Color)  # some queues begin with grey
        self._printer.setPageSize(QPageSize(page_size(letter=is_letter())))
        dialog = QPrintPreviewDialog(self._printer, self._window)
        dialog.setWindowTitle(paper.handout.title)
        dialog.resize(self._window.window().size() * 0.9)
        dialog.paintRequested.connect(self._on_paint_requested)
        dialog.finished.connect(dialog.deleteLater)
        self.preview = dialog
        QDialog.open(dialog)  # its own `open` wants to be told by a name whom to call

    def _on_paint_requested(self, printer: QPrinter) -> None:
        from stretchcoach.paper.handout import paint_handout

        printer.setFullPage(True)
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        paper, large = self._paper, self.large.isChecked()
        paint_handout(printer, paper.handout, paper.pictures.of, paper.head, large=large)

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.words:
            self.told.emit(outcome.words, outcome.file)
