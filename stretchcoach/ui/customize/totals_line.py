"""The time of each muscle group on each side, beside the weekly figures."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.bench.totals import GroupTime
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.measures.muscle_groups import group_word
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_SHOWN = 3
WEEK_LOW_MIN, WEEK_HIGH_MIN = 5, 10  # see docs/content.md


class TotalsLine(QWidget):
    """A line for each of the groups that are stretched longest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PlainLabel(theme, tr("Stretched, each side"), TextRole.SMALL_MEDIUM)
        self.words = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        usual = tr(
            "Studies of flexibility: from {low} minutes a week on; beyond {high} more adds little",
            low=WEEK_LOW_MIN,
            high=WEEK_HIGH_MIN,
        )
        self.words.setToolTip(usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 10)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.words)
        self.hide()

    def show_times(
        self, times: tuple[GroupTime, ...], schedule: Schedule | None, *, any_side: bool
    ) -> None:
        """Show these, and what they come to in a week of `schedule`.

        With `any_side` the right one stands for the affected side, whichever that is.
        """
        shown = times[:MOST_SHOWN]
        self.words.setText("\n".join(_words(one, schedule, any_side) for one in shown))
        self.setVisible(bool(times))


def _words(time: GroupTime, schedule: Schedule | None, any_side: bool) -> str:
    name = group_word(time.group)
    if time.is_equal:
        words = tr("{group}: {time}", group=name, time=short_time_words(time.left_ms))
    elif any_side:
        words = tr(
            "{group}: {time}, on the affected side {more}",
            group=name,
            time=short_time_words(time.left_ms),
            more=short_time_words(time.right_ms),
        )
    else:
        words = tr(
            "{group}: left {left}, right {right}",
            group=name,
            left=short_time_words(time.left_ms),
            right=short_time_words(time.right_ms),
        )
    if schedule is None or schedule.as_needed:
        return words
    week_ms = time.longest_ms * schedule.per_day * schedule.days_a_week
    minutes = max(1, round(week_ms / MINUTE_MS))
    # Translators: the minutes of a week, and from which to which number they are worth while.
    return tr("{words}; {minutes} of {low}–{high} min a week", words=words, minutes=minutes,
              low=WEEK_LOW_MIN, high=WEEK_HIGH_MIN)  # fmt: skip
