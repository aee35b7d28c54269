"""Standard streams that are closed: nothing else takes their place, and no traceback comes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_code import ROOT

ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1s, switch: 1s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 1s
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes them")


def shell(tmp_path: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run `line`, in which $coach is the program with a data folder of its own."""
    (tmp_path / "short.yaml").write_text(ROUTINE)
    coach = f'"{sys.executable}" -m stretchcoach'
    return subprocess.run(
        ["sh", "-c", line.replace("$coach", coach)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_without_a_keyboard_the_coach_plays_by_itself(tmp_path: Path) -> None:
    data = tmp_path / "data"
    run = shell(tmp_path, f"$coach play --data-dir {data} {tmp_path}/short.yaml <&-")
    assert (run.returncode, run.stderr) == (0, "")
    assert "Short" in run.stdout
    assert (data / "diary.sqlite3").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("closed", [">&-", "<&- >&-"])
@pytest.mark.parametrize("command", ["play {file}", "list", "history --csv"])
def test_with_nowhere_to_write_to_it_says_so(tmp_path: Path, command: str, closed: str) -> None:
    words = command.format(file=tmp_path / "short.yaml")
    run = shell(tmp_path, f"$coach {words} --data-dir {tmp_path}/data {closed}")
    assert run.returncode == 1
    assert run.stderr == (
        "stretchcoach: There is nowhere to write to: standard output is closed.\n"
    )
    assert not (tmp_path / "data").exists()


def test_with_nowhere_to_complain_it_says_nothing(tmp_path: Path) -> None:
    run = shell(tmp_path, "$coach check nowhere.yaml 2>&-; echo $?")
    assert (run.stdout.splitlines()[-1], run.stderr) == ("1", "")


def test_what_is_opened_next_does_not_take_their_place() -> None:
    """Otherwise whatever prints, prints into that file."""
    script = (
        "import os; from stretchcoach.start.streams import mend_streams; mend_streams();"
        "os.write(9, str(os.open(os.devnull, os.O_RDONLY)).encode())"
    )
    run = subprocess.run(
        ["sh", "-c", f'exec 9>&1; "{sys.executable}" -c "{script}" <&- >&- 2>&-'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert int(run.stdout) > 2
