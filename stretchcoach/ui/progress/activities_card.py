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
        due = activities_due([activity for activity, _ in shown], ratings, self._now().day)
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for activity, past in shown:
            line = ActivityLine(self._theme, activity, past, asks=activity in due)
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

    def _on_rated(self, activity: Activity, rating: int) -> None:
        if self._db is None:
            return
        try:
            made = ActivityRating(str(uuid4()), activity.id, self._now(), rating)
            ActivitiesDb(self._db).rate(made)
            self.show_activities(self._db)
        except sqlite3.Error as error:
            self._tell(error)

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
    """One activity: the numbers where it is asked now, and what was said before.

    `dropped` when it is not to be asked any more; what was said stays in the diary.
    """

    rated = Signal(object, int)
    dropped = Signal(object)

    def __init__(
        self, theme: Theme, activity: Activity, past: list[ActivityRating], *, asks: bool
    ) -> None:
        super().__init__()
        self._activity = activity
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.rating: RatingRow | None = None
        if asks:
            self.rating = RatingRow(theme, activity.name)
            self.rating.rated.connect(self._on_rated)
            column.addWidget(self.rating)
        else:
            column.addWidget(PlainLabel(theme, activity.name, wrap=True))
        said = tuple((one.rated.day, one.rating) for one in past[-SHOWN:])
        self.past = PlainLabel(theme, rating_words(said), TextRole.SMALL, "ink2", wrap=True)
        self.drop = Button(theme, tr("No longer ask"), ButtonKind.LINK, height_px=LINK_PX)
        self.drop.setAccessibleDescription(activity.name)
        self.drop.clicked.connect(self._on_drop)
        foot = QHBoxLayout()
        foot.addWidget(self.past, 1)
        foot.addWidget(self.drop)
        column.addLayout(foot)

    def _on_rated(self, value: object) -> None:
        if isinstance(value, int):
            self.rated.emit(self._activity, value)

    def _on_drop(self) -> None:
        self.dropped.emit(self._activity)
