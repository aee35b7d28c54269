"""Numbers and times of a quick line, and how a file has them."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.ASCII  # a file has the digits 0 to 9 and no others
_NUMBER = r"\d{1,3}(?:[-–]\d{1,3})?"
_UNIT = r"(?:s|sec|secs|second|seconds|m|min|mins|minute|minutes)"
_AMOUNT = re.compile(
    rf"\d{{1,2}}:\d\d|\d{{1,3}}m\d{{1,2}}s|{_NUMBER}(?:{_UNIT}|breath|breaths)?", _FLAGS
)
_LONE_UNIT = re.compile(rf"(?:{_UNIT}|breaths?)", _FLAGS)
BARE = re.compile(_NUMBER, re.ASCII)
_MINUTES = re.compile(rf"({_NUMBER})(?:m|min|mins|minute|minutes)", _FLAGS)
_SECONDS = re.compile(rf"({_NUMBER})(?:s|sec|secs|second|seconds)?", _FLAGS)
_BREATHS = re.compile(rf"({_NUMBER})breaths?", _FLAGS)
# Behind a number they are seconds and minutes; word processors bend them.
_SIGNS = str.maketrans({"–": "-", **dict.fromkeys('"″“”', "s"), **dict.fromkeys("'′‘’", "m")})
NO_TIME = re.compile(r"0+(?::0+)?(?:s| min| breaths)?")


def written_time(amount: str) -> str:
    """A time, or breaths, as a file has it: `30` is `30s`."""
    amount = dashed(amount)
    if found := _BREATHS.fullmatch(amount):
        return f"{found[1]} breaths"
    if found := _MINUTES.fullmatch(amount):
        return f"{found[1]} min"
    if found := _SECONDS.fullmatch(amount):
        return f"{found[1]}s"
    return amount.replace("m", "m ", 1) if "m" in amount else amount


def amount_of(words: list[str]) -> tuple[str, int]:
    """The number or time that begins here, without blanks, and of how many words it is."""
    first, second = (word.translate(_SIGNS) for word in (*words[:2], "", "")[:2])
    if not _AMOUNT.fullmatch(first):
        return "", 0
    if BARE.fullmatch(first) and _LONE_UNIT.fullmatch(second):
        return first + second, 2
    return first, 1


def dashed(number: str) -> str:
    return number.replace("–", "-")
