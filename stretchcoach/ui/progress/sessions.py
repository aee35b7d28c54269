"""Lists of sessions: a row each, its remark made when the row is looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.session_words import short_remark, title_words
from stretchcoach.core.diary.stats import SessionSummary
from stretchcoach.core.language.day_words import full_day_words, weekday_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.table import Column, TableModel, TableView
from stretchcoach.ui.widgets.text.labels import PlainLabel

LEAST_ROWS = 5
SMALL_LINK_PX = 28


class HasSessions(Protocol):
    """A diary, or what was sent of one."""

    def session(self, session_id: str, /) -> SessionRecord | None: ...


class SessionsModel(TableModel):
    """Sessions as rows. `years` gives the days their year."""

    def __init__(self, theme: Theme, *, years: bool = False) -> None:
        super().__init__(theme, session_columns(AffectedSide.NONE))
        self._db: HasSessions | None = None
        self._sessions: Sequence[SessionSummary] = ()
        self._remarks: dict[str, str] = {}
        self._years = years

    @property
    def sessions(self) -> Sequence[SessionSummary]:
        return self._sessions

    def show_sessions(
        self, db: HasSessions | None, sessions: Sequence[SessionSummary], affected: AffectedSide
    ) -> None:
        self._db, self._sessions = db, sessions
        self._columns = session_columns(affected)
        self.set_rows(())

    def rowCount(self, parent: object = None) -> int:  # noqa: N802
        return len(self._sessions)

    def words(self, row: int) -> Sequence[str]:
        one = self._sessions[row]
        day = weekday_words(one.day)
        if self._years:
            day = full_day_words(one.day)
        title = title_words(one.routine_title)
        left, right = clock_words(one.left_ms), clock_words(one.right_ms)
        return (day, title, clock_words(one.held_ms), left, right, self._remark(one.id))

    def forget(self) -> None:
        """Make all remarks anew when they are next looked at."""
        self._remarks.clear()

    def _remark(self, session_id: str) -> str:
        if session_id not in self._remarks:
            self._remarks[session_id] = ""
            with suppress(sqlite3.Error):
                record = self._db.session(session_id) if self._db else None
                self._remarks[session_id] = short_remark(record) if record else tr("Damaged")
        return self._remarks[session_id]


def session_columns(affected: AffectedSide) -> tuple[Column, ...]:
    sides = [Column(side_word(side), is_number=True, dot=affected.includes(side)) for side in Side]
    return (
        Column(tr("Day"), is_quiet=True),
        Column(tr("Routine"), is_strong=True, is_main=True),
        # Translators: the head of a column of times that were held.
        Column(tr("Held"), is_number=True),
        *sides,
        Column(tr("Remark"), is_quiet=True, is_main=True),
    )


class SessionsCard(Card):
    """The latest sessions; a start of a few seconds is none.

    `session_chosen` has the id of one, `all_asked` wants them all.
    """

    session_chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._all: Sequence[SessionSummary] = ()
        self._db: HasSessions | None = None
        self._affected = AffectedSide.NONE
        self.model = SessionsModel(theme)
        self.table = TableView(theme, tr("Sessions"), self.model, opens=True)
        self.table.row_chosen.connect(self._on_row)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.all = Button(theme, tr("Show all"), ButtonKind.LINK, height_px=SMALL_LINK_PX)
        self.all.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(theme, tr("Sessions"), TextRole.SECTION), 1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def show_sessions(
        self, db: HasSessions | None, sessions: Sequence[SessionSummary], affected: AffectedSide
    ) -> None:
        self._db, self._affected = db, affected
        self._all = tuple(one for one in sessions if one.counts)
        self.model.forget()
        self._show_rows()

    def refresh_theme(self) -> None:
        super().refresh_theme()
        if hasattr(self, "table"):
            self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if min(self._rows_that_fit(), len(self._all)) != self.model.rowCount():
            self._show_rows()

    def _show_rows(self) -> None:
        self.table.setMinimumHeight(self.table.row_px * (LEAST_ROWS + 1))
        shown = self._all[: self._rows_that_fit()]
        self.model.show_sessions(self._db, shown, self._affected)

    def _rows_that_fit(self) -> int:
        room = self.table.height() - self.table.horizontalHeader().height()
        return max(LEAST_ROWS, room // self.table.row_px)

    def _on_row(self, row: int) -> None:
        self.session_chosen.emit(self.model.sessions[row].id)


class AllSessions(QWidget):
    """Every session of the diary. `session_chosen` has an id, `back_asked` leaves the list."""

    session_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = SessionsModel(theme, years=True)
        self.table = TableView(theme, tr("All sessions"), self.model, opens=True)
        self.table.row_chosen.connect(self._on_row)
        self.way_back = WayBack(theme, self, tr("Progress"))
        self.way_back.asked.connect(self.back_asked)
        self.back = self.way_back.link
        card = Card(theme)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 14, 24, 14)
        inner.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_MARGIN, Space.PAGE_TOP, Space.PAGE_MARGIN, 28)
        column.setSpacing(12)
        column.addWidget(self.way_back)
        column.addWidget(PlainLabel(theme, tr("All sessions"), TextRole.TITLE))
        column.addWidget(card, 1)

    def show_sessions(
        self, db: HasSessions | None, sessions: Sequence[SessionSummary], affected: AffectedSide
    ) -> None:
        self.model.forget()
        self.model.show_sessions(db, sessions, affected)

    def _on_row(self, row: int) -> None:
        self.session_chosen.emit(self.model.sessions[row].id)
