"""The charts and the latest sessions, side by side or below each other; or what will be there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.diary.period import Period
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment
from stretchcoach.ui.progress.activities_card import ActivitiesCard
from stretchcoach.ui.progress.charts.three_charts import CalendarCard, FeelingCard, WeeksCard
from stretchcoach.ui.progress.sessions import SessionsCard
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar
from stretchcoach.ui.widgets.text.labels import PlainLabel

TWO_COLUMNS_PX = 980
HEAD_IN_LINE_PX = 920
NARROW, WIDE = 3, 4
LEAST_PX, LEAST_TEXT_PX = 460, 200  # narrower than both together, buttons stand in a column


class Overview(QScrollArea):
    """`period_chosen` has one of `Period`. `now` is the clock on the wall."""

    period_chosen = Signal(object)

    def __init__(self, theme: Theme, now: Callable[[], Moment]) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Progress"))
        self.notice = NoticeBar(theme)
        self.work_bar = WorkBar(theme)
        self.calendar = CalendarCard(theme)
        self.weeks = WeeksCard(theme)
        self.feeling = FeelingCard(theme)
        self.sessions = SessionsCard(theme)
        self.activities = ActivitiesCard(theme, now)
        self.activities.failed.connect(self.notice.say)
        self.empty = _EmptyCard(theme)
        self._head = self._build_head()
        self._body = QWidget()
        self._upper = _row(self.calendar, self.weeks)
        self._lower = _row(self.feeling, self.sessions)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.CARD_GAP)
        body.addLayout(self._upper, 1)
        body.addLayout(self._lower, 1)
        body.addWidget(self.activities)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(
            Space.PAGE_MARGIN, Space.PAGE_TOP, Space.PAGE_MARGIN, Space.PAGE_TOP - 4
        )
        self._column.setSpacing(24)
        self._column.addLayout(self._head)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.work_bar)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self.empty)
        self._end = QWidget()
        self._column.addWidget(self._end, 1)
        self.setWidget(content)
        self.show_empty(False)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._arrange()

    def show_empty(self, empty: bool) -> None:
        """Show what will stand here instead of empty charts."""
        self.empty.setVisible(empty)
        self._end.setVisible(empty)
        self._body.setVisible(not empty)
        self.period.setVisible(not empty)
        self.report.setVisible(not empty)
        self.share.setVisible(not empty)

    def lock(self, is_locked: bool) -> None:
        """Nothing else is written or taken in meanwhile."""
        for button in (self.transfer, self.share, self.report):
            button.setEnabled(not is_locked)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room for it."""
        wide = self.viewport().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        in_line = wide >= self._theme.scaled(HEAD_IN_LINE_PX)
        turn(self._head, across if in_line else down)
        two = wide >= self._theme.scaled(TWO_COLUMNS_PX)
        for row in (self._upper, self._lower):
            turn(row, across if two else down)
        narrow = wide < LEAST_PX + self._theme.scaled(LEAST_TEXT_PX)
        for card in (self.calendar, self.weeks, self.feeling):
            turn(card.foot, down if narrow else across)
        room = wide - 2 * Space.PAGE_MARGIN
        turn(self._buttons, across if _in_line_px(self._buttons) <= room else down)
        turn(self._controls, across if _in_line_px(self._controls) <= room else down)

    def _build_head(self) -> QBoxLayout:
        theme = self._theme
        self.period = SegmentRow(
            theme,
            tr("Period"),
            (
                Option(Period.FOUR_WEEKS.name, tr("4 weeks")),
                Option(Period.TWELVE_WEEKS.name, tr("12 weeks")),
                Option(Period.YEAR.name, tr("Year")),
            ),
        )
        self.period.set_key(Period.TWELVE_WEEKS.name)
        self.period.setMinimumWidth(270)
        self.period.chosen.connect(self._on_period)
        self.transfer = Button(theme, tr("Export"), icon=IconName.DOWNLOAD)
        self.share = Button(theme, tr("Share"), icon=IconName.SHARE)
        self.share.setAccessibleDescription(tr("Report and diary as one file, to send along"))
        self.report = Button(theme, tr("Visit report"), ButtonKind.PRIMARY, IconName.DOCUMENT)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(12)
        head.addWidget(PlainLabel(theme, tr("Progress"), TextRole.TITLE), 1)
        controls = QWidget()
        self._controls = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.period)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(12)
        for button in (self.transfer, self.share, self.report):
            self._buttons.addWidget(button)
        row.addLayout(self._buttons)
        controls.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        head.addWidget(controls)
        return head

    def _on_period(self, key: str) -> None:
        self.period_chosen.emit(Period[key])


def turn(layout: QBoxLayout, direction: QBoxLayout.Direction) -> None:
    """Lay out the other way, and let everything around it reckon again."""
    if layout.direction() is not direction:
        layout.setDirection(direction)
        layout.update()
        parent = layout.parentWidget()
        if parent is not None:
            parent.updateGeometry()


def _in_line_px(layout: QBoxLayout) -> int:
    """How wide all that stands in `layout` is side by side."""
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    wide = [
        _in_line_px(inner)
        if isinstance(inner := item.layout(), QBoxLayout)
        else item.sizeHint().width()
        for item in items
    ]
    return sum(wide) + max(0, len(wide) - 1) * layout.spacing()


def _row(narrow: QWidget, wide: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(Space.CARD_GAP)
    row.addWidget(narrow, NARROW)
    row.addWidget(wide, WIDE)
    for card in (narrow, wide):
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return row


class _EmptyCard(Card):
    """What will stand on the page once something was done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 28)
        column.setSpacing(10)
        column.addWidget(PlainLabel(theme, tr("No session yet"), TextRole.SECTION))
        for text in (
            tr("After the first session this page has a calendar of your days,"
               " and how many were practised in a row."),
            tr("The minutes that each group of muscles was held, left and right, week by week,"
               " beside what was planned."),
            tr("How it felt before and after, where you said it. Nothing is scored."),
            tr("Every session with all its intervals, and a report to take to a visit."),
            tr("All of it stays on this computer."),
        ):  # fmt: skip
            column.addWidget(PlainLabel(theme, text, ink="ink2", wrap=True))
