"""A large file of JSON, read piece by piece: whatever it holds, it needs little memory.

The file is one object, and some of its values are long lists. Their elements come one by one;
everything else must be small.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from io import SEEK_END, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, NamedTuple

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched
from stretchcoach.files.disk.regular_file import open_regular
from stretchcoach.files.exchange.json_fields import DiaryFormatError

MAX_BYTES = 256 * 1024 * 1024
SMALL_ITEM = 64 * 1024  # characters: most elements are smaller
MAX_ITEM = 4 * 1024 * 1024
MAX_CONTAINERS = 150_000  # lists and objects of a large element: in them the memory goes
MAX_DIGITS = 100
MAX_KEYS = 100
CHUNK = 1024 * 1024
_SPACE = re.compile(r"[ \t\n\r]*")


class Item(NamedTuple):
    """A value of the object; `number` counts those of a long list."""

    key: str
    number: int | None
    value: object


def read_items(path: Path, long_lists: Collection[str], watch: Watch = unwatched) -> Iterator[Item]:
    """All items of the file at `path`; `watch` hears how much of it was read.

    DiaryFormatError, OSError.
    """
    with open_regular(path) as file:
        text = _Text(file, watch)
        try:
            yield from _items(text, long_lists)
        except UnicodeDecodeError:
            raise DiaryFormatError(tr("this file is not text in UTF-8")) from None
        except RecursionError:
            raise DiaryFormatError(tr("this file is nested too deeply")) from None


def _items(text: _Text, long_lists: Collection[str]) -> Iterator[Item]:
    if text.peek() != "{":
        text.value()  # what is no JSON at all is called so
        raise DiaryFormatError(tr("an object belongs here"))
    seen: set[str] = set()
    for _ in _members(text, "{", "}"):
        key = text.value()
        if not isinstance(key, str) or key in seen:
            raise not_json(tr("a key stands there twice, or is none"))
        if len(seen) == MAX_KEYS:
            raise DiaryFormatError(tr("a part of this file is far too large for a diary"))
        seen.add(key)
        text.expect(":")
        if key in long_lists and text.peek() == "[":
            for number, _ in enumerate(_members(text, "[", "]")):
                yield Item(key, number, text.value())
        else:
            yield Item(key, None, text.value())
    if text.peek():
        raise not_json(tr("something stands behind its end"))


def _members(text: _Text, opening: str, closing: str) -> Iterator[None]:
    """Once before each member of what stands between `opening` and `closing`."""
    text.expect(opening)
    if text.peek() == closing:
        text.expect(closing)
        return
    while True:
        yield
        if text.peek() != ",":
            break
        text.expect(",")
    text.expect(closing)


def not_json(reason: str) -> DiaryFormatError:
    return DiaryFormatError(tr("this file is not JSON: {reason}", reason=reason))


class _Text:
    """The part of the file that is looked at now."""

    def __init__(self, file: BinaryIO, watch: Watch) -> None:
        self._size = max(1, file.seek(0, SEEK_END))
        if self._size > MAX_BYTES:
            raise DiaryFormatError(tr("this file is far too large for a diary"))
        file.seek(0)
        self._file, self._watch = file, watch
        self._stream = TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self._buffer, self._at, self._is_end = "", 0, False

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            match = _SPACE.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer) or self._is_end:
                return self._buffer[self._at : self._at + 1]
            self._have(1)

    def expect(self, sign: str) -> None:
        """Go over `sign`, which must come next."""
        if self.peek() != sign:
            raise not_json(tr("{sign} is missing", sign=sign))
        self._at += 1

    def value(self) -> object:
        """The value that comes next."""
        self.peek()
        for most in (SMALL_ITEM, MAX_ITEM):
            self._have(most)
            window = self._buffer[self._at : self._at + most]
            if sum(map(window.count, "[{")) > MAX_CONTAINERS:
                break
            is_all = self._is_end and self._at + most >= len(self._buffer)
            try:
                value, length = _DECODER.raw_decode(window)
            except json.JSONDecodeError as error:
                if is_all:
                    raise not_json(error.msg) from None
            except ValueError as error:
                raise not_json(str(error)) from None
            else:
                if length < len(window) or is_all:  # a number may go on
                    self._at += length
                    return value
        raise DiaryFormatError(tr("a part of this file is far too large for a diary"))

    def _have(self, wanted: int) -> None:
        """Read on until `wanted` characters are there, or all."""
        pieces = [self._buffer[self._at :]]
        there = len(pieces[0])
        if there >= wanted or self._is_end:
            return
        while there < wanted and not self._is_end:
            pieces.append(self._stream.read(CHUNK))
            self._is_end = not pieces[-1]
            there += len(pieces[-1])
            self._watch(min(1.0, self._file.tell() / self._size))
        self._buffer, self._at = "".join(pieces), 0


def _whole(digits: str) -> int:
    """Python would take very long for very long numbers."""
    if len(digits) > MAX_DIGITS:
        raise ValueError(tr("a number is far too long"))
    return int(digits)


def _no_constant(name: str) -> object:
    raise ValueError(name)


_DECODER = json.JSONDecoder(parse_int=_whole, parse_constant=_no_constant)
