"""The cards of the exercises that fit, with what the client should ask first about."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.bench.picking import (
    NO_FILTERS,
    ExercisePicker,
    Filters,
    client_cautions,
)
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.cards.card_words import CardWords
from stretchcoach.ui.cards.exercise_model import ExerciseModel
from stretchcoach.ui.cards.exercise_tiles import exercise_tile
from stretchcoach.ui.cards.sections import Arranged, by_place, found_by_search
from stretchcoach.ui.cards.tiles import ExerciseTile


class PickModel(ExerciseModel):
    """Shows those that `text` and `filters` ask for; all by where the body is, without words."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._picker = ExercisePicker({})
        self._known: Mapping[str, Exercise] = {}
        self._by_id: dict[str, ExerciseTile] = {}
        self._text = ""
        self._filters = NO_FILTERS
        self._client: Collection[Caution] = ()
        super().__init__(parent)

    def set_known(self, exercises: Mapping[str, Exercise], pictures: Mapping[str, Path]) -> None:
        """Choose among these."""
        self._known = exercises
        self._picker = ExercisePicker(exercises)
        tiles = [exercise_tile(one, pictures.get(one.id)) for one in exercises.values()]
        self._by_id = {tile.id: tile for tile in tiles}
        self.show_exercises(tiles)

    def ask(self, text: str, filters: Filters) -> None:
        """Show those that have the words and pass the filters."""
        self._text, self._filters = text, filters
        self._show_matching()

    def set_client(self, cautions: Collection[Caution]) -> None:
        """What the client has."""
        self._client = cautions
        self._tell_changed()

    def exercise(self, row: int) -> Exercise:
        tile = self.card(row)
        assert isinstance(tile, ExerciseTile)
        return self._known[tile.id]

    def cautions(self, exercise: Exercise) -> tuple[Caution, ...]:
        """What the client should ask first about."""
        return client_cautions(exercise, self._client)

    def words(self, row: int) -> CardWords:
        found = super().words(row)._replace(last="")
        cautions = self.cautions(self.exercise(row))
        return found._replace(caution=caution_list(cautions))

    def _arranged(self) -> Arranged:
        tiles = [self._by_id[one.id] for one in self._picker.find(self._text, self._filters)]
        return found_by_search([], list(tiles)) if self._text.strip() else by_place(tiles)


def caution_list(cautions: Collection[Caution]) -> str:
    """What each is called."""
    return "; ".join(caution_words(caution).label for caution in cautions)


def ask_first_words(cautions: Collection[Caution]) -> str:
    """What a client with these cautions asks about before the exercise; "" without any."""
    return tr("Ask first: {cautions}", cautions=caution_list(cautions)) if cautions else ""
