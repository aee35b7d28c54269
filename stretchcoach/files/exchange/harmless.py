"""Cells of a table that no spreadsheet runs as a formula, however it reads the file.

A spreadsheet may trim what is empty at the beginning, take full-width signs for the narrow ones,
and, in countries with a decimal comma, cut the lines at semicolons. So it is not enough to look
at the first character: an apostrophe stands before each sign that could begin a formula there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from stretchcoach.files.yaml.problems import clean

_SIGNS = r"=+\-@|%\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
_EMPTY = (
    r" \xa0\xad\u115f\u1160\u1680\u180e\u2000-\u200f\u202f\u205f-\u2064\u3000\u3164\uffa0\ufffd"
)
_CUT = r";\t\r\n"
_AT_THE_BEGINNING = re.compile(f"[{_EMPTY}{_CUT}]*[{_SIGNS}]")
_BEHIND_A_CUT = re.compile(f"([{_CUT}][{_EMPTY}]*)(?=[{_SIGNS}])")


def harmless_row(row: dict[str, object]) -> dict[str, object]:
    """The row with every text in it made harmless."""
    return {
        column: harmless(value) if isinstance(value, str) else value
        for column, value in row.items()
    }


@lru_cache(maxsize=4096)  # the same names stand in most rows
def harmless(text: str) -> str:
    """`text` with what a terminal would obey replaced, and nothing that begins a formula."""
    text = clean(text)
    guarded = _BEHIND_A_CUT.sub(r"\1'", text)
    return f"'{guarded}" if _AT_THE_BEGINNING.match(text) else guarded
