"""The cards of all exercises, parted by where the body is, or those that a search finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from stretchcoach.ui.cards.card_model import CardModel
from stretchcoach.ui.cards.sections import Arranged, by_place
from stretchcoach.ui.cards.tiles import ExerciseTile


class ExerciseModel(CardModel):
    """Shows exercises and no routines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_no_day, parent)
        self._tiles: tuple[ExerciseTile, ...] = ()
        self.set_exercises(self._all)

    @property
    def total(self) -> int:
        return len(self._tiles)

    def show_exercises(self, tiles: Sequence[ExerciseTile]) -> None:
        self._tiles = tuple(tiles)
        self.set_cards(())

    def _all(self) -> tuple[ExerciseTile, ...]:
        return self._tiles

    def _arranged(self) -> Arranged:
        return super()._arranged() if self._wish.words else by_place(self._tiles)


def _no_day() -> date:
    """Exercises say of no day when they were done."""
    return date.min
