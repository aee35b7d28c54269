"""The side as a word and an arrow, and whether it is the affected one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

ARROW_STROKE = 3.0  # bold, as the word beside it
ARROW_SHARE = 0.92  # of the size of the word


class SideLabel(QWidget):
    """ "Right side" and an arrow that points there, coral when it is the affected side.

    With no side it keeps its height, so that nothing below it jumps.
    """

    def __init__(
        self, theme: Theme, *, centred: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px: float | None = None
        self._remark_px: float | None = None
        self._left_arrow = _Mark(theme, IconName.ARROW_LEFT)
        self._right_arrow = _Mark(theme, IconName.ARROW_RIGHT)
        self._word = PlainLabel(theme, "", TextRole.SIDE)
        self._dot = _Mark(theme, None)
        self._remark = PlainLabel(theme, "", TextRole.BODY, "ink2")
        line = _row(centred, self._left_arrow, self._word, self._right_arrow, gap_px=24)
        below = _row(centred, self._dot, self._remark, gap_px=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(below)
        self.set_side(None, affected=False)
        theme.follow(self)

    def set_side(self, side: Side | None, *, affected: bool, text: str | None = None) -> None:
        """Show `side`; `text` says it in other words, such as "Left side first"."""
        word = side_title(side) if side else ""
        self._word.setText(word if text is None else text)
        ink = "coral" if affected else "ink"
        for arrow, its_side in ((self._left_arrow, Side.LEFT), (self._right_arrow, Side.RIGHT)):
            arrow.setVisible(side is its_side)
            arrow.set_ink(ink)
        self._dot.set_ink("coral" if affected and side else None)
        self._remark.setText(tr("your affected side") if affected and side else "")
        remark = self._remark.text()
        self.setAccessibleName(f"{self._word.text()}, {remark}" if remark else self._word.text())

    def set_text_size(self, size_px: float | None, remark_px: float | None = None) -> None:
        """The size of the word in px, and of the remark below it; None is that of the scale."""
        self._word.set_text_size(size_px)
        self._size_px, self._remark_px = size_px, remark_px
        self.refresh_theme()

    def needed_width(self) -> int:
        """What it needs at the present size of its text, in px."""
        layout = self.layout()
        if layout is not None:
            layout.activate()  # else it remembers what it needed before
        return self.sizeHint().width()

    def refresh_theme(self) -> None:
        size_px = self._size_px
        word_px = size_px or self._theme.text_px(TextRole.SIDE)
        for arrow in (self._left_arrow, self._right_arrow):
            arrow.set_size(round(word_px * ARROW_SHARE))
        self._remark.set_text_size(self._remark_px)
        self._dot.set_size(round(max(10.0, word_px * 0.19)))


class _Mark(QWidget):
    """An arrow, or a dot where `icon` is None, in one colour of the palette."""

    def __init__(self, theme: Theme, icon: IconName | None) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._ink: str | None = "ink"
        self._size = 10
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def set_ink(self, ink: str | None) -> None:
        """A name of `Palette`; None shows nothing."""
        self._ink = ink
        self.update()

    def set_size(self, size_px: int) -> None:
        self._size = size_px
        self.updateGeometry()

    def refresh_theme(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = getattr(self._theme.palette, self._ink)
        if self._icon is None:
            paint_box(painter, QRectF(self.rect()), self.width() / 2, colour)
        else:
            paint_icon(painter, self._icon, QRectF(self.rect()), colour, ARROW_STROKE)
        painter.end()


def _row(centred: bool, *widgets: QWidget, gap_px: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap_px)
    if centred:
        row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
