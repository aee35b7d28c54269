"""Minutes held a week for one group of muscles: left and right, against plan and literature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.stats import WEEK_LEAST_MS, WEEK_MOST_MS, WeekHeld
from stretchcoach.core.language.day_words import day_words
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.ui.progress.charts.chart import Chart, dashed, rect, write
from stretchcoach.ui.progress.charts.scales import (
    Bars,
    Box,
    ValueScale,
    apart,
    every_nth,
    minutes_scale,
    week_bars,
)
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette

SIZE = QSize(440, 140)
FOOT_GAP_PX = 8
AXIS_GAP_PX = 8
LABEL_GAP_PX = 8


@dataclass(frozen=True)
class WeeksShown:
    """What the chart shows: the weeks, and what a week should have on each side, if planned."""

    weeks: tuple[WeekHeld, ...] = ()
    planned: tuple[int, int] | None = None
    affected: AffectedSide = AffectedSide.NONE


class WeeksChart(Chart):
    """`show_weeks` fills it."""

    def __init__(self, theme: Theme) -> None:
        self._shown = WeeksShown()
        self._scale: ValueScale | None = None
        self._bars: tuple[Bars, ...] = ()
        super().__init__(theme, tr("Minutes held a week"), SIZE)
        theme.follow(self)

    def show_weeks(self, shown: WeeksShown) -> None:
        self._shown = shown
        self.arrange()

    def _layout(self) -> Sequence[Box]:
        shown = self._shown
        held = [(week.left_ms, week.right_ms) for week in shown.weeks]
        most_ms = max([WEEK_MOST_MS, *(shown.planned or ()), *(ms for pair in held for ms in pair)])
        plans = [text for _, _, text in self._plans()]
        right = max(map(self._text_px, plans), default=0) + (LABEL_GAP_PX if plans else 0)
        top = self._line_px / 2 + 2
        foot = self._line_px + FOOT_GAP_PX
        # The scale decides how wide its own numbers are, so it is reckoned twice.
        scale = minutes_scale(Box(0, 0, 1, 1), most_ms)
        left = self._text_px(f"{scale.most:.0f}") + AXIS_GAP_PX
        box = Box(
            left, top, max(1, self.width() - left - right), max(1, self.height() - top - foot)
        )
        self._scale = minutes_scale(box, most_ms)
        self._bars = week_bars(self._scale, held)
        return [bars.slot for bars in self._bars]

    def _words(self, place: int) -> str:
        return week_words(self._shown.weeks[place])

    def _paint(self, painter: QPainter, palette: Palette) -> None:
        if self._scale is None:
            return
        self._paint_band(painter, palette, self._scale)
        self._paint_grid(painter, palette, self._scale)
        for bars in self._bars:
            for side, box in ((Side.LEFT, bars.left), (Side.RIGHT, bars.right)):
                fill, outline = side_colours(palette, side, self._shown.affected)
                if box.height > 0:
                    painter.setPen(QPen(QColor(outline), min(1.5, box.width / 3)))
                    painter.setBrush(QColor(fill))
                    painter.drawRect(rect(box).adjusted(0.75, 0.75, -0.75, 0))
        self._paint_weeks(painter, palette, self._scale)
        self._paint_plans(painter, palette, self._scale)

    def _paint_band(self, painter: QPainter, palette: Palette, scale: ValueScale) -> None:
        top, bottom = scale.y(WEEK_MOST_MS / MINUTE_MS), scale.y(WEEK_LEAST_MS / MINUTE_MS)
        band = QRectF(scale.box.x, top, scale.box.width, bottom - top)
        painter.fillRect(band, QColor(palette.teal_tint))

    def _paint_grid(self, painter: QPainter, palette: Palette, scale: ValueScale) -> None:
        box = scale.box
        for tick in scale.ticks:
            y = scale.y(tick)
            painter.setPen(QPen(QColor(palette.line if tick else palette.edge), 1 if tick else 1.5))
            painter.drawLine(QPointF(box.x, y), QPointF(box.right, y))
            place = QRectF(0, y - self._line_px / 2, box.x - AXIS_GAP_PX, self._line_px)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, place, align, f"{tick:.0f}", palette.ink2)

    def _paint_weeks(self, painter: QPainter, palette: Palette, scale: ValueScale) -> None:
        weeks = self._shown.weeks
        labels = [day_words(week.monday) for week in weeks]
        widest = max(map(self._text_px, labels), default=0)
        nth = every_nth(len(weeks), scale.box.width, widest + 14)
        for number in range(0, len(weeks), nth):
            bars = self._bars[number]
            x = max(bars.left.x, scale.box.x)
            if x + self._text_px(labels[number]) > self.width():
                break
            place = QRectF(x, scale.box.bottom + FOOT_GAP_PX - 2, 1, self._line_px)
            write(painter, place, Qt.AlignmentFlag.AlignLeft, labels[number], palette.ink2)

    def _plans(self) -> list[tuple[Side | None, int, str]]:
        """The plan of each side, or one where they are alike; its time and its label."""
        planned = self._shown.planned
        if planned is None or not any(planned):
            return []
        if planned[0] == planned[1]:
            return [(None, planned[0], tr("plan {time}", time=clock_words(planned[0])))]
        left, right = (clock_words(ms) for ms in planned)
        return [
            # Translators: what is planned for the left side a week, beside a line of a chart.
            (Side.LEFT, planned[0], tr("L plan {time}", time=left)),
            (Side.RIGHT, planned[1], tr("R plan {time}", time=right)),
        ]

    def _paint_plans(self, painter: QPainter, palette: Palette, scale: ValueScale) -> None:
        plans = self._plans()
        lines = [scale.y(ms / MINUTE_MS) for _, ms, _ in plans]
        for (side, _, text), y, label_y in zip(
            plans, lines, apart(lines, self._line_px), strict=True
        ):
            affected = self._shown.affected.includes(side)
            colour = palette.coral_text if affected else palette.slate
            painter.setPen(dashed(colour, 1.5))
            painter.drawLine(QPointF(scale.box.x, y), QPointF(scale.box.right, y))
            place = QRectF(
                scale.box.right + LABEL_GAP_PX, label_y - self._line_px / 2, 1, self._line_px
            )
            write(painter, place, Qt.AlignmentFlag.AlignVCenter, text, colour)


def side_colours(palette: Palette, side: Side, affected: AffectedSide) -> tuple[str, str]:
    """Fill and outline of a side. Where both would look alike, the right one is hollow."""
    alike = affected in (AffectedSide.BOTH, AffectedSide.NONE)
    if affected.includes(side):
        fill, outline = palette.coral_tint, palette.coral
    else:
        fill, outline = palette.slate_tint, palette.slate
    return (palette.surface if alike and side is Side.RIGHT else fill, outline)


def side_label(side: Side, affected: AffectedSide) -> str:
    """“R right, affected side”."""
    word = tr("L left") if side is Side.LEFT else tr("R right")
    return tr("{side}, affected side", side=word) if affected.includes(side) else word


def week_words(week: WeekHeld) -> str:
    """“Week of 16 Nov: left 6:00, right 7:30”."""
    return trc(
        "week of a chart",
        "Week of {day}: left {left}, right {right}",
        day=day_words(week.monday),
        left=clock_words(week.left_ms),
        right=clock_words(week.right_ms),
    )
