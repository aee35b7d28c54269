"""One small picture that comes from a thread, the sign of the position until it is there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.terms import Position
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.theme.theme import Theme


class FigureBox(QWidget):
    """Shows the picture at a path, "" for none, in a box of a fixed size."""

    def __init__(
        self, theme: Theme, pictures: Thumbnails, size: QSize, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._path = ""
        self._position: Position | None = None
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        pictures.ready.connect(self.update)

    def show_picture(self, path: str, position: Position | None) -> None:
        self._path, self._position = path, position
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        known, picture = True, None
        if self._path:
            known, picture = self._pictures.picture(self._path, self.size(), ratio)
        if picture is not None:
            wide, high = picture.width() / ratio, picture.height() / ratio
            box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
            painter.drawPixmap(box.topLeft(), picture)
        elif known:
            from stretchcoach.ui.widgets.figure.placeholder import paint_placeholder  # dear

            box = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            paint_placeholder(painter, box, self._position, self._theme.palette)
        painter.end()
