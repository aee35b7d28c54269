"""Dots that say how far one is: the present one is wide, those before it are filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme

DOT_PX, NOW_PX, GAP_PX = 8, 24, 8


class StepDots(QWidget):
    """`count` dots; the accessible name says the place in words."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count, self._step = theme, count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_step(0)
        theme.follow(self)

    def set_step(self, step: int) -> None:
        """The present one, counted from 0."""
        self._step = step
        self.setAccessibleName(tr("Page {n} of {total}", n=step + 1, total=self._count))
        self.update()

    def refresh_theme(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize((self._count - 1) * (DOT_PX + GAP_PX) + NOW_PX, DOT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for number in range(self._count):
            wide = NOW_PX if number == self._step else DOT_PX
            done = number <= self._step
            box = QRectF(x, (self.height() - DOT_PX) / 2, wide, DOT_PX)
            fill = palette.teal if done else None
            border = None if done else palette.field
            paint_box(painter, box, DOT_PX / 2, fill, border, palette.border_px)
            x += wide + GAP_PX
        painter.end()
