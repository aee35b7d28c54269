"""How it felt, 0 to 10: before each session hollow and dashed, after it filled and solid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from stretchcoach.core.diary.stats import SessionSummary
from stretchcoach.core.language.day_words import day_words, month_word, weekday_words
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.session.record import Feeling
from stretchcoach.ui.progress.charts.chart import Chart, dashed, write
from stretchcoach.ui.progress.charts.scales import Box, ValueScale, time_share
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette

SIZE = QSize(330, 130)
MOST = 10
DOT_PX = 3.0
MOST_POINTS = 2_000  # six a day for a year: more are a smear, and take long to draw


class Where(Enum):
    BUTTOCK = "buttock"
    LEG = "leg"

    def of(self, feeling: Feeling) -> int | None:
        return feeling.buttock if self is Where.BUTTOCK else feeling.leg


@dataclass(frozen=True)
class FeelingPoint:
    """What was said around one session; each may be left open."""

    when: datetime
    before: int | None
    after: int | None


def feeling_points(sessions: Iterable[SessionSummary], where: Where) -> tuple[FeelingPoint, ...]:
    """The sessions in which something was said, the oldest first; the last MOST_POINTS of them."""
    points = (
        FeelingPoint(one.started.local, where.of(one.before), where.of(one.after))
        for one in sessions
    )
    said = (one for one in points if one.before is not None or one.after is not None)
    return tuple(sorted(said, key=_when)[-MOST_POINTS:])


def _when(point: FeelingPoint) -> datetime:
    return point.when


class FeelingChart(Chart):
    """`show_points` fills it with what lies between two days."""

    def __init__(self, theme: Theme) -> None:
        self._points: tuple[FeelingPoint, ...] = ()
        self._first = self._last = date(2000, 1, 3)
        self._scale = ValueScale(Box(0, 0, 1, 1), MOST, 5)
        super().__init__(theme, tr("How it feels, 0 to 10"), SIZE)
        theme.follow(self)

    def show_points(self, points: tuple[FeelingPoint, ...], first: date, last: date) -> None:
        self._points, self._first, self._last = points, first, last
        self.arrange()

    def _layout(self) -> Sequence[Box]:
        left = self._text_px("10") + 8
        top, foot = self._line_px / 2 + 2, self._line_px + 8
        box = Box(left, top, max(1, self.width() - left - 4), max(1, self.height() - top - foot))
        self._scale = ValueScale(box, MOST, 5)
        return [self._box_of(point) for point in self._points]

    def _words(self, place: int) -> str:
        return point_words(self._points[place])

    def _box_of(self, point: FeelingPoint) -> Box:
        values = [value for value in (point.before, point.after) if value is not None]
        top, bottom = self._scale.y(max(values)), self._scale.y(min(values))
        return Box(self._x(point.when) - 5, top - 5, 10, bottom - top + 10)

    def _x(self, when: datetime) -> float:
        begin = datetime.combine(self._first, time())
        end = datetime.combine(self._last + timedelta(1), time())
        box = self._scale.box
        inner = box.width - 4 * DOT_PX
        share = time_share((when - begin).total_seconds(), 0, (end - begin).total_seconds())
        return box.x + 2 * DOT_PX + inner * share

    def _paint(self, painter: QPainter, palette: Palette) -> None:
        self._paint_grid(painter, palette)
        before = [(self._x(p.when), p.before) for p in self._points if p.before is not None]
        after = [(self._x(p.when), p.after) for p in self._points if p.after is not None]
        painter.setPen(dashed(palette.slate, 1.5))
        self._paint_line(painter, before)
        painter.setPen(QPen(QColor(palette.ink), 1.75))
        self._paint_line(painter, after)
        painter.setPen(QPen(QColor(palette.slate), 1.5))
        painter.setBrush(QColor(palette.surface))
        self._paint_dots(painter, before, DOT_PX + 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        self._paint_dots(painter, after, DOT_PX)

    def _paint_line(self, painter: QPainter, points: Sequence[tuple[float, int]]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, self._scale.y(v)) for x, v in points]))

    def _paint_dots(
        self, painter: QPainter, points: Sequence[tuple[float, int]], radius: float
    ) -> None:
        for x, value in points:
            painter.drawEllipse(QPointF(x, self._scale.y(value)), radius, radius)

    def _paint_grid(self, painter: QPainter, palette: Palette) -> None:
        box = self._scale.box
        for tick in self._scale.ticks:
            y = self._scale.y(tick)
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(QPointF(box.x, y), QPointF(box.right, y))
            place = QRectF(0, y - self._line_px / 2, box.x - 8, self._line_px)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, place, align, f"{tick:.0f}", palette.ink2)
        free_from = 0.0
        for day, word in self._labels():
            x = self._x(datetime.combine(day, time()))
            wide = self._text_px(word)
            if x < free_from or x + wide > self.width():
                continue
            place = QRectF(x, box.bottom + 6, 1, self._line_px)
            write(painter, place, Qt.AlignmentFlag.AlignLeft, word, palette.ink2)
            free_from = x + wide + 12

    def _labels(self) -> list[tuple[date, str]]:
        """The beginnings of months; of a short period those of weeks."""
        days = [self._first + timedelta(n) for n in range((self._last - self._first).days + 1)]
        if len(days) <= 5 * 7:
            return [(day, day_words(day)) for day in days if day.weekday() == 0]
        firsts = [day for day in days if day.day == 1 or day is days[0]]
        if len(firsts) > 1 and (firsts[1] - firsts[0]).days < 14:
            firsts.pop(0)
        return [(day, month_word(day.month)) for day in firsts]


def point_words(point: FeelingPoint) -> str:
    """“Mon 16 Nov: before 5, after 4”."""
    day = weekday_words(point.when.date())
    return trc(
        "feeling",
        "{day}: before {before}, after {after}",
        day=day,
        before=value_word(point.before),
        after=value_word(point.after),
    )


def value_word(value: int | None) -> str:
    return "–" if value is None else str(value)
