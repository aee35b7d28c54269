"""What is offered at a place of the text."""

from __future__ import annotations

import pytest

from stretchcoach.files.bench.completion import offers_at
from tests.files.bench.builders import HEAD, known


def offered(text: str) -> list[str]:
    """What is offered at the bar in `text`."""
    place = text.index("|")
    text = text.replace("|", "", 1)
    found = offers_at(text, place, known().exercises)
    return [offer.insert for offer in found.offers]


STEP = HEAD + "steps:\n  - exercise: bridge\n    sets: 2\n"


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("|", ["format: ", "steps: "]),
        (HEAD + "aff|", ["affected: "]),
        (HEAD + "affected: |", ["left", "right", "both", "none"]),
        (HEAD + "affected: r|", ["right"]),
        (HEAD + "defaults: {or|", ["order: "]),
        (HEAD + "defaults: {order: aff|", ["affected-first", "affected-last"]),
        (HEAD + "defaults:\n  order: left|", ["left-first"]),
        (HEAD + "defaults:\n  sw|", ["switch: "]),
        (HEAD + "schedule: {days: |", ["mon", "daily"]),
        (HEAD + "schedule: {days: [mon, t|", ["tue", "thu"]),
        (HEAD + "steps:\n  - exer|", ["exercise: "]),
        (HEAD + "steps:\n  - exercise: figure-4-su|", ["figure-4-supine"]),
        (HEAD + "steps:\n  - exercise: lying fig|", ["figure-4-supine"]),
        (STEP + "    ho|", ["hold: "]),
        (STEP + "    sides: al|", ["alternate"]),
        (STEP + "    affected: {se|", ["sets: "]),
        (STEP + "    optional: t|", ["true"]),
        (STEP + "  - re|", ["rest: ", "repeat: "]),
        (STEP + "  - repeat: 2\n    steps:\n      - exercise: clam|", ["clamshell"]),
        (STEP + "  - repeat: 2\n    steps:\n      - exercise: cat-cow\n        pa|", ["pace: "]),
        (STEP + "level: 1\nau|", ["author: "]),
    ],
)
def test_what_fits_is_offered(text: str, some: list[str]) -> None:
    found = offered(text)
    assert [one for one in some if one not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "# aff|",
        HEAD + "title: Deep|",
        HEAD + "nothing: |",
        HEAD + "nothing:\n  x|",
        HEAD + "af|fected: left",
        STEP + "    sets: |",
        "x y |",
    ],
)
def test_nothing_is_offered(text: str) -> None:
    assert offered(text) == []


def test_a_key_that_is_there_is_not_offered_again() -> None:
    assert "sets: " not in offered(STEP + "    se|")
    assert "sets: " in offered(STEP + "  - exercise: cat-cow\n    se|")
    assert "title: " not in offered(HEAD + "ti|")
    assert "hold: " not in offered(STEP.replace("    sets", "    h|\n    hold"))


def test_ids_that_begin_so_come_before_names() -> None:
    found = offered(HEAD + "steps:\n  - exercise: knee|")
    assert found[0].startswith("knee")
    assert "double-knee-to-chest" in found
