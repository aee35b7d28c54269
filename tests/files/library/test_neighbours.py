"""A file that is checked or opened alone knows what lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.files.library.full_library import Library
from tests.files.library.library_folder import LibraryFolder

PLAN = """\
format: stretchcoach-plan/1
id: weeks
title: Weeks
weeks: [{title: First, sessions: [{routine: mine, days: 3, changes: {frog: {hold: 20s}}}]}]
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.read([tmp_path / "library"], Path("assets"))


@pytest.fixture
def mail(tmp_path: Path) -> LibraryFolder:
    """A folder with an exercise and a routine that has it."""
    folder = LibraryFolder(tmp_path / "mail")
    folder.exercise("frog")
    folder.routine("mine", "frog")
    return folder


def messages(library: Library) -> list[str]:
    return [problem.message for problem in library.problems]


def test_a_plan_knows_the_routine_in_its_folder(library: Library, mail: LibraryFolder) -> None:
    plan = mail.path / "weeks.yaml"
    plan.write_text(PLAN)
    checked = library.check([plan])
    assert messages(checked) == []
    assert [entry.id for entry in checked.plans] == ["weeks"]
    assert (checked.routines, checked.exercise_entries) == ((), ())


def test_a_plan_in_the_folder_of_plans_knows_the_routines_above(
    library: Library, mail: LibraryFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = mail.path / "plans" / "weeks.yaml"
    plan.parent.mkdir()
    plan.write_text(PLAN)
    assert messages(library.check([plan])) == []
    monkeypatch.chdir(plan.parent)
    assert messages(library.check([Path("weeks.yaml")])) == []


def test_what_is_wrong_beside_is_not_told(library: Library, mail: LibraryFolder) -> None:
    plan = mail.path / "weeks.yaml"
    plan.write_text(PLAN)
    mail.routine("other", "unknown")
    (mail.path / "broken.yaml").write_text("[")
    assert messages(library.check([plan])) == []
    (mail.path / "mine.yaml").unlink()
    assert messages(library.check([plan])) == ["no routine is called “mine”"]


def test_a_routine_knows_the_exercises_beside_it(library: Library, mail: LibraryFolder) -> None:
    path = mail.path / "mine.yaml"
    checked = library.check([path])
    assert messages(checked) == []
    assert len(checked.routines) == 1
    assert library.routine(str(path)).routine
    assert Shelf((), Exercises((), Path("assets"))).routine(str(path)).routine


def test_an_exercise_knows_those_of_its_folder(library: Library, mail: LibraryFolder) -> None:
    path = mail.exercise("toad", more="easier: frog\n")
    checked = library.check([path])
    assert messages(checked) == []
    assert [entry.id for entry in checked.exercise_entries] == ["toad"]


def test_a_file_that_is_checked_is_not_its_own_neighbour(
    library: Library, mail: LibraryFolder
) -> None:
    (mail.path / "weeks.yaml").write_text(PLAN)
    checked = library.check([mail.path, mail.path / "weeks.yaml"])
    assert messages(checked) == []
    assert (len(checked.routines), len(checked.exercise_entries)) == (1, 1)
