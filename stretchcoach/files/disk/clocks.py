"""The clocks of the computer: those that measure, and the one on the person's wall."""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Two clocks that nobody sets. The first may leave out what the computer sleeps."""

    def monotonic_ms(self) -> int: ...

    def boot_ms(self) -> int: ...


class SystemClock:
    """The computer's. Python's monotonic clock leaves sleep out on Linux and macOS, and counts it
    on Windows, where both are the same."""

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000

    def boot_ms(self) -> int:
        return _boot_ns() // 1_000_000


def _boot_ns() -> int:
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()


def local_now() -> datetime:
    """This moment where the person is now: they may have travelled since the program started."""
    if sys.platform != "win32":
        time.tzset()  # or the zone stays that of the start
    return datetime.now().astimezone()


def local_today() -> date:
    """The day where the person is now."""
    return local_now().date()


def wall_now() -> datetime:
    """What the clock on the person's wall shows, without its zone."""
    return local_now().replace(tzinfo=None)
