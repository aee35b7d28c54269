"""A list of cards with what stands in its place while there are none."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.ui.cards.card_delegate import CardDelegate
from stretchcoach.ui.cards.card_model import CardModel
from stretchcoach.ui.cards.card_view import CardView
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.cards.tiles import key_of
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme

if TYPE_CHECKING:
    from stretchcoach.core.settings import Settings
    from stretchcoach.ui.cards.empty_state import EmptyState


class CardList(QWidget):
    """`opened` has the `Tile` that was chosen; `moved` a place in here to keep in sight."""

    opened = Signal(object)
    moved = Signal(QRect)
    words_asked = Signal(str)
    words_clear_asked = Signal()
    filters_clear_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        pictures: Thumbnails,
        model: CardModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store = theme, store
        self._is_waiting = True
        self._current = ""
        self.model = model
        self.model.set_affected(store.settings.affected)
        self.model.set_favourites(store.settings.favourites)
        self.view = CardView(theme, self.model)
        self.view.setItemDelegate(CardDelegate(theme, self.view, self.model, pictures))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.model.found.connect(self._on_found)
        self.model.modelReset.connect(self._keep_current)
        self.view.card_opened.connect(self._on_opened)
        self.view.star_asked.connect(self._on_star_asked)
        self.view.current_moved.connect(self._on_moved)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        store.changed.connect(self._on_settings_changed)

    @cached_property
    def empty(self) -> EmptyState:
        """What stands in the place of the cards."""
        from stretchcoach.ui.cards.empty_state import EmptyState

        empty = EmptyState(self._theme)
        empty.hide()
        empty.words_asked.connect(self.words_asked)
        empty.words_clear_asked.connect(self.words_clear_asked)
        empty.filters_clear_asked.connect(self.filters_clear_asked)
        self._column.addWidget(empty)
        return empty

    def stop_waiting(self) -> None:
        """All there is has been read: where there is nothing, that is told from now on."""
        self._is_waiting = False

    def go_to_first(self) -> None:
        """Give the keyboard to the card where it was, or to the first."""
        if self.model.rowCount():
            self.view.setFocus()
            self.view.choose_first()

    def _on_found(self) -> None:
        nothing = self.model.rowCount() == 0
        self.view.setVisible(not nothing)
        if not nothing and "empty" not in self.__dict__:
            return
        self.empty.setVisible(nothing and not self._is_waiting)
        if nothing and self.model.total == 0:
            self.empty.show_no_routines()
        elif nothing:
            self.empty.show_nothing_found(self.model.wish, self.model.nearest)

    def _on_opened(self, row: int) -> None:
        self.opened.emit(self.model.card(row))

    def _on_star_asked(self, row: int) -> None:
        routine_id = self.model.routine_id(row)
        self._store.set_favourite(routine_id, routine_id not in self._store.settings.favourites)

    def _on_moved(self, place: QRect) -> None:
        self.moved.emit(place.translated(self.view.pos()))

    def _on_current_changed(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._current = key_of(self.model.card(index.row()))

    def _keep_current(self) -> None:
        """The card on which the keyboard stands may stand elsewhere now."""
        row = self.model.row_of(self._current) if self._current else None
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def _on_settings_changed(self, settings: Settings) -> None:
        self.model.set_affected(settings.affected)
        self.model.set_favourites(settings.favourites)
