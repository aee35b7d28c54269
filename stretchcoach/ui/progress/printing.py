"""The dialog of the system for a printer, which may also be a file."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from stretchcoach.paper.sheet import is_letter, page_size


class PrintDialog(QPrintDialog):
    """`paper_wanted` has the printer, once it is chosen: a device to paint on, the whole paper."""

    paper_wanted = Signal(object)

    def __init__(self, title: str, window: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setCreator("Stretch Coach")
        self._printer.setColorMode(QPrinter.ColorMode.Color)  # some queues begin with grey
        self._printer.setPageSize(QPageSize(page_size(letter=is_letter())))
        super().__init__(self._printer, window)
        self.setWindowTitle(title)
        self.accepted.connect(self._on_accepted)
        self.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Show it; it does not wait."""
        QDialog.open(self)  # its own `open` wants to be told by a name whom to call

    def _on_accepted(self) -> None:
        self._printer.setFullPage(True)
        self._printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self.paper_wanted.emit(self._printer)
