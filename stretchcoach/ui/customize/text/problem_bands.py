"""What is wrong in a line, in words below it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.customize.document.text_layout import TextLayout
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole

MARGIN_PX, PADDING_PX, ICON_PX, GAP_PX = 8, 8, 18, 10
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_HIGH_PX = 10_000


class ProblemBands:
    """One band a line, with its first problem; `layout` leaves the room for them."""

    def __init__(self, theme: Theme, layout: TextLayout) -> None:
        self._theme = theme
        self._layout = layout
        self._problems: dict[int, Problem] = {}
        self._wide = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those that are told, from above to below."""
        return tuple(self._problems[line] for line in sorted(self._problems))

    def words(self, line: int) -> str:
        """What is told of a line, from 0; "" for nothing."""
        problem = self._problems.get(line)
        return " - ".join(filter(None, _parts(problem))) if problem is not None else ""

    def show(self, problems: Iterable[Problem]) -> None:
        """Tell these."""
        self._problems = {}
        for problem in problems:
            self._problems.setdefault(max(0, problem.line - 1), problem)
        self._fit()

    def keep(self, problems: Iterable[Problem]) -> None:
        """Tell on only what is still wrong in the same line: new ones wait until the typing
        pauses, so that the text stays where it is."""
        there = {(problem.line, problem.message) for problem in problems}
        self.show([one for one in self.problems if (one.line, one.message) in there])

    def set_width(self, wide_px: int) -> None:
        """So much room there is."""
        if wide_px != self._wide:
            self._wide = wide_px
            self._fit()

    def refresh(self) -> None:
        """The text is larger or smaller now."""
        self._fit()

    def paint(self, painter: QPainter, line: int, below: QRectF) -> None:
        """The band of a line at the foot of its box `below`, as far as it has one."""
        problem, high = self._problems.get(line), self._layout.gaps.get(line, 0)
        if problem is None or not high:
            return
        palette = self._theme.palette
        box = QRect(0, round(below.bottom()) - high, self._wide, high)
        painter.fillRect(box, QColor(palette.amber_tint))
        painter.setPen(QColor(palette.amber_line))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        size = self._theme.scaled(ICON_PX)
        sign = QRectF(MARGIN_PX, box.top() + PADDING_PX, size, size)
        paint_icon(painter, IconName.WARNING, sign, palette.amber)
        room = self._room
        room.moveTop(box.top() + PADDING_PX)
        inks = (palette.amber, palette.ink)
        for words, font, ink in zip(_parts(problem), self._fonts, inks, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(room, _flags(), words)
            room.moveTop(room.top() + self._height(words, font))

    def _fit(self) -> None:
        self._layout.set_gaps({line: self._band_height(p) for line, p in self._problems.items()})

    def _band_height(self, problem: Problem) -> int:
        parts = zip(_parts(problem), self._fonts, strict=True)
        return 2 * PADDING_PX + sum(self._height(words, font) for words, font in parts)

    def _height(self, words: str, font: QFont) -> int:
        if not words:
            return 0
        return QFontMetrics(font).boundingRect(self._room, _flags(), words).height()

    @property
    def _room(self) -> QRect:
        left = MARGIN_PX + self._theme.scaled(ICON_PX) + GAP_PX
        return QRect(left, 0, max(80, self._wide - left - MARGIN_PX), _HIGH_PX)

    @property
    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font(TextRole.SMALL_STRONG), self._theme.font(TextRole.SMALL)


def _parts(problem: Problem) -> tuple[str, str]:
    """What is wrong, and what is allowed."""
    what, _, allowed = problem.message.partition(" - ")
    return what, allowed


def _flags() -> int:
    return int(_WRAPPED)
