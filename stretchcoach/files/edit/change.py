"""A change of a text: which characters become which, and the proof that it means what was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.spans import EditRefusedError, Plain, read_any


class Piece(NamedTuple):
    """The characters from `start` up to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """`pieces` are made one after the other, each in the text that the one before left; `text` is
    what comes out."""

    pieces: tuple[Piece, ...]
    text: str

    def then(self, later: Change) -> Change:
        """Both, one after the other."""
        return Change(self.pieces + later.pieces, later.text)


def made(text: str, pieces: Iterable[Piece]) -> Change:
    """`pieces`, which all speak of `text` as it is and do not overlap, as a change of it.

    Of two at one place that which deletes comes first, so what is inserted stands before it.
    """
    ordered = tuple(sorted(pieces, key=_last_first, reverse=True))
    for piece in ordered:
        text = text[: piece.start] + piece.text + text[piece.end :]
    return Change(ordered, text)


def _last_first(piece: Piece) -> tuple[int, int]:
    return piece.start, piece.end


def proved(change: Change, meant: Plain) -> Change:
    """`change`, if its text reads as `meant`. Raises EditRefusedError if it does not."""
    if read_any(change.text).plain != meant:
        raise EditRefusedError(
            tr("this cannot be changed without touching more of the text - change it there")
        )
    return change
