"""Writing what is typed while it is typed, but not at each letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

WRITE_MS = 1000


class Soon(QObject):
    """`due` comes WRITE_MS after the first of several changes, or at once when it must."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_MS)
        self._timer.timeout.connect(self.due)

    @property
    def waits(self) -> bool:
        """Whether something has changed that is not yet due."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Something has changed."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """What waits is due now, as when a page is left."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()
