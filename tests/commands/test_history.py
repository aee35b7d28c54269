from __future__ import annotations

import csv
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.diary.unwritten import keep_unwritten
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.yaml.problems import UNSAFE
from tests.commands.diary_commands import Command, fill, kept
from tests.files.database.diaries import a_moment, a_performed_record, a_record
from tests.files.diary.test_opening import damage

# history


def test_an_empty_diary(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("history") == EXIT_OK
    assert capsys.readouterr().out == "There is nothing in the diary yet.\n"


def test_a_line_a_session(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    early = a_performed_record("one", a_moment("2026-11-16", offset_s=3_600))
    stopped = a_performed_record("two", a_moment("2026-11-17"), lambda s: s.skip_side() + s.stop())
    fill(paths, early, stopped)
    assert command("history") == EXIT_OK
    assert capsys.readouterr().out.splitlines() == [
        "2026-11-17 08:30    0:00  left  0:00  right  0:00  Evening  Stopped at step 1",
        "2026-11-16 09:30    1:35  left  0:48  right  0:48  Evening  All done",
    ]


def test_what_a_terminal_would_obey_is_not_printed(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences, and what turns the order of letters round."""
    hostile = "Evening \x1b[2J\x9b31m\u202eright\n\tleft"
    fill(paths, replace(a_performed_record(), routine_title=hostile, note=hostile))
    out = tmp_path / "report.txt"
    assert command("history") == EXIT_OK
    assert len(capsys.readouterr().out.splitlines()) == 1
    for words in ("history",), ("history", "--csv"), ("history", "--json"):
        assert command(*words) == EXIT_OK
        assert not UNSAFE.search(capsys.readouterr().out)
    command("report", "-o", out, "--since", "2020-01-01")
    assert not UNSAFE.search(out.read_text())
    other = Paths(tmp_path / "other")
    command("history", "--json", "-o", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text())["sessions"][0]["note"] == hostile
    assert (
        main(["history", "--data-dir", str(other.data), "--import", str(tmp_path / "out.json")])
        == EXIT_OK
    )


def test_looking_makes_nothing(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("history") == EXIT_OK
    assert command("history", "--json") == EXIT_OK
    assert command("report", "-o", tmp_path / "report.txt") == EXIT_OK
    assert "nothing in the diary yet" in capsys.readouterr().out
    assert not paths.data.exists()


def test_looking_where_the_diary_is_lost_names_the_backup(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    assert command("backup") == EXIT_OK
    backup = capsys.readouterr().out.strip()
    paths.diary.unlink()
    assert command("history") == EXIT_OK
    missing, hint = capsys.readouterr().err.splitlines()
    assert "is missing" in missing
    assert hint == f"stretchcoach restore {backup}"
    assert not paths.diary.exists()


@pytest.fixture
def read_only(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A folder that may only be read, also for the owner of the computer."""
    fill(paths, a_performed_record("one"))
    keep_unwritten(paths.unwritten, a_performed_record("two", a_moment("2026-11-18")))
    can = os.access

    def access(path: Path, mode: int) -> bool:
        return can(path, mode) and not (mode == os.W_OK and path.is_relative_to(paths.data))

    monkeypatch.setattr("stretchcoach.commands.arguments.diary_argument.os.access", access)
    return paths


def test_what_may_only_be_read_is_read(
    command: Command, read_only: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in read_only.data.rglob("*") if path.is_file()}
    assert command("history") == EXIT_OK
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2  # what waits to be written, too
    assert captured.err == ""
    out = tmp_path / "report.txt"
    assert command("report", "-o", out, "--since", "2020-01-01") == EXIT_OK
    assert "Sessions: 2" in out.read_text()
    after = {path: path.read_bytes() for path in read_only.data.rglob("*") if path.is_file()}
    assert after == before


def test_what_may_only_be_read_and_is_damaged(
    command: Command, read_only: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(read_only.diary)
    before = read_only.diary.read_bytes()
    assert command("history") == EXIT_PROBLEMS
    err = capsys.readouterr().err
    assert f"The diary {read_only.diary} cannot be read" in err
    assert "tmp/stretchcoach-" not in err
    assert read_only.diary.read_bytes() == before


def test_out_and_in_again(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    out = tmp_path / "out.json"
    assert command("history", "--json", "-o", out) == EXIT_OK
    assert command("history", "--json") == EXIT_OK
    assert json.loads(capsys.readouterr().out) == json.loads(out.read_text())
    other = Paths(tmp_path / "other")
    assert main(["history", "--data-dir", str(other.data), "--import", str(out)]) == EXIT_OK
    assert capsys.readouterr().out == "1 new session, 0 were known already\n"
    assert kept(other) == kept(paths)
    assert command("history", "--import", out) == EXIT_OK
    assert capsys.readouterr().out == "0 new sessions, 1 was known already\n"


def test_csv(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    out = tmp_path / "out.csv"
    out.write_text("what was here before")
    assert command("history", "--csv", "--output", out) == EXIT_OK
    with out.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(a_record().intervals)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.csv"]
    assert command("history", "--csv") == EXIT_OK
    assert len(capsys.readouterr().out.splitlines()) == len(rows) + 1


def test_where_nothing_can_be_written(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for output in (tmp_path / "nowhere" / "out.csv", tmp_path, tmp_path / ("x" * 300)):
        assert command("history", "--csv", "-o", output) == EXIT_PROBLEMS
        assert f"{output} cannot be written" in capsys.readouterr().err


def test_output_of_nothing(command: Command, tmp_path: Path) -> None:
    assert command("history", "-o", tmp_path / "out") == EXIT_USAGE


def test_what_is_wrong_with_a_file_is_said(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    hostile = tmp_path / "hostile.json"
    hostile.write_text('{"format": "stretchcoach-diary/1", "sessions": [{}, {}]}')
    assert command("history", "--import", hostile) == EXIT_PROBLEMS
    problems = capsys.readouterr().err.splitlines()
    assert [problem[:11] for problem in problems[:2]] == ["sessions[0]", "sessions[1]"]
    assert problems[2:] == ["Nothing was taken in."]
    assert kept(paths) == [a_performed_record()]


def test_a_damaged_diary_is_told_and_the_backup_named(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, *(a_performed_record(f"{n}") for n in range(30)))
    assert command("backup") == EXIT_OK
    backup = capsys.readouterr().out.strip()
    damage(paths.diary)
    assert command("history") == EXIT_OK
    problem, hint = capsys.readouterr().err.splitlines()
    assert "damaged" in problem
    assert hint == f"stretchcoach restore {backup}"
    assert command(*hint.split()[1:]) == EXIT_OK
    assert len(kept(paths)) == 30


def test_a_diary_that_cannot_be_opened(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.diary.mkdir(parents=True)
    assert command("history") == EXIT_PROBLEMS
    assert "cannot be opened" in capsys.readouterr().err


def test_a_diary_that_is_locked_while_importing(
    command: Command, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record())
    out = tmp_path / "out.json"
    command("history", "--json", "-o", out)
    with closing(sqlite3.connect(paths.diary, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert command("history", "--import", out) == EXIT_PROBLEMS
        other.execute("ROLLBACK")
    assert "locked" in capsys.readouterr().err


def test_looking_does_not_forget_what_a_window_has_deleted(command: Command, paths: Paths) -> None:
    fill(paths, a_performed_record())
    window = open_diary(paths).db
    assert window is not None
    undo = Trash(window).delete_everything()
    assert command("history") == EXIT_OK
    Trash(window).undo(undo)
    assert window.session("one") is not None
    close_diary(window)
