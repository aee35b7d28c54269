"""The diary among the settings: its backups, and deleting all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.day_words import full_day_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.backup import Backup, backups
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.open_folder import why_not_opened
from stretchcoach.ui.progress.bin import Bin
from stretchcoach.ui.settings.confirm_button import ConfirmButton
from stretchcoach.ui.settings.rows import Section, left_in_row
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.threads.beside_work import Outcome
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_SHOWN = 8


class DiarySection(Section):
    """`changed` comes after the diary was restored, deleted or brought back."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        diary: DiaryKeeper,
        paths: Paths,
        now: Callable[[], Moment] = now_moment,
    ) -> None:
        super().__init__(
            theme,
            tr("Diary"),
            tr("A copy is kept for each day, week and month. All of it stays on this computer."),
        )
        self._diary, self._paths, self._now = diary, paths, now
        self._bin: Bin | None = None
        self.notice = NoticeBar(theme)
        self.notice.undo_asked.connect(self._on_undo)
        self.back_up = Button(theme, tr("Back up now"))
        self.back_up.clicked.connect(self._on_back_up)
        self.open = Button(theme, tr("Open the folder"), icon=IconName.FOLDER)
        self.open.clicked.connect(self._on_open)
        self.add(tr("Backups"), "", left_in_row(self.back_up, self.open))
        self.list = QWidget()
        self._lines = QVBoxLayout(self.list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.lines: list[BackupLine] = []
        self.add_widget(self.list)
        self.bar = WorkBar(theme, diary.backups)
        diary.backups.progressed.connect(self._on_progressed)
        diary.backups.finished.connect(self._on_finished)
        self.add_widget(self.bar)
        self.add_widget(self.notice)  # below what is pressed most, so that it does not move
        self.first, self.last = self._day(tr("From")), self._day(tr("To"))
        self.delete_period = ConfirmButton(theme, tr("Delete these days"), tr("Delete them"))
        self.delete_period.confirmed.connect(self._on_delete_period)
        self.add(tr("A period"), tr("From one day to another."), self._period())
        self.delete = ConfirmButton(theme, tr("Delete everything"), tr("Delete the whole diary"))
        self.delete.confirmed.connect(self._on_delete)
        self.add(
            tr("Begin afresh"),
            tr("All sessions and ratings. The backups stay; they are in the folder."),
            self.delete,
        )
        self.show_backups()

    def show_backups(self) -> None:
        """List the backups that there are now, the one with the latest sessions first."""
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        found = backups(self._paths.backups, self._now().day)[:MOST_SHOWN]
        self.lines = [BackupLine(self._theme, backup) for backup in found]
        for line in self.lines:
            line.restore_asked.connect(self.restore)
            self._lines.addWidget(line)
        self.list.setVisible(bool(self.lines))

    def restore(self, backup: Backup) -> None:
        """Make `backup` the diary, beside the window; the present one is kept first."""
        self._diary.backups.restore(self._paths, backup, self._now())

    def _on_progressed(self) -> None:
        self._lock(True)

    def _on_finished(self, outcome: Outcome) -> None:
        self._lock(False)
        self.notice.say(outcome.words)
        self.show_backups()
        if outcome.is_changed:
            self.changed.emit()

    def _lock(self, is_locked: bool) -> None:
        """Nothing else is done to the diary meanwhile."""
        for part in (self.back_up, self.delete, self.delete_period, *self.lines):
            part.setEnabled(not is_locked)

    def _on_back_up(self) -> None:
        self._diary.backups.back_up(self._paths, self._now().day)

    def _on_open(self) -> None:
        why = why_not_opened(self._paths.backups)
        if why:
            self.notice.say(why)

    def _day(self, name: str) -> QDateEdit:
        today = self._now().day
        edit = DayEdit(QDate(today.year, today.month, today.day))
        edit.setDisplayFormat(day_format(QLocale()))
        edit.setAccessibleName(name)
        edit.setMinimumHeight(self._theme.scaled(Height.CONTROL))
        return edit

    def _period(self) -> QWidget:
        box = QWidget()
        days = QHBoxLayout()
        days.setSpacing(8)
        for edit in (self.first, self.last):
            days.addWidget(PlainLabel(self._theme, edit.accessibleName(), TextRole.SMALL, "ink2"))
            days.addWidget(edit)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(days)
        column.addWidget(self.delete_period)
        return box

    def _on_delete_period(self) -> None:
        first, last = (day_of(edit.date()) for edit in (self.first, self.last))
        self._throw(partial(Bin.delete_period, first=min(first, last), last=max(first, last)))

    def _on_delete(self) -> None:
        self._throw(Bin.delete_everything)

    def _throw(self, delete: Callable[[Bin], None]) -> None:
        db = self._diary.db
        if db is None:
            self.notice.say(self._diary.opened.problem)
            return
        if self._bin is None:
            self._bin = Bin(db)
        try:
            delete(self._bin)
        except sqlite3.Error as error:
            self.notice.say(tr("The diary cannot be used: {reason}.", reason=error))
            return
        self.notice.say(self._bin.words, can_undo=True)
        self.changed.emit()

    def _on_undo(self) -> None:
        if self._bin is None:
            return
        try:
            self._bin.undo()
        except sqlite3.Error as error:
            self.notice.say(tr("The diary cannot be used: {reason}.", reason=error))
            return
        left = self._bin.words
        self.notice.say(left or tr("It is back."), can_undo=bool(left))
        self.changed.emit()


def day_format(locale: QLocale) -> str:
    """How a day is written where the person lives, with the whole year."""
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def day_of(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class DayEdit(QDateEdit):
    """The wheel scrolls the page: a day is not changed because one passes over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class BackupLine(QWidget):
    """A backup with its day and what is in it. `restore_asked` has the `Backup`."""

    restore_asked = Signal(object)

    def __init__(self, theme: Theme, backup: Backup) -> None:
        super().__init__()
        self._backup = backup
        name = backup_words(backup)
        self.restore = ConfirmButton(theme, tr("Restore"), tr("Restore it"))
        self.restore.ask.setAccessibleDescription(name)
        self.restore.confirmed.connect(self._on_confirmed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(theme, name, TextRole.BODY, wrap=True), 1)
        row.addWidget(self.restore)

    def _on_confirmed(self) -> None:
        self.restore_asked.emit(self._backup)


def backup_words(backup: Backup) -> str:
    """“16 Nov 2026: 42 sessions, the last on 15 Nov 2026”."""
    day = full_day_words(backup.day) if backup.day else tr("From a clock that was wrong")
    if backup.sessions < 0:
        return tr("{day}: cannot be read", day=day)
    sessions = trn("{n} session", "{n} sessions", backup.sessions)
    if backup.last_day is None:
        return tr("{day}: {sessions}", day=day, sessions=sessions)
    last = full_day_words(backup.last_day)
    return tr("{day}: {sessions}, the last on {last}", day=day, sessions=sessions, last=last)
