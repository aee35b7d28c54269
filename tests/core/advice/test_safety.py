"""The fixed texts: there for every caution, and without words that promise anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from stretchcoach.core.advice import safety, understanding
from stretchcoach.core.advice import welcome_words as first_words
from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.claims import claims_in

ALL = (
    safety.get_help_now,
    safety.talk_to_a_doctor_today,
    safety.make_an_appointment,
    safety.ask_first,
    safety.while_you_exercise,
    safety.stop_short,
    safety.help_short,
    safety.stop_at_once,
    safety.judge_your_day,
    safety.day_rows,
    safety.what_the_coach_is,
    safety.cautions_lead,
    first_words.welcome,
    first_words.before_you_begin,
    first_words.side_explained,
    understanding.picture_words,
    understanding.under_your_hand,
    understanding.the_piriformis,
    understanding.the_nerve,
    understanding.sitting_standing_running,
    understanding.what_stretching_can_do,
    understanding.what_it_cannot_do,
    understanding.why_one_side,
    understanding.sources,
)


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_no_text_promises_anything(make: object) -> None:
    assert callable(make)
    texts = [text for text in texts_in(make()) if text]
    assert texts
    assert [text for text in texts if claims_in(text)] == []


@pytest.mark.parametrize("caution", list(Caution))
def test_every_caution_has_words(caution: Caution) -> None:
    words = caution_words(caution)
    assert words.label
    assert words.meaning.endswith(".")
    assert re.match(r"(I |My |The |Bending )", words.sentence)


def test_the_signs_of_an_emergency_are_complete() -> None:
    """Section 3 of the clinical notes: none of these may ever be lost from the page."""
    text = " ".join(texts_in(safety.get_help_now()))
    for sign in ("genitals", "wipe", "urine", "bowel", "sexual", "Chest", "112"):
        assert sign in text
    points = safety.get_help_now().points
    assert "Weakness or numbness in both legs" in points  # however strong it is
    assert any("fall or an accident" in point for point in points)
    assert any("put your weight on" in point and "cold or pale" in point for point in points)
    today = " ".join(safety.talk_to_a_doctor_today().points)
    assert "accident" not in today  # that cannot wait until later in the day


def test_numbness_or_weakness_that_stays_needs_advice_the_same_day() -> None:
    assert "Numbness or new weakness that stays" in safety.talk_to_a_doctor_today().points
    assert any("same day" in text for text in safety.stop_at_once().after)
    assert [row.what_many_do for row in safety.day_rows() if "weakness" in row.during] == [
        "stop, and get medical advice the same day"
    ]


def test_what_the_table_of_days_accepts_is_not_forbidden_elsewhere() -> None:
    """It takes up to 3 of 10 as they are: “if anything hurts” would say the opposite."""
    assert "more than before" in safety.stop_short()


def test_it_is_said_that_no_clinician_has_reviewed_it() -> None:
    for make in (safety.what_the_coach_is, first_words.welcome, understanding.sources):
        assert re.search(r"\bclinician\b", " ".join(texts_in(make())))
