"""Single key presses from a terminal, without waiting for the return key."""

from __future__ import annotations

import re
import sys
import time
from types import TracebackType
from typing import Protocol

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
    """Keys of a Unix terminal in cbreak mode, put back as it was at the end."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._pressed: list[str] = []

    def __enter__(self) -> Keys:
        import termios
        import tty

        self._before = termios.tcgetattr(self._descriptor)
        tty.setcbreak(self._descriptor)
        return self

    def wait(self, timeout_s: float) -> str:
        import os
        import select

        if not self._pressed and select.select([self._descriptor], [], [], timeout_s)[0]:
            self._pressed = _KEY.findall(os.read(self._descriptor, 64).decode(errors="ignore"))
        return self._pressed.pop(0) if self._pressed else ""

    def __exit__(self, *_exception: object) -> None:
        import termios

        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._before)


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
