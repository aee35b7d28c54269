"""A line in the terminal that says how far work is, where somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TextIO

_ANEW = "\r\033[K"


class ProgressLine:
    """A context whose value is called with the share that is done, 0 to 1; the line is gone when it
    ends. On a `stream` that is no terminal nothing is written."""

    def __init__(self, wording: Callable[[int], str], stream: TextIO) -> None:
        self._wording, self._stream = wording, stream
        self._percent = -1
        self._is_seen = stream.isatty()

    def __call__(self, share: float) -> None:
        percent = int(share * 100)
        if self._is_seen and percent != self._percent:
            self._percent = percent
            print(_ANEW + self._wording(percent), end="", file=self._stream, flush=True)

    def __enter__(self) -> ProgressLine:
        self(0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_seen:
            print(_ANEW, end="", file=self._stream, flush=True)
