"""Which kind of file it is, without reading more than its first words."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.library.file_kinds import FileSet, files_to_check, parted


def kinds(path: Path) -> tuple[int, int, int]:
    files = files_to_check([path])
    return len(files.exercises), len(files.routines), len(files.plans)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("format: stretchcoach/1\n", (0, 1, 0)),
        ("# a comment\nformat:   'stretchcoach-exercise/1'\n", (1, 0, 0)),
        ("{\n  format: stretchcoach-plan/1,\n}", (0, 0, 1)),
        ("{format: stretchcoach-plan/1}", (0, 0, 1)),
        ("format: something-else/1\n", (0, 1, 0)),
        ("format:\n", (0, 1, 0)),
    ],
)
def test_the_format_tells(tmp_path: Path, text: str, found: tuple[int, int, int]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert kinds(path) == found


@pytest.mark.parametrize("blank", ["\n", " \n", "{\n", "\t\n"])
def test_any_number_of_empty_lines_is_gone_through_once(tmp_path: Path, blank: str) -> None:
    """It took minutes when each was tried with all that follow."""
    path = tmp_path / "a.yaml"
    path.write_text(blank * (900_000 // len(blank)) + "format: stretchcoach-exercise/1\n")
    assert kinds(path) == (1, 0, 0)


def test_by_the_folder_where_the_file_does_not_say(tmp_path: Path) -> None:
    for folder in ("exercises", "plans", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.yaml").touch()
    assert files_to_check([tmp_path]) == FileSet(
        (tmp_path / "exercises" / "a.yaml",),
        (tmp_path / "other" / "a.yaml",),
        (tmp_path / "plans" / "a.yaml",),
    )


def test_folders_that_stand_apart_are_parted(tmp_path: Path) -> None:
    anna, bert = tmp_path / "anna", tmp_path / "bert"
    files = FileSet(
        exercises=(anna / "exercises" / "e.yaml", tmp_path / "exercises" / "e.yaml"),
        routines=(bert / "r.yaml", tmp_path / "r.yaml", anna / "r.yaml"),
    )
    assert parted(files, {anna, bert, tmp_path / "zoe"}) == (
        FileSet(exercises=files.exercises[1:], routines=files.routines[1:2]),
        FileSet(exercises=files.exercises[:1], routines=files.routines[2:]),
        FileSet(routines=files.routines[:1]),
    )
    assert parted(files, ()) == (files,)
