"""Where cards stand: in rows of so many columns, each section below its heading.

All of it is reckoned, nothing is laid out: ten thousand cards cost no more than ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize


class _Block(NamedTuple):
    """A section: its first card, how many it has, where its heading and its cards begin."""

    first: int
    size: int
    heading_px: int
    top_px: int


class CardPlaces:
    """Places of `sections`: of each the height of its heading and how many cards stand below it,
    which is at least one."""

    def __init__(self, sections: Sequence[tuple[int, int]], columns: int, cell: QSize) -> None:
        self._columns, self._cell = columns, cell
        self._blocks: list[_Block] = []
        first, y = 0, 0
        for heading_px, count in sections:
            self._blocks.append(_Block(first, count, y, y + heading_px))
            first += count
            y += heading_px + self._rows(count) * cell.height()
        self.count, self.height = first, y

    def headings(self) -> tuple[int, ...]:
        """The top of each section's heading."""
        return tuple(block.heading_px for block in self._blocks)

    def rect(self, row: int) -> QRect:
        """The cell of the card `row`, with the gap at its right and below it."""
        if not 0 <= row < self.count:
            return QRect()
        block = self._blocks[self._place_of(row)]
        line, column = divmod(row - block.first, self._columns)
        wide, high = self._cell.width(), self._cell.height()
        return QRect(column * wide, block.top_px + line * high, wide, high)

    def row_at(self, x: int, y: int) -> int:
        """The card whose cell has this point; -1 for none."""
        return next((row for row in self.rows_in(y, y) if self.rect(row).contains(x, y)), -1)

    def rows_in(self, top: int, bottom: int) -> Iterator[int]:
        """The cards of which something stands between two heights."""
        high = self._cell.height()
        for block in self._blocks:
            from_line = max(0, (top - block.top_px) // high)
            to_line = (bottom - block.top_px) // high
            first = block.first + from_line * self._columns
            end = block.first + min(block.size, (to_line + 1) * self._columns)
            yield from range(first, end)

    def below(self, row: int) -> int:
        """The card under another, the last of a shorter line; `row` where there is none."""
        place = self._place_of(row)
        line, column = divmod(row - self._blocks[place].first, self._columns)
        block = self._blocks[place]
        if line + 1 < self._rows(block.size):
            return min(row + self._columns, block.first + block.size - 1)
        after = self._blocks[place + 1 :]
        return after[0].first + min(column, after[0].size - 1) if after else row

    def above(self, row: int) -> int:
        """The same upwards."""
        place = self._place_of(row)
        line, column = divmod(row - self._blocks[place].first, self._columns)
        if line:
            return row - self._columns
        if not place:
            return row
        before = self._blocks[place - 1]
        last_line = (self._rows(before.size) - 1) * self._columns
        return before.first + min(last_line + column, before.size - 1)

    def _place_of(self, row: int) -> int:
        return next(n for n, b in enumerate(self._blocks) if row < b.first + b.size)

    def _rows(self, count: int) -> int:
        return -(-count // self._columns)
