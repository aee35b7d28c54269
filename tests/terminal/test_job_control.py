"""The coach in the terminal under a real shell: stopped with Ctrl+Z, brought back, heard again."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_code import ROOT

SHELL = shutil.which("bash")
HANGS_S = 60
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no programs with keys"),
    pytest.mark.skipif(SHELL is None, reason="bash is not installed"),
]
ROUTINE = """\
format: stretchcoach/1
id: long
title: Long
defaults: {get_ready: 300s}
steps:
  - exercise: figure-4-supine
    hold: 300s
"""


class Terminal:
    """A terminal with a shell in it, as a person has it before them."""

    def __init__(self, folder: Path) -> None:
        import pty

        self._shell, self._screen = pty.fork()
        if self._shell == 0:  # pragma: no cover
            os.chdir(ROOT)
            os.environ.update({"PS1": "ready> ", "HOME": str(folder), "TERM": "dumb"})
            os.execv(str(SHELL), ["bash", "--norc", "--noprofile", "--noediting", "-i"])
        self._unread = ""

    def press(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def read(self, words: str) -> str:
        """All that appears up to `words`, and these."""
        deadline_s = time.monotonic() + HANGS_S  # a countdown would go on for ever
        while words not in self._unread:
            left_s = max(0.0, deadline_s - time.monotonic())
            assert select.select([self._screen], [], [], left_s)[0], self._unread
            self._unread += os.read(self._screen, 4096).decode(errors="replace")
        before, _, self._unread = self._unread.partition(words)
        return before + words

    def stop_the_coach(self) -> None:
        """As another program may, without asking it."""
        children = Path(f"/proc/{self._shell}/task/{self._shell}/children")
        os.kill(int(children.read_text().split()[0]), signal.SIGSTOP)

    def close(self) -> None:
        os.kill(self._shell, signal.SIGKILL)
        os.close(self._screen)
        os.waitpid(self._shell, 0)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "long.yaml").write_text(ROUTINE)
    terminal = Terminal(tmp_path)
    terminal.read("ready> ")
    command = f"{sys.executable} -m stretchcoach play --no-diary {tmp_path}/long.yaml"
    terminal.press(f"{command}\n")
    terminal.read("left")  # the countdown runs
    yield terminal
    terminal.close()


BY_SIGNAL = pytest.param(
    "by a signal",
    marks=pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of it"),
)


@pytest.mark.parametrize("how", ["with Ctrl+Z", BY_SIGNAL])
def test_after_a_stop_keys_are_heard_again_and_not_shown(terminal: Terminal, how: str) -> None:
    if how == "with Ctrl+Z":
        terminal.press("\x1a")
    else:  # the coach cannot put the terminal back then; the shell does
        terminal.stop_the_coach()
    terminal.read("ready> ")
    terminal.press("stty -a | grep -o -- ' -*icanon'\n")
    assert " icanon" in terminal.read("ready> ")
    terminal.press("fg\n")
    terminal.read("play --no-diary")
    terminal.read("left")
    terminal.press("n")
    assert not terminal.read("Hold 5 min").startswith("n")
    terminal.press("q")
    terminal.read("ready> ")


def test_in_the_background_it_lets_the_terminal_be(terminal: Terminal) -> None:
    terminal.press("\x1a")
    terminal.read("ready> ")
    terminal.press("bg\n")  # it goes on, and leaves what is typed to the shell
    terminal.read("ready> ")
    terminal.press("stty -a | grep -o -- ' -*icanon'\n")
    assert " icanon" in terminal.read("ready> ")
    terminal.press("fg\n")
    terminal.read("play --no-diary")
    terminal.press("q")
    terminal.read("ready> ")
