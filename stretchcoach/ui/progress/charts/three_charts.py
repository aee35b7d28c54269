"""The three charts of the progress page in their cards, with words, legends and tables."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QMenu

from stretchcoach.core.content.side_words import side_word
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.period import Progress
from stretchcoach.core.diary.stats import Streak
from stretchcoach.core.language.day_words import day_words, weekday_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.core.measures.muscle_groups import MuscleGroup, group_word
from stretchcoach.core.schedule.schedule_words import planned_words
from stretchcoach.ui.progress.charts.calendar_chart import CalendarChart, shade_colour, what_words
from stretchcoach.ui.progress.charts.chart import dashed
from stretchcoach.ui.progress.charts.chart_card import ChartCard
from stretchcoach.ui.progress.charts.feeling_chart import (
    FeelingChart,
    Where,
    feeling_points,
    value_word,
)
from stretchcoach.ui.progress.charts.legend import Entry
from stretchcoach.ui.progress.charts.scales import Box, calendar_cells
from stretchcoach.ui.progress.charts.weeks_chart import (
    WeeksChart,
    WeeksShown,
    side_colours,
    side_label,
)
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind, escape_ampersand
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.surfaces.table import Column
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_SWATCH_PX = 28


class CalendarCard(ChartCard):
    """Which days, how much, and how many in a row."""

    chart: CalendarChart

    def __init__(self, theme: Theme) -> None:
        columns = (Column(tr("Day")), Column(tr("What was done"), is_main=True))
        super().__init__(theme, tr("Sessions"), CalendarChart(theme), columns)
        self._planned = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self.head.addWidget(self._planned)
        self.streak = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.foot.insertWidget(0, self.streak, 1)
        self.legend.show_entries((*_shade_entries(), Entry(tr("planned, not done"), _missed)))

    def show_progress(self, progress: Progress) -> None:
        count = sum(day.sessions for day in progress.days)
        sessions = trn("{n} session", "{n} sessions", count)
        weeks = progress.period.value
        title = tr("{sessions} in {weeks} weeks", sessions=sessions, weeks=weeks)
        self.title.setText(title)
        schedule = progress.plan.schedule
        self._planned.setText(planned_words(schedule) if schedule else "")
        self.streak.setText(streak_words(progress.streak))
        self.chart.show_progress(progress)
        self.chart.setAccessibleDescription(f"{title}. {self.streak.text()}")
        box = Box(0, 0, 1, 1)
        cells = calendar_cells(box, progress.days, progress.today, progress.begun, 1)
        told = [cell for cell in reversed(cells) if cell.shade or cell.is_missed]
        self.rows.set_rows([(weekday_words(c.day.day), what_words(c)) for c in told])


def streak_words(streak: Streak) -> str:
    """“In a row: 12 days, longest 19 days”; "" where there is none."""
    if not streak.longest:
        return ""
    longest = trn("longest {n} day", "longest {n} days", streak.longest)
    if not streak.current:
        return tr("In a row: {longest}", longest=longest)
    current = trn("{n} day", "{n} days", streak.current)
    return tr("In a row: {current}, {longest}", current=current, longest=longest)


def _shade_entries() -> tuple[Entry, ...]:
    words = (tr("< 5"), tr("5 to 10"), tr("> 10 min"))
    return tuple(Entry(text, _Shade(number)) for number, text in enumerate(words, start=1))


class _Shade:
    """The picture of a shade."""

    def __init__(self, shade: int) -> None:
        self._shade = shade

    def __call__(self, painter: QPainter, palette: Palette, size: QSize) -> None:
        border = palette.teal if palette.border_px > 1 else None
        fill = shade_colour(palette, self._shade)
        paint_box(painter, QRectF(0, 0, size.width(), size.height()), 3, fill, border)


def _missed(painter: QPainter, palette: Palette, size: QSize) -> None:
    paint_box(painter, QRectF(0, 0, size.width(), size.height()), 3, None, palette.field, 1.25)


class WeeksCard(ChartCard):
    """Minutes a week for one group of muscles. `source_asked` wants the band explained."""

    chart: WeeksChart

    def __init__(self, theme: Theme) -> None:
        columns = (
            Column(tr("Week of"), is_main=True),
            Column(side_word(Side.LEFT), is_number=True),
            Column(side_word(Side.RIGHT), is_number=True),
        )
        super().__init__(theme, tr("Minutes held a week"), WeeksChart(theme), columns)
        self._progress: Progress | None = None
        self._affected = AffectedSide.NONE
        self._group: MuscleGroup | None = None
        self.choose = Button(theme, "")
        self.choose.setAccessibleDescription(tr("Group of muscles"))
        self.choose.clicked.connect(self._on_choose)
        self.head.addWidget(self.choose)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_chosen)
        self.source = Button(theme, "", ButtonKind.LINK, height_px=24)
        self.source.clicked.connect(self._on_source)
        self._words = PlainLabel(theme, band_words(), TextRole.SMALL, "ink2", wrap=True)
        self._words.hide()
        self.foot.insertWidget(0, self.source)
        self.foot.insertStretch(1, 1)
        self.column.addWidget(self._words)
        self.column.removeWidget(self.legend)
        self.column.insertWidget(1, self.legend)
        self._name_source()

    @property
    def group(self) -> MuscleGroup | None:
        """The group that is shown."""
        return self._group

    def show_progress(self, progress: Progress, affected: AffectedSide) -> None:
        self._progress, self._affected = progress, affected
        groups = self._groups()
        if self._group not in groups:
            self._group = next(iter(groups), None)
        self._menu.clear()
        for group in groups:
            action = self._menu.addAction(escape_ampersand(group_word(group)))
            action.setData(group.value)
        sides = [Entry(side_label(side, affected), _Bar(side, affected)) for side in Side]
        self.legend.show_entries([*sides, Entry(tr("5 to 10 min"), _band)])
        titles = [
            Column(side_word(side), is_number=True, dot=affected.includes(side)) for side in Side
        ]
        self.rows.set_columns((Column(tr("Week of"), is_main=True), *titles))
        self._show_group()

    def _groups(self) -> list[MuscleGroup]:
        assert self._progress is not None
        known = {*self._progress.weeks, *self._progress.plan.groups}
        return [group for group in MuscleGroup if group in known]

    def _show_group(self) -> None:
        progress, group = self._progress, self._group
        self.choose.setVisible(group is not None)
        if progress is None or group is None:
            self.chart.show_weeks(WeeksShown(affected=self._affected))
            self.rows.set_rows(())
            return
        # Translators: a button that opens a menu; the arrow says so.
        self.choose.set_label(tr("{group} ▾", group=group_word(group)))
        self.choose.setAccessibleName(group_word(group))
        weeks = progress.weeks.get(group, ())
        self.chart.show_weeks(WeeksShown(weeks, progress.plan.groups.get(group), self._affected))
        self.rows.set_rows(
            [
                (day_words(week.monday), clock_words(week.left_ms), clock_words(week.right_ms))
                for week in reversed(weeks)
            ]
        )

    def _on_choose(self) -> None:
        self._menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _on_chosen(self, action: object) -> None:
        data = getattr(action, "data", None)
        if callable(data):
            self._group = MuscleGroup(data())
            self._show_group()

    def _on_source(self) -> None:
        self._words.setVisible(self._words.isHidden())
        self._name_source()

    def _name_source(self) -> None:
        hidden = self._words.isHidden()
        self.source.set_label(tr("Why 5 to 10 minutes?") if hidden else tr("Close the source"))


def band_words() -> str:
    """Where the band comes from: clinical sources of `core.history_stats`."""
    return tr(
        "Thomas and others (2018) put studies of healthy people together: at least 5 minutes a "
        "week for a muscle, on 5 days or more, for more range of movement. Ingram and others "
        "(2024) found little more beyond about 10 minutes a week. Both are about how far one can "
        "move, not about how it feels. What was agreed with your therapist comes first."
    )


class _Bar:
    """The picture of a bar of one side."""

    def __init__(self, side: Side, affected: AffectedSide) -> None:
        self._side, self._affected = side, affected

    def __call__(self, painter: QPainter, palette: Palette, size: QSize) -> None:
        fill, outline = side_colours(palette, self._side, self._affected)
        box = QRectF(0, 0, size.width(), size.height())
        paint_box(painter, box, 1, fill, outline, 1.5)


def _band(painter: QPainter, palette: Palette, size: QSize) -> None:
    paint_box(painter, QRectF(0, 0, size.width(), size.height()), 1, palette.teal_tint)


class FeelingCard(ChartCard):
    """0 to 10 before and after, for one place."""

    chart: FeelingChart

    def __init__(self, theme: Theme) -> None:
        columns = (
            Column(tr("Day"), is_main=True),
            Column(tr("Before"), is_number=True),
            Column(tr("After"), is_number=True),
        )
        super().__init__(theme, tr("How it feels, 0 to 10"), FeelingChart(theme), columns)
        self._progress: Progress | None = None
        options = (Option(Where.BUTTOCK.value, tr("Buttock")), Option(Where.LEG.value, tr("Leg")))
        self.where = SegmentRow(theme, tr("Where"), options)
        self.where.chosen.connect(self._on_where)
        self.head.addWidget(self.where)
        self.empty = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.foot.insertWidget(0, self.empty)
        self.foot.insertStretch(1, 1)
        self.column.removeWidget(self.legend)
        self.column.insertWidget(1, self.legend)
        self.legend.show_entries(
            (
                Entry(tr("before"), _before, WIDE_SWATCH_PX),
                Entry(tr("after"), _after, WIDE_SWATCH_PX),
            )
        )

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._show_points()

    def _on_where(self, key: str) -> None:
        self._show_points()

    def _show_points(self) -> None:
        if self._progress is None:
            return
        progress = self._progress
        points = feeling_points(progress.sessions, Where(self.where.key))
        self.chart.show_points(points, progress.days[0].day, progress.today)
        self.empty.setText("" if points else tr("Nothing was said about it in this time."))
        self.empty.setVisible(not points)
        self.rows.set_rows(
            [
                (weekday_words(one.when.date()), value_word(one.before), value_word(one.after))
                for one in reversed(points)
            ]
        )


def _before(painter: QPainter, palette: Palette, size: QSize) -> None:
    middle = QPointF(size.width() / 2, size.height() / 2)
    painter.setPen(dashed(palette.slate, 1.5))
    painter.drawLine(QPointF(0, middle.y()), QPointF(size.width(), middle.y()))
    painter.setPen(QPen(QColor(palette.slate), 1.5))
    painter.setBrush(QColor(palette.surface))
    painter.drawEllipse(middle, 3.5, 3.5)


def _after(painter: QPainter, palette: Palette, size: QSize) -> None:
    middle = QPointF(size.width() / 2, size.height() / 2)
    painter.setPen(QPen(QColor(palette.ink), 1.75))
    painter.drawLine(QPointF(0, middle.y()), QPointF(size.width(), middle.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.ink))
    painter.drawEllipse(middle, 3, 3)
