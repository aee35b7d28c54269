"""Reminders: a file for any calendar, and a word while the coach runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSizePolicy, QSystemTrayIcon, QWidget

from stretchcoach.core.diary.period import Plan, PlannedOf, plan_of
from stretchcoach.core.diary.reminders import (
    Reminders,
    parsed_times,
    planned_reminders,
    time_text,
    times_text,
)
from stretchcoach.core.language.day_words import Weekday, weekday_word, weekday_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.database.queries import summaries
from stretchcoach.files.disk.clocks import local_now
from stretchcoach.files.reminder_calendar import write_calendar_file
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.threads.beside_work import Outcome
from stretchcoach.ui.threads.file_work import FileWork
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.chips import CHIP_GAP_PX, Chip, Option
from stretchcoach.ui.widgets.controls.switch import Switch
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar
from stretchcoach.ui.widgets.text.labels import PlainLabel

WEEKS = 12  # back, to know what is done most
LENGTH_MS = 15 * 60_000  # of an entry, where the routine is not known


def window_words(*, tray: bool) -> str:
    """From where the coach reminds, and what helps where it cannot from the tray."""
    if tray:
        return tr("In its window, and from the corner of the screen where the clock is.")
    return tr(
        "In its window. This desktop has no tray to show it from, too; in GNOME the extension"
        " AppIndicator adds one."
    )


class RemindersSection(Section):
    """`plan` is the routine that is done most: its days stand there until others are chosen."""

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        plan: Plan,
        *,
        tray: bool | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(theme, tr("Reminders"))
        self._store, self._plan, self._now = store, plan, now
        self._places = FilePlaces(store)
        title = tr("Times of day")
        self.times = QLineEdit()
        self.times.setAccessibleName(title)
        self.times.setPlaceholderText(tr("8:30, 18:00"))
        self.times.editingFinished.connect(self._on_times)
        self.add(title, tr("One or more, with commas between them."), self.times)
        self.problem = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self.problem.hide()
        self.add_widget(self.problem)
        self.days = DayChips(theme)
        for chip in self.days.chips.values():
            chip.clicked.connect(self._on_days)
        self.add(tr("Days"), tr("None chosen means every day."), self.days)
        self.rhythm = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.add_widget(self.rhythm)
        self.save = Button(theme, tr("Save a calendar file"))
        self.save.clicked.connect(self.ask)
        text = tr("Any calendar takes it, and reminds you when the coach is closed, too.")
        self.add(tr("In your calendar"), text, self.save)
        self.work = FileWork(self)
        self.work.finished.connect(self._on_written)
        self.add_widget(WorkBar(theme, self.work))
        self.written = NoticeBar(theme)
        self.add_widget(self.written)
        title = tr("A word while the coach runs")
        self.shown = Switch(theme, title)
        self.shown.toggled.connect(self._on_shown)
        if tray is None:
            tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.add(title, window_words(tray=tray), self.shown)
        self.show_settings(store.settings)
        store.changed.connect(self.show_settings)

    @property
    def reminders(self) -> Reminders:
        """What is chosen; the days of the plan where none were ever chosen."""
        settings = self._store.settings
        kept = settings.reminders
        untouched = not settings.reminder_times and not settings.reminder_days
        if untouched and self._plan.schedule is not None:
            planned = planned_reminders(self._plan.schedule, self._now().date())
            return replace(planned, times=kept.times)
        return kept

    def show_settings(self, settings: Settings) -> None:
        reminders = self.reminders
        if not self.times.hasFocus():
            self.times.setText(times_text(reminders.times))
        self.days.show_days(reminders.days)
        self.rhythm.setVisible(reminders.every_days > 1)
        self.rhythm.setText(_rhythm_words(reminders))
        self.save.setEnabled(bool(reminders.times))
        self.shown.setChecked(settings.reminders_shown)

    def ask(self) -> QFileDialog:
        """Where the calendar file is to go."""
        name = tr("stretch-reminders") + ".ics"
        dialog = self._places.save(self, tr("Save a calendar file"), name)
        dialog.fileSelected.connect(self.write)
        return dialog

    def write(self, path: str) -> None:
        """Write the calendar file to `path`, beside the window, and say so."""
        length_ms = self._plan.length_ms or LENGTH_MS
        write = partial(
            write_calendar_file,
            Path(path),
            self.reminders,
            self._plan.title,
            length_ms,
            self._now(),
        )
        self.work.write(Path(path), write, _writing)

    def _on_written(self, outcome: Outcome) -> None:
        self._say("" if outcome.file else outcome.words)
        if outcome.file:
            self.written.say(outcome.words, file=outcome.file)

    def _on_times(self) -> None:
        times = parsed_times(self.times.text())
        if times is None:
            self._say(tr("Write times such as 8:30, at most six."))
            return
        self._say("")
        self._keep(replace(self.reminders, times=times))

    def _on_days(self) -> None:
        self._keep(Reminders(self.reminders.times, self.days.days))

    def _keep(self, reminders: Reminders) -> None:
        self._store.change(
            reminder_times=tuple(time_text(one) for one in reminders.times),
            reminder_days=tuple(day.value for day in reminders.days),
            reminder_every_days=reminders.every_days,
            reminder_first_day=reminders.first.isoformat() if reminders.first else "",
        )

    def _on_shown(self, on: bool) -> None:
        self._store.change(reminders_shown=on)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))


def _rhythm_words(reminders: Reminders) -> str:
    """“Every 3 days, from Mon 16 Nov on, until days are chosen.”"""
    if reminders.first is None:
        return tr("Every {n} days, until days are chosen.", n=reminders.every_days)
    day = weekday_words(reminders.first)
    return tr(
        "Every {n} days, from {day} on, until days are chosen.", n=reminders.every_days, day=day
    )


def _writing(percent: int) -> str:
    return tr("The calendar file is written: {percent} % done.", percent=percent)


def present_plan(diary: DiaryKeeper, planned_of: PlannedOf) -> Plan:
    """The plan of the routine that was done most of late; an empty one where there is none."""
    today = now_moment().day
    first = today - timedelta(weeks=WEEKS)
    with suppress(sqlite3.Error):
        return plan_of(summaries(diary.db, first, today), planned_of) if diary.db else Plan()
    return Plan()


class DayChips(QWidget):
    """Seven chips, of which any may be on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        layout = FlowLayout(CHIP_GAP_PX, self)
        self.chips = {day: Chip(theme, Option(day.value, weekday_word(day))) for day in Weekday}
        for chip in self.chips.values():
            layout.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        sizes = [chip.sizeHint() for chip in self.chips.values()]
        wide = sum(size.width() for size in sizes) + CHIP_GAP_PX * (len(sizes) - 1)
        return QSize(wide, max(size.height() for size in sizes))

    @property
    def days(self) -> tuple[Weekday, ...]:
        """Those that are on, in the order of the week."""
        return tuple(day for day, chip in self.chips.items() if chip.isChecked())

    def show_days(self, days: tuple[Weekday, ...]) -> None:
        for day, chip in self.chips.items():
            chip.setChecked(day in days)
