from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED, EXIT_USAGE
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import SessionState
from stretchcoach.files.database.tables import VERSION
from stretchcoach.files.diary.running import RunningSessions
from stretchcoach.files.disk.paths import Paths
from stretchcoach.terminal.keys import Keys, NoKeys
from tests.commands.diary_commands import Command, fill, kept
from tests.files.database.diaries import a_performed_record, a_record
from tests.files.diary.test_opening import change
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
