"""The clocks: two that nobody sets, and the one of where the person is now."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest

from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.disk.clocks import SystemClock, local_now, local_today, wall_now

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="the zone there is that of the start")


@pytest.fixture
def zones(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Zones are set through it; afterwards the zone is as it was."""
    with monkeypatch.context() as zones:
        yield zones
    if sys.platform != "win32":
        time.tzset()


@UNIX
def test_whoever_travels_while_the_program_runs_is_where_they_are(
    zones: pytest.MonkeyPatch,
) -> None:
    offsets_h = []
    for zone in ("XST-9", "XST0", "XST+5"):
        zones.setenv("TZ", zone)
        utc = datetime.now(timezone.utc)
        assert abs(local_now() - utc) < timedelta(minutes=1)
        assert abs(wall_now() - (utc + local_now().utcoffset()).replace(tzinfo=None)) < timedelta(  # type: ignore[operator]
            minutes=1
        )
        assert local_today() in (local_now().date(), wall_now().date())
        offsets_h.append(now_moment().offset_s // 3600)
    assert offsets_h == [9, 0, -5]


def test_the_clocks_that_measure_run_forward_in_milliseconds() -> None:
    clock = SystemClock()
    for read in (clock.monotonic_ms, clock.boot_ms):
        first_ms = read()
        assert read() >= first_ms > 0


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has a clock of its own for this")
def test_one_of_them_counts_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def read(clock: int) -> int:
        asked.append(clock)
        return 7_000_000_000

    monkeypatch.setattr(time, "clock_gettime_ns", read)
    assert SystemClock().boot_ms() == 7_000
    assert asked == [time.CLOCK_BOOTTIME]
