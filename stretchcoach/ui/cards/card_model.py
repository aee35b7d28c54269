"""The cards as Qt's list views and screen readers see them, those that the person looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Signal

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.everyday_words import EverydayWords
from stretchcoach.core.finding.routine_search import (
    Wish,
    WordSearch,
    exercise_fits,
    fits,
    is_shortened,
)
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.cards.card_words import (
    CardWords,
    exercise_card_words,
    routine_card_words,
    spoken_words,
)
from stretchcoach.ui.cards.pictures import Pictures
from stretchcoach.ui.cards.sections import Arranged, Section, by_use, found_by_search
from stretchcoach.ui.cards.tiles import ExerciseTile, Tile, key_of, text_of
from stretchcoach.ui.widgets.text.labels import escape_markup

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

# Values of Qt.ItemDataRole: naming the enum would build the `Qt` namespace.
DISPLAY_ROLE, TOOL_TIP_ROLE, ACCESSIBLE_TEXT_ROLE = 0, 3, 11
Index = QModelIndex | QPersistentModelIndex


class CardModel(QStringListModel):
    """Holds all cards and shows those that meet a wish. `found` follows every change.

    Laying out ten thousand cards, a view asks ten thousand times how many there are. So the
    rows are those of a list of strings, which answers without Python; the strings are empty.
    """

    found = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._cards: list[LibraryCard] = []
        self._by_routine: dict[str, LibraryCard] | None = None
        self._exercises: Callable[[], Sequence[ExerciseTile]] = tuple
        self._shown: list[Tile] = []
        self._sections: tuple[Section, ...] = ()
        self._pictures = Pictures()
        self._everyday: EverydayWords | None = None
        self._search: WordSearch | None = None
        self._wish = Wish()
        self._affected = AffectedSide.NONE
        self._last_days: Mapping[str, date] = {}
        self._favourites: frozenset[str] = frozenset()

    # What Qt asks

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> Any:
        row = index.row()
        if not 0 <= row < len(self._shown):
            return None
        if role == DISPLAY_ROLE:
            return self._shown[row].name
        if role == TOOL_TIP_ROLE:  # what a narrow card may have cut off
            words = self.words(row)
            parts = (words.title, words.purpose, words.about)
            return escape_markup("\n".join(part for part in parts if part))
        if role == ACCESSIBLE_TEXT_ROLE:
            return spoken_words(self.words(row))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        from PySide6.QtCore import Qt  # dear, but a card is asked for its flags only later

        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    # What the page asks

    @property
    def total(self) -> int:
        """How many routines there are, shown or not."""
        return len(self._cards)

    @property
    def wish(self) -> Wish:
        return self._wish

    @property
    def sections(self) -> tuple[Section, ...]:
        """How the cards that are shown are parted."""
        return self._sections

    @property
    def nearest(self) -> str:
        """What the words of the wish may have meant, where nothing is found by them; or ""."""
        return self._words_search.nearest(self._wish.words)

    def card(self, row: int) -> Tile:
        return self._shown[row]

    def picture(self, row: int) -> str:
        """The path of its picture, another one than its neighbours have where it has others."""
        return self._pictures.of(row, self._shown)

    def routine_id(self, row: int) -> str:
        """The id of the routine on the card `row`; "" where it has none, or is broken."""
        tile = self._shown[row]
        return tile.facts.id if isinstance(tile, LibraryCard) and tile.facts is not None else ""

    def row_of(self, key: str) -> int | None:
        """Where the card of this file or exercise is shown; None when it is not."""
        return next((row for row, card in enumerate(self._shown) if key_of(card) == key), None)

    def card_of(self, routine_id: str) -> LibraryCard | None:
        """The card of a routine, shown or not; asked at every key stroke of a search."""
        if self._by_routine is None:
            # The first one of an id wins, so it is put in last.
            self._by_routine = {c.facts.id: c for c in reversed(self._cards) if c.facts is not None}
        return self._by_routine.get(routine_id)

    def last_day(self, routine_id: str) -> date | None:
        """When the routine was last done."""
        return self._last_days.get(routine_id)

    def minutes_for(self, card: LibraryCard) -> int | None:
        """The minutes that were wished, where `card` must be shortened for them."""
        if card.facts is not None and is_shortened(card.facts, self._wish, self._affected):
            return self._wish.minutes
        return None

    def words(self, row: int) -> CardWords:
        tile = self._shown[row]
        if isinstance(tile, ExerciseTile):
            return exercise_card_words(tile)
        name = tile.facts.id if tile.facts else ""
        words = routine_card_words(
            tile, self._affected, self._last_days.get(name), self._today(), self._wish
        )
        return words._replace(favourite=name in self._favourites)

    # What the page tells

    def add_cards(self, cards: Sequence[LibraryCard]) -> None:
        """Put cards behind those that are there."""
        self._cards += cards
        self._by_routine = self._search = None
        before, (tiles, parted) = self._shown, self._arranged()
        if tiles[: len(before)] == before:
            self._shown, self._sections = tiles, parted
            if len(tiles) > len(before):
                self.insertRows(len(before), len(tiles) - len(before))
        else:
            self._show_all(tiles, parted)
        self.found.emit()

    def set_cards(self, cards: Iterable[LibraryCard]) -> None:
        """All cards anew. Those that stay where they are only get painted again."""
        self._cards = list(cards)
        self._by_routine = self._search = None
        self._show_matching()

    def set_exercises(self, exercises: Callable[[], Sequence[ExerciseTile]]) -> None:
        """Where the exercises come from that a search finds; asked once somebody searches."""
        self._exercises = exercises
        self._search = None
        if self._wish.words:
            self._show_matching()

    def set_wish(self, wish: Wish) -> None:
        if wish != self._wish:
            retold = wish.minutes != self._wish.minutes
            self._wish = wish
            self._show_matching()
            if retold:
                self._tell_changed()

    def set_affected(self, affected: AffectedSide) -> None:
        """The side that the total times are for."""
        if affected is not self._affected:
            self._affected = affected
            self._show_matching()
            self._tell_changed()

    def set_last_days(self, last_days: Mapping[str, date]) -> None:
        """By id of the routine, when it was last done."""
        if last_days != self._last_days:
            self._last_days = last_days
            self._show_matching()
            self._tell_changed()

    def set_favourites(self, routine_ids: Iterable[str]) -> None:
        favourites = frozenset(routine_ids)
        if favourites != self._favourites:
            self._favourites = favourites
            self._show_matching()
            self._tell_changed()

    def prepare_search(self) -> None:
        """Gather what is searched before the first letter is typed."""
        self._words_search.groups(())

    def _show_matching(self) -> None:
        tiles, parted = self._arranged()
        same = parted == self._sections and len(tiles) == len(self._shown)
        if same and tiles == self._shown:
            pass  # as when a letter more leaves all that was found
        elif same and list(map(key_of, tiles)) == list(map(key_of, self._shown)):
            changed = [row for row, tile in enumerate(tiles) if tile != self._shown[row]]
            self._shown = tiles
            if changed:
                self._pictures.forget()
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        else:
            self._show_all(tiles, parted)
        self.found.emit()

    def _show_all(self, tiles: list[Tile], parted: tuple[Section, ...]) -> None:
        self._shown, self._sections = tiles, parted
        self._pictures.forget()
        self.setStringList([""] * len(tiles))

    def _tell_changed(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _arranged(self) -> Arranged:
        wish = self._wish
        if not wish.words and not wish.filters:
            return by_use(self._cards, self._favourites, self._last_days)
        routines = [n for n, card in enumerate(self._cards) if self._fits(card)] if (
            wish.filters) else list(range(len(self._cards)))  # fmt: skip
        groups = self._words_search.groups(wish.words) if wish.words else ()
        if not groups:
            return found_by_search([self._cards[n] for n in routines], [])
        found = self._words_search.find(routines, groups)
        tiles, before = self._exercises(), len(self._cards)
        fitting = [
            before + number
            for number, tile in enumerate(tiles)
            if exercise_fits(tile.place, tile.equipment, wish)
        ]
        exercises = self._words_search.find(fitting, groups)
        return found_by_search(
            [self._cards[number] for number in found.numbers],
            [tiles[number - before] for number in exercises.numbers],
            # An exercise that is called so comes before a routine that has it.
            exercises_first=exercises.rank < found.rank,
        )

    def _fits(self, card: LibraryCard) -> bool:
        return card.facts is not None and fits(card.facts, self._wish, self._affected)

    @property
    def _words_search(self) -> WordSearch:
        if self._everyday is None:
            self._everyday = EverydayWords()
        if self._search is None:
            tiles: tuple[Tile, ...] = (*self._cards, *self._exercises())
            self._search = WordSearch([text_of(tile) for tile in tiles], self._everyday)
        return self._search
