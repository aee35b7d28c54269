"""Durations as people write them: 30, 30s, 1:30, 1m 30s, 2 min."""

from __future__ import annotations

import re

from stretchcoach.core.content.dose import MINUTE_MS, SECOND_MS
from stretchcoach.core.language.i18n import tr

# Seconds alone; minutes and seconds with a colon; minutes with or without seconds.
PATTERN = (
    r"[0-9]+( ?s)?"
    r"|[0-9]+:[0-5][0-9]"
    r"|[0-9]+ ?(m|min)( [0-5]?[0-9] ?s)?"
)
_WHOLE = re.compile(PATTERN)
_NUMBER = re.compile("[0-9]+")
_FRACTION = re.compile(r"[0-9]*[.,][0-9]+ ?(s|m|min)?|[0-9]+[.,] ?(s|m|min)?")
_MAX_LENGTH = 100


class DurationError(ValueError):
    """The text is no duration; the message says why and shows the ways to write one."""


def parse_duration(text: str) -> int:
    """The milliseconds that `text` says. Raises DurationError when it is no duration."""
    if len(text) > _MAX_LENGTH or not _WHOLE.fullmatch(text):
        raise DurationError(_why_not(text))
    first, *second = (int(number) for number in _NUMBER.findall(text))
    if ":" in text or "m" in text:
        return first * MINUTE_MS + (second[0] if second else 0) * SECOND_MS
    return first * SECOND_MS


def format_duration(duration_ms: int) -> str:
    """`duration_ms`, whole seconds, in the shortest way that `parse_duration` reads.

    Raises ValueError for what a file cannot hold: a negative time, a fraction of a second.
    """
    if duration_ms < 0 or duration_ms % SECOND_MS:
        raise ValueError(f"a file holds whole seconds, not {duration_ms} ms")
    minutes, seconds = divmod(duration_ms // SECOND_MS, 60)
    if not minutes:
        return f"{seconds}s"
    return f"{minutes}m {seconds}s" if seconds else f"{minutes}m"


def ways_to_write() -> str:
    """The sentence that every message about a wrong duration ends with."""
    return tr("write 30, 30s, 1:30, 1m 30s or 2 min")


def _why_not(text: str) -> str:
    if text.startswith("-") and _WHOLE.fullmatch(text[1:].strip()):
        return tr("a time cannot be negative - {ways}", ways=ways_to_write())
    if len(text) <= _MAX_LENGTH and _FRACTION.fullmatch(text):
        return tr("times are whole seconds - {ways}", ways=ways_to_write())
    return tr("this is not a time - {ways}", ways=ways_to_write())
