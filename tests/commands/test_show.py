"""show: a routine or an exercise, short or in full."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from tests.commands.diary_commands import Command
from tests.commands.short_routine import GOOD
from tests.source_code import ROOT


def test_show(command: Command, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("show", good) == EXIT_OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Short - 6 s"
    assert len(lines) == 5
    assert "Hold" in lines[2]
    assert "Left" in lines[2]
    assert command("show", good, "--json", "--affected", "right") == EXIT_OK
    shown = json.loads(capsys.readouterr().out)
    assert shown["total_ms"] == sum(one["duration_ms"] for one in shown["intervals"]) == 6_000


def test_show_by_id(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("show", "desk-break") == EXIT_OK
    assert capsys.readouterr().out


def test_show_what_is_broken(
    command: Command, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("show", broken) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "broken.yaml:8:11" in captured.err
    assert "hold: two" in captured.err


def test_show_in_full(command: Command, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noted = GOOD.replace("steps:", "note: Warm up.\nsteps:") + "    note: Stop short of tingling.\n"
    good.write_text(noted)
    assert command("show", good) == EXIT_OK
    plain = capsys.readouterr().out
    assert command("show", good, "--full") == EXIT_OK
    full = capsys.readouterr().out
    for words in ("Warm up.", "Note: Stop short of tingling.", "Set up", "Avoid"):
        assert words in full
        assert words not in plain
    assert full.endswith(plain.partition("\n")[2])
    assert command("show", good, "--full", "--json") == EXIT_OK
    shown = json.loads(capsys.readouterr().out)
    assert shown["note"] == "Warm up."
    assert shown["step_notes"] == ["Stop short of tingling."]
    assert shown["exercises"][0]["instructions"]["setup"]


def test_show_an_exercise(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("show", "pigeon") == EXIT_OK
    by_id = capsys.readouterr().out
    assert by_id.startswith("Half pigeon (pigeon)\n")
    assert "Set up\n    " in by_id
    assert command("show", ROOT / "routines" / "exercises" / "pigeon.yaml") == EXIT_OK
    assert capsys.readouterr().out == by_id
    assert command("show", "pigeon", "--json") == EXIT_OK
    assert json.loads(capsys.readouterr().out)["instructions"]["move"]


def test_show_a_broken_exercise(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hop.yaml"
    path.write_text("format: stretchcoach-exercise/1\nid: hop\nname: Hop\nsides: three\n")
    assert command("show", path) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "hop.yaml:4:8" in captured.err
