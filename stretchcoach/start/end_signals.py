"""Signals that end the program close its window, as its button does, and nothing is lost."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class EndSignals(QObject):
    """`came` in the event loop when the system, a terminal or Ctrl+C wants the program to end.

    Python's own handlers do nothing: they may run anywhere. A signal that whoever started the
    program has turned off, as nohup does, stays so; but Ctrl+C is always meant.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False

    @Slot()
    def listen(self) -> None:
        """From now on a signal is held up until the event loop hears of it."""
        import socket  # takes milliseconds, for which the first paint does not wait

        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in NAMES:
            number = getattr(signal, name, None)
            off = number is not None and signal.getsignal(number) is signal.SIG_IGN
            if number is not None and (not off or name == "SIGINT"):
                signal.signal(number, _let_it_be_read)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._listens = True

    def close(self) -> None:
        """The program is about to end: from now on a signal ends it at once."""
        if not self._listens:
            return
        self._listens = False
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is _let_it_be_read:
                signal.signal(number, signal.SIG_DFL)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _on_signal(self) -> None:
        self._reader.recv(64)
        self.came.emit()


def _let_it_be_read(_number: int, _frame: FrameType | None) -> None:
    """Python must handle it for its number to be written where the event loop reads."""
