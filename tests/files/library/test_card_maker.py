"""The pictures on a card, and their stills."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.library import card_maker
from tests.files.library.shelves import Shelves, later


def test_the_still_of_a_picture_is_looked_for_once(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def noted(picture: Path) -> Path:
        looked.append(picture)
        return picture.with_name("still.webp")

    monkeypatch.setattr(card_maker, "still_beside", noted)
    shelves.bundled.exercise("shown", more="figure: figures/shown.webp\n")
    (shelves.bundled.path / "exercises" / "figures").mkdir(parents=True)
    (shelves.bundled.path / "exercises" / "figures" / "shown.webp").write_bytes(b"")
    for name in ("a", "b", "c"):
        shelves.own.routine(name, "shown")
    cards = shelves.shelf().cards
    assert [Path(picture).name for card in cards for picture in card.pictures] == ["still.webp"] * 3
    assert len(looked) == 1


def test_new_pictures_are_found(shelves: Shelves) -> None:
    shelves.bundled.exercise("pigeon", more="figure: figures/pigeon.webp\n")
    shelves.bundled.routine("a")
    [card] = shelves.shelf().cards
    assert card.pictures == ()
    figures = shelves.assets / "figures"
    figures.mkdir(parents=True)
    (figures / "pigeon.webp").touch()
    [card] = shelves.shelf().cards
    assert card.pictures == (str(figures / "pigeon.webp"),)
    (figures / "pigeon-still.webp").touch()
    later(figures)
    [card] = shelves.shelf().cards
    assert card.pictures == (str(figures / "pigeon-still.webp"),)
