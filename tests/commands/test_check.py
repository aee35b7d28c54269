"""check: what is wrong with a file, and what was surely not meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from tests.commands.diary_commands import Command
from tests.commands.short_routine import GOOD
from tests.source_code import ROOT


def test_check(command: Command, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("check", good) == EXIT_OK
    assert capsys.readouterr().err.startswith("1 file checked, no errors")


def test_check_prints_every_problem(
    command: Command, good: Path, broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("check", good, broken) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert "broken.yaml:8:11: " in captured.out
    assert captured.err.startswith("2 files checked, 1 error")


def test_check_tells_what_was_surely_not_meant_and_can_be_strict_about_it(
    command: Command, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good.write_text(GOOD.replace("id: short", "id: desk-break").replace("hold: 2s", "hold: 300s"))
    assert command("check", good) == EXIT_OK
    captured = capsys.readouterr()
    assert "short.yaml:2:5: warning: “desk-break” is one that comes with" in captured.out
    assert "[unusual-hold]" in captured.out
    assert "0 errors" not in captured.err
    assert captured.err.startswith("1 file checked, no errors, 3 warnings")
    assert command("check", "--strict", good) == EXIT_PROBLEMS


def test_what_comes_with_the_program_has_no_remarks(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("check", "--strict", ROOT / "routines") == EXIT_OK
    assert capsys.readouterr().out == ""


def test_check_knows_the_cautions_of_a_client(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = ROOT / "routines" / "before-bed.yaml"
    assert command("check", "--strict", path) == EXIT_OK
    assert command("check", "--strict", "--caution", "hip-pinch", path) == EXIT_PROBLEMS
    out = capsys.readouterr().out
    assert "names a caution that the client has" in out
    assert out.count("[clients-caution]") == out.count("warning:") > 0


def test_check_reads_a_file_once_by_whatever_name(
    command: Command, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("check", good, good.parent, good.parent / ".." / good.parent.name) == EXIT_OK
    assert capsys.readouterr().err.startswith("1 file checked, no errors")
