"""`handout`: a routine as a PDF, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import SettingsFile
from tests.paper.test_handout import words


def test_it_is_written_for_the_side_that_is_said(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    SettingsFile(tmp_path / "settings.json").write(
        Settings(practice="Practice by the sea", practice_logo=str(tmp_path / "gone.png"))
    )
    path = tmp_path / "x.pdf"
    command = ["--data-dir", str(tmp_path), "handout", "desk-break", "-o", str(path)]
    assert main([*command, "--affected", "right", "--large", "--paper", "letter"]) == EXIT_OK
    assert capsys.readouterr().out == f"{path}\n"
    found = words(path.read_bytes())
    assert "Affected side: right" in found
    assert "Practice by the sea" in found
    assert b"/MediaBox [0 0 612" in path.read_bytes()


def test_it_is_named_like_the_routine(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--data-dir", str(tmp_path), "handout", "desk-break"]) == EXIT_OK
    assert (tmp_path / "desk-break.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_is_said(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path), "handout"]
    assert main([*data, "nobody"]) == EXIT_PROBLEMS
    assert "no routine is called" in capsys.readouterr().err
    assert main([*data, "desk-break", "-o", str(tmp_path / "no" / "x.pdf")]) == EXIT_PROBLEMS
    assert str(tmp_path / "no") in capsys.readouterr().err
