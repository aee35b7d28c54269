"""How work in a thread tells of itself, also while the page that wanted it goes away.

A signal that a thread sends from an object which the window deletes in this very moment takes the
program down. So it is sent from one that belongs to nobody in Qt and lives as long as the work.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class _Voice(QObject):
    spoken = Signal(str, object)


class Teller(QObject):
    """Base of those whose signals are to be sent from a thread: by `tell`, never by `emit`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = _Voice()  # without a parent: the work holds it
        self._voice.spoken.connect(self._on_spoken)

    def tell(self, signal: str, *values: object) -> None:
        """Have the signal of this name sent in the window's thread, if this is still there then."""
        self._voice.spoken.emit(signal, values)

    def _on_spoken(self, signal: str, values: tuple[object, ...]) -> None:
        getattr(self, signal).emit(*values)
