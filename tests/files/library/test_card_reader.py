"""Cards are read again where their files have changed, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.library.card_reader import FIRST_BATCH, ReadingStoppedError, ShelfReader
from tests.files.library.shelves import Shelves, later, names


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


def test_cards_are_told_in_batches_that_grow(shelves: Shelves) -> None:
    for number in range(3 * FIRST_BATCH + 5):
        shelves.own.routine(f"r-{number:03}")
    shelves.shelf()
    assert shelves.batches == [FIRST_BATCH, 2 * FIRST_BATCH]
    shelves.shelf()
    assert shelves.batches == []  # nothing takes its time: all come at once


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
