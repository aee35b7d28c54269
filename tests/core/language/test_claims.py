"""Words that promise an effect on health, and those that only look like it."""

from __future__ import annotations

import pytest

from stretchcoach.core.language.claims import claims_in

PROMISES = [
    "Treats sciatica", "a treatment", "cure", "Cures back pain", "It heals", "relieves",
    "Pain relief", "alleviate", "hip therapy", "physiotherapy", "therapeutic",
    "Hip rehab", "rehabilitation",
    "on prescription", "prescribed for you", "diagnose", "self-diagnosis", "clinically proven",
    "Clinically-proven", "prevents injury", "prevent injuries", "Fix your posture",
    "releases a trapped nerve", "recommended for your condition",
]  # fmt: skip
HARMLESS = [
    "Ask a health professional", "Your therapist", "a physiotherapist", "Press your heels down",
    "a healthy back", "Take care", "Be accurate", "a street", "a retreat", "curve", "secure",
    "stretch, mobility, comfort", "it does not prevent you from walking", "recommended for adults",
]  # fmt: skip


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_is_found(text: str) -> None:
    assert claims_in(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert claims_in(text) == ()


def test_all_are_found_with_their_places() -> None:
    found = claims_in("A therapy that heals. A THERAPY.")
    assert [(claim.word, claim.start) for claim in found] == [
        ("therapy", 2), ("heals", 15), ("THERAPY", 24),
    ]  # fmt: skip


def test_a_condition_may_be_spoken_of_but_is_no_name() -> None:
    text = "The sciatic nerve and sciatica"
    assert claims_in(text) == ()
    assert [claim.word for claim in claims_in(text, is_name=True)] == ["sciatic", "sciatica"]
    assert claims_in("Piriformis syndrome routine", is_name=True)
    assert claims_in("Piriformis stretch", is_name=True) == ()
