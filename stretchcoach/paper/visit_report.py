"""The visit report on one page of PDF: A4 or Letter, with text that can be selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from stretchcoach.core.content.muscle_groups import group_word
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.diary.visit_report import VisitReport
from stretchcoach.core.diary.visit_report_words import (
    Titles,
    affected_words,
    figures,
    origin_words,
    period_words,
    rating_words,
    routine_words,
    side_heads,
    values_of,
)
from stretchcoach.core.language.day_words import day_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.paper.feeling_plot import paint_feelings
from stretchcoach.paper.sheet import CORAL_TEXT, INK, INK2, Sheet, is_letter

BODY_PT, SMALL_PT = 10, 9
PLOT_PT = 112.0
DAY_PT = 46.0
MOST_ROUTINES, MOST_ACTIVITIES = 5, 3
NOTES_SHARE = 0.4
Row = tuple[str, str]


def visit_report_pdf(report: VisitReport, *, letter: bool | None = None) -> bytes:
    """The page as a PDF. A QGuiApplication must be there; Letter or A4 by locale if not told."""
    sheet = Sheet(Titles.report(), letter=is_letter() if letter is None else letter)
    _head(sheet, report)
    _figures(sheet, report)
    _routines(sheet, report)
    _groups(sheet, report)
    _feelings(sheet, report)
    _rows(
        sheet,
        Titles.activities(),
        [(one.name, rating_words(one.ratings[-6:])) for one in report.activities[:MOST_ACTIVITIES]],
        sheet.bottom,
        sheet.width * 0.4,
    )
    notes = [(day_words(one.day), one.text) for one in reversed(report.notes)]
    changes = [(day_words(one.day), one.text) for one in reversed(report.changes)]
    room = sheet.bottom - sheet.y
    kept = min(_high(sheet, len(notes)), max(room * NOTES_SHARE, room - _high(sheet, len(changes))))
    _rows(sheet, Titles.changes(), changes, sheet.bottom - kept, DAY_PT)
    _rows(sheet, Titles.notes(), notes, sheet.bottom, DAY_PT)
    return sheet.finished()


def _head(sheet: Sheet, report: VisitReport) -> None:
    box = QRectF(sheet.left, sheet.y, sheet.width, sheet.line_pt(20))
    sheet.text(box, Titles.report(), 20, strong=True)
    right = Qt.AlignmentFlag.AlignRight
    sheet.text(box, period_words(report), 11, align=right)
    sheet.y += box.height() + 2
    line = QRectF(sheet.left, sheet.y, sheet.width, sheet.line_pt(BODY_PT))
    # Translators: a line to be filled in by hand, so that the file holds no name.
    sheet.text(line, tr("Name: {line}", line="_" * 34), BODY_PT, colour=INK2)
    if report.affected is not AffectedSide.NONE:
        words = affected_words(report.affected)
        sheet.text(line, words, BODY_PT, strong=True, colour=CORAL_TEXT, align=right)
    sheet.y += line.height() + 4
    sheet.paragraph(origin_words(), 8, colour=INK2)
    sheet.y += 6


def _figures(sheet: Sheet, report: VisitReport) -> None:
    found = figures(report)
    wide = sheet.width / len(found)
    high, small = sheet.line_pt(14), sheet.line_pt(SMALL_PT)
    for number, (name, value) in enumerate(found):
        x = sheet.left + wide * number
        sheet.text(QRectF(x, sheet.y, wide - 6, high), value, 14, strong=True)
        sheet.text(QRectF(x, sheet.y + high, wide - 6, small), name, SMALL_PT, colour=INK2)
    sheet.y += high + small


def _routines(sheet: Sheet, report: VisitReport) -> None:
    if not report.routines:
        return
    sheet.heading(Titles.routines())
    high = sheet.line_pt(BODY_PT)
    right = Qt.AlignmentFlag.AlignRight
    for line in report.routines[:MOST_ROUTINES]:
        words = routine_words(line)
        wide = sheet.wide(words, BODY_PT) + 8
        box = QRectF(sheet.left, sheet.y, sheet.width, high)
        sheet.text(box.adjusted(0, 0, -wide, 0), line.title, BODY_PT)
        sheet.text(box, words, BODY_PT, align=right)
        sheet.y += high
    _and_more(sheet, len(report.routines) - MOST_ROUTINES)


def _groups(sheet: Sheet, report: VisitReport) -> None:
    """A table: left and right, each with its plan where there is one."""
    if not report.groups:
        return
    sheet.heading(Titles.groups())
    high = sheet.line_pt(BODY_PT)
    planned = any(line.planned for line in report.groups)
    left, right = side_heads()
    heads = [left, tr("planned"), right, tr("planned")] if planned else [left, right]
    column = sheet.width * 0.62 / len(heads)
    colours = [CORAL_TEXT if report.affected.includes(side) else INK2 for side in Side]
    tints = [colours[0], INK2, colours[1], INK2] if planned else colours
    _cells(sheet, heads, column, SMALL_PT, tints)
    sheet.y += sheet.line_pt(SMALL_PT)
    for line in report.groups:
        sheet.text(
            QRectF(sheet.left, sheet.y, sheet.width * 0.36, high), group_word(line.group), BODY_PT
        )
        times = [clock_words(line.left_ms), clock_words(line.right_ms)]
        if planned:
            asked = [clock_words(ms) for ms in line.planned] if line.planned else ["", ""]
            times = [times[0], asked[0], times[1], asked[1]]
        _cells(sheet, times, column, BODY_PT, None)
        sheet.y += high


def _cells(
    sheet: Sheet, texts: Sequence[str], column: float, size_pt: int, colours: Sequence[str] | None
) -> None:
    """Texts in columns at the right of the page."""
    x = sheet.left + sheet.width - column * len(texts)
    right = Qt.AlignmentFlag.AlignRight
    for number, text in enumerate(texts):
        box = QRectF(x + column * number, sheet.y, column, sheet.line_pt(size_pt))
        colour = colours[number] if colours else INK
        sheet.text(box, text, size_pt, colour=colour, align=right)


def _feelings(sheet: Sheet, report: VisitReport) -> None:
    if not report.feelings:
        return
    sheet.heading(Titles.feelings())
    gap = 20.0
    wide = (sheet.width - gap) / 2
    for number, (where, title) in enumerate((("buttock", tr("Buttock")), ("leg", tr("Leg")))):
        box = QRectF(sheet.left + number * (wide + gap), sheet.y, wide, PLOT_PT)
        values = values_of(report, where)
        paint_feelings(sheet, box, title, values, report.first, report.last)
    sheet.y += PLOT_PT


def _high(sheet: Sheet, rows: int) -> float:
    """What a part with so many rows takes."""
    return (15 + sheet.line_pt(11) + rows * sheet.line_pt(SMALL_PT)) if rows else 0.0


def _rows(sheet: Sheet, title: str, rows: Sequence[Row], bottom: float, name_pt: float) -> None:
    """A part with a row for each name and its words, as many as there is room for."""
    high = sheet.line_pt(SMALL_PT)
    room = int((bottom - sheet.y - _high(sheet, 1) + high) // high)
    if not rows or room < 1:
        return
    shown = rows if len(rows) <= room else rows[: max(0, room - 1)]
    sheet.heading(title)
    for name, words in shown:
        box = QRectF(sheet.left, sheet.y, sheet.width, high)
        sheet.text(QRectF(box.x(), box.y(), name_pt - 6, high), name, SMALL_PT, colour=INK2)
        sheet.text(box.adjusted(name_pt, 0, 0, 0), words, SMALL_PT)
        sheet.y += high
    _and_more(sheet, len(rows) - len(shown))


def _and_more(sheet: Sheet, count: int) -> None:
    if count > 0:
        words = trn("and {n} more in the diary", "and {n} more in the diary", count)
        high = sheet.line_pt(SMALL_PT)
        sheet.text(QRectF(sheet.left, sheet.y, sheet.width, high), words, SMALL_PT, colour=INK2)
        sheet.y += high
