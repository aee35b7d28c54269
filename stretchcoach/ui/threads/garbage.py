"""Garbage is looked for in the thread of the window alone.

Python looks for it in whatever thread makes the next object. Objects of Qt may be among it, and one
that is taken apart in another thread than its own leaves its timers behind: when they are due, they
end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from stretchcoach.ui.threads.background import is_at_work

PERIOD_MS = 2_000
MOST_SKIPPED = 15  # times in a row that it waits for work in threads, which makes what stays
GROWN = 1.25  # so much more than after the last time before the old ones are looked through


class Garbage:
    """Looks for it when asked to, as often as Python itself would; that no longer does."""

    def __init__(self) -> None:
        gc.disable()
        self._old = 0

    def look(self) -> None:
        """Look through the young objects where many came, now and then through all."""
        counts, most = gc.get_count(), gc.get_threshold()
        if counts[1] <= most[1]:
            if counts[0] > most[0]:
                gc.collect(0)
            return
        gc.collect(1)
        if counts[2] > most[2] and len(gc.get_objects(2)) > GROWN * self._old:
            gc.collect(2)
            self._old = len(gc.get_objects(2))


class GarbageCollector(QObject):
    """Looks for garbage in its own thread, as long as it is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = Garbage()
        self._skipped = 0
        self._timer = QTimer(self, interval=PERIOD_MS)
        self._timer.timeout.connect(self._on_due)
        self._timer.start()

    def _on_due(self) -> None:
        if is_at_work() and self._skipped < MOST_SKIPPED:
            self._skipped += 1
            return
        self._skipped = 0
        self._garbage.look()
