"""On or off: a switch for a setting, and a box to tick beside a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton

WIDE_PX, HIGH_PX, ROOM_PX = 48, 28, 4
BOX_PX, BOX_GAP_PX = 22, 12
WRAP_LEFT = 0x1021  # Qt.TextWordWrap | Qt.AlignLeft | Qt.AlignTop


class Switch(ThemedButton):
    """A switch; `title` is what a screen reader says, for the words stand beside it.

    On and off differ by place and by a check mark, not by colour alone.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.focus_radius = self._theme.scaled(HIGH_PX) / 2
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.scaled(WIDE_PX), self._theme.scaled(HIGH_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette, on = self._theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect())
        fill = (palette.teal_hover if self._hovered else palette.teal) if on else palette.surface
        border_px = palette.border_px + 0.5
        paint_box(
            painter, track, track.height() / 2, fill, None if on else palette.field, border_px
        )
        room = self._theme.scaled(ROOM_PX)
        size = track.height() - 2 * room
        left = track.right() - room - size if on else track.left() + room
        knob = QRectF(left, track.top() + room, size, size)
        paint_box(painter, knob, size / 2, palette.on_teal if on else palette.field)
        if on:
            inner = knob.adjusted(2, 2, -2, -2)
            paint_icon(painter, IconName.CHECK, inner, palette.teal, stroke=3)
        painter.end()


class CheckBox(ThemedButton):
    """A box to tick and a sentence, which wraps where the room is short."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(TextRole.BODY))
        self._set_ink(self._theme.palette.ink)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self._text_x + self.fontMetrics().horizontalAdvance(self.label) + 4
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        wide = self._text_x + self._theme.scaled(120)
        return QSize(wide, self._box_px + 2 * ROOM_PX)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        text = self._text_rect(width).height()
        return max(text, self._box_px) + 2 * ROOM_PX

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette, on, size = self._theme.palette, self.isChecked(), self._box_px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line_px = self.fontMetrics().height()
        text_y = ROOM_PX + max(0.0, (size - line_px) / 2)
        box = QRectF(1, text_y + (line_px - size) / 2, size, size)
        fill = palette.teal if on else palette.teal_tint if self._hovered else palette.surface
        border = palette.teal if on else palette.field
        paint_box(painter, box, 5, fill, border, palette.border_px + 0.5)
        if on:
            inner = box.adjusted(3, 3, -3, -3)
            paint_icon(painter, IconName.CHECK, inner, palette.on_teal, stroke=3)
        words = self._text_rect(self.width())
        painter.drawText(words.translated(0, round(text_y)), WRAP_LEFT, self.label)
        painter.end()

    @property
    def _box_px(self) -> int:
        return self._theme.scaled(BOX_PX)

    @property
    def _text_x(self) -> int:
        return 1 + self._box_px + BOX_GAP_PX

    def _text_rect(self, width: int) -> QRect:
        room = QRect(self._text_x, 0, max(1, width - self._text_x), 10_000)
        used = self.fontMetrics().boundingRect(room, WRAP_LEFT, self.label)
        return QRect(room.x(), 0, room.width(), used.height())
