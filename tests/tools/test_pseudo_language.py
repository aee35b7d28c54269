"""The pseudo-language keeps what the program needs of a text."""

from __future__ import annotations

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from tools.pseudo_language import CLOSE, OPEN, PseudoCatalog, pseudo


def test_a_text_is_accented_and_in_brackets() -> None:
    assert pseudo("Hold") == f"{OPEN}Hõld~{CLOSE}"


def test_nothing_stays_nothing() -> None:
    assert pseudo("") == ""
    assert pseudo(" ") == " "


def test_what_is_filled_in_stays() -> None:
    text = pseudo("Step {n} of {total:02d} steps")
    assert re.findall(r"\{[^}]*\}", text) == ["{n}", "{total:02d}"]
    assert "2" in text.format(n=2, total=7)


@given(st.text(alphabet=string.ascii_letters + " .", min_size=10).filter(str.strip))
def test_it_is_40_percent_longer(text: str) -> None:
    assert len(pseudo(text)) >= len(text) * 1.4 - 1
    assert len(pseudo(text)) <= len(text) * 1.6 + 4


def test_one_and_many_are_told_apart() -> None:
    catalog = PseudoCatalog()
    one, many = (catalog.ngettext("{n} set", "{n} sets", n) for n in (1, 2))
    assert one == pseudo("{n} set")
    assert many == pseudo("{n} sets")
    assert catalog.pgettext("side", "Left") == pseudo("Left")
