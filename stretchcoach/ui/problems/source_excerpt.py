"""A piece of a file with a caret below the place of a problem, in letters of one width."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from stretchcoach.files.library.cards import BrokenPlace
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole

LINE_FACTOR = 1.55
NUMBER_GAP = 3  # columns between the number of a line and its text
_WORD = re.compile(r"[\w-]+|\S")
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value) | int(Qt.AlignmentFlag.AlignVCenter.value)
_ONE_LINE = int(Qt.TextFlag.TextSingleLine.value) | int(Qt.TextFlag.TextDontClip.value)


class Excerpt(NamedTuple):
    """Lines with their numbers; the caret stands below the last one. `column` counts from 0."""

    lines: tuple[tuple[int, str], ...]
    column: int
    carets: int

    @classmethod
    def of(cls, broken: BrokenPlace) -> Excerpt:
        """The line of a problem and the one before it, without the indent they share."""
        lines = [(broken.line, broken.source_line)]
        if broken.line_before.strip():
            lines.insert(0, (broken.line - 1, broken.line_before))
        return cls._made(lines, broken.column - 1)

    @classmethod
    def of_problem(cls, problem: Problem) -> Excerpt:
        return cls._made([(problem.line, problem.source_line)], problem.column - 1)

    @classmethod
    def _made(cls, lines: list[tuple[int, str]], column: int) -> Excerpt:
        last = lines[-1][1]
        word = _WORD.match(last, column)
        carets = len(word.group()) if word else 1
        lines = [(number, text.replace("\t", " ")) for number, text in lines]
        filled = [text for _, text in lines if text.strip()]
        indent = min((len(text) - len(text.lstrip()) for text in filled), default=0)
        indent = min(indent, max(column, 0))
        shown = tuple((number, text[indent:].rstrip()) for number, text in lines)
        return cls(shown, column - indent, carets)

    @property
    def is_empty(self) -> bool:
        return not self.lines[-1][1].strip()


def mono_font(theme: Theme) -> QFont:
    """The system's font of one width, in the size of small text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(theme.text_px(TextRole.SMALL)))
    return font


def excerpt_height(excerpt: Excerpt, theme: Theme) -> int:
    """The height in px that `paint_excerpt` needs."""
    metrics = QFontMetricsF(mono_font(theme))
    return round(metrics.height() * LINE_FACTOR * (len(excerpt.lines) + 1))


def paint_excerpt(painter: QPainter, area: QRectF, excerpt: Excerpt, theme: Theme) -> None:
    """Draw `excerpt` in the middle of the height of `area`, shifted so that the place is seen.

    Where the height is too little for all lines, only the one with the place is drawn.
    """
    if excerpt.is_empty:
        return
    if excerpt_height(excerpt, theme) > area.height():
        excerpt = excerpt._replace(lines=excerpt.lines[-1:])
    palette = theme.palette
    font = mono_font(theme)
    metrics = QFontMetricsF(font)
    high = metrics.height() * LINE_FACTOR
    wide = metrics.horizontalAdvance("0")
    numbers = wide * (len(str(excerpt.lines[-1][0])) + NUMBER_GAP)
    fit = max(8, int((area.width() - numbers) / wide))
    first = _first_column(excerpt, fit)
    y = area.center().y() - high * (len(excerpt.lines) + 1) / 2
    painter.save()
    painter.setClipRect(area)
    painter.setFont(font)
    for number, text in excerpt.lines:
        is_last = number == excerpt.lines[-1][0]
        painter.setPen(QColor(palette.ink if is_last else palette.ink2))
        row = QRectF(area.left(), y, area.width(), high)
        painter.drawText(row, _LEFT | _ONE_LINE, str(number))
        painter.drawText(row.adjusted(numbers, 0, 0, 0), _LEFT | _ONE_LINE, text[first:])
        y += high
    last = excerpt.lines[-1][1]
    x = area.left() + numbers + metrics.horizontalAdvance(last[first : excerpt.column])
    painter.setPen(QColor(palette.amber))
    caret = QRectF(x, y - high * 0.14, area.width(), high)
    painter.drawText(caret, _LEFT | _ONE_LINE, "^" * max(1, min(excerpt.carets, 40)))
    painter.restore()


def _first_column(excerpt: Excerpt, fit: int) -> int:
    """The first column that is shown, so that the carets are in sight."""
    end = excerpt.column + min(excerpt.carets, fit)
    return 0 if end <= fit else max(0, min(excerpt.column, end - fit + 2))
