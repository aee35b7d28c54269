"""Single key presses from a terminal, without waiting for the return key."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Protocol

POLL_S = 0.05
_KEY = re.compile(r"\x1b[\[O][0-9;]*[@-~]|.", re.DOTALL)  # arrows come as several characters


class Keys(Protocol):
    """Where key presses come from."""

    def wait(self, timeout_s: float) -> str:
        """The next key within `timeout_s`, or "" when none was pressed."""
        ...

    def __enter__(self) -> Keys: ...

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


class NoKeys:
    """No keyboard: the session runs by itself, as in a pipe."""

    def wait(self, timeout_s: float) -> str:
        time.sleep(timeout_s)
        return ""

    def __enter__(self) -> Keys:
        return self

    def __exit__(self, *_exception: object) -> None:
        return None


class PosixKeys:
    """Keys of a Unix terminal in cbreak mode, put back as it was at the end.

    It is put back as well while the person has stopped the program with Ctrl+Z, and taken again
    when they bring it back: not every shell does either. In the background nothing is read, for
    that would stop the program in the middle of a wait.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._pressed: list[str] = []
        self._handlers: dict[signal.Signals, Any] = {}
        self._is_taken = False

    def __enter__(self) -> Keys:
        import termios

        self._before = termios.tcgetattr(self._descriptor)
        for number, handler in self._wanted_handlers().items():
            self._handlers[number] = signal.signal(number, handler)
        self._take()
        return self

    def wait(self, timeout_s: float) -> str:
        import select

        if not self._is_in_front():
            self._is_taken = False  # the shell has put it back
            time.sleep(timeout_s)
            return ""
        if not self._is_taken:  # brought back without having been stopped: no signal tells
            self._take()
        if not self._pressed and select.select([self._descriptor], [], [], timeout_s)[0]:
            self._pressed = _KEY.findall(self._read())
            if not self._pressed:
                time.sleep(timeout_s)  # the terminal has gone, and says so at once each time
        return self._pressed.pop(0) if self._pressed else ""

    def __exit__(self, *_exception: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._put_back()

    def _read(self) -> str:
        try:
            return os.read(self._descriptor, 64).decode(errors="ignore")
        except OSError:
            return ""

    def _is_in_front(self) -> bool:
        try:
            return os.tcgetpgrp(self._descriptor) == os.getpgrp()
        except OSError:
            return True  # it has gone, as reading tells

    def _take(self) -> None:
        import termios
        import tty

        self._is_taken = True
        with suppress(termios.error):  # it may have gone
            # Not with a flush, which would lose a key that was pressed at once.
            tty.setcbreak(self._descriptor, termios.TCSADRAIN)

    def _put_back(self) -> None:
        import termios

        if not self._is_taken:
            return  # to set the terminal of another would stop the program
        self._is_taken = False
        with suppress(termios.error):  # it may have gone
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)

    # What happens to the program.

    def _wanted_handlers(self) -> dict[signal.Signals, Callable[[int, FrameType | None], None]]:
        return {signal.SIGTSTP: self._on_stop, signal.SIGCONT: self._on_continue}

    def _on_stop(self, number: int, _frame: FrameType | None) -> None:
        self._put_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)  # now it does stop

    def _on_continue(self, _number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTSTP, self._on_stop)
        if self._is_in_front():
            self._take()


class WindowsKeys:
    """Keys of a Windows console."""

    def __enter__(self) -> Keys:
        return self

    def wait(self, timeout_s: float) -> str:
        import msvcrt

        deadline_s = time.monotonic() + timeout_s
        while time.monotonic() < deadline_s:
            if msvcrt.kbhit():  # type: ignore[attr-defined,unused-ignore]
                return str(msvcrt.getwch())  # type: ignore[attr-defined,unused-ignore]
            time.sleep(POLL_S)
        return ""

    def __exit__(self, *_exception: object) -> None:
        return None


def keys_of_stdin() -> Keys:
    """The keyboard, when standard input and output are a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return NoKeys()
    if sys.platform == "win32":
        return WindowsKeys()
    return PosixKeys(sys.stdin.fileno())
