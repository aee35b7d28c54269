"""A dot in the middle of a line of text: before a point of a list, or as a mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole


class Dot(QWidget):
    """`ink` is the name of a colour of `Palette`; `size_px` is at 100 %."""

    def __init__(
        self, theme: Theme, ink: str, size_px: int, role: TextRole = TextRole.BODY
    ) -> None:
        super().__init__()
        self._theme, self._ink, self._size_px, self._role = theme, ink, size_px, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.follow(self)

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(self._role))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.scaled(self._size_px), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.scaled(self._size_px)
        top = (self.fontMetrics().height() - size) / 2 + 1
        ink = getattr(self._theme.palette, self._ink)
        paint_box(painter, QRectF(0, top, size, size), size / 2, ink)
        painter.end()
