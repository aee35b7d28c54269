"""Drafts of exercises with the pictures that belong to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stretchcoach.files.bench.drafts import Draft
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import (
    Photo,
    Pictures,
    Shape,
    pictures_as_text,
    pictures_from_text,
    still_name,
)


def test_pictures_of_a_draft_are_read_back_as_they_were() -> None:
    pictures = Pictures(
        hold=Photo("a.jpg", 3, 1.5, 0.2, 0.8), start=Photo("b.jpg"), shape=Shape.TALL
    )
    assert pictures_from_text(pictures_as_text(pictures)) == pictures
    drawn = Pictures(drawn="c.webp")
    assert pictures_from_text(pictures_as_text(drawn)) == drawn
    assert list(drawn.kept) == ["c.webp", "c-still.webp"]
    assert pictures_as_text(None) == ""


@pytest.mark.parametrize(
    "changed",
    [
        {"hold": {"kept": "../../x.jpg"}},
        {"hold": {"kept": "a.jpg", "quarter_turns": 0, "zoom": 1e9, "across": 0, "down": 0}},
        {"hold": {"kept": "a.jpg", "quarter_turns": 0, "zoom": 1, "across": "x", "down": 0}},
        {"drawn": "/etc/passwd"},
        {"drawn": ".hidden"},
        {"shape": "round"},
    ],
)
def test_a_draft_that_means_harm_has_no_pictures(changed: dict[str, object]) -> None:
    good = json.loads(pictures_as_text(Pictures()))
    assert pictures_from_text(json.dumps({**good, **changed})) is None
    assert pictures_from_text("[") is None


def test_what_no_draft_needs_goes(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    kept.sweep()  # there is nothing yet
    needed, other = kept.keep_picture(b"one", "jpg"), kept.keep_picture(b"two", "jpg")
    draft = Draft(tmp_path / "a.yaml", "text", None, more=pictures_as_text(
        Pictures(hold=Photo(needed))
    ))  # fmt: skip
    kept.drafts.keep(draft)
    kept.drafts.keep(Draft(tmp_path / "b.yaml", "text", None))
    kept.sweep()
    assert kept.read(needed) == b"one"
    assert not kept.path(other).exists()
    assert kept.has_all(draft)
    assert kept.drafts.find(draft.path) == draft
    kept.drafts.drop(draft.path)
    kept.sweep()
    assert not kept.has_all(draft)


def test_the_still_of_what_was_drawn_stands_beside_it(tmp_path: Path) -> None:
    kept = KeptFiles(tmp_path)
    name = kept.keep_picture(b"moves", "webp")
    kept.keep_as(still_name(name), b"still")
    draft = Draft(tmp_path / "a.yaml", "", None, more=pictures_as_text(Pictures(drawn=name)))
    assert kept.has_all(draft)
    assert kept.path(still_name(name)).read_bytes() == b"still"
