"""The clock on the wall, as the diary keeps it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from stretchcoach.core.session.record import Moment
from stretchcoach.files.disk.clocks import local_now


def now_moment() -> Moment:
    """This moment, with the offset of the person's clock from UTC."""
    return moment_of(local_now())


def moment_of(when: datetime) -> Moment:
    """The moment of an aware `when`, to the millisecond."""
    utc = when.astimezone(timezone.utc).replace(tzinfo=None)
    offset = when.utcoffset() or timedelta()
    text = utc.isoformat(timespec="milliseconds")
    return Moment(f"{text}Z", round(offset.total_seconds()))
