"""Times as people read them."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS


def time_words(total_ms: int) -> str:
    """A time to read: 13 min 25 s, 40 s, 7 min 00 s. Part seconds are rounded up."""
    minutes, seconds = divmod(-(-total_ms // SECOND_MS), 60)
    if minutes:
        return tr("{minutes} min {seconds:02d} s", minutes=minutes, seconds=seconds)
    return tr("{seconds} s", seconds=seconds)


def short_time_words(total_ms: int) -> str:
    """A time in a dose: 30 s, 1 min, 1 min 30 s."""
    if total_ms >= MINUTE_MS and total_ms % MINUTE_MS == 0:
        return tr("{minutes} min", minutes=total_ms // MINUTE_MS)
    return time_words(total_ms)


def time_range_words(low_ms: int, high_ms: int) -> str:
    """A range of times in a dose: 15–30 s, 1–2 min, 45 s – 1 min 30 s."""
    if high_ms < MINUTE_MS:
        low, high = low_ms // SECOND_MS, high_ms // SECOND_MS
        return tr("{low}–{high} s", low=low, high=high)
    if low_ms % MINUTE_MS == high_ms % MINUTE_MS == 0:
        return tr("{low}–{high} min", low=low_ms // MINUTE_MS, high=high_ms // MINUTE_MS)
    return tr("{low} – {high}", low=short_time_words(low_ms), high=short_time_words(high_ms))


def clock_words(total_ms: int) -> str:
    """A time in a narrow column: 3:13, 0:20."""
    minutes, seconds = divmod(-(-total_ms // SECOND_MS), 60)
    return f"{minutes}:{seconds:02d}"
