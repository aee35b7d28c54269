"""The command line: what it prints, and with which code it ends."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stretchcoach.cli import COMMANDS, main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED, EXIT_USAGE
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS
from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import SettingsFile
from tests.source_code import ROOT

GOOD = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1s, switch: 1s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 2s
"""
BROKEN = GOOD.replace("hold: 2s", "hold: two")
Command = Callable[..., int]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs a command with a folder of its own for the person's files."""

    def run(*arguments: object) -> int:
        return main(["--data-dir", str(tmp_path / "data"), *(str(one) for one in arguments)])

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN)
    return path


# list


def test_list(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list") == EXIT_OK
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 10
    assert any(re.match(r"deep-hip-rotators-15 +1\d min", line) for line in lines)
    assert command("list", "--json") == EXIT_OK
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(lines)
    assert set(rows[0]) == {"id", "title", "total_ms", "problems"}


def test_list_knows_the_affected_side(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "data" / "routines").mkdir(parents=True)
    (tmp_path / "data" / "routines" / "mine.yaml").write_text(
        "format: stretchcoach/1\nid: mine\ntitle: Mine\n"
        "steps: [{exercise: figure-4-supine, sets: 2, hold: 30s, affected: {sets: 3}}]\n"
    )
    totals = []
    for side in ("none", "left", "both"):
        assert command("list", "--json", "--affected", side) == EXIT_OK
        totals.append(sum(row["total_ms"] for row in json.loads(capsys.readouterr().out)))
    assert totals[0] < totals[1] < totals[2]


def test_list_and_show_agree_about_the_time(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Also when the settings ask for more time to get ready."""
    extra_ms = max(EXTRA_GET_READY_MS)
    settings = Settings(extra_get_ready_ms=extra_ms)
    SettingsFile(tmp_path / "data" / "settings.json").write(settings)
    assert command("list", "--json") == EXIT_OK
    for row in json.loads(capsys.readouterr().out):
        assert command("show", row["id"], "--json") == EXIT_OK
        assert json.loads(capsys.readouterr().out)["total_ms"] == row["total_ms"]


def test_list_exercises(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list", "--exercises") == EXIT_OK
    assert "figure-4-supine" in capsys.readouterr().out


def test_list_shows_ones_own_routines_also_broken_ones(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "data" / "routines"
    own.mkdir(parents=True)
    (own / "short.yaml").write_text(GOOD)
    (own / "broken.yaml").write_text(BROKEN.replace("id: short", "id: broken"))
    assert command("list") == EXIT_OK
    lines = capsys.readouterr().out.splitlines()
    found = {line.split()[0]: line.split()[1:] for line in lines}
    assert found["short"] == ["6", "s", "Short"]
    assert found["broken"][-2:] == ["1", "problem"]


# show


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


# check


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


# schema


@pytest.mark.parametrize("name", ["routine", "exercise"])
def test_schema(command: Command, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("schema", name) == EXIT_OK
    assert json.loads(capsys.readouterr().out)["type"] == "object"


# What is wrong with the command line itself.


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["show"],
        ["schema"],
        ["schema", "poem"],
        ["restore"],
        ["list", "--affected", "middle"],
        ["list", "--nonsense"],
        ["play", "short", "--speed", "0"],
        ["play", "short", "--speed", "nan"],
        ["play", "short", "--speed", "fast"],
        ["history", "--csv", "--json"],
    ],
    ids=" ".join,
)
def test_wrong_usage(
    command: Command, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(*arguments)
    assert ended.value.code == EXIT_USAGE
    assert "usage: stretchcoach" in capsys.readouterr().err


@pytest.mark.parametrize("word", COMMANDS)
def test_every_command_explains_itself(
    command: Command, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(word, "--help")
    assert ended.value.code == EXIT_OK
    assert f"usage: stretchcoach {word}" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["show", "check", "play"])
@pytest.mark.parametrize(
    "path",
    ["nowhere.yaml", ".", "nul\0.yaml", "x" * 300, "\udcff.yaml", "", "..", "~", "%s%n{0}"],
    ids=ascii,
)
def test_hostile_paths_end_in_words(
    command: Command, word: str, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = f"{tmp_path}{os.sep}" if path else ""
    assert command(word, folder + path) in (EXIT_PROBLEMS, EXIT_OK if word == "check" else 1)
    captured = capsys.readouterr()
    assert captured.out + captured.err
    assert "Traceback" not in captured.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("word", ["show", "check", "play"])
def test_a_named_pipe_is_not_waited_for(
    command: Command, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert command(word, pipe) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert "not a regular file" in captured.out + captured.err


def test_what_a_file_says_cannot_take_over_the_terminal(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "escape.yaml"
    path.write_text(GOOD.replace("title: Short", 'title: "\\e[2J\\u202e"\x1b[31m'))
    assert command("check", path) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert not set(captured.out + captured.err) & {"\x1b", "\u202e"}


@pytest.mark.parametrize("arguments", [["list"], ["schema", "routine"], ["history", "--json"]])
def test_a_reader_that_goes_away(tmp_path: Path, arguments: list[str]) -> None:
    """Such as `stretchcoach list | head -0`."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        ended = subprocess.run(
            [sys.executable, "-m", "stretchcoach", "--data-dir", str(tmp_path), *arguments],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (EXIT_OK, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full disk to write to")
@pytest.mark.parametrize("arguments", [["list"], ["schema", "routine"], ["show", "desk-break"]])
def test_a_full_disk_is_told_in_words(tmp_path: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "stretchcoach", "--data-dir", str(tmp_path), *arguments],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == EXIT_PROBLEMS
    assert ended.stderr == f"stretchcoach: {os.strerror(errno.ENOSPC)}\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_coach_and_leaves_the_terminal_as_it_was(
    tmp_path: Path, name: str
) -> None:
    import pty
    import termios

    person, terminal = pty.openpty()
    before = termios.tcgetattr(terminal)
    play = [sys.executable, "-m", "stretchcoach", "play", "desk-break", "--data-dir", str(tmp_path)]
    with subprocess.Popen(
        play, cwd=ROOT, stdin=terminal, stdout=terminal, stderr=terminal
    ) as coach:
        printed = b""
        while b"left" not in printed:  # the countdown runs
            printed += os.read(person, 1024)
        coach.send_signal(getattr(signal, name))
        assert coach.wait(60) == EXIT_STOPPED
    assert termios.tcgetattr(terminal) == before
    os.close(person)
    os.close(terminal)
