"""When Qt cannot show a window it aborts; here it is asked why before it does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def told_of_the_fatal(instead: Callable[[str], None]) -> Iterator[None]:
    """Call `instead` with the reason when Qt is about to abort; what it says else is printed.

    The reason is what it said first: then come guesses. `instead` must not return, for what Qt is
    in the middle of cannot go on.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind == QtMsgType.QtFatalMsg:
            instead(said[0])

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for message in said:
            print(message, file=sys.stderr)
