"""A small chart for paper: 0 to 10 over time, before hollow and dashed, after filled and solid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from stretchcoach.core.language.day_words import day_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.paper.sheet import INK, INK2, LINE, SLATE, Sheet

Values = Sequence[tuple[date, int | None, int | None]]
SMALL_PT = 8
DOT_PT = 1.8


def paint_feelings(
    sheet: Sheet, box: QRectF, title: str, values: Values, first: date, last: date
) -> None:
    """Day, before and after of each session; in `box`, with its own title, scale and legend."""
    high = sheet.line_pt(9)
    sheet.text(QRectF(box.x(), box.y(), box.width(), high), title, 9, strong=True)
    _legend(sheet, QRectF(box.x(), box.y(), box.width(), high))
    plot = box.adjusted(16, high + 6, -6, -sheet.line_pt(SMALL_PT) - 2)
    _grid(sheet, plot, first, last)
    days = max(1, (last - first).days)
    before = [(one, value) for one, value, _ in values if value is not None]
    after = [(one, value) for one, _, value in values if value is not None]
    pen = QPen(QColor(SLATE), 0.8)
    pen.setDashPattern([3, 2])
    for points, line, hollow in (
        (before, pen, True),
        (after, QPen(QColor(INK), 1.0), False),
    ):
        places = [
            QPointF(
                plot.x() + plot.width() * (day - first).days / days,
                plot.bottom() - plot.height() * value / 10,
            )
            for day, value in points
        ]
        sheet.painter.setPen(line)
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.drawPolyline(QPolygonF(places))
        for place in places:
            _dot(sheet, place, hollow=hollow)


def _dot(sheet: Sheet, place: QPointF, *, hollow: bool) -> None:
    sheet.painter.setPen(QPen(QColor(SLATE if hollow else INK), 0.8))
    sheet.painter.setBrush(QColor("#FFFFFF" if hollow else INK))
    sheet.painter.drawEllipse(place, DOT_PT, DOT_PT)


def _legend(sheet: Sheet, box: QRectF) -> None:
    """At the right of the title's line."""
    x = box.right()
    for text, hollow in ((tr("after"), False), (tr("before"), True)):
        x -= sheet.wide(text, SMALL_PT) + 2
        sheet.text(
            QRectF(x, box.y(), box.right() - x + 4, box.height()), text, SMALL_PT, colour=INK2
        )
        x -= 8
        _dot(sheet, QPointF(x + 2, box.center().y()), hollow=hollow)
        x -= 10


def _grid(sheet: Sheet, plot: QRectF, first: date, last: date) -> None:
    for tick in (0, 5, 10):
        y = plot.bottom() - plot.height() * tick / 10
        sheet.painter.setPen(QPen(QColor(LINE), 0.5))
        sheet.painter.drawLine(QPointF(plot.x(), y), QPointF(plot.right(), y))
        label = QRectF(plot.x() - 18, y - 6, 14, 12)
        sheet.text(label, str(tick), SMALL_PT, colour=INK2, align=Qt.AlignmentFlag.AlignRight)
    high = sheet.line_pt(SMALL_PT)
    below = QRectF(plot.x(), plot.bottom() + 2, plot.width(), high)
    sheet.text(below, day_words(first), SMALL_PT, colour=INK2)
    right = Qt.AlignmentFlag.AlignRight
    sheet.text(below, day_words(last), SMALL_PT, colour=INK2, align=right)
