"""Times, numbers and breaths as people write them: 30, 30 sec, 1:30, 15-30s, 5 breaths.

The patterns say no flags, so that a schema can use them as they are.
"""

from __future__ import annotations

import re

from stretchcoach.core.content.dose import MAX_BREATHS, Breaths, Range
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS


def any_case(*words: str) -> str:
    """A pattern for any of `words` in small or capital letters; those that begin alike need
    the longer ones first."""
    return "|".join("".join(f"[{c.upper()}{c}]" if c.isalpha() else c for c in w) for w in words)


_SECONDS = f'({any_case("seconds", "second", "secs", "sec", "s")}|["”″])'
_MINUTES = f"({any_case('minutes', 'minute', 'mins', 'min', 'm')})"
_DASH = " ?[-–] ?"
NUMBER_RANGE = f"[0-9]{{1,9}}{_DASH}[0-9]{{1,9}}"

# Seconds alone; minutes and seconds with a colon; minutes with or without seconds.
PATTERN = (
    f"[0-9]+( ?{_SECONDS})?"
    "|[0-9]+:[0-5][0-9]"
    f"|[0-9]+ ?{_MINUTES}( [0-5]?[0-9] ?{_SECONDS})?"
)  # fmt: skip
RANGE_PATTERN = f"({PATTERN}){_DASH}({PATTERN})"
BREATHS_PATTERN = f"[0-9]{{1,9}}({_DASH}[0-9]{{1,9}})? ?({any_case('breaths', 'breath')})"


def above(number: int) -> str:
    """A pattern for any whole number that is more than `number`, without leading zeros."""
    digits = str(number)
    longer = f"[1-9][0-9]{{{len(digits)},}}"
    same_length = (
        f"{digits[:at]}[{int(digit) + 1}-9][0-9]{{{len(digits) - at - 1}}}"
        for at, digit in enumerate(digits)
        if digit != "9"
    )
    return "|".join((longer, *same_length))


def too_long_pattern(most_ms: int) -> str:
    """A pattern that is found in every time longer than `most_ms`, which is whole minutes, also
    in ranges, and in more breaths than are allowed."""
    seconds, minutes = most_ms // SECOND_MS, most_ms // MINUTE_MS
    start = "(^|[^0-9:])0*"
    return (
        f"{start}({above(seconds)})($|[^0-9:mMbB ]| [^mMbB])"
        f"|{start}({above(minutes)})( ?[mM]|:)"
        f"|{start}{minutes}( ?[mM][a-zA-Z]* 0*[1-9]|:0*[1-9])"
        f"|{start}({above(MAX_BREATHS)}) ?[bB]"
    )


_WHOLE = re.compile(PATTERN)
_RANGE = re.compile(f"(?P<low>{PATTERN}){_DASH}(?P<high>{PATTERN})")
_NUMBERS = re.compile(NUMBER_RANGE)
_BREATHS = re.compile(BREATHS_PATTERN)
_NUMBER = re.compile("[0-9]+")
_UNIT = re.compile(f" ?({_SECONDS}|{_MINUTES})$")
_IN_MINUTES = re.compile(f"[0-9]+ ?{_MINUTES}")
_FRACTION = re.compile(f"([0-9]*[.,][0-9]+|[0-9]+[.,]) ?({_SECONDS}|{_MINUTES})?")
_MAX_LENGTH = 100


class DurationError(ValueError):
    """The text is no duration; the message says why and shows the ways to write one."""


class RangeError(ValueError):
    """The text is a range, but an empty one; the message says how to write it."""


def parse_duration(text: str) -> int:
    """The milliseconds that `text` says. Raises DurationError when it is no duration."""
    if len(text) > _MAX_LENGTH or not _WHOLE.fullmatch(text):
        raise DurationError(_why_not(text))
    first, *second = (int(number) for number in _NUMBER.findall(text))
    if ":" in text or _IN_MINUTES.match(text):
        return first * MINUTE_MS + (second[0] if second else 0) * SECOND_MS
    return first * SECOND_MS


def parse_duration_range(text: str) -> Range | None:
    """The range of times that `text` says, None when it says none.

    A first end without a unit has that of the second: 1-2 min. Raises RangeError when the
    ends are the same, or the wrong way round.
    """
    found = _RANGE.fullmatch(text) if len(text) <= _MAX_LENGTH else None
    if found is None:
        return None
    low, high = found["low"], found["high"]
    unit = _UNIT.search(high)
    if unit and low.isdecimal():
        low += unit.group()
    ends = parse_duration(low), parse_duration(high)
    return _range(*ends, *(format_duration(end) for end in ends))


def parse_number_range(text: str) -> Range | None:
    """The range of whole numbers that `text` says, None when it says none.

    Raises RangeError when the ends are the same, or the wrong way round.
    """
    if not _NUMBERS.fullmatch(text):
        return None
    low, high = (int(number) for number in _NUMBER.findall(text))
    return _range(low, high, str(low), str(high))


def parse_breaths(text: str) -> Breaths | None:
    """The breaths that `text` says, a number of them or a range; None when it says none.

    Raises RangeError when the ends are the same, or the wrong way round.
    """
    if not _BREATHS.fullmatch(text):
        return None
    low, *high = (int(number) for number in _NUMBER.findall(text))
    if not high:
        return Breaths(low)
    return Breaths(_range(low, high[0], tr("{n} breaths", n=low), str(high[0])))


def _range(low: int, high: int, low_text: str, high_text: str) -> Range:
    if low == high:
        raise RangeError(tr("a range has two different ends - write {value}", value=low_text))
    if low > high:
        raise RangeError(
            tr("the range is the wrong way round - write {low}-{high}",
               low=high_text, high=low_text)
        )  # fmt: skip
    return Range(low, high)


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
    if _RANGE.fullmatch(text[:_MAX_LENGTH]):
        return tr("a range cannot stand here - {ways}", ways=ways_to_write())
    if _BREATHS.fullmatch(text):
        return tr("breaths are counted in a hold alone - {ways}", ways=ways_to_write())
    return tr("this is not a time - {ways}", ways=ways_to_write())
