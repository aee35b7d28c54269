"""The figure of an exercise, where things are painted: on cards and in rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from stretchcoach.core.content.terms import Position
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.theme.tokens import Palette
from stretchcoach.ui.widgets.figure.placeholder import paint_placeholder

SIGN_MARGIN_PX = 4


def paint_figure(
    painter: QPainter,
    area: QRectF,
    path: str,
    position: Position | None,
    pictures: Thumbnails,
    palette: Palette,
) -> None:
    """The picture `path` in the middle of `area`, which it may fill; the sign of `position` where
    there is none, and nothing while it is read."""
    if path:
        size = QSize(round(area.width()), round(area.height()))
        ratio = painter.device().devicePixelRatioF()
        known, picture = pictures.picture(path, size, ratio)
        if picture is not None:
            shown = QRectF(0, 0, picture.width() / ratio, picture.height() / ratio)
            shown.moveCenter(area.center())
            painter.drawPixmap(shown.topLeft(), picture)
        if picture is not None or not known:
            return
    sign = area.adjusted(0, SIGN_MARGIN_PX, 0, -SIGN_MARGIN_PX)
    paint_placeholder(painter, sign, position, palette)
