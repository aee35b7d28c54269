"""Time that a test drives by hand: two clocks and a timer that goes off when it is told to."""

from __future__ import annotations

from PySide6.QtCore import QTimer


class DrivenClock:
    """Clocks that stand still until they are set forward."""

    def __init__(self, now_ms: int = 5_000) -> None:
        self.now_ms = now_ms
        self.slept_ms = 0

    def monotonic_ms(self) -> int:
        return self.now_ms

    def boot_ms(self) -> int:
        return self.now_ms + self.slept_ms

    def forward(self, passed_ms: int) -> None:
        self.now_ms += passed_ms

    def sleep(self, slept_ms: int) -> None:
        """The computer sleeps, and its monotonic clock with it."""
        self.slept_ms += slept_ms


class DrivenTimer(QTimer):
    """A timer that remembers when it is due; `let_pass` makes it go off then.

    `late_ms` is how late it goes off each time, as real timers do.
    """

    def __init__(self, clock: DrivenClock, late_ms: int = 0) -> None:
        super().__init__()
        self.clock = clock
        self.late_ms = late_ms
        self.due_ms: int | None = None

    def start(self, *args: object) -> None:
        interval_ms = args[0] if args else self.interval()
        assert isinstance(interval_ms, int)
        self.due_ms = self.clock.now_ms + interval_ms

    def stop(self) -> None:
        self.due_ms = None

    def isActive(self) -> bool:  # noqa: N802
        return self.due_ms is not None

    def go_off(self) -> None:
        """Go off now, whenever it was due."""
        due_ms = self.due_ms
        if self.isSingleShot():
            self.due_ms = None
        elif due_ms is not None:
            self.due_ms = due_ms + self.interval()
        self.timeout.emit()

    def let_pass(self, passed_ms: int) -> None:
        """Let the clock run on for `passed_ms`, and go off as often as that makes it due."""
        end_ms = self.clock.now_ms + passed_ms
        while self.due_ms is not None and self.due_ms + self.late_ms <= end_ms:
            self.clock.forward(self.due_ms + self.late_ms - self.clock.now_ms)
            self.go_off()
        self.clock.forward(end_ms - self.clock.now_ms)
