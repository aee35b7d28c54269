"""The calendar: a column a week, a row a weekday, darker where more was held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from stretchcoach.core.diary.period import Progress
from stretchcoach.core.diary.stats import is_planned
from stretchcoach.core.language.day_words import WEEKDAYS, month_word, weekday_word, weekday_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.ui.progress.charts.chart import Chart, dashed, mixed, rect, write
from stretchcoach.ui.progress.charts.scales import Box, Cell, calendar_cells, month_columns
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette, TextRole

SIZE = QSize(330, 152)
MOST_CELL_PX = 44
SHADES = (0.0, 0.23, 0.55, 1.0)
LABEL_GAP_PX = 12


def shade_colour(palette: Palette, shade: int) -> str:
    """The fill of a day: from the colour of the card to teal."""
    return mixed(palette.surface, palette.teal, SHADES[shade])


class CalendarChart(Chart):
    """`show_progress` fills it."""

    def __init__(self, theme: Theme) -> None:
        self._progress: Progress | None = None
        self._cells: tuple[Cell, ...] = ()
        super().__init__(theme, tr("Calendar"), SIZE)
        theme.follow(self)

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self.arrange()

    def _layout(self) -> Sequence[Box]:
        if self._progress is None:
            return ()
        strong = self._theme.font(TextRole.SMALL_STRONG)
        self.setFont(strong)
        left = max(self._text_px(weekday_word(day)) for day in WEEKDAYS) + LABEL_GAP_PX
        self.setFont(self._theme.font(TextRole.SMALL))
        top = self._line_px + 6
        box = Box(left, top, self.width() - left - 2, self.height() - top - 2)
        shown = self._progress
        most_px = self._theme.scaled(MOST_CELL_PX)
        self._cells = calendar_cells(box, shown.days, shown.today, shown.begun, most_px)
        return [cell.box for cell in self._cells]

    def _words(self, place: int) -> str:
        return cell_words(self._cells[place])

    def _paint(self, painter: QPainter, palette: Palette) -> None:
        if self._progress is None:
            return
        self._paint_weekdays(painter, palette)
        self._paint_months(painter, palette)
        for before, cell in pairwise(self._cells):
            if before.shade and cell.shade and before.box.x == cell.box.x:
                paint_link(painter, palette, before, cell)
        for cell in self._cells:
            paint_cell(painter, palette, cell)

    def _paint_weekdays(self, painter: QPainter, palette: Palette) -> None:
        assert self._progress is not None
        schedule = self._progress.plan.schedule
        for cell in self._cells[: len(WEEKDAYS)]:
            planned = is_planned(cell.day.day, schedule)
            role = TextRole.SMALL_STRONG if planned else TextRole.SMALL
            painter.setFont(self._theme.font(role))
            place = QRectF(0, cell.box.y, cell.box.x, cell.box.height)
            word = weekday_word(WEEKDAYS[cell.day.day.weekday()])
            align = Qt.AlignmentFlag.AlignVCenter
            write(painter, place, align, word, palette.ink if planned else palette.ink2)
        painter.setFont(self.font())

    def _paint_months(self, painter: QPainter, palette: Palette) -> None:
        assert self._progress is not None
        free_from = 0.0
        for column, month in month_columns(self._progress.days):
            cell = self._cells[column * len(WEEKDAYS)]
            word = month_word(month)
            if cell.box.x < free_from or cell.box.x + self._text_px(word) > self.width():
                continue
            place = QRectF(cell.box.x, 0, 1, cell.box.y - 6)
            write(painter, place, Qt.AlignmentFlag.AlignVCenter, word, palette.ink2)
            free_from = cell.box.x + self._text_px(word) + 6


def paint_link(painter: QPainter, palette: Palette, before: Cell, after: Cell) -> None:
    """Two days in a row hang together."""
    box = before.box
    wide = box.width / 3
    gap = QRectF(box.x + wide, box.bottom - 2, wide, after.box.y - box.bottom + 4)
    painter.fillRect(gap, QColor(shade_colour(palette, 2)))


def paint_cell(painter: QPainter, palette: Palette, cell: Cell) -> None:
    """A day: filled, an empty box for planned and not done, dashed for planned and to come."""
    box = rect(cell.box)
    radius = min(6.0, cell.box.width / 4)
    if cell.shade:
        border = palette.teal if palette.border_px > 1 else None
        paint_box(painter, box, radius, shade_colour(palette, cell.shade), border)
    elif cell.is_missed:
        paint_box(painter, box, radius, None, palette.field, 1.25)
    elif cell.is_coming:
        painter.setPen(dashed(palette.field, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.edge))
        painter.drawEllipse(QPointF(box.center()), 1.75, 1.75)
    if cell.is_today:
        painter.setPen(QPen(QColor(palette.ink), 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius + 1, radius + 1)


def cell_words(cell: Cell) -> str:
    """“Mon 16 Nov: 1 session, 3 min 22 s held”."""
    day = weekday_words(cell.day.day)
    return tr("{day}: {what}", day=day, what=what_words(cell))


def what_words(cell: Cell) -> str:
    """What was done on the day, or what was planned."""
    if cell.day.sessions:
        sessions = trn("{n} session", "{n} sessions", cell.day.sessions)
        held = time_words(cell.day.held_ms)
        return tr("{sessions}, {time} held", sessions=sessions, time=held)
    if cell.is_missed:
        return tr("planned, not done")
    if cell.is_coming:
        return tr("planned")
    return tr("nothing")
