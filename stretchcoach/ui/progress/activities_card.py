"""The person's own activities, rated 0 to 10 once a week if they want; kept, never scored."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stretchcoach.core.content.fields import MAX_NAME
from stretchcoach.core.diary.activities import Activity, ActivityRating, activities_due
from stretchcoach.core.diary.visit_report_words import rating_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST = 5  # that can be added here
MOST_SHOWN = 20  # of those that came from other computers, too
SHOWN = 6
LINK_PX = 28


class ActivitiesCard(Card):
    """`failed` has a sentence. `now` is the clock on the wall."""

    failed = Signal(str)

    def __init__(self, theme: Theme, now: Callable[[], Moment]) -> None:
        super().__init__(theme)
        self._now = now
        self._db: HistoryDb | None = None
        self.lines: list[ActivityLine] = []
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(tr("An activity of your own"))
        self.name.setPlaceholderText(tr("Such as: sitting through a meal"))
        self.name.returnPressed.connect(self._on_add)
        self.add = Button(theme, tr("Add"), icon=IconName.PLUS)
        self.add.clicked.connect(self._on_add)
        self._adding = QWidget()
        row = QHBoxLayout(self._adding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        text = tr("What you would like to do: 0 not at all, 10 as well as ever. Asked once a week.")
        self.more = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.more.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 18)
        column.setSpacing(10)
        column.addWidget(PlainLabel(theme, tr("Own activities"), TextRole.SECTION))
        column.addWidget(PlainLabel(theme, text, TextRole.SMALL, "ink2", wrap=True))
        column.addLayout(self._lines)
        column.addWidget(self.more)
        column.addWidget(self._adding)

    def show_activities(self, db: HistoryDb) -> None:
        """Read them again. sqlite3.Error."""
        self._db = db
        asked = [one for one in ActivitiesDb(db).rated() if one[0].asked]
        shown = asked[:MOST_SHOWN]
        ratings = [rating for _, past in shown for rating in past]
        today = self._now().day
        due = activities_due([activity for activity, _ in shown], ratings, today)
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for activity, past in shown:
            said = next((one for one in reversed(past) if one.rated.day == today), None)
            asks = activity in due or said is not None
            line = ActivityLine(self._theme, activity, past, said, asks=asks)
            line.rated.connect(self._on_rated)
            line.dropped.connect(self._on_dropped)
            self._lines.addWidget(line)
            self.lines.append(line)
        self._adding.setVisible(len(asked) < MOST)
        more = len(asked) - len(shown)
        self.more.setText(trn("{n} more is not shown.", "{n} more are not shown.", more))
        self.more.setVisible(more > 0)

    def _on_add(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.name.clear()
            self._save(Activity(str(uuid4()), name))

    def _on_dropped(self, activity: Activity) -> None:
        self._save(Activity(activity.id, activity.name, asked=False))

    def _on_rated(
        self, activity: Activity, said: ActivityRating | None, rating: int | None
    ) -> None:
        """What was said today can be said otherwise until the day is over."""
        if self._db is None:
            return
        try:
            if said is not None:
                ActivitiesDb(self._db).correct(said, rating)
            elif rating is not None:
                made = ActivityRating(str(uuid4()), activity.id, self._now(), rating)
                ActivitiesDb(self._db).rate(made)
            self.show_activities(self._db)
        except sqlite3.Error as error:
            self._tell(error)
        for line in self.lines:  # made anew: the keyboard stays where it was
            if line.activity == activity and line.rating is not None:
                line.rating.take_focus()

    def _save(self, activity: Activity) -> None:
        if self._db is None:
            return
        try:
            ActivitiesDb(self._db).save(activity)
            self.show_activities(self._db)
        except sqlite3.Error as error:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(tr("The diary cannot be used: {reason}.", reason=error))


class ActivityLine(QWidget):
    """One activity: the numbers where it is asked now or was `said` today, and what was said
    before.

    `rated` has what was said today already, too, and None for a number that was taken back.
    `dropped` when it is not to be asked any more; what was said stays in the diary.
    """

    rated = Signal(object, object, object)
    dropped = Signal(object)

    def __init__(
        self,
        theme: Theme,
        activity: Activity,
        past: list[ActivityRating],
        said: ActivityRating | None,
        *,
        asks: bool,
    ) -> None:
        super().__init__()
        self.activity, self._said = activity, said
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rating: RatingRow | None = None
        if asks:
            value = None if said is None else said.rating
            self.rating = RatingRow(theme, activity.name, value)
            self.rating.rated.connect(self._on_rated)
            column.addWidget(self.rating)
        else:
            column.addWidget(PlainLabel(theme, activity.name, wrap=True))
        before = tuple((one.rated.day, one.rating) for one in past[-SHOWN:])
        self.past = PlainLabel(theme, rating_words(before), TextRole.SMALL, "ink2", wrap=True)
        self.drop = Button(theme, tr("No longer ask"), ButtonKind.LINK, height_px=LINK_PX)
        self.drop.setAccessibleDescription(activity.name)
        self.drop.clicked.connect(self._on_drop)
        foot = QHBoxLayout()
        foot.addWidget(self.past, 1)
        foot.addWidget(self.drop)
        column.addLayout(foot)

    def _on_rated(self, value: int | None) -> None:
        self.rated.emit(self.activity, self._said, value)

    def _on_drop(self) -> None:
        self.dropped.emit(self.activity)
