"""The cards as Qt's list views and screen readers see them, those that the person looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Signal

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.fold import fold
from stretchcoach.core.library.everyday_words import EverydayWords
from stretchcoach.core.library.routine_search import Wish, WordSearch, fits, has_group, rank
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.routines.card_words import CardWords, card_words, spoken_words
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
        self._shown: list[LibraryCard] = []
        self._everyday: EverydayWords | None = None
        self._search: WordSearch | None = None
        self._wish = Wish()
        self._affected = AffectedSide.NONE
        self._last_days: Mapping[str, date] = {}

    # What Qt asks

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> Any:
        row = index.row()
        if not 0 <= row < len(self._shown):
            return None
        if role == DISPLAY_ROLE:
            return self._shown[row].name
        if role == TOOL_TIP_ROLE:  # what a narrow card may have cut off
            words = self.words(row)
            return escape_markup(f"{words.title}\n{words.about}")
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
        """How many cards there are, shown or not."""
        return len(self._cards)

    @property
    def wish(self) -> Wish:
        return self._wish

    def card(self, row: int) -> LibraryCard:
        return self._shown[row]

    def row_of(self, path: str) -> int | None:
        """Where the card of this file is shown; None when it is not."""
        return next((row for row, card in enumerate(self._shown) if card.path == path), None)

    def card_of(self, routine_id: str) -> LibraryCard | None:
        """The card of a routine, shown or not."""
        found = (c for c in self._cards if c.facts is not None and c.facts.id == routine_id)
        return next(found, None)

    def words(self, row: int) -> CardWords:
        card = self._shown[row]
        day = self._last_days.get(card.facts.id) if card.facts else None
        return card_words(card, self._affected, day, self._today())

    def add_cards(self, cards: Sequence[LibraryCard]) -> None:
        """Put cards behind those that are there."""
        self._cards += cards
        self._search = None
        new = self._matching(cards)
        if new:
            first = len(self._shown)
            self._shown += new
            self.insertRows(first, len(new))
        self.found.emit()

    def set_cards(self, cards: Iterable[LibraryCard]) -> None:
        """All cards anew. Those that stay where they are only get painted again."""
        self._cards = list(cards)
        self._search = None
        self._show_matching()

    def set_wish(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self._show_matching()

    def set_affected(self, affected: AffectedSide) -> None:
        """The side that the total times are for."""
        if affected is not self._affected:
            self._affected = affected
            self._show_matching()
            self._tell_changed()

    def set_last_days(self, last_days: Mapping[str, date]) -> None:
        """By id of the routine, when it was last done."""
        self._last_days = last_days
        self._tell_changed()

    def _show_matching(self) -> None:
        shown = self._matching(self._cards)
        if [card.path for card in shown] == [card.path for card in self._shown]:
            changed = [row for row, card in enumerate(shown) if card != self._shown[row]]
            self._shown = shown
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        else:
            self._shown = shown
            self.setStringList([""] * len(shown))
        self.found.emit()

    def _tell_changed(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _matching(self, cards: Sequence[LibraryCard]) -> list[LibraryCard]:
        """The cards that meet the wish; those with the words in their title come first."""
        wish, affected = self._wish, self._affected
        found = list(cards)
        if wish.filters:
            found = [card for card in found if card.facts and fits(card.facts, wish, affected)]
        if not wish.words:
            return found
        groups = self._words_search.groups(wish.words)
        for group in groups:
            found = [card for card in found if has_group(_text(card), group)]
        ranks = [rank(_text(card), groups) for card in found]
        by_rank = sorted(zip(ranks, range(len(found)), found, strict=True), key=_rank)
        return [card for _, _, card in by_rank]

    @property
    def _words_search(self) -> WordSearch:
        if self._everyday is None:
            self._everyday = EverydayWords()
        if self._search is None:
            self._search = WordSearch([_text(card) for card in self._cards], self._everyday)
        return self._search


def _rank(ranked: tuple[int, int, LibraryCard]) -> int:
    return ranked[0]


def _text(card: LibraryCard) -> str:
    """What a search looks at, folded, the title on the first line."""
    return card.facts.search_text if card.facts else fold(card.name) + "\n"
