"""The shelf says what the library says, and reads only what changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library import card_maker
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import FIRST_BATCH, ReadingStoppedError, ShelfReader
from stretchcoach.files.library.full_library import Library, UnknownRoutineError
from tests.files.library.library_folder import LibraryFolder


class Shelves:
    """Two folders with an index beside them, and which routines were read for the last shelf."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bundled = LibraryFolder(root / "bundled")
        self.own = LibraryFolder(root / "own")
        self.assets = root / "assets"
        self.index = root / "library.index"
        self.read: list[str] = []
        self.batches: list[int] = []
        monkeypatch.setattr(card_maker, "read_routine_file", self._note)

    def _note(self, path: Path, *arguments: object) -> object:
        from stretchcoach.files.library.routine_files import read_routine_file

        self.read.append(path.name)
        return read_routine_file(path, *arguments)  # type: ignore[arg-type]

    def shelf(self) -> Shelf:
        """A new look at the folders, as at the next start of the program."""
        self.read.clear()
        self.batches.clear()
        reader = ShelfReader([self.bundled.path, self.own.path], self.assets, self.index)
        shelf = reader.read(self._tell)
        reader.save()
        return shelf

    def _tell(self, some: Shelf) -> None:
        self.batches.append(len(some.cards))


@pytest.fixture
def shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelves:
    shelves = Shelves(tmp_path, monkeypatch)
    shelves.bundled.exercise("pigeon")
    return shelves


def names(shelf: Shelf) -> list[str]:
    return [card.name for card in shelf.cards]


def later(path: Path) -> None:
    """A change that the clock of the disk is sure to see."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


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


def test_a_second_look_reads_nothing_and_says_the_same(shelves: Shelves) -> None:
    shelves.bundled.routine("a", title="A")
    shelves.own.routine("b", title="B", more="note: [\n")
    shelves.own.exercise("broken", more="kind: rest\n")
    shelves.own.routine("c", "nothing")
    first = shelves.shelf()
    assert shelves.read == ["b.yaml", "c.yaml", "a.yaml"]
    second = shelves.shelf()
    assert shelves.read == []
    assert second.cards == first.cards
    assert [card.facts is None for card in second.cards] == [True, True, True, False]


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


def test_the_index_is_not_written_again_without_need(shelves: Shelves) -> None:
    shelves.own.routine("a")
    shelves.shelf()
    before = shelves.index.stat()
    shelves.shelf()
    after = shelves.index.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_edited_file_is_the_only_one_read(shelves: Shelves) -> None:
    for name in "abc":
        shelves.own.routine(name, title=name.upper())
    shelves.shelf()
    later(shelves.own.routine("b", title="Better"))
    assert names(shelves.shelf()) == ["A", "Better", "C"]
    assert shelves.read == ["b.yaml"]


def test_files_that_come_and_go(shelves: Shelves) -> None:
    gone = shelves.own.routine("a", title="A")
    shelves.shelf()
    gone.unlink()
    shelves.own.routine("b", title="B")
    assert names(shelves.shelf()) == ["B"]
    assert shelves.read == ["b.yaml"]
    assert names(shelves.shelf()) == ["B"]


def test_a_routine_that_names_an_exercise_is_read_again_when_any_exercise_changed(
    shelves: Shelves,
) -> None:
    shelves.own.routine("by-id", "pigeon")
    shelves.own.routine("by-name", "PIGEON POSE")
    shelves.bundled.exercise("pigeon", "Pigeon pose")
    assert all(card.facts for card in shelves.shelf().cards)
    shelves.own.exercise("other", "Pigeon pose")
    cards = shelves.shelf().cards
    assert shelves.read == ["by-name.yaml"]
    [broken] = [card for card in cards if card.broken]
    assert broken.broken
    assert broken.broken.message.endswith("write one of their ids: pigeon, other")


def test_a_routine_is_read_again_when_one_of_its_exercises_changed(shelves: Shelves) -> None:
    shelves.bundled.exercise("bridge", "Bridge")
    shelves.own.routine("with-bridge", "bridge")
    shelves.own.routine("with-pigeon", "pigeon")
    inside = "exercises: {frog: {name: Frog, position: prone, kind: rest, sides: both, targets: "
    inside += "{primary: [calf]}, instructions: {setup: a, move: b, feel: c, avoid: d}}}\n"
    shelves.own.routine("with-its-own", "pigeon", more=inside)
    shelves.own.routine("broken", "nothing")
    shelves.shelf()
    later(shelves.bundled.exercise("bridge", "High bridge"))
    shelf = shelves.shelf()
    assert shelves.read == ["broken.yaml", "with-bridge.yaml", "with-its-own.yaml"]
    [card] = [c for c in shelf.cards if c.facts and c.facts.id == "with-bridge"]
    assert card.facts
    assert "high bridge" in card.facts.search_text


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


def test_a_routine_of_ones_own_takes_the_place_of_a_bundled_one(shelves: Shelves) -> None:
    shelves.bundled.routine("a", title="Bundled")
    mine = shelves.own.routine("a", title="Mine", file="copy")
    assert names(shelves.shelf()) == ["Mine"]
    mine.unlink()
    assert names(shelves.shelf()) == ["Bundled"]
    assert shelves.read == []


def test_the_second_file_with_an_id_is_broken(shelves: Shelves) -> None:
    first = shelves.own.routine("a", file="one")
    second = shelves.own.routine("a", file="two")
    for _ in range(2):
        shelf = shelves.shelf()
        good, bad = shelf.cards
        assert good.facts
        assert bad.broken
        assert (bad.name, bad.problems, bad.broken.line) == ("two.yaml", 1, 2)
        assert bad.broken.line_before == "format: stretchcoach/1"
        [problem] = shelf.entry(bad).problems
        assert problem.message == bad.broken.message
        assert str(first) in problem.message
    assert shelves.read == []
    first.unlink()
    [card] = shelves.shelf().cards
    assert card.path == str(second)
    assert card.facts
    assert card.broken is None
    [card] = shelves.shelf().cards
    assert card.facts


def test_what_the_card_of_a_broken_file_shows(shelves: Shelves) -> None:
    path = shelves.own.routine("a", more="hodl: 3\nlevl: 2\n")
    [card] = shelves.shelf().cards
    assert card.broken
    assert (card.own, card.name, card.problems, card.is_routine) == (True, path.name, 2, True)
    assert (card.broken.line, card.broken.column) == (5, 1)
    assert (card.broken.line_before, card.broken.source_line) == (
        "steps: [{exercise: pigeon}]",
        "hodl: 3",
    )


def test_a_broken_exercise_is_a_card(shelves: Shelves) -> None:
    path = shelves.own.exercise("frog", more="kind: rest\n")
    shelf = shelves.shelf()
    [card] = shelf.cards
    assert (card.path, card.own, card.is_routine) == (str(path), True, False)
    [problem] = shelf.entry(card).problems
    assert card.broken
    assert problem.message == card.broken.message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_folder_that_cannot_be_read_is_a_card(shelves: Shelves) -> None:
    exercises = shelves.own.path / "exercises"
    exercises.rmdir()
    exercises.write_text("not a folder")
    shelf = shelves.shelf()
    [card] = shelf.cards
    assert (card.name, card.own) == ("exercises", True)
    [problem] = shelf.entry(card).problems
    assert card.broken
    assert problem.message == card.broken.message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_to_nowhere_is_a_problem(shelves: Shelves) -> None:
    (shelves.own.path / "a.yaml").symlink_to(shelves.own.path / "nowhere")
    [card] = shelves.shelf().cards
    assert card.broken
    assert card.broken.message == "there is no such file"


def test_cards_are_told_in_batches_that_grow(shelves: Shelves) -> None:
    for number in range(3 * FIRST_BATCH + 5):
        shelves.own.routine(f"r-{number:03}")
    shelves.shelf()
    assert shelves.batches == [FIRST_BATCH, 2 * FIRST_BATCH]
    shelves.shelf()
    assert shelves.batches == []  # nothing takes its time: all come at once


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


def test_reading_can_be_stopped_between_two_files(shelves: Shelves) -> None:
    for name in "abc":
        shelves.own.routine(name)
    reader = ShelfReader([shelves.own.path], shelves.assets, shelves.index)
    with pytest.raises(ReadingStoppedError):
        reader.read(lambda some: None, lambda: len(shelves.read) == 2)
    assert shelves.read == ["a.yaml", "b.yaml"]
    assert not shelves.index.exists()


def test_a_file_of_the_same_size_and_time_is_another(shelves: Shelves, tmp_path: Path) -> None:
    """As some programs leave it that copy or unpack."""
    path = shelves.own.routine("a", title="Xi")
    shelves.shelf()
    before = path.stat()
    path.write_text(path.read_text().replace("Xi", "Pi"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert names(shelves.shelf()) == ["Pi"]
    aside = tmp_path / "aside"
    aside.write_text(path.read_text().replace("Pi", "Mu"))
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert names(shelves.shelf()) == ["Mu"]
    assert names(shelves.shelf()) == ["Mu"]
    assert shelves.read == []


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


# Clients.


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
    shelf = ShelfReader(folders, shelves.assets, None, [path]).read(shelves._tell)
    assert [(card.client, card.opened) for card in shelf.cards] == [("Anna", False)]
