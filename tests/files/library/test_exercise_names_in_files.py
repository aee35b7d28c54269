"""Files may name exercises as people do; what is unclear is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import read_plan_file
from tests.files.library.library_folder import LibraryFolder

PLAN = """\
format: stretchcoach-plan/1
id: plan
title: Plan
weeks: [{{title: One, sessions: [{{routine: evening, changes: {{{name}: {{sets: 3}}}}}}]}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "library")
    folder.exercise("pigeon", "Half pigeon", more="easier: Lying Figure Four\n")
    folder.exercise("figure-4", "Lying figure four", more="also_known_as: [reclined pigeon]\n")
    return folder


def read(folder: LibraryFolder) -> Library:
    return Library.read([folder.path], folder.path / "assets")


def test_a_routine_holds_the_ids(folder: LibraryFolder) -> None:
    folder.routine("evening", "Reclined Pigeon")
    entry = read(folder).routine("evening")
    assert entry.problems == ()
    assert entry.by_name
    assert entry.routine
    assert entry.routine.steps == (ExerciseStep(exercise="figure-4"),)


def test_easier_exercises_may_be_named_too(folder: LibraryFolder) -> None:
    library = read(folder)
    assert library.problems == ()
    assert library.known.exercises["pigeon"].easier == "figure-4"


def test_own_exercises_count(folder: LibraryFolder) -> None:
    own = "exercises: {mine: {name: My Stretch, easier: half PIGEON, instructions: {move: Go.}}}\n"
    folder.routine("evening", "my stretch, hold: 5s", more=own)
    entry = read(folder).routine("evening")
    assert entry.problems == ()
    assert entry.exercises["mine"].easier == "pigeon"
    assert entry.routine
    assert entry.routine.steps == (ExerciseStep(exercise="mine", hold_ms=5_000),)


def test_a_name_of_two_exercises_is_an_error_that_lists_both(folder: LibraryFolder) -> None:
    folder.exercise("half", "half pigeon")
    path = folder.routine("evening", "Half Pigeon")
    [problem] = read(folder).check([path]).problems
    assert (problem.line, problem.column) == (4, 20)
    assert problem.message == (
        "several exercises are called “Half Pigeon” - write one of their ids: half, pigeon"
    )


def test_a_plan_may_name_what_it_changes(folder: LibraryFolder) -> None:
    folder.routine("evening", "figure-4")
    path = folder.path / "plan.yaml"
    path.write_text(PLAN.format(name="lying figure four"))
    entry = read_plan_file(path, read(folder))
    assert entry.problems == ()
    assert entry.plan
    assert list(entry.plan.weeks[0].sessions[0].changes) == ["figure-4"]
    path.write_text(PLAN.format(name="half pigeon"))
    [problem] = read_plan_file(path, read(folder)).problems
    assert problem.message.startswith("“evening” has no step with “half pigeon”")
