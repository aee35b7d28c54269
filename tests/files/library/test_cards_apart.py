"""The cards that stand apart: files that were opened, and folders of clients."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from tests.files.library.library_folder import LibraryFolder
from tests.files.library.shelves import Shelves, names


def test_files_that_were_opened_stand_behind_the_persons_own(
    shelves: Shelves, tmp_path: Path
) -> None:
    shelves.bundled.routine("desk", title="Desk")
    shelves.own.routine("mine", title="Mine")
    mail = LibraryFolder(tmp_path / "mail")
    mail.exercise("frog")
    opened = [
        mail.routine("desk", "frog", title="Mailed"),
        mail.path / "gone.yaml",
        shelves.own.path / "mine.yaml",
    ]

    def look() -> Shelf:
        shelves.read.clear()
        folders = [shelves.bundled.path, shelves.own.path]
        reader = ShelfReader(folders, shelves.assets, shelves.index, opened)
        shelf = reader.read(lambda some: None)
        reader.save()
        return shelf

    shelf = look()
    assert names(shelf) == ["Mine", "Mailed", "gone.yaml", "Desk"]
    assert [card.opened for card in shelf.cards] == [False, True, True, False]
    gone = shelf.cards[2]
    assert gone.broken is not None
    assert gone.broken.message == "This file is gone, or its drive is not there."
    entry = shelf.entry(shelf.cards[1])
    assert entry.routine
    assert entry.routine.title == "Mailed"
    found = shelf.routine_by_id("desk")
    assert found is not None
    assert found.title == "Desk"
    look()
    assert shelves.read == ["desk.yaml"]  # its exercises lie beside it and may have changed


def test_a_folder_a_client_stands_behind_ones_own(shelves: Shelves) -> None:
    shelves.bundled.routine("evening")
    shelves.own.routine("mine", title="Mine")
    anna = LibraryFolder(shelves.own.path / "Anna Berger")
    path = anna.routine("mine", title="Hers")
    shelf = shelves.shelf()
    assert [(card.name, card.client) for card in shelf.cards] == [
        ("Mine", ""),
        ("Hers", "Anna Berger"),
        ("Evening", ""),
    ]
    assert shelf.routine("mine").title == "Mine"
    assert shelf.routine(str(path)).title == "Hers"
    shelves.shelf()
    assert shelves.read == ["mine.yaml"]  # what has exercises beside it is always read


def test_only_folders_that_can_be_clients_are_looked_into(shelves: Shelves) -> None:
    for name in ("plans", "Figures", ".hidden", "Zoe", "bert"):
        (shelves.own.path / name).mkdir()
        (shelves.own.path / name / "one.yaml").write_text("no")
    (shelves.own.path / "file").write_text("")
    shelf = shelves.shelf()
    assert [card.client for card in shelf.cards] == ["bert", "Zoe"]
    assert not any(card.facts for card in shelf.cards)
    shelves.shelf()
    assert shelves.read == []


def test_exercises_of_a_client_are_known_to_their_routines_alone(shelves: Shelves) -> None:
    anna = LibraryFolder(shelves.own.path / "Anna")
    anna.exercise("hers", "Her own")
    path = anna.routine("for-anna", "hers")
    shelves.own.routine("other", "hers", title="Other")
    shelf = shelves.shelf()
    assert [card.name for card in shelf.cards if card.facts] == ["Evening"]
    card = next(card for card in shelf.cards if card.path == str(path))
    assert shelf.entry(card).exercises["hers"].name == "Her own"
    assert "hers" not in shelf.exercises


def test_a_clients_file_that_was_opened_has_one_card(shelves: Shelves) -> None:
    anna = LibraryFolder(shelves.own.path / "Anna")
    path = anna.routine("evening")
    folders = [shelves.bundled.path, shelves.own.path]
    shelf = ShelfReader(folders, shelves.assets, None, [path]).read(shelves.tell)
    assert [(card.client, card.opened) for card in shelf.cards] == [("Anna", False)]
