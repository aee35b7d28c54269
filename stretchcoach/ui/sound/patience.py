"""When to try again what was lost: soon at first, then less and less often."""

from __future__ import annotations

from stretchcoach.files.disk.clocks import Clock

FIRST_WAIT_MS = 20_000
LONGEST_WAIT_MS = 600_000


class Patience:
    """Counts losses in a row. What was never lost is not tried again, for it was never tried."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._losses = 0
        self._lost_ms = 0

    @property
    def may_try_again(self) -> bool:
        if not self._losses:
            return False
        wait_ms = min(FIRST_WAIT_MS << min(self._losses - 1, 10), LONGEST_WAIT_MS)
        return self._clock.monotonic_ms() - self._lost_ms >= wait_ms

    def lose(self) -> None:
        """It was lost just now."""
        self._losses += 1
        self._lost_ms = self._clock.monotonic_ms()

    def find(self) -> None:
        """It is there, and does what it should."""
        self._losses = 0
