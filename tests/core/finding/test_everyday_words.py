"""What people type leads to what files say."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.finding.everyday_words import EverydayWords
from stretchcoach.core.finding.routine_search import Wish
from stretchcoach.core.language import i18n


@pytest.fixture(scope="module")
def everyday() -> EverydayWords:
    return EverydayWords()


def found(everyday: EverydayWords, typed: str, text: str) -> bool:
    groups = everyday.groups(Wish(typed).words)
    return all(any(part in text for part in group) for group in groups)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("buttock", "gluteus maximus"),
        ("Bottom", "piriformis"),
        ("hip pain", "deep rotators"),
        ("my hip hurts", "deep rotators"),
        ("low back", "lumbar extensors"),
        ("lower back", "lumbar extensors"),
        ("sciatica", "piriformis"),
        ("thigh", "hamstrings"),
        ("back of the leg", "hamstrings"),
        ("sitting all day", "for people who sit for hours"),
        ("chair", "seated"),
        ("bed", "before bed"),
        ("runner's", "after a run"),
        ("runner\u2019s", "after a run"),
        ("run", "after a run"),
    ],
)
def test_an_everyday_word_finds(everyday: EverydayWords, typed: str, text: str) -> None:
    assert found(everyday, typed, f"title\n{text}\nother")


@pytest.mark.parametrize(
    ("typed", "text"),
    [("sciatica", "lumbar extensors"), ("running", "trunk rotation"), ("knee", "hip"),
     ("thigh bridge", "hamstrings")],
)  # fmt: skip
def test_it_does_not_find(everyday: EverydayWords, typed: str, text: str) -> None:
    assert not found(everyday, typed, text)


def test_what_is_typed_itself_counts_first(everyday: EverydayWords) -> None:
    [group] = everyday.groups(("buttock",))
    assert group[0] == "buttock"
    assert everyday.groups(("pigeon",)) == (("pigeon",),)


def test_the_beginning_of_a_word_counts_when_it_is_long_enough(everyday: EverydayWords) -> None:
    [group] = everyday.groups(("butto",))
    assert "piriformis" in group
    assert everyday.groups(("bu",)) == (("bu",),)


def test_a_phrase_is_one_thing_and_the_longest_counts(everyday: EverydayWords) -> None:
    [one] = everyday.groups(("back", "of", "the", "thigh"))
    assert one == ("back of the thigh", "hamstrings")
    assert len(everyday.groups(("hip", "pain", "pigeon"))) == 2


def test_words_that_say_nothing_are_left_out(everyday: EverydayWords) -> None:
    assert everyday.groups(("pain", "in", "my", "pigeon")) == (("pigeon",),)
    assert everyday.groups(("pain",)) == ()
    assert everyday.knows("pain")
    assert not everyday.knows("pigeon")


def test_each_muscle_is_found_by_some_everyday_word(everyday: EverydayWords) -> None:
    groups = [everyday.groups((word,)) for word in everyday.words]
    parts = {part for found in groups for group in found for part in group}
    lost = [m for m in Muscle if not any(part in m.value for part in parts)]
    assert lost == []


class OnlyHips:
    """A catalogue that has one list in another language, and leaves others empty."""

    def gettext(self, message: str) -> str:
        return "Hüfte, rund um die Hüfte" if message.startswith("hip,") else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1

    def pgettext(self, context: str, message: str) -> str:
        return message


def test_the_words_are_those_of_the_language() -> None:
    i18n.use(OnlyHips())
    try:
        everyday = EverydayWords()
    finally:
        i18n.use(i18n.SourceText())
    assert found(everyday, "hüfte", "piriformis")
    assert found(everyday, "Rund um die Hüfte", "piriformis")
    assert not found(everyday, "hip", "piriformis")
