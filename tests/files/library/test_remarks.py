"""Remarks on files, at their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.remarks import bundled_in, remarks_on
from tests.files.library.library_folder import LibraryFolder


@pytest.fixture
def bundled(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "bundled")
    folder.exercise("pigeon")
    folder.routine("desk", "pigeon")
    return folder


def told(bundled: LibraryFolder, *paths: Path) -> list[str]:
    """What is told of the files at `paths`: the file, the line and the code of each remark."""
    library = Library.read([bundled.path], bundled.path / "assets")
    known = bundled_in(library, bundled.path)
    found = remarks_on(library.check(paths), known, bundled.path)
    return [
        f"{problem.path.name}:{problem.line} {problem.message.rpartition('[')[2].rstrip(']')}"
        for problem in found
    ]


def test_bundled_files_hide_nothing(bundled: LibraryFolder) -> None:
    assert not [line for line in told(bundled, bundled.path) if "hides" in line]


def test_ones_own_are_told_at_their_lines(bundled: LibraryFolder, tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text(
        "format: stretchcoach/1\nid: desk\ntitle: Desk\nsteps:\n"
        "  - exercise: pigeon\n    switch: 0\n"
        "  - exercise: mine\n    hold: 300s\n"
        "exercises:\n  mine:\n    name: Mine\n    position: supine\n"
        "    instructions: {setup: Lie., move: Go., feel: Here.}\n"
        "    targets: {primary: [calf]}\n    cues: [Breathe]\n    figure: gone.png\n"
    )
    assert told(bundled, path) == [
        "desk.yaml:2 hides-bundled",
        "desk.yaml:6 no-time-to-switch",
        "desk.yaml:8 unusual-hold",
    ]
    path.write_text(path.read_text() + "lint: {ignore: [hides-bundled, unusual-hold]}\n")
    assert told(bundled, path) == ["desk.yaml:6 no-time-to-switch"]


def test_files_with_errors_have_no_remarks(bundled: LibraryFolder, tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text("format: stretchcoach/1\nid: desk\ntitle: Desk\nsteps: []\n")
    assert told(bundled, path) == []


def test_plans_are_told_at_their_lines(bundled: LibraryFolder, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(
        "format: stretchcoach-plan/1\nid: plan\ntitle: Sciatica\nweeks:\n"
        "  - title: One\n    sessions:\n      - routine: desk\n        changes:\n"
        "          pigeon: {hold: 300s}\n"
    )
    assert told(bundled, path) == ["plan.yaml:3 promise", "plan.yaml:9 unusual-hold"]
    path.write_text(path.read_text() + "lint: {ignore: [promise]}\n")
    assert told(bundled, path) == ["plan.yaml:9 unusual-hold"]


def test_what_is_a_clients_may_have_the_id_of_another(
    bundled: LibraryFolder, tmp_path: Path
) -> None:
    own = LibraryFolder(tmp_path / "own")
    own.routine("hips", "pigeon")
    anna = LibraryFolder(own.path / "Anna")
    anna.exercise("hers", "Hers")
    anna.routine("hips", "hers")
    library = Library.read([bundled.path], bundled.path / "assets")
    apart = library.check([own.path], [anna.path])
    assert [problem.message for problem in apart.problems if problem.is_error] == []
    assert [entry.id for entry in apart.routines] == ["hips", "hips"]
    together = library.check([own.path])
    assert any(problem.is_error for problem in together.problems)
