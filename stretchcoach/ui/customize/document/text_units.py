"""Places in a text as Python counts them and as Qt does, in halves of UTF-16."""

from __future__ import annotations

_LAST_OF_ONE_UNIT = "\uffff"


def units(text: str, characters: int) -> int:
    """The place in Qt's count of the place after so many characters of `text`."""
    if text.isascii():
        return characters
    return characters + sum(c > _LAST_OF_ONE_UNIT for c in text[:characters])


def characters(text: str, units: int) -> int:
    """The other way round."""
    if text.isascii():
        return units
    half = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(half.decode("utf-16-le", "replace"))
