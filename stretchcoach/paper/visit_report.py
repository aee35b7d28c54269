"""The visit report on paper: a page where that is enough, as text that can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice

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
from stretchcoach.core.measures.muscle_groups import group_word
from stretchcoach.paper.feeling_plot import paint_feelings
from stretchcoach.paper.sheet import CORAL_TEXT, INK, INK2, Sheet, is_letter, pdf_of

BODY_PT, SMALL_PT = 10, 9
PLOT_PT = 112.0
DAY_PT = 46.0
ROW_GAP_PT = 2.0
FIGURES_PT = (14, 13, 12, 11, 10, 9)
MOST_ROUTINES, MOST_RATINGS = 30, 12
Row = tuple[str, str]


def visit_report_pdf(report: VisitReport, *, letter: bool | None = None) -> bytes:
    """The report as a PDF. A QGuiApplication must be there; Letter or A4 by locale if not told."""
    paint = partial(paint_visit_report, report=report)
    return pdf_of(Titles.report(), paint, letter=is_letter() if letter is None else letter)


def paint_visit_report(device: QPagedPaintDevice, report: VisitReport) -> None:
    """The report on one page of `device` where there is room for it, else on several."""
    sheet = Sheet(device, f"{Titles.report()}, {period_words(report)}")
    _head(sheet, report)
    _figures(sheet, report)
    _routines(sheet, report)
    _groups(sheet, report)
    _feelings(sheet, report)
    activities = [
        (one.name, rating_words(one.ratings[-MOST_RATINGS:])) for one in report.activities
    ]
    _rows(sheet, Titles.activities(), activities, sheet.width * 0.4)
    notes = [(day_words(one.day), one.text) for one in reversed(report.notes)]
    _rows(sheet, Titles.notes(), notes, DAY_PT)
    changes = [(day_words(one.day), one.text) for one in reversed(report.changes)]
    _rows(sheet, Titles.changes(), changes, DAY_PT)
    sheet.finish()


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
    fitting = (pt for pt in FIGURES_PT if all(_fits(sheet, v, pt, wide - 6) for _, v in found))
    size_pt = next(fitting, FIGURES_PT[-1])
    high, small = sheet.line_pt(size_pt), sheet.line_pt(SMALL_PT)
    for number, (name, value) in enumerate(found):
        x = sheet.left + wide * number
        sheet.text(QRectF(x, sheet.y, wide - 6, high), value, size_pt, strong=True)
        sheet.text(QRectF(x, sheet.y + high, wide - 6, small), name, SMALL_PT, colour=INK2)
    sheet.y += high + small


def _fits(sheet: Sheet, text: str, size_pt: int, width_pt: float) -> bool:
    return sheet.wide(text, size_pt, strong=True) <= width_pt


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
    high = sheet.line_pt(BODY_PT)
    whole_pt = sheet.heading_pt + sheet.line_pt(SMALL_PT) + len(report.groups) * high
    if not report.groups or not sheet.make_room(whole_pt):
        return
    sheet.heading(Titles.groups())
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
    if not report.feelings or not sheet.make_room(sheet.heading_pt + PLOT_PT):
        return
    sheet.heading(Titles.feelings())
    gap = 20.0
    wide = (sheet.width - gap) / 2
    for number, (where, title) in enumerate((("buttock", tr("Buttock")), ("leg", tr("Leg")))):
        box = QRectF(sheet.left + number * (wide + gap), sheet.y, wide, PLOT_PT)
        values = values_of(report, where)
        paint_feelings(sheet, box, title, values, report.first, report.last)
    sheet.y += PLOT_PT


def _rows(sheet: Sheet, title: str, rows: Sequence[Row], name_pt: float) -> None:
    """A part with a row for each name and its words, none of them cut, as many as there is paper
    for."""
    more_pt, gap_pt = sheet.line_pt(SMALL_PT), 8.0
    highs = [
        max(
            sheet.high(name, SMALL_PT, name_pt - gap_pt),
            sheet.high(words, SMALL_PT, sheet.width - name_pt),
        )
        + ROW_GAP_PT
        for name, words in rows
    ]
    if not rows or not sheet.make_room(sheet.heading_pt + highs[0] + more_pt):
        return
    sheet.heading(title)
    for number, ((name, words), high) in enumerate(zip(rows, highs, strict=True)):
        is_last = number == len(rows) - 1
        if not sheet.make_room(high + (0.0 if is_last else more_pt)):
            _and_more(sheet, len(rows) - number)
            return
        top = sheet.y
        sheet.paragraph(name, SMALL_PT, width_pt=name_pt - gap_pt, colour=INK2)
        sheet.y = top
        sheet.paragraph(words, SMALL_PT, indent_pt=name_pt)
        sheet.y = top + high


def _and_more(sheet: Sheet, count: int) -> None:
    if count > 0:
        words = trn("and {n} more in the diary", "and {n} more in the diary", count)
        high = sheet.line_pt(SMALL_PT)
        sheet.text(QRectF(sheet.left, sheet.y, sheet.width, high), words, SMALL_PT, colour=INK2)
        sheet.y += high
