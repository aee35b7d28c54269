"""The progress page: what the diary says, as charts and as a list, and each session by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from stretchcoach.core.diary.period import Period, PlannedOf, progress
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Feeling, Moment
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.database.queries import days_practised, held_sums, summaries
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.bin import Bin
from stretchcoach.ui.progress.overview import Overview
from stretchcoach.ui.progress.report_menu import ReportMenu
from stretchcoach.ui.progress.session_detail import SessionDetail
from stretchcoach.ui.progress.sessions import AllSessions
from stretchcoach.ui.progress.transfer import Transfer
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.threads.beside_work import Outcome
from stretchcoach.ui.threads.file_work import FileWork


class ProgressPage(QWidget):
    """Reads the diary whenever it is shown. `planned_of` says what a routine asks of a week."""

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        diary: DiaryKeeper,
        planned_of: PlannedOf,
        now: Callable[[], Moment] = now_moment,
    ) -> None:
        super().__init__()
        self._theme, self._store, self._diary = theme, store, diary
        self._planned_of, self._now = planned_of, now
        self._period = Period.TWELVE_WEEKS
        self._bin: Bin | None = None
        self.overview = Overview(theme, now)
        self.all = AllSessions(theme)
        self.detail: SessionDetail | None = None
        places = FilePlaces(store)
        self.work = FileWork(self)
        self.transfer = Transfer(diary, places, self.work, self)
        self.report = ReportMenu(diary, store, planned_of, self._days, places, self.work, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        overview = self.overview
        overview.period_chosen.connect(self._on_period)
        overview.transfer.clicked.connect(self._on_transfer)
        overview.report.clicked.connect(self._on_report)
        overview.notice.undo_asked.connect(self._on_undo)
        overview.sessions.session_chosen.connect(self.open_session)
        overview.sessions.all_asked.connect(self.show_all)
        self.all.session_chosen.connect(self.open_session)
        self.all.back_asked.connect(self.show_overview)
        overview.share.clicked.connect(self.report.ask_share)
        overview.work_bar.follow(self.work)
        self.work.progressed.connect(self._on_work)
        self.work.finished.connect(self._on_work_finished)
        self.transfer.refused.connect(overview.notice.say)
        self.report.told.connect(overview.notice.say)
        overview.notice.print_asked.connect(self.report.ask_printer)
        self._store.changed.connect(self._on_settings)
        self._diary.closing.connect(self._keep_detail)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.show_overview()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._keep_detail()

    # Ways.

    def show_overview(self) -> None:
        """Unless what was typed about a session cannot be kept just now: then it stays open."""
        if self._drop_detail():
            self.refresh()
            self._stack.setCurrentWidget(self.overview)

    def show_beginning(self) -> None:
        """From one session, or the list of all, to the first page."""
        self.show_overview()

    def show_all(self) -> None:
        """Every session of the diary."""
        if not self._drop_detail():
            return
        db = self._diary.db
        try:
            found = summaries(db) if db else ()
        except sqlite3.Error as error:
            self._tell(error)
            return
        self.all.show_sessions(db, found, self._store.settings.affected)
        self._stack.setCurrentWidget(self.all)
        self.all.table.setFocus()

    def open_session(self, session_id: str) -> None:
        """One session with its intervals."""
        db = self._diary.db
        try:
            record = db.session(session_id) if db else None
        except sqlite3.Error as error:
            self._tell(error)
            return
        if record is None:
            self._tell_that_it_cannot_be_shown()
            return
        if not self._drop_detail():
            return
        self.detail = SessionDetail(self._theme, record)
        from_all = self._stack.currentWidget() is self.all
        self.detail.back_asked.connect(self.show_all if from_all else self.show_overview)
        self.detail.delete_asked.connect(self.delete_session)
        self.detail.said.connect(self._on_said)
        self._stack.addWidget(self.detail)
        self._stack.setCurrentWidget(self.detail)
        self.detail.setFocus()

    def _tell_that_it_cannot_be_shown(self) -> None:
        self._diary.name_damage()
        self.show_overview()
        words = tr("That session cannot be shown: it is damaged, or it was deleted.")
        self.overview.notice.say(words)

    def _drop_detail(self) -> bool:
        """Keep what was typed in it, and put it away; False where that could not be kept."""
        self._keep_detail()
        if self.detail is not None and self.detail.waits:
            return False
        if self.detail is not None:
            detail, self.detail = self.detail, None
            self._stack.removeWidget(detail)
            detail.deleteLater()
        return True

    def _keep_detail(self) -> None:
        if self.detail is not None:
            self.detail.keep()

    # What is shown.

    def refresh(self) -> None:
        """Read the diary again."""
        db = self._diary.db
        if db is None:
            self.overview.show_empty(True)
            self.overview.notice.say(self._diary.opened.problem)
            return
        try:
            self._show(db, self._now().day)
        except sqlite3.Error as error:
            self._tell(error)

    def _show(self, db: HistoryDb, today: date) -> None:
        first = self._period.first_day(today)
        everything = summaries(db, first)
        found = tuple(one for one in everything if one.day <= today)
        sums = held_sums(db, first, today)
        done = days_practised(db, today)
        shown = progress(self._period, today, found, sums, done, self._planned_of)
        affected = self._store.settings.affected
        overview = self.overview
        overview.show_empty(not everything and not done)
        overview.calendar.show_progress(shown)
        overview.weeks.show_progress(shown, affected)
        overview.feeling.show_progress(shown)
        overview.sessions.show_sessions(db, found, affected)
        overview.activities.show_activities(db)
        self._diary.name_damage()

    def _tell(self, error: Exception) -> None:
        self.overview.notice.say(_unusable(error))

    def _on_work(self) -> None:
        self.overview.lock(True)

    def _on_work_finished(self, outcome: Outcome) -> None:
        self.overview.lock(False)
        if outcome.words:
            self.overview.notice.say(outcome.words, file=outcome.file)
        if outcome.is_changed:
            self.refresh()

    # What is asked.

    def _on_period(self, period: Period) -> None:
        self._period = period
        self.refresh()

    def _on_settings(self, settings: Settings) -> None:
        if self.isVisible():
            self.refresh()

    def _on_transfer(self) -> None:
        open_below(self.transfer.menu, self.overview.transfer)

    def _on_report(self) -> None:
        open_below(self.report.menu, self.overview.report)

    def _days(self) -> tuple[date, date]:
        today = self._now().day
        return self._period.first_day(today), today

    def delete_session(self, session_id: str) -> None:
        """Delete it, and offer to bring it back."""
        db = self._diary.db
        if db is None:
            return
        if self._bin is None:
            self._bin = Bin(db)
        try:
            self._bin.delete([session_id])
        except sqlite3.Error as error:
            self._tell(error)
        else:
            self.overview.notice.say(self._bin.words, can_undo=True)
        self.show_overview()

    def _on_undo(self) -> None:
        if self._bin is None:
            return
        try:
            self._bin.undo()
        except sqlite3.Error as error:
            self._tell(error)
        else:
            left = self._bin.words
            self.overview.notice.say(left or tr("It is back."), can_undo=bool(left))
        self.refresh()

    def _on_said(self, session_id: str, before: Feeling, after: Feeling, note: str) -> None:
        db = self._diary.db
        try:
            if db is not None:
                db.set_feelings(session_id, before, after, note)
        except sqlite3.Error as error:
            if self.detail is not None:
                self.detail.not_kept(_unusable(error))


def _unusable(error: Exception) -> str:
    return tr("The diary cannot be used: {reason}.", reason=error)


def open_below(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))
