from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.language import i18n


class Shouting:
    """A catalogue that turns every message into capitals, and `n` into words."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "ONE" if n == 1 else "{n} OF {name}"

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {message}"


@pytest.fixture
def _shouting() -> Iterator[None]:
    i18n.use(Shouting())
    yield
    i18n.use(i18n.SourceText())


def test_without_a_catalogue_a_text_is_itself() -> None:
    assert i18n.tr("{not a name}") == "{not a name}"
    assert i18n.tr("Step {n}", n=2) == "Step 2"
    assert [i18n.trn("{n} rep", "{n} reps", n) for n in (1, 2)] == ["1 rep", "2 reps"]
    assert i18n.trc("side", "Left") == "Left"
    assert i18n.trc("coming up", "{phase}", phase="rest") == "rest"


@pytest.mark.usefixtures("_shouting")
def test_with_a_catalogue_a_text_is_what_it_says() -> None:
    assert i18n.tr("Hold {name}", name="it") == "HOLD it"
    assert [i18n.trn("a", "b", n, name="ten") for n in (1, 2)] == ["ONE", "2 OF ten"]
    assert i18n.trc("side", "Left {n}", n=1) == "side: Left 1"


@given(text=st.text())
def test_a_text_without_values_is_never_read_as_a_pattern(text: str) -> None:
    assert i18n.tr(text) == text
