"""Commands as processes of their own: nobody reads them, the disk is full, a signal ends them."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED
from tests.source_code import ROOT


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
