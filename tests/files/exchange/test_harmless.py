"""No cell begins a formula, however a spreadsheet cuts and trims."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.exchange.harmless import harmless, harmless_row

SIGNS = "=+-@"
FULL_WIDTH = "\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\n=1+1", "'\n'=1+1"),
        ("\r\n=1+1", "'\r\n'=1+1"),
        ("\t@x", "'\t'@x"),
        ("\u200b=1", "'\u200b=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\u2212" + "1", "'\u2212" + "1"),
        (";=1", "';'=1"),
        ("left;=1", "left;'=1"),
        ("left;  -2 today", "left;  '-2 today"),
        ("first\n- second", "first\n'- second"),
        ("\x1b[2J=1", "\ufffd[2J=1"),
        ("3-4, a=b; c", "3-4, a=b; c"),
        ("5 % more", "5 % more"),
        ("", ""),
    ],
)
def test_what_would_be_a_formula_is_text(text: str, cell: str) -> None:
    assert harmless(text) == cell


def test_numbers_stay_numbers() -> None:
    assert harmless_row({"offset_s": -3600, "note": "-", "side": None}) == {
        "offset_s": -3600,
        "note": "'-",
        "side": None,
    }


@given(st.text(alphabet=st.sampled_from(f"{SIGNS}{FULL_WIDTH};\n\r\t \u200b\xa0\x07ab'\"")))
def test_wherever_it_is_cut_and_trimmed(text: str) -> None:
    for part in re.split(r"[;\t\r\n]", harmless(text)):
        assert part.strip(" \u200b\xa0\ufffd")[:1] not in {*SIGNS, *FULL_WIDTH}
