"""The page of one routine: look at its steps, say how much time and which side, start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.library.caution_filter import FlaggedStep
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.library.step_list import caution_lines
from stretchcoach.core.schedule.due_steps import StepPath
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.received import Received
from stretchcoach.ui.keepers.due_keeper import DueKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.cautions_card import CautionsCard
from stretchcoach.ui.routine.not_today import NotToday
from stretchcoach.ui.routine.routine_header import RoutineHeader
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.routine.side_panel import SidePanel
from stretchcoach.ui.routine.step_list import StepList
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space
from stretchcoach.ui.threads.beside_work import BesideWork
from stretchcoach.ui.widgets.layout.tab_order import set_tab_order

PANEL_PX = 348
LIST_LEAST_PX = 520
COLUMNS_GAP_PX = 56
MOST_PX = 1440
NO_LIMIT_PX = 16777215  # QWIDGETSIZE_MAX
WIDE_PANEL_PX = 640


class RoutinePage(QScrollArea):
    """`start_asked` has the Performance to run."""

    start_asked = Signal(object)
    back_asked = Signal()
    safety_asked = Signal()
    understanding_asked = Signal()
    forget_asked = Signal(object)
    customize_asked = Signal(object)
    keep_asked = Signal(object)
    pack_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        bundled: Path | None = None,
        due: DueKeeper | None = None,
        received: Received | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """What is not in `bundled`, the folder that comes with the program, is the person's own.
        Without `due` all steps are due, whatever the day.
        """
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._due = due
        self._view: RoutineView | None = None
        self._stacked = False
        self.setWidgetResizable(True)
        self.header = RoutineHeader(theme, store, bundled or bundled_dir("routines"), received)
        self.step_list = StepList(theme)
        self.not_today = NotToday(theme)
        self.panel = SidePanel(theme, feeling_open=store.settings.feeling_asked)
        self.cautions = CautionsCard(theme)
        self._build()
        self._connect()
        theme.follow(self)

    @property
    def view(self) -> RoutineView | None:
        """What is shown."""
        return self._view

    def show_entry(self, entry: RoutineEntry) -> None:
        """Show the routine of `entry`, which must have no errors (ValueError otherwise).

        The same routine again, read anew, keeps the time that was chosen.
        """
        if entry.routine is None:
            raise ValueError(f"{entry.id} has errors")
        same = self._view is not None and self._view.routine.id == entry.routine.id
        limit_min = self._view.limit_min if self._view is not None and same else None
        view = RoutineView(entry.routine, entry.exercises, entry.pictures, limit_min=limit_min)
        view = replace(view, day=self._due.day(entry.routine.id) if self._due else None)
        self._view = _for_person(view, self._store.settings)
        self.setAccessibleName(entry.routine.title)
        self.header.show_entry(entry)
        self.step_list.set_exercises(entry.exercises, entry.pictures)
        if not same:
            self.panel.feeling_row.forget()
            self.verticalScrollBar().setValue(0)
        self._show_view()

    def name_back(self, page: str) -> None:
        """Back leads to `page`, where that is not the list of routines."""
        self.header.back.set_label(page)

    def follow(self, work: BesideWork) -> None:
        """Show how far work for this routine is, while it takes its time."""
        self.header.work_bar.follow(work)

    def say(self, words: str, file: Path | None = None) -> None:
        """What was done with the routine, and where it was written."""
        self.header.say(words, file)

    def start(self) -> None:
        """Begin what is shown."""
        if self._view is not None and self._view.now.intervals:
            self.start_asked.emit(self._view.performance(self.panel.feeling))

    def refresh_theme(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Whoever comes back to the window may come on another day."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._look_at_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter starts, where no button has the focus."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # the Enter that opened this page is still held down
                self.start()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(18)
        self._right = QVBoxLayout()
        self._right.setSpacing(Space.CARD_GAP)
        self._left.addStretch(1)
        self._right.addStretch(1)
        content = _Content()
        self._columns = QHBoxLayout(content)
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right)
        self._place(stacked=False)
        self.setWidget(content)

    def _connect(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.header.forget_asked.connect(self.forget_asked)
        self.header.customize_asked.connect(self.customize_asked)
        self.header.keep_asked.connect(self.keep_asked)
        self.header.pack_asked.connect(self.pack_asked)
        self.panel.limit_chosen.connect(self.choose_minutes)
        self.panel.side_chosen.connect(self._on_side_chosen)
        self.panel.start_asked.connect(self.start)
        self.step_list.choice_made.connect(self._on_choice_made)
        self.step_list.picked.connect(self._on_picked)
        self.not_today.put_back.connect(self._on_put_back)
        self.panel.feeling_opened.connect(self._on_feeling_opened)
        self.cautions.safety_asked.connect(self.safety_asked)
        self.cautions.understanding_asked.connect(self.understanding_asked)
        self._store.changed.connect(self._on_settings_changed)
        self._start_key = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        self._start_key.activated.connect(self.start)

    def _show_view(self) -> None:
        if self._view is None:
            return
        self.panel.show_view(self._view)
        self.step_list.show_view(self._view)
        self.not_today.show_view(self._view)
        self.cautions.show_cautions(caution_lines(self._view.lines))
        parts = (self.header, self.panel, self.step_list, self.not_today, self.cautions)
        set_tab_order([stop for part in parts for stop in part.tab_order])

    def _arrange(self) -> None:
        """Two columns where both have room, otherwise the panel above the steps."""
        scaled = self._theme.scaled
        page_px = self.viewport().width()
        margin_px = Space.PAGE_MARGIN if page_px > 700 else 20
        room_px = page_px - 2 * margin_px
        stacked = room_px < scaled(LIST_LEAST_PX) + COLUMNS_GAP_PX + scaled(PANEL_PX)
        if stacked is not self._stacked:
            self._place(stacked)
        for card in (self.panel, self.cautions):
            card.setMinimumWidth(0 if stacked else scaled(PANEL_PX))
            card.setMaximumWidth(NO_LIMIT_PX if stacked else scaled(PANEL_PX))
        self.panel.set_wide(stacked and room_px >= scaled(WIDE_PANEL_PX))
        spare_px = max(0, room_px - scaled(MOST_PX))
        self._columns.setContentsMargins(margin_px, Space.PAGE_TOP, margin_px + spare_px, 40)

    def _place(self, stacked: bool) -> None:
        """Put the parts into one column or two."""
        self._stacked = stacked
        left: tuple[QWidget, ...] = (self.header, self.step_list, self.not_today)
        right: tuple[QWidget, ...] = (self.panel, self.cautions)
        for part in (*left, *right):
            self._left.removeWidget(part)
            self._right.removeWidget(part)
        if stacked:
            left, right = (self.header, self.panel, *left[1:], self.cautions), ()
        for column, parts in ((self._left, left), (self._right, right)):
            for place, part in enumerate(parts):
                column.insertWidget(place, part)
        self._columns.setSpacing(0 if stacked else COLUMNS_GAP_PX)

    def choose_minutes(self, limit_min: int | None) -> None:
        """Show what is done in so many minutes; None is all of it."""
        if self._view is not None:
            self._view = replace(self._view, limit_min=limit_min)
            self._show_view()

    def _on_side_chosen(self, side: AffectedSide) -> None:
        self._store.change(affected=side)

    def _on_settings_changed(self, settings: Settings) -> None:
        if self._view is not None:
            view = _for_person(self._view, settings)
            if view != self._view:
                self._view = view
                self._show_view()

    def _on_choice_made(self, flagged: FlaggedStep, choice: StepChoice) -> None:
        if self._view is not None:
            kept = dict(self._store.settings.step_choices)
            kept[self._view.choice_key(flagged)] = choice
            self._store.change(step_choices=tuple(kept.items()))

    def _on_picked(self, key: str, value: int) -> None:
        kept = dict(self._store.settings.range_picks)
        kept[key] = value
        self._store.change(range_picks=tuple(kept.items()))

    def _on_put_back(self, path: StepPath, wanted: bool) -> None:
        if self._view is not None and self._due is not None:
            self._due.put_back(self._view.routine.id, path, wanted=wanted)
            self._look_at_day()

    def _look_at_day(self) -> None:
        """Show what is due now."""
        if self._view is not None and self._due is not None:
            day = self._due.day(self._view.routine.id)
            if day != self._view.day:
                self._view = _for_person(replace(self._view, day=day), self._store.settings)
                self._show_view()

    def _on_feeling_opened(self, is_open: bool) -> None:
        self._store.change(feeling_asked=is_open)


class _Content(QWidget):
    """As high as its width asks for: the least height that Qt reckons with is that of words
    which wrap at the least width, and would leave the end of the page empty."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), 0)


def _for_person(view: RoutineView, settings: Settings) -> RoutineView:
    """`view` for the person of `settings`, with all of the time where less is not offered."""
    view = replace(
        view,
        profile=settings.profile,
        ticked=settings.hidden_cautions,
        choices=dict(settings.step_choices),
    )
    if view.limit_min not in (None, *view.minutes_offered):
        return replace(view, limit_min=None)
    return view
