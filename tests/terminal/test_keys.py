"""Single keys from a real terminal, which is left as it was found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from stretchcoach.terminal.keys import NoKeys, PosixKeys, keys_of_stdin

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """The side of the person and the side of the program."""
    import pty

    person, program = pty.openpty()
    yield person, program
    os.close(person)
    os.close(program)


@posix_only
@pytest.mark.parametrize("pressed", ["n", " ", "\x1b[C"])
def test_a_key_comes_without_the_return_key(terminal: tuple[int, int], pressed: str) -> None:
    person, program = terminal
    with PosixKeys(program) as posix_keys:
        os.write(person, pressed.encode())
        assert posix_keys.wait(10) == pressed
        assert posix_keys.wait(0) == ""


@posix_only
def test_keys_that_come_together_are_heard_one_by_one(terminal: tuple[int, int]) -> None:
    person, program = terminal
    with PosixKeys(program) as posix_keys:
        os.write(person, b"nn\x1b[D\x1b[C\nq")
        heard = [posix_keys.wait(10) for _ in range(6)]
        assert heard == ["n", "n", "\x1b[D", "\x1b[C", "\n", "q"]
        assert posix_keys.wait(0) == ""


@posix_only
def test_the_terminal_is_left_as_it_was(terminal: tuple[int, int]) -> None:
    import termios

    _, program = terminal
    before = termios.tcgetattr(program)

    def fail() -> None:
        with PosixKeys(program):
            assert termios.tcgetattr(program) != before
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert termios.tcgetattr(program) == before


class Stream:
    def __init__(self, is_terminal: bool, descriptor: int = 0) -> None:
        self._is_terminal = is_terminal
        self._descriptor = descriptor

    def isatty(self) -> bool:
        return self._is_terminal

    def fileno(self) -> int:
        return self._descriptor


@pytest.mark.parametrize(("stdin", "stdout"), [(False, True), (True, False), (False, False)])
def test_a_pipe_has_no_keys(monkeypatch: pytest.MonkeyPatch, stdin: bool, stdout: bool) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(stdin))
    monkeypatch.setattr(sys, "stdout", Stream(stdout))
    assert isinstance(keys_of_stdin(), NoKeys)


@posix_only
def test_a_terminal_has_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(True))
    monkeypatch.setattr(sys, "stdout", Stream(True))
    assert isinstance(keys_of_stdin(), PosixKeys)


def test_no_keys_only_lets_time_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("stretchcoach.terminal.keys.time.sleep", slept.append)
    with NoKeys() as no_keys:
        assert no_keys.wait(0.1) == ""
    assert slept == [0.1]
