from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.files.disk.paths import Paths
from tests.commands.diary_commands import Command, fill, kept
from tests.files.database.diaries import a_performed_record

# backup and restore


def test_backup_and_restore(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record("one"))
    backup = tmp_path / "mine.sqlite3"
    assert command("backup", "-o", backup) == EXIT_OK
    assert capsys.readouterr().out == f"{backup}\n"
    fill(paths, a_performed_record("two"))
    assert command("restore", backup) == EXIT_OK
    assert f"{backup} is your diary now." in capsys.readouterr().out
    assert [record.id for record in kept(paths)] == ["one"]
    (replaced,) = paths.backups.iterdir()
    assert command("restore", replaced) == EXIT_OK
    assert [record.id for record in kept(paths)] == ["one", "two"]


def test_a_backup_replaces_only_a_backup(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    backup, letter = tmp_path / "mine.sqlite3", tmp_path / "letter.txt"
    letter.write_text("Dear Anna")
    assert command("backup", "-o", backup) == EXIT_OK
    assert command("backup", "-o", backup) == EXIT_OK
    capsys.readouterr()
    for output, reason in [
        (letter, "is no backup"),
        (paths.diary, "is the diary itself"),
        (tmp_path, "is no backup"),
        (tmp_path / ("x" * 300), "could not be made"),
        (letter / "below", "could not be made"),
    ]:
        assert command("backup", "-o", output) == EXIT_PROBLEMS
        assert reason in capsys.readouterr().err
    assert letter.read_text() == "Dear Anna"
    assert len(kept(paths)) == 1


def test_without_a_diary_there_is_no_backup(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("backup") == EXIT_PROBLEMS
    assert "nothing in the diary" in capsys.readouterr().err
    assert command("backup", "-o", tmp_path / "b") == EXIT_PROBLEMS
    assert "There is no diary" in capsys.readouterr().err


def test_what_cannot_be_restored(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    text = tmp_path / "text"
    text.write_text("Dear diary")
    for file in (text, tmp_path, tmp_path / "nowhere", tmp_path / ("x" * 300), paths.diary):
        assert command("restore", file) == EXIT_PROBLEMS
        assert str(file) in capsys.readouterr().err
    assert kept(paths) == [a_performed_record()]
