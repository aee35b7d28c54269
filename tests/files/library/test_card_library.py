"""The shelf says what the library says."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.full_library import Library, UnknownRoutineError
from tests.files.library.library_folder import LibraryFolder
from tests.files.library.shelves import Shelves, names


def test_the_bundled_routines_are_all_there() -> None:
    folders, assets = [bundled_dir("routines")], bundled_dir("assets")
    library = Library.read(folders, assets)
    shelf = ShelfReader(folders, assets, None).read(lambda some: None)
    assert sorted(shelf.routine_ids) == sorted(e.id for e in library.routines if e.routine)
    assert all(card.facts and not card.own for card in shelf.cards)
    assert shelf.exercises.keys() == library.exercises.keys()


def test_a_shelf_without_folders_is_empty(tmp_path: Path) -> None:
    shelf = ShelfReader([tmp_path / "none"], tmp_path, tmp_path / "index").read(lambda s: None)
    assert shelf.cards == ()
    assert not (tmp_path / "index").exists()


def test_the_persons_own_come_first(shelves: Shelves) -> None:
    shelves.bundled.routine("a", title="Bundled")
    shelves.own.routine("b", title="Own")
    shelf = shelves.shelf()
    assert [(card.name, card.own) for card in shelf.cards] == [("Own", True), ("Bundled", False)]


def test_an_exercise_of_ones_own_takes_the_place_of_a_bundled_one(shelves: Shelves) -> None:
    shelves.bundled.routine("a")
    shelves.shelf()
    mine = shelves.own.exercise("pigeon", "My pigeon")
    [card] = shelves.shelf().cards
    assert card.facts
    assert "my pigeon" in card.facts.search_text
    mine.unlink()
    [card] = shelves.shelf().cards
    assert card.facts
    assert "my pigeon" not in card.facts.search_text


def test_a_routine_of_ones_own_takes_the_place_of_a_bundled_one(shelves: Shelves) -> None:
    shelves.bundled.routine("a", title="Bundled")
    mine = shelves.own.routine("a", title="Mine", file="copy")
    assert names(shelves.shelf()) == ["Mine"]
    mine.unlink()
    assert names(shelves.shelf()) == ["Bundled"]
    assert shelves.read == []


def test_a_routine_is_found_by_its_id_and_by_its_file(shelves: Shelves, tmp_path: Path) -> None:
    path = shelves.own.routine("a", file="evening")
    elsewhere = LibraryFolder(tmp_path / "elsewhere").routine("b")
    shelf = shelves.shelf()
    for name in ("a", str(path)):
        entry = shelf.routine(name)
        assert entry.routine
        assert entry.routine.id == "a"
    assert shelf.routine(str(elsewhere)).id == "b"
    found = shelf.routine_by_id("a")
    assert found
    assert found.path == path
    assert shelf.routine_by_id("b") is None


def test_a_name_that_is_none_brings_the_nearest(shelves: Shelves) -> None:
    shelves.own.routine("evening")
    with pytest.raises(UnknownRoutineError, match="did you mean “evening”"):
        shelves.shelf().routine("evenin")
    with pytest.raises(UnknownRoutineError, match=r"“zzz”$"):
        shelves.shelf().routine("zzz")
