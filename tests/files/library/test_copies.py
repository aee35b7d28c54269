"""Of a file and its copies the file is used, and the copies are shown with what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.holders import holders
from stretchcoach.files.library.plan_files import read_plan_files
from tests.files.library.library_folder import LibraryFolder

# What programs that synchronise, and people, make of “evening.yaml”.
COPIES = [
    "evening (conflicted copy 2026-11-26)",
    "evening (Anna's conflicted copy)",
    "evening.sync-conflict-20261126-101112-ABCDEFG",
    "evening-LAPTOP",
    "evening-DESKTOP-1A2B3C",
    "evening - Copy",
    "evening - Copy (2)",
    "evening (1)",
    "evening copy",
    "Kopie von evening",
    "Copy of evening",
    "Evening",
    "a",
]


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "own")
    folder.exercise("pigeon")
    return folder


@pytest.mark.parametrize("copy", COPIES)
def test_the_file_that_is_named_like_its_id_wins(folder: LibraryFolder, copy: str) -> None:
    original = folder.routine("evening", title="Original")
    made = folder.routine("evening", title="Changed", file=copy)
    library = Library.read([folder.path], folder.path)
    shelf = ShelfReader([folder.path], folder.path, None).read(lambda some: None)
    used = library.routine_by_id("evening")
    assert used is not None
    assert (used.path, used.title) == (original, "Original")
    card = next(card for card in shelf.cards if card.facts)
    assert (card.path, card.name) == (str(original), "Original")
    shown = next(card for card in shelf.cards if card.facts is None)
    for entry in (library.routine(str(made)), shelf.entry(shown)):
        if entry.path == made and entry.problems:
            told = [(problem.line, problem.message) for problem in entry.problems]
            assert told == [
                (2, f"the id “evening” is already that of {original} - choose another, or delete"
                    " one of them"),
                (3, "this line is not in evening.yaml"),
            ]  # fmt: skip


def test_a_copy_that_says_the_same_is_called_that(folder: LibraryFolder) -> None:
    original = folder.routine("evening")
    folder.routine("evening", file="evening (1)")
    shelf = ShelfReader([folder.path], folder.path, None).read(lambda some: None)
    shown = next(card for card in shelf.cards if card.facts is None)
    assert shown.broken is not None
    assert shown.broken.message == (
        f"this is a copy of {original}, which says the same - delete one of them"
    )


def test_an_exercise_and_a_plan_have_copies_as_well(folder: LibraryFolder) -> None:
    original = folder.exercise("frog", "Frog")
    folder.exercise("frog", "Toad", file="Kopie von frog")
    library = Library.read([folder.path], folder.path)
    assert library.exercises["frog"].name == "Frog"
    assert [e.path for e in library.exercise_entries if e.exercise and e.id == "frog"] == [original]
    folder.routine("evening")
    library = Library.read([folder.path], folder.path)
    text = "format: stretchcoach-plan/1\nid: six\ntitle: Six\nweeks:\n"
    text += "  - {title: One, sessions: [{routine: evening}]}\n"
    paths = [folder.path / name for name in ("a copy of six.yaml", "six.yaml")]
    for path in paths:
        path.write_text(text)
    entries = read_plan_files(paths, library)
    assert [entry.plan is not None for entry in entries] == [False, True]


def test_a_copy_is_used_while_the_file_itself_is_broken(folder: LibraryFolder) -> None:
    folder.routine("evening", more="note: [\n")
    copy = folder.routine("evening", file="evening (1)")
    library = Library.read([folder.path], folder.path)
    used = library.routine_by_id("evening")
    assert used is not None
    assert used.path == copy


def test_of_names_that_are_no_id_the_shortest_wins() -> None:
    files = [("x", "/f/my file (1).yaml"), ("x", "/f/my file.yaml"), ("y", "/f/b.yml")]
    assert holders(files) == {"x": "/f/my file.yaml", "y": "/f/b.yml"}


def test_files_of_very_many_lines_are_not_compared_line_by_line(folder: LibraryFolder) -> None:
    folder.routine("evening")
    copy = folder.routine("evening", file="evening (1)", more="#\n" * 2000)
    library = Library.read([folder.path], folder.path)
    (entry,) = [entry for entry in library.routines if entry.path == copy]
    assert len(entry.problems) == 1
