"""What cannot be read is a card that says why."""

from __future__ import annotations

import os

import pytest

from tests.files.library.shelves import Shelves


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
