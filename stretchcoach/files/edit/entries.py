"""The entries of a list as blocks of lines: with the comments that stand right above them.

Entries between brackets have no lines of their own; they are cut out and written one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.change import Piece
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    Plain,
    Span,
    column,
    line_end,
    line_start,
)
from stretchcoach.files.edit.writing import entry_lines, inline


@dataclass(frozen=True)
class Entry:
    """An entry that was taken up, to be put down somewhere else.

    `lines` are as they stood, without the indentation of the dash; "" between brackets.
    """

    plain: Plain
    lines: str = ""

    def at(self, indent: int) -> str:
        """Its lines where the dashes stand at `indent`."""
        if not self.lines:
            return entry_lines(self.plain, indent)
        shift = " " * indent
        return "".join(shift + line if line.strip() else line for line in _lines(self.lines))


def _lines(text: str) -> list[str]:
    """Its lines, all with their ends."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")]


class Entries:
    """The entries of one list in `text`; `place` is what stands there."""

    def __init__(self, text: str, place: Span) -> None:
        self._text = text
        self._place = place
        self._list = place if isinstance(place, ListSpan) else None

    @property
    def in_lines(self) -> bool:
        """Whether each entry stands in lines of its own."""
        return self._list is not None and not self._list.flow

    @property
    def indent(self) -> int:
        """Where the dashes stand."""
        return column(self._text, self._dash(0))

    def take(self, at: int) -> Entry:
        """The entry with this number."""
        assert self._list is not None
        plain = self._list.items[at].plain
        if not self.in_lines:
            return Entry(plain)
        start, end = self.bounds(at)
        return Entry(plain, _outdented(self._text[start:end], self.indent))

    def bounds(self, at: int) -> tuple[int, int]:
        """From where to where its lines go, the comments right above it among them."""
        dash = self._dash(at)
        least = self._end_of_lines(at - 1) if at else 0
        start = line_start(self._text, dash)
        while start > least:
            above = line_start(self._text, start - 1)
            if not self._is_comment(above, up_to=self.indent):
                break
            start = above
        return start, self._end_of_lines(at)

    def without(self, gone: Collection[int]) -> list[Piece]:
        """The pieces that take these entries out; not all of them."""
        if self.in_lines:
            return [Piece(*self.bounds(at), "") for at in sorted(gone)]
        return self._out_of_line(gone)

    def with_new(self, at: int, new: Sequence[Entry]) -> Piece:
        """The piece that puts `new` in front of the entry `at`, or behind the last one."""
        if self._list is None or not self._list.items:
            return self._filled(new)
        if not self.in_lines:
            return self._into_line(at, new)
        indent = self.indent
        place = self._end_of_lines(at - 1) if at else self.bounds(0)[0]
        written = "".join(entry.at(indent) for entry in new)
        if place and self._text[place - 1] != "\n":
            written = "\n" + written[:-1]
        return Piece(place, place, written)

    def are_all(self, gone: Collection[int]) -> bool:
        return self._list is not None and len(gone) == len(self._list.items)

    @property
    def whole(self) -> tuple[int, int]:
        """From where to where all of them go."""
        assert self._list is not None
        if not self.in_lines:
            return self._list.start, self._list.end
        return self.bounds(0)[0], self._end_of_lines(len(self._list.items) - 1)

    def exchanged_in_line(self, at: int, count: int, new: Iterable[Plain]) -> Piece:
        """Others in the place of `count` entries between brackets."""
        assert self._list is not None
        items = self._list.items
        return Piece(items[at].start, items[at + count - 1].end, ", ".join(map(inline, new)))

    def _is_comment(self, start: int, up_to: int) -> bool:
        """Whether the line at `start` is a comment that begins at the column `up_to` at most."""
        line = self._text[start : line_end(self._text, start)]
        begin = len(line) - len(line.lstrip(" "))
        return begin <= up_to and line[begin : begin + 1] == "#"

    def _dash(self, at: int) -> int:
        assert self._list is not None
        before = self._text[: self._list.items[at].start].rstrip(" ")
        dash = len(before) - 1
        if dash < 0 or before[dash] != "-" or before[line_start(before, dash) : dash].strip(" "):
            raise EditRefusedError(
                tr("the steps are written in a way that cannot be moved - change the text itself")
            )
        return dash

    def _end_of_lines(self, at: int) -> int:
        """Where the next line begins that is not its own; comments further in are."""
        assert self._list is not None
        item = self._list.items[at]
        end = line_end(self._text, max(item.start, item.end - 1))
        while end < len(self._text):
            is_comment = self._is_comment(end, up_to=len(self._text))
            if not is_comment or self._is_comment(end, up_to=self.indent):
                break
            end = line_end(self._text, end)
        return end

    def _filled(self, new: Sequence[Entry]) -> Piece:
        """A list where there was none, or an empty one."""
        line = self._text[line_start(self._text, self._place.start) :]
        indent = len(line) - len(line.lstrip(" -")) + 2
        written = "".join(entry.at(indent) for entry in new)
        begin = len(self._text[: self._place.start].rstrip(" "))
        return Piece(begin, self._place.end, "\n" + written[:-1])

    def _out_of_line(self, gone: Collection[int]) -> list[Piece]:
        assert self._list is not None
        items = self._list.items
        pieces = []
        at = 0
        while at < len(items):
            first = at
            while at < len(items) and at in gone:
                at += 1
            if first == at:
                at += 1
            elif at < len(items):
                pieces.append(Piece(items[first].start, items[at].start, ""))
            else:
                pieces.append(Piece(items[first - 1].end, items[-1].end, ""))
        return pieces

    def _into_line(self, at: int, new: Iterable[Entry]) -> Piece:
        assert self._list is not None
        written = ", ".join(inline(entry.plain) for entry in new)
        items = self._list.items
        if at < len(items):
            return Piece(items[at].start, items[at].start, written + ", ")
        return Piece(items[-1].end, items[-1].end, ", " + written)


def _outdented(lines: str, indent: int) -> str:
    """`lines` moved to the left; comments that stand further left stay at the margin."""
    return "".join(
        line[min(indent, len(line) - len(line.lstrip(" "))) :] if line.strip() else line
        for line in _lines(lines)
    )
