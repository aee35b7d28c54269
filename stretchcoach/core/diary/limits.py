"""What the diary can hold at most: for what is written, and for all that is read from a file.

Whatever the program writes lies within these; what lies beyond was damaged, or made by hand.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.session.record import Moment, SessionRecord

MAX_NAME = 200
MAX_NOTE = 10_000
MAX_COUNT = 1_000_000
MAX_INTERVALS = 20_000
DAY_MS = 24 * 60 * MINUTE_MS
MAX_MS = 366 * DAY_MS
MAX_HELD_MS = MAX_INTERVALS * MAX_MS
MOST_OFFSET_S = 18 * 3600
FIRST_YEAR, LAST_YEAR = 1970, 2199  # 1970 is what a clock without a battery says

CLOCK_STEP_MS = 10 * MINUTE_MS  # by so much a clock may be set right during a session
IDENTIFIER = re.compile(r"[A-Za-z0-9-]{1,64}", re.ASCII)  # it names files, too
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_MILLISECOND = timedelta(milliseconds=1)


def is_sound(moment: Moment) -> bool:
    """Whether `moment`, read from anywhere, is a time of a clock that a person can have."""
    try:
        return (
            _UTC.fullmatch(moment.utc) is not None
            and abs(moment.offset_s) <= MOST_OFFSET_S
            and FIRST_YEAR <= int(moment.utc[:4]) <= LAST_YEAR
            and isinstance(moment.local, datetime)
        )
    except (ValueError, OverflowError):
        return False


def is_possible(record: SessionRecord) -> bool:
    """Whether so much can have been held between the start and the end of `record`.

    A clock that was set back meanwhile tells nothing: then a day must do.
    """
    held_ms = sum(interval.held_ms for interval in record.intervals)
    return held_ms <= _most_held_ms(record)


def _most_held_ms(record: SessionRecord) -> int:
    if record.ended is None:
        return DAY_MS
    passed_ms = (_utc_of(record.ended) - _utc_of(record.started)) // _MILLISECOND
    return passed_ms + CLOCK_STEP_MS if passed_ms >= 0 else DAY_MS


def _utc_of(moment: Moment) -> datetime:
    return moment.local - timedelta(seconds=moment.offset_s)
