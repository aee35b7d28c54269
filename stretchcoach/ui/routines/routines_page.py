"""The page of all routines: search, chips, the session that was cut off, and the cards.

What the first frame does not show is imported and built when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.settings import Settings
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.card_measures import OVERHANG_PX
from stretchcoach.ui.routines.filter_bar import FilterBar
from stretchcoach.ui.routines.page_area import PageArea
from stretchcoach.ui.routines.page_head import PageHead
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space

if TYPE_CHECKING:
    from datetime import date

    from stretchcoach.core.session.record import SessionRecord
    from stretchcoach.core.session.resume_offer import ResumeOffer
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.problems.problems_page import ProblemsPage
    from stretchcoach.ui.routines.card_model import CardModel
    from stretchcoach.ui.routines.card_view import CardView
    from stretchcoach.ui.routines.empty_state import EmptyState
    from stretchcoach.ui.routines.resume_banner import ResumeBanner
    from stretchcoach.ui.routines.thumbnails import Thumbnails

SMALL_PAGE_PX, SMALL_MARGIN_PX = 720, 24


class RoutinesPage(QWidget):
    """Shows the cards of the library and tells what the person wants.

    `routine_chosen` has the `RoutineEntry` of a card that was opened, `file_chosen` the path of
    a file, `forget_asked` that of an opened one. The problems of a broken file are shown in the
    place of the list.
    """

    routine_chosen = Signal(object)
    file_chosen = Signal(object)
    forget_asked = Signal(object)
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
        self._offer: ResumeOffer | None = None
        self._loading = True
        self._delegate: QAbstractItemDelegate | None = None
        self._shelf: Shelf | None = None
        self._problems: ProblemsPage | None = None
        self._build()
        self._connect()
        theme.follow(self)

    # What the page is told

    def set_library(self, shelf: Shelf) -> None:
        """What there is: read for the first time, or changed."""
        self._shelf = shelf
        self._loading = False
        current = self.view.currentIndex()
        path = self.model.card(current.row()).path if current.isValid() else ""
        self._pictures.look_again()
        self.model.set_cards(shelf.cards)
        self._go_back_to(path)
        self._show_problems_anew(shelf)

    def show_problems(self, entry: RoutineEntry, *, is_routine: bool = True) -> None:
        """The problems of a broken file in the place of the list."""
        if self._problems is None:
            from stretchcoach.ui.problems.problems_page import ProblemsPage

            self._problems = ProblemsPage(self._theme, self._store.is_opened)
            self._problems.back_asked.connect(self.show_list)
            self._problems.open_asked.connect(self.file_chosen)
            self._problems.forget_asked.connect(self.forget_asked)
            self._whole.addWidget(self._problems)
        self._problems.show_problems(entry.path, entry.problems, is_routine=is_routine)
        self._whole.setCurrentWidget(self._problems)
        self._problems.back.setFocus()

    def show_beginning(self) -> None:
        """From the problems of a file to the list."""
        self.show_list()

    def show_list(self) -> None:
        """Back from the problems to the cards."""
        self._whole.setCurrentIndex(0)
        self._go_to_cards()

    def take_focus(self) -> None:
        """Give the keyboard to what is most likely wanted: to go on, or else the cards."""
        if self._offer is not None:
            self.banner.resume.setFocus()
        else:
            self._go_to_cards()

    def add_cards(self, some: Shelf) -> None:
        """More cards, behind those that are there: the library is being read."""
        self._shelf = some
        self.model.add_cards(some.cards)

    def set_affected(self, affected: AffectedSide) -> None:
        """The side that the total times are for."""
        self.model.set_affected(affected)

    def set_last_days(self, last_days: Mapping[str, date]) -> None:
        """By id of the routine, when it was last done."""
        self.model.set_last_days(last_days)

    def set_resume(self, record: SessionRecord | None, entry: RoutineEntry | None = None) -> None:
        """The session that was cut off, with its routine; None when there is none."""
        offer = None
        if record is not None:
            from stretchcoach.core.session.resume_offer import resume_offer
            from stretchcoach.ui.routines.resume_banner import where_stopped

            offer = resume_offer(record)
        self._offer = offer
        if offer is not None:
            self.banner.show_offer(offer, self._today())
            self.banner.show_picture(*where_stopped(offer, entry))
            self._set_margins()
        self.banner.setVisible(offer is not None)

    def add_notice(self, notice: QWidget) -> None:
        """Show `notice`, such as the way to the plan, above the filters from now on."""
        self._top.insertWidget(self._top.indexOf(self.filters), notice)

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
        self._top = top
        content = QWidget()
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
    def model(self) -> CardModel:
        """All cards, and those that are looked for."""
        from stretchcoach.ui.routines.card_model import CardModel

        model = CardModel(self._today, self)
        model.set_affected(self._store.settings.affected)
        model.found.connect(self._on_found)
        return model

    @cached_property
    def view(self) -> CardView:
        """The list of the cards."""
        from stretchcoach.ui.routines.card_view import CardView

        view = CardView(self._theme, self.model)
        view.card_opened.connect(self._on_card_opened)
        view.current_moved.connect(self._on_current_moved)
        self._below.insertWidget(1, view)
        return view

    @cached_property
    def empty(self) -> EmptyState:
        """What stands in the place of the list while it has no card."""
        from stretchcoach.ui.routines.empty_state import EmptyState

        empty = EmptyState(self._theme)
        empty.hide()
        empty.clear_asked.connect(self.clear_wish)
        self._below.insertWidget(self._below.count() - 1, empty)
        return empty

    @cached_property
    def banner(self) -> ResumeBanner:
        """The session that was cut off, above the chips."""
        from stretchcoach.ui.routines.resume_banner import ResumeBanner

        banner = ResumeBanner(self._theme, self._pictures)
        banner.hide()
        banner.resume_asked.connect(self.resume_asked)
        banner.start_over_asked.connect(self.start_over_asked)
        banner.dismissed.connect(self.resume_dismissed)
        self._top.insertWidget(0, banner)
        before: QWidget = self.head.open
        for button in (banner.dismiss, banner.start_over, banner.resume):
            QWidget.setTabOrder(before, button)
            before = button
        return banner

    @cached_property
    def _pictures(self) -> Thumbnails:
        from stretchcoach.ui.routines.thumbnails import Thumbnails

        return Thumbnails(self)

    def _connect(self) -> None:
        self._store.changed.connect(self._on_settings_changed)
        self.head.search.textChanged.connect(self._on_wish_changed)
        self.head.search.left_downwards.connect(self._go_to_cards)
        self.head.file_chosen.connect(self.file_chosen)
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
        if self._offer is not None:
            self.banner.set_room((self.width() - 2 * margin) / self._theme.text_scale)

    # What happens

    def _on_settings_changed(self, settings: Settings) -> None:
        self.model.set_affected(settings.affected)

    def _on_wish_changed(self) -> None:
        self.model.set_wish(self.filters.wish(self.head.search.text()))

    def clear_wish(self) -> None:
        """Show all cards again."""
        self.filters.clear()
        self.head.search.clear()
        self._on_wish_changed()
        self.head.go_to_search()

    def _on_found(self) -> None:
        if self._delegate is None and self.model.total:
            from stretchcoach.ui.routines.card_delegate import CardDelegate  # not before a card

            self._delegate = CardDelegate(self._theme, self.view, self.model, self._pictures)
            self.view.setItemDelegate(self._delegate)
        nothing = self.model.rowCount() == 0
        self.view.setVisible(not nothing)
        self.empty.setVisible(nothing and not self._loading)
        if nothing:
            self._explain_nothing()

    def _explain_nothing(self) -> None:
        if self.model.total == 0:
            self.empty.show_no_routines()
        else:
            self.empty.show_nothing_found(self.model.wish)

    def _on_card_opened(self, row: int) -> None:
        card = self.model.card(row)
        if self._shelf is None:
            return
        entry = self._shelf.entry(card)
        if entry.routine is None:
            self.show_problems(entry, is_routine=card.is_routine)
        else:
            self.routine_chosen.emit(entry)

    def _go_to_cards(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    def _show_problems_anew(self, shelf: Shelf) -> None:
        """The problems that are shown may be mended, or others, or their file may be gone."""
        if self._problems is None or self._whole.currentWidget() is not self._problems:
            return
        path, is_routine = self._problems.path, self._problems.is_routine
        card = next((card for card in shelf.cards if card.path == str(path)), None)
        if card is not None:
            problems = shelf.entry(card).problems
        elif not is_routine and path.exists():  # an exercise that is mended has no card
            problems = ()
        else:  # a file from elsewhere, or one that is gone
            problems = shelf.routine(str(path.absolute())).problems
        self._problems.show_problems(path, problems, is_routine=is_routine)

    def _go_back_to(self, path: str) -> None:
        """The card of the same file is the current one again."""
        row = self.model.row_of(path) if path else None
        if row is not None and row != self.view.currentIndex().row():
            self.view.setCurrentIndex(self.model.index(row))

    def _on_current_moved(self, box: QRect) -> None:
        at = self.view.pos() + box.center()
        self._area.ensureVisible(at.x(), at.y(), 0, box.height() // 2)


def _today() -> date:
    from stretchcoach.files.disk.clocks import local_today  # late: the first frame shows no day

    return local_today()
