"""The page of all routines: search, chips, what is for today, and the cards.

What the first frame does not show is imported and built when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.cards.card_measures import OVERHANG_PX
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.above import Above
from stretchcoach.ui.routines.filter_bar import FilterBar
from stretchcoach.ui.routines.page_area import PageArea, PageContent
from stretchcoach.ui.routines.page_head import PageHead
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from stretchcoach.core.plan.today import Today
    from stretchcoach.core.session.record import SessionRecord
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.cards.card_list import CardList
    from stretchcoach.ui.cards.card_model import CardModel
    from stretchcoach.ui.cards.card_view import CardView
    from stretchcoach.ui.cards.thumbnails import Thumbnails
    from stretchcoach.ui.cards.tiles import ExerciseTile, Tile
    from stretchcoach.ui.routines.problem_place import ProblemPlace
    from stretchcoach.ui.routines.resume_banner import ResumeBanner
    from stretchcoach.ui.routines.today_card import TodayCard

SMALL_PAGE_PX, SMALL_MARGIN_PX = 720, 24


class RoutinesPage(QWidget):
    """Shows the cards of the library and tells what the person wants.

    `routine_chosen` has the `RoutineEntry` of a card that was opened and the minutes that were
    wished, or None; `exercise_chosen` the id of an exercise; `file_chosen` the path of a file,
    `forget_asked` that of an opened one; `today_chosen` what is for today. The problems of a
    broken file are shown in the place of the list.
    """

    routine_chosen = Signal(object, object)
    exercise_chosen = Signal(str)
    exercises_asked = Signal()
    file_chosen = Signal(object)
    forget_asked = Signal(object)
    today_chosen = Signal(object)
    resume_asked = Signal()
    start_over_asked = Signal()
    resume_dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        today: Callable[[], date] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._today = today or _today
        self._for_today: Today | None = None
        self._shelf: Shelf | None = None
        self._tiles: tuple[ExerciseTile, ...] | None = None
        self._build()
        self._connect()
        theme.follow(self)

    # What the page is told

    def set_library(self, shelf: Shelf) -> None:
        """What there is: read for the first time, or changed."""
        self._shelf, self._tiles = shelf, None
        self.cards.stop_waiting()
        self._pictures.look_again()
        self.model.set_cards(shelf.cards)
        self.model.set_exercises(self._exercises)
        self._show_above()
        if "_problems" in self.__dict__:
            self._problems.show_anew(shelf)

    def add_cards(self, some: Shelf) -> None:
        """More cards, behind those that are there: the library is being read."""
        self._shelf = some
        self.model.add_cards(some.cards)

    def show_problems(self, entry: RoutineEntry, *, is_routine: bool = True) -> None:
        """The problems of a broken file in the place of the list."""
        self._problems.show_entry(entry, is_routine=is_routine)

    def show_beginning(self) -> None:
        """From the problems of a file to the list."""
        self.show_list()

    def show_list(self) -> None:
        """Back from the problems to the cards."""
        self._whole.setCurrentIndex(0)
        self.cards.go_to_first()

    def take_focus(self) -> None:
        """Give the keyboard to what is most likely wanted: to go on, or else the cards. None of
        them is chosen by that."""
        if self._above.has_offer:
            self.banner.resume.setFocus()
        elif self.model.rowCount():
            self.view.setFocus()

    def set_last_days(self, last_days: Mapping[str, date]) -> None:
        """By id of the routine, when it was last done."""
        self.model.set_last_days(last_days)

    def set_resume(self, record: SessionRecord | None, entry: RoutineEntry | None = None) -> None:
        """The session that was cut off, with its routine; None when there is none."""
        self._above.set_resume(record, entry, self._today())
        self._set_margins()
        self._show_above()

    def open_routine(self, routine_id: str) -> None:
        """As if its card had been chosen."""
        card = self.model.card_of(routine_id)
        if card is not None:
            self._on_opened(card)

    def set_today(self, today: Today | None) -> None:
        """What is for today; it stands on top while nothing is looked for."""
        self._for_today = today
        self._show_above()

    def add_notice(self, notice: QWidget) -> None:
        """Show `notice`, such as the way to the plan, above the filters while nothing is
        searched for."""
        self._above.add_notice(notice)
        self._show_above()

    def refresh_theme(self) -> None:
        self._set_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._set_margins()

    # How it is built

    def _build(self) -> None:
        theme = self._theme
        self.head = PageHead(theme, self._store, self)
        self.filters = FilterBar(theme)
        top = QVBoxLayout()
        # Cards have room for a ring around them; what stands above them has the same edges.
        top.setContentsMargins(
            Space.FOCUS_ROOM, 0, OVERHANG_PX - Space.FOCUS_ROOM, Space.CARD_GAP - Space.FOCUS_ROOM
        )
        top.setSpacing(Space.CARD_GAP)
        top.addWidget(self.filters)
        self._above = Above(theme, top, self.head.open, self._get_pictures, self)
        content = PageContent()
        self._below = QVBoxLayout(content)
        self._below.setSpacing(0)
        self._below.addLayout(top)
        self._below.addStretch(1)
        self._area = PageArea(content)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(whole)
        self._find_keys = [QShortcut(QKeySequence(key), self) for key in ("Ctrl+F", "/")]

    @cached_property
    def cards(self) -> CardList:
        """The list of the cards."""
        from stretchcoach.ui.cards.card_list import CardList
        from stretchcoach.ui.cards.card_model import CardModel

        model = CardModel(self._today, self)
        cards = CardList(self._theme, self._store, self._pictures, model)
        cards.opened.connect(self._on_opened)
        cards.moved.connect(self._on_moved)
        cards.words_asked.connect(self.head.search.setText)
        cards.words_clear_asked.connect(self._clear_words)
        cards.filters_clear_asked.connect(self._clear_filters)
        self._below.insertWidget(1, cards)
        cards.show()
        return cards

    @property
    def model(self) -> CardModel:
        """All cards, and those that are looked for."""
        return self.cards.model

    @property
    def view(self) -> CardView:
        return self.cards.view

    @property
    def banner(self) -> ResumeBanner:
        """The session that was cut off, above the chips."""
        return self._above.banner

    @property
    def today_card(self) -> TodayCard:
        """What is for today, above the chips."""
        return self._above.today_card

    @cached_property
    def _problems(self) -> ProblemPlace:
        from stretchcoach.ui.routines.problem_place import ProblemPlace

        place = ProblemPlace(self._theme, self._store, self._whole, self)
        place.back_asked.connect(self.show_list)
        place.open_asked.connect(self.file_chosen)
        place.forget_asked.connect(self.forget_asked)
        return place

    @cached_property
    def _pictures(self) -> Thumbnails:
        from stretchcoach.ui.cards.thumbnails import Thumbnails

        return Thumbnails(self)

    def _get_pictures(self) -> Thumbnails:
        return self._pictures

    def _connect(self) -> None:
        self._above.resume_asked.connect(self.resume_asked)
        self._above.start_over_asked.connect(self.start_over_asked)
        self._above.resume_dismissed.connect(self.resume_dismissed)
        self._above.today_clicked.connect(self._on_today_clicked)
        self.head.search.entered.connect(self._on_search_entered)
        self.head.search.textChanged.connect(self._on_wish_changed)
        self.head.search.left_downwards.connect(self._go_to_cards)
        self.head.file_chosen.connect(self.file_chosen)
        self.head.exercises_asked.connect(self.exercises_asked)
        self.filters.changed.connect(self._on_wish_changed)
        self._area.resized.connect(self._set_margins)
        for key in self._find_keys:
            key.activated.connect(self.head.go_to_search)

    def _set_margins(self) -> None:
        margin = SMALL_MARGIN_PX if self.width() < SMALL_PAGE_PX else Space.PAGE_MARGIN
        self.head.set_margin(margin)
        # The scroll bar takes its room from the margin, so that nothing moves when it comes.
        bar = self._area.width() - self._area.viewport().width()
        right = max(0, margin - bar - OVERHANG_PX + Space.FOCUS_ROOM)
        self._below.setContentsMargins(margin - Space.FOCUS_ROOM, 0, right, 0)
        self._above.set_room((self.width() - 2 * margin) / self._theme.text_scale)

    # What happens

    def _exercises(self) -> tuple[ExerciseTile, ...]:
        """The cards of all exercises, made once somebody searches."""
        if self._tiles is None:
            from stretchcoach.ui.cards.exercise_tiles import exercise_tiles

            self._tiles = exercise_tiles(self._shelf) if self._shelf else ()
        return self._tiles

    def _on_search_entered(self) -> None:
        """The first letter is not to wait for all that is searched."""
        if self._shelf is not None:
            QTimer.singleShot(0, self.model, self.model.prepare_search)

    def _on_wish_changed(self) -> None:
        self.model.set_wish(self.filters.wish(self.head.search.text()))
        self._show_above()
        self._area.verticalScrollBar().setValue(0)

    def _clear_words(self) -> None:
        self.head.search.clear()
        self.head.go_to_search()

    def _clear_filters(self) -> None:
        self.filters.clear()
        self._on_wish_changed()
        self.head.go_to_search()

    def _on_opened(self, tile: Tile) -> None:
        if not isinstance(tile, LibraryCard):
            self.exercise_chosen.emit(tile.id)
        elif self._shelf is not None:
            entry = self._shelf.entry(tile)
            if entry.routine is None:
                self.show_problems(entry, is_routine=tile.is_routine)
            else:
                self.routine_chosen.emit(entry, self.model.minutes_for(tile))

    def _on_today_clicked(self) -> None:
        self.today_chosen.emit(self._for_today)

    def _go_to_cards(self) -> None:
        self.cards.go_to_first()

    def _on_moved(self, place: QRect) -> None:
        at = self.cards.pos() + place.center()
        self._area.ensureVisible(at.x(), at.y(), 0, place.height() // 2)

    def _show_above(self) -> None:
        today = self._for_today
        card = self.model.card_of(today.routine_id) if today else None
        if today and card and not self._above.has_offer:
            last_day = self.model.last_day(today.routine_id)
            affected = self._store.settings.affected
            self.today_card.show_today(today, card, affected, last_day, self._today())
        searching = bool(self.filters.wish(self.head.search.text()).words)
        self._above.show(searching=searching, for_today=card is not None)


def _today() -> date:
    from stretchcoach.files.disk.clocks import local_today  # late: the first frame shows no day

    return local_today()
