"""What moves by itself on the session page: ring, strip, breath and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from stretchcoach.core.session.session import SETTLE_MS
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.header import SessionHeader
from stretchcoach.ui.session_page.stage import Stage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.strip.strip import IntervalStrip

BREATHING_TICK_MS = 66
LONGEST_TICK_MS = 250


class SessionTicker(QObject):
    """Shows the time of `runner` as often as it can be seen to change, and no more often."""

    def __init__(
        self,
        theme: Theme,
        header: SessionHeader,
        stage: Stage,
        strip: IntervalStrip,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._header = header
        self._stage = stage
        self._strip = strip
        self._runner: SessionRunner | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.show_time)

    @property
    def is_active(self) -> bool:
        return self._timer.isActive()

    def follow(self, runner: SessionRunner | None) -> None:
        """Show the time of `runner` from now on; None shows nothing any more."""
        self._runner = runner
        if runner is None:
            self._timer.stop()

    def keep_pace(self) -> None:
        """Tick while the session runs, as fast as the slowest eye asks for."""
        if self._runner is not None and self._runner.is_running:
            self._timer.start(self._tick_ms())
        else:
            self._timer.stop()

    def _tick_ms(self) -> int:
        breathing = self._stage.breathing.isVisible()
        if breathing and not self._theme.reduced_motion:
            return BREATHING_TICK_MS
        ring_ms = self._stage.ring.update_interval_ms()
        return min(max(BREATHING_TICK_MS, ring_ms), LONGEST_TICK_MS)

    def show_time(self) -> None:
        """Show everything as it is at this very moment."""
        if self._runner is None:
            return
        session = self._runner.session
        remaining_ms = self._runner.remaining_ms_now()
        elapsed_ms = self._runner.elapsed_ms_now()
        settle_ms = self._runner.settle_ms_now()
        ring = self._stage.ring
        if settle_ms > 0:
            ring.set_time(settle_ms, SETTLE_MS)
        elif remaining_ms is None:
            ring.set_manual()
        else:
            ring.set_time(remaining_ms, session.duration_ms or 0)
        self._strip.set_now(session.index, remaining_ms, session.duration_ms)
        passed_ms = elapsed_ms - session.elapsed_ms
        self._header.set_left(max(0, session.total_remaining_ms - passed_ms))
        if self._stage.breathing.isVisible():
            self._stage.breathing.set_elapsed(elapsed_ms)
