"""The page of all exercises: a search, and their cards by where the body is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.finding.routine_search import Wish
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.cards.card_list import CardList
from stretchcoach.ui.cards.card_measures import OVERHANG_PX
from stretchcoach.ui.cards.exercise_model import ExerciseModel
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.cards.tiles import ExerciseTile, Tile
from stretchcoach.ui.exercises.unsaved_exercises import UnsavedExercises
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.page_area import PageArea, PageContent
from stretchcoach.ui.routines.search_field import SearchField
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import PlainLabel

BACK_KEYS = (0x01000000, 0x01000061)  # Escape, Back
GAP_PX = 8
SMALL_PAGE_PX, SMALL_MARGIN_PX = 720, 24


class ExercisesPage(QWidget):
    """`exercise_chosen` has the id of one; `new_asked` wants one of one's own. `resume_asked` and
    `forget_asked` have a draft that was not saved."""

    exercise_chosen = Signal(str)
    new_asked = Signal()
    resume_asked = Signal(object)
    forget_asked = Signal(object)
    back_asked = Signal()

    def __init__(self, theme: Theme, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr("All exercises"))
        self.back = Button(theme, tr("Routines"), ButtonKind.LINK, IconName.BACK, height_px=24)
        self.search = SearchField(theme, tr("Search exercises"))
        self.search.setAcceptDrops(False)  # a file that is dropped there is to be opened
        self.new = Button(theme, tr("New exercise"), icon=IconName.PLUS)
        self.unsaved = UnsavedExercises(theme)
        self.model = ExerciseModel(self)
        self.cards = CardList(theme, store, Thumbnails(self), self.model)
        self.cards.view.setAccessibleName(tr("Exercises"))
        self.cards.stop_waiting()
        self._build()
        self.back.clicked.connect(self.back_asked)
        self.new.clicked.connect(self.new_asked)
        self.unsaved.resume_asked.connect(self.resume_asked)
        self.unsaved.forget_asked.connect(self.forget_asked)
        self.search.textChanged.connect(self._on_words)
        self.search.left_downwards.connect(self.cards.go_to_first)
        self.cards.opened.connect(self._on_opened)
        self.cards.moved.connect(self._on_moved)
        self.cards.words_asked.connect(self.search.setText)
        self.cards.words_clear_asked.connect(self._clear_words)
        self._area.resized.connect(self._set_margins)
        self._find_keys = [QShortcut(QKeySequence(key), self) for key in ("Ctrl+F", "/")]
        for key in self._find_keys:
            key.activated.connect(self._go_to_search)
        self.setFocusProxy(self.cards)
        theme.follow(self)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.search.text()

    def show_exercises(self, tiles: Sequence[ExerciseTile]) -> None:
        """All of `tiles`."""
        self.model.show_exercises(tiles)

    def refresh_theme(self) -> None:
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leads back; in the search it empties that first."""
        if event.key() in BACK_KEYS:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        link = QHBoxLayout()
        link.addWidget(self.back)
        link.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(self._theme, tr("All exercises"), TextRole.TITLE, wrap=True), 1)
        line.addWidget(self.search)
        line.addWidget(self.new)
        self._head = QVBoxLayout()
        self._head.setSpacing(GAP_PX)
        self._head.addLayout(link)
        self._head.addLayout(line)
        self._head.addWidget(self.unsaved)
        content = PageContent()
        self._below = QVBoxLayout(content)
        self._below.setSpacing(0)
        self._below.addWidget(self.cards)
        self._below.addStretch(1)
        self._area = PageArea(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)

    def _set_margins(self) -> None:
        margin = SMALL_MARGIN_PX if self.width() < SMALL_PAGE_PX else Space.PAGE_MARGIN
        self._head.setContentsMargins(margin, Space.PAGE_TOP, margin, Space.CARD_GAP)
        bar = self._area.width() - self._area.viewport().width()
        right = max(0, margin - bar - OVERHANG_PX + Space.FOCUS_ROOM)
        self._below.setContentsMargins(margin - Space.FOCUS_ROOM, 0, right, 0)

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _clear_words(self) -> None:
        self.search.clear()
        self._go_to_search()

    def _on_words(self, words: str) -> None:
        self.model.set_wish(Wish(words))
        self._area.verticalScrollBar().setValue(0)

    def _on_opened(self, tile: Tile) -> None:
        if isinstance(tile, ExerciseTile):
            self.exercise_chosen.emit(tile.id)

    def _on_moved(self, place: QRect) -> None:
        at = self.cards.pos() + place.center()
        self._area.ensureVisible(at.x(), at.y(), 0, place.height() // 2)
