"""play does what is due today, by the diary, and says what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import a_moment
from tests.terminal.scripted_keys import Clock, ScriptedKeys

ROUTINE = """\
format: stretchcoach/1
id: two
title: Two
defaults: {get_ready: 5s, switch: 5s}
steps:
  - {exercise: figure-4-supine, sets: 1, hold: 20s%s}
  - {exercise: bridge, sets: 1, reps: 2, hold: 5s, schedule: {every: 3 days}}
  - {exercise: pigeon, enabled: false, schedule: {days: [mon]}}
"""
Play = Callable[..., int]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def play(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Play:
    """`play` at 8:30 UTC on a day."""

    def run(day: str, *arguments: str, first: str = "") -> int:
        paths.routines.mkdir(parents=True, exist_ok=True)
        (paths.routines / "two.yaml").write_text(ROUTINE % first)
        clock = Clock()
        module = "stretchcoach.commands.play"
        monkeypatch.setattr(f"{module}.keys_of_stdin", lambda: ScriptedKeys(clock))
        monkeypatch.setattr(f"{module}.SystemClock", lambda: clock)
        monkeypatch.setattr(f"{module}.now_moment", lambda: a_moment(day))
        return main(["--data-dir", str(paths.data), "play", "two", *arguments])

    return run


def test_a_step_is_done_when_it_is_due(play: Play, capsys: pytest.CaptureFixture[str]) -> None:
    assert play("2026-11-17") == EXIT_OK
    first = capsys.readouterr().out
    assert "Bridge" in first
    assert "Not today" not in first
    assert play("2026-11-18") == EXIT_OK
    second = capsys.readouterr().out
    assert "Not today: Bridge. Every 3 days. Next on Fri 20 Nov.\n" in second
    assert second.count("Bridge") == 1
    assert play("2026-11-20") == EXIT_OK
    assert "Not today" not in capsys.readouterr().out


def test_all_does_all_of_it(play: Play, capsys: pytest.CaptureFixture[str]) -> None:
    play("2026-11-17")
    play("2026-11-17", "--all")
    assert "Not today" not in capsys.readouterr().out


def test_a_day_with_nothing_to_do(
    play: Play, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    schedule = ", schedule: {as_needed: true}"
    assert play("2026-11-17", first=schedule) == EXIT_OK
    capsys.readouterr()
    assert play("2026-11-17", first=schedule) == EXIT_OK
    told = capsys.readouterr().out
    assert told.splitlines() == [
        "Not today: Lying figure four. As needed.",
        "Not today: Bridge. Every 3 days. Done today, next on Fri 20 Nov.",
        "Nothing of it is due today; --all does all of it.",
    ]


def test_a_diary_that_cannot_be_read_leaves_all_due(
    play: Play, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.diary.parent.mkdir(parents=True)
    paths.diary.mkdir()
    assert play("2026-11-17", "--no-diary") == EXIT_OK
    assert "Not today" not in capsys.readouterr().out


def test_looking_a_routine_through_makes_no_diary(play: Play, paths: Paths) -> None:
    assert play("2026-11-17", "--no-diary") == EXIT_OK
    assert not paths.diary.exists()
