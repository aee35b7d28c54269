"""play with a diary, and history, backup and restore."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED, EXIT_USAGE
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import SessionRecord, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.tables import VERSION
from stretchcoach.files.database.trash import Trash
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.diary.running import RunningSessions
from stretchcoach.files.diary.unwritten import keep_unwritten
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.export_diary import all_sessions
from stretchcoach.files.yaml.problems import UNSAFE
from stretchcoach.terminal.keys import Keys, NoKeys
from tests.files.database.diaries import a_moment, a_performed_record, a_record
from tests.files.diary.test_opening import change, damage
from tests.terminal.scripted_keys import STOP, Clock, ScriptedKeys

ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 5s, switch: 5s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 20s
  - rest: 5s
"""
Command = Callable[..., int]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def command(paths: Paths) -> Command:
    def run(*arguments: object) -> int:
        return main(["--data-dir", str(paths.data), *(str(one) for one in arguments)])

    return run


@pytest.fixture
def routine(paths: Paths) -> Path:
    """A routine of the person's own."""
    paths.routines.mkdir(parents=True)
    path = paths.routines / "short.yaml"
    path.write_text(ROUTINE)
    return path


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets `play` run on scripted keys and a clock that only they move."""

    def use(presses: dict[float, str] | None = None) -> None:
        clock = Clock()
        keys: Keys = ScriptedKeys(clock, presses)
        monkeypatch.setattr("stretchcoach.commands.play.keys_of_stdin", lambda: keys)
        monkeypatch.setattr("stretchcoach.commands.play.SystemClock", lambda: clock)

    use()
    return use


def kept(paths: Paths) -> list[SessionRecord]:
    opened = open_diary(paths)
    assert opened.db is not None
    with closing(opened.db):
        return list(all_sessions(opened.db))


def fill(paths: Paths, *records: SessionRecord) -> None:
    db = HistoryDb(paths.diary)
    for record in records:
        db.save(record)
    db.close()


# play


@pytest.mark.usefixtures("keyboard", "routine")
def test_what_is_performed_is_kept(command: Command, paths: Paths) -> None:
    assert command("play", "short", "--affected", "right") == EXIT_OK
    (record,) = kept(paths)
    assert (record.routine_id, record.affected.value) == ("short", "right")
    assert record.state is SessionState.FINISHED
    assert record.held_ms == 40_000
    assert {interval.outcome for interval in record.intervals} == {Outcome.DONE}


@pytest.mark.usefixtures("keyboard", "routine")
@pytest.mark.parametrize("option", [["--no-diary"], ["--speed", "2"]])
def test_what_is_only_looked_through_is_not_kept(
    command: Command, paths: Paths, option: list[str]
) -> None:
    assert command("play", "short", *option) == EXIT_OK
    assert not paths.diary.exists()


@pytest.mark.usefixtures("routine")
@pytest.mark.parametrize("key", ["q", STOP])
def test_a_session_that_was_stopped(
    command: Command, paths: Paths, keyboard: Callable[..., None], key: str
) -> None:
    keyboard({12.0: key})
    assert command("play", "short") == EXIT_STOPPED
    (record,) = kept(paths)
    assert record.state is SessionState.STOPPED
    assert record.intervals[1].outcome is Outcome.SHORTENED
    assert 6_800 <= record.intervals[1].held_ms <= 7_000


@pytest.mark.usefixtures("routine")
def test_going_on_after_the_terminal_was_closed(
    command: Command,
    paths: Paths,
    keyboard: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def close(text: str) -> None:
        if "Switch" in text:
            raise EOFError

    with monkeypatch.context() as closed:
        closed.setattr("stretchcoach.commands.play._write", close)
        with pytest.raises(EOFError):
            command("play", "short")
    (cut_off,) = kept(paths)
    assert (cut_off.state, cut_off.at_index) == (SessionState.OPEN, 2)

    keyboard()
    capsys.readouterr()
    assert command("play", "--resume") == EXIT_OK
    assert "Right side - Switch sides" in capsys.readouterr().out
    (record,) = kept(paths)
    assert record.id == cut_off.id
    assert record.state is SessionState.FINISHED
    assert record.held_ms == 40_000


@pytest.mark.usefixtures("keyboard")
def test_nothing_to_go_on_with(
    command: Command, paths: Paths, routine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "no session to go on with" in capsys.readouterr().err
    fill(paths, a_record())
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "“Evening” has changed since" in capsys.readouterr().err
    routine.write_text(ROUTINE.replace("id: short", "id: evening"))
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "“Evening” has changed since" in capsys.readouterr().err


@pytest.mark.usefixtures("keyboard")
def test_a_session_that_runs_in_another_terminal_is_not_gone_on_with(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_performed_record(perform=lambda s: s.advance(40_000)))
    lock = RunningSessions(paths.running).begin("one")
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "no session to go on with" in capsys.readouterr().err
    lock.let_go()
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "has changed since" in capsys.readouterr().err


@pytest.mark.usefixtures("keyboard", "routine")
def test_a_damaged_session_is_named_and_the_one_before_is_gone_on_with(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_record())
    change(paths, "UPDATE interval SET side = 'rigit'")
    assert command("play", "--resume") == EXIT_PROBLEMS
    assert "“rigit”" in capsys.readouterr().err
    assert command("history") == EXIT_OK
    captured = capsys.readouterr()
    assert "Evening" in captured.out
    assert "“rigit”" in captured.err
    assert command("play", "short") == EXIT_OK


@pytest.mark.parametrize("other", ["short", "--no-diary", "--speed=2"])
def test_resume_stands_alone(command: Command, other: str) -> None:
    assert command("play", "--resume", other) == EXIT_USAGE


@pytest.mark.usefixtures("keyboard", "routine")
def test_a_diary_that_fails_never_stops_a_session(
    command: Command, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(paths, a_record())
    change(paths, f"PRAGMA user_version = {VERSION + 1}")
    assert command("play", "short") == EXIT_OK
    captured = capsys.readouterr()
    assert "All done" in captured.out
    assert captured.err.count("newer version") == 1
    change(paths, f"PRAGMA user_version = {VERSION}")
    assert [record.routine_id for record in kept(paths)] == ["evening", "short"]


@pytest.mark.usefixtures("keyboard", "routine")
def test_choosing_a_routine(
    command: Command,
    paths: Paths,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command("list", "--json")
    ids = [row["id"] for row in json.loads(capsys.readouterr().out)]
    answers = iter(["nonsense", "0", "999", "²", f" {ids.index('short') + 1} "])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(answers))
    assert command("play") == EXIT_OK
    assert [record.routine_id for record in kept(paths)] == ["short"]
    out = capsys.readouterr().out
    assert out.count("Please type a number") == 4


@pytest.mark.usefixtures("keyboard")
def test_with_nobody_to_choose_it_is_the_first(
    command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert command("play", "--speed", "1000") == EXIT_OK
    assert "All done" in capsys.readouterr().out


@pytest.mark.usefixtures("routine")
def test_a_pipe_gets_no_hint_about_keys(
    command: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("stretchcoach.commands.play.keys_of_stdin", NoKeys)
    assert command("play", "short", "--speed", "100000") == EXIT_OK
    out = capsys.readouterr().out
    assert "p pause" not in out
    assert "\a" not in out


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
