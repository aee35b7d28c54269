"""The days of a week that are done, and those that are still to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme

DOT_PX, GAP_PX = 22, 6


class DayDots(QWidget):
    """A disc for each day: filled and ticked when it is done."""

    def __init__(
        self, theme: Theme, done: int, total: int, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._done, self._total = theme, done, total
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self._total * (DOT_PX + GAP_PX) - GAP_PX
        return QSize(self._theme.scaled(wide), self._theme.scaled(DOT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._theme.text_scale, self._theme.text_scale)
        for number in range(self._total):
            disc = QRectF(number * (DOT_PX + GAP_PX), 0, DOT_PX, DOT_PX)
            if number < self._done:
                paint_box(painter, disc, DOT_PX / 2, palette.teal)
                paint_icon(painter, IconName.CHECK, disc.adjusted(4, 4, -4, -4), palette.on_teal)
            else:
                paint_box(painter, disc, DOT_PX / 2, None, palette.edge, 2)
        painter.end()
