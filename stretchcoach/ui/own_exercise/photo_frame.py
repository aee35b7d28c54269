"""A photo behind its frame: moved by dragging or with the arrows, made larger with the wheel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.own_exercises.pictures import MOST_ZOOM, Photo, Shape
from stretchcoach.ui.own_exercise.photo_image import shown_part, turned
from stretchcoach.ui.theme.paint import line, paint_box, rounded
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, TextRole

WIDE_PX, LEAST_WIDE_PX = 300, 200
ZOOM_STEP, MOVE_STEP = 1.1, 0.05
NOTCH = 120.0  # of a wheel
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PhotoFrame(QWidget):
    """`placed` has the Photo as it lies now. Without a photo it says where one may come from."""

    placed = Signal(object)
    focus_radius = float(Radius.CONTROL)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._photo: Photo | None = None
        self._shape = Shape.WIDE
        self._image: QImage | None = None
        self._pixmap = QPixmap()
        self._made_of: tuple[str, int] = ("", 0)
        self._dragged: QPointF | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name_it()
        theme.follow(self)

    @property
    def photo(self) -> Photo | None:
        return self._photo

    def show_photo(self, photo: Photo | None, image: QImage | None, shape: Shape) -> None:
        """`image` is the whole photo; None while it is still being read."""
        if shape is not self._shape:
            self._shape = shape
            self.updateGeometry()
        self._photo, self._image = photo, image
        if photo is not None and image is not None:
            made_of = (photo.kept, photo.quarter_turns)
            if made_of != self._made_of:
                self._made_of = made_of
                self._pixmap = QPixmap.fromImage(turned(image, photo))
        has_photo = photo is not None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_photo else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if has_photo else Qt.CursorShape.ArrowCursor)
        self._name_it()
        self.update()

    def zoom(self, by: float, at: QPointF | None = None) -> None:
        """Make what is shown larger `by` times; the point `at` stays where it is."""
        if self._photo is None or self._pixmap.isNull():
            return
        at = at or QPointF(self.width() / 2, self.height() / 2)
        before = self._part
        zoom = max(1.0, min(MOST_ZOOM, self._photo.zoom * by))
        if zoom == self._photo.zoom:
            return
        there = QPointF(
            before.left() + before.width() * at.x() / self.width(),
            before.top() + before.height() * at.y() / self.height(),
        )
        self._photo = replace(self._photo, zoom=zoom)
        after = self._part
        self._go_to(
            there.x() - after.width() * at.x() / self.width(),
            there.y() - after.height() * at.y() / self.height(),
        )

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self._theme.scaled(WIDE_PX)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(LEAST_WIDE_PX, self.heightForWidth(LEAST_WIDE_PX))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        wide, high = self._shape.size_px
        return round(width * high / wide)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._photo is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._dragged is None or self._pixmap.isNull():
            return
        moved = event.position() - self._dragged
        self._dragged = event.position()
        part = self._part
        scale = part.width() / self.width()
        self._go_to(part.left() - moved.x() * scale, part.top() - moved.y() * scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._dragged = None
        if self._photo is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """With the focus it makes larger; without, it belongs to the page that scrolls."""
        if self._photo is None or not self.hasFocus():
            event.ignore()
            return
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        move = _MOVES.get(Qt.Key(event.key()))
        if self._photo is None:
            super().keyPressEvent(event)
        elif move is not None and not self._pixmap.isNull():
            part = self._part
            step = MOVE_STEP * part.width()
            self._go_to(part.left() + move[0] * step, part.top() + move[1] * step)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        paint_box(painter, box, Radius.CONTROL, palette.sunken, palette.edge, palette.border_px)
        if self._photo is None:
            self._paint_words(painter, box)
        elif not self._pixmap.isNull() and self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setClipPath(rounded(box, Radius.CONTROL))
            painter.drawPixmap(box, self._pixmap, self._part)
            if self._dragged is not None:
                self._paint_thirds(painter, box)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self._theme.font(TextRole.SMALL))
        painter.setPen(self._theme.palette.ink2)
        room = box.adjusted(16, 16, -16, -16)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), tr("Drop a photo here, paste it, or choose a file."))

    def _paint_thirds(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(line("#B0FFFFFF", 1))
        for share in (1 / 3, 2 / 3):
            x, y = box.width() * share, box.height() * share
            painter.drawLine(QPointF(x, 0), QPointF(x, box.height()))
            painter.drawLine(QPointF(0, y), QPointF(box.width(), y))

    @property
    def _part(self) -> QRectF:
        assert self._photo is not None
        return shown_part(self._pixmap.size(), QSizeF(self.size()), self._photo)

    def _go_to(self, left: float, top: float) -> None:
        """Let what is shown begin there, as far as the photo goes."""
        assert self._photo is not None
        part, whole = self._part, self._pixmap.size()
        across = _share(left, whole.width() - part.width(), self._photo.across)
        down = _share(top, whole.height() - part.height(), self._photo.down)
        self._photo = replace(self._photo, across=across, down=down)
        self.update()
        self.placed.emit(self._photo)

    def _name_it(self) -> None:
        if self._photo is None:
            self.setAccessibleName(tr("{title}: no photo", title=self._title))
        else:
            self.setAccessibleName(
                tr("{title}: the arrow keys move the photo, plus and minus make it larger",
                   title=self._title)
            )  # fmt: skip


def _share(wanted: float, room: float, otherwise: float) -> float:
    return min(1.0, max(0.0, wanted / room)) if room > 0.5 else otherwise
