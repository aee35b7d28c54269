"""Whether a place can be written is asked before the work that would fill it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_PROBLEMS
from stretchcoach.files.database.history_db import HistoryDb

WORKS = (
    "stretchcoach.ui.handout.page_file.write_page",
    "stretchcoach.ui.handout.handout_file.write_handout",
    "stretchcoach.commands.pack.gather",
    "stretchcoach.commands.report.read_visit_report",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    HistoryDb(folder / "diary.sqlite3").close()
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("page", "desk-break"),
        ("handout", "desk-break"),
        ("pack", "desk-break"),
        ("report",),
        ("history", "--json"),
        ("backup",),
    ],
)
def test_nobody_waits_for_what_cannot_be_kept(
    qapp: QApplication,
    data: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def never(*_: object, **__: object) -> None:
        pytest.fail("the work was begun")

    for work in WORKS:
        monkeypatch.setattr(work, never)
    taken = tmp_path / "taken"
    taken.mkdir()
    path = taken / "x.pdf"
    path.mkdir()
    assert main(["--data-dir", str(data), *words, "-o", str(path)]) == EXIT_PROBLEMS
    said = capsys.readouterr()
    assert str(path) in said.err
    assert said.out == ""
    assert list(taken.iterdir()) == [path]
