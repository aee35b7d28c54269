from __future__ import annotations

from pathlib import Path

from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.finding.routine_search import Wish
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.ui.cards.exercise_model import ExerciseModel
from stretchcoach.ui.cards.exercise_tiles import exercise_tiles
from tests.files.library.library_folder import LibraryFolder


def test_the_exercises_of_a_library_by_name(tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path / "routines")
    for name in ("pigeon", "bridge"):
        folder.exercise(name, name.title())
    folder.routine("evening")
    shelf = ShelfReader([folder.path], tmp_path, None).read(lambda some: None)
    tiles = exercise_tiles(shelf)
    assert [tile.id for tile in tiles] == ["bridge", "pigeon"]
    used = {tile.id: tile.in_routines for tile in tiles}
    assert used == {"bridge": 0, "pigeon": 1}
    assert all(tile.text.startswith(tile.name.lower()) for tile in tiles)
    assert {tile.place for tile in tiles} <= {*Place, None}


def test_they_are_browsed_by_place_and_found_by_words(qapp: object, tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path / "routines")
    folder.exercise("pigeon")
    folder.exercise("bridge", "Bridge")
    shelf = ShelfReader([folder.path], tmp_path, None).read(lambda some: None)
    model = ExerciseModel()
    model.show_exercises(exercise_tiles(shelf))
    assert (model.total, model.rowCount()) == (2, 2)
    model.set_wish(Wish("pigeon"))
    assert [model.card(row).name for row in range(model.rowCount())] == ["Pigeon"]
    assert len(model.sections) == 1
