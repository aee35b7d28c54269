"""The page of a plan. It shows where one is and what is due; the person decides to go on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.advice.safety import judge_your_day, stop_short
from stretchcoach.core.content.fields import Span
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.plan.plan_progress import (
    Done,
    PlanPlace,
    place_from_today,
    place_in,
    week_progress,
)
from stretchcoach.core.settings import Settings
from stretchcoach.files.library.plan_files import PlanEntry
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.plan.week_body import WeekBody
from stretchcoach.ui.plan.week_row import WeekRow
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.layout.tab_order import set_tab_order
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import AdviceBlock
from stretchcoach.ui.widgets.text.day_table import DayTable
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 760


class PlanPage(TwoColumnPage):
    """`routine_asked` has the RoutineEntry of a session, changed as its week says.

    `plan_asked` has the PlanEntry of another plan, which may be a broken one.
    """

    routine_asked = Signal(object)
    plan_asked = Signal(object)
    back_asked = Signal()
    safety_asked = Signal()

    def __init__(self, theme: Theme, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", COLUMN_PX, parent=parent)
        self._store = store
        self._entry: PlanEntry | None = None
        self._done: Sequence[Done] = ()
        self._today = date.min
        self._week_rows: list[WeekRow] = []
        self._body: WeekBody | None = None
        self._weeks: Card | None = None
        self.other_links: dict[Button, PlanEntry] = {}
        self._build()
        store.changed.connect(self._on_settings_changed)

    @property
    def week_rows(self) -> Sequence[WeekRow]:
        return self._week_rows

    @property
    def body(self) -> WeekBody | None:
        """What belongs to the week that is open."""
        return self._body

    @property
    def place(self) -> PlanPlace | None:
        """Where the person is; None when the plan was not begun."""
        if self._entry is None or self._entry.plan is None:
            return None
        kept = self._store.settings
        return place_in(self._entry.plan, kept.plan_id, kept.plan_week, kept.plan_week_started)

    def show_plan(
        self,
        entry: PlanEntry,
        done: Sequence[Done],
        today: date,
        others: Sequence[PlanEntry] = (),
    ) -> None:
        """Show the plan of `entry`, which must have no errors (ValueError otherwise).

        `done` are the sessions of the diary that count; see `plan_progress.sessions_done`.
        """
        if entry.plan is None:
            raise ValueError(f"{entry.id} has errors")
        self._entry, self._done, self._today = entry, tuple(done), today
        self.setAccessibleName(entry.plan.title)
        self.heading.setText(entry.plan.title)
        self._goal.setText(goal_words(entry.plan.goal, entry.plan.for_))
        self._goal.setVisible(bool(self._goal.text()))
        self._note.setText(entry.plan.note)
        self._note.setVisible(bool(entry.plan.note))
        self._show_weeks()
        self._show_others(others)

    def _build(self) -> None:
        theme = self._theme
        way_back = WayBack(theme, self, tr("Routines"))
        way_back.asked.connect(self.back_asked)
        self.back_link = way_back.link
        head = QVBoxLayout()
        head.setSpacing(8)
        self._goal = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self.head.removeWidget(self.heading)
        head.addWidget(way_back)
        head.addWidget(self.heading)
        head.addWidget(self._goal)
        self.head.insertLayout(0, head)
        self._note = PlainLabel(theme, "", TextRole.BODY, wrap=True)
        self.rows.addWidget(self._note)
        card = Card(theme, fill="ground")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addWidget(AdviceBlock(theme, judge_your_day()))
        column.addWidget(DayTable(theme))
        column.addWidget(PlainLabel(theme, stop_short(), wrap=True))
        self.more_rows.addWidget(card)
        self.safety_link, row = _link(theme, tr("All safety advice"))
        self.safety_link.clicked.connect(self.safety_asked)
        self.more_rows.addLayout(row)

    def _show_others(self, others: Sequence[PlanEntry]) -> None:
        """A link to each other plan, above the safety advice."""
        for link in self.other_links:
            link.hide()
            link.deleteLater()
        self.other_links = {}
        for other in others:
            text = tr("Another plan: {title}", title=other.title)
            if other.plan is None:
                text = tr("A plan that cannot be read: {title}", title=other.title)
            link, row = _link(self._theme, text)
            link.clicked.connect(self._on_other_clicked)
            self.other_links[link] = other
            self.rows.addLayout(row)

    def _on_other_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            self.plan_asked.emit(self.other_links[link])

    def _show_weeks(self) -> None:
        """All weeks anew, the one that the person is in open."""
        assert self._entry is not None
        assert self._entry.plan is not None
        plan, place = self._entry.plan, self.place
        self._body = None
        if self._weeks is not None:
            self.rows.removeWidget(self._weeks)
            self._weeks.hide()
            self._weeks.deleteLater()
        self._weeks = Card(self._theme)
        self._weeks.setAccessibleName(tr("Weeks"))
        self._week_column = QVBoxLayout(self._weeks)
        self._week_column.setContentsMargins(0, 0, 0, 0)
        self._week_column.setSpacing(0)
        self._week_rows = []
        last = plan.last_week_no
        entries = list(plan.numbered)
        if plan.after is not None:
            entries.append((Span(last + 1, last + 1), plan.after))
        for numbers, week in entries:
            row = WeekRow(
                self._theme,
                numbers,
                week,
                here=place.week_no if place else None,
                is_after=numbers.first > last,
            )
            row.clicked.connect(self._on_row_clicked)
            self._week_rows.append(row)
            self._week_column.addWidget(row)
        self.rows.insertWidget(self.rows.indexOf(self._note) + 1, self._weeks)
        mine = (row for row in self._week_rows if place and row.week_no == place.week_no)
        self._open(next(mine, self._week_rows[0]))

    def _on_row_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, WeekRow)
        if row.is_open:
            self._close()
        else:
            self._open(row)

    def _close(self) -> None:
        if self._body is not None:
            self._week_column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        for row in self._week_rows:
            row.set_open(False)

    def _open(self, row: WeekRow) -> None:
        self._close()
        assert self._entry is not None
        assert self._entry.plan is not None
        place = self.place
        progress = None
        if place is not None and place.week_no == row.week_no:
            progress = week_progress(self._entry.plan, place, self._done, self._today)
        self._body = WeekBody(
            self._theme,
            self._entry,
            row.week_no,
            progress,
            self._store.settings.profile,
            in_plan=place is not None,
        )
        self._body.week_chosen.connect(self._on_week_chosen)
        self._body.routine_asked.connect(self.routine_asked)
        row.set_open(True)
        self._week_column.insertWidget(self._week_column.indexOf(row) + 1, self._body)
        at = self._week_rows.index(row) + 1
        before, after = self._week_rows[:at], self._week_rows[at:]
        inside = self._body.findChildren(Button)
        links = [*self.other_links, self.safety_link]
        set_tab_order([self.back_link, *before, *inside, *after, *links])

    def _on_week_chosen(self, week_no: int) -> None:
        assert self._entry is not None
        assert self._entry.plan is not None
        if week_no == 0:
            self._store.change(plan_id="", plan_week=1, plan_week_started="")
            return
        place = place_from_today(self._entry.plan, week_no, self._done, self._today)
        self._store.change(
            plan_id=self._entry.plan.id,
            plan_week=place.week_no,
            plan_week_started=place.started.isoformat(),
        )

    def _on_settings_changed(self, settings: Settings) -> None:
        if self._entry is not None:
            self._show_weeks()


def _link(theme: Theme, text: str) -> tuple[Button, QHBoxLayout]:
    """A link and the row that keeps it as short as its words."""
    link = Button(theme, text, ButtonKind.LINK, height_px=24)
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    return link, row
