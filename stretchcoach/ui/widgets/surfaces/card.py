"""Cards and tags: the surfaces that things stand on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.ui.theme.paint import paint_box, rounded_top, solid
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Height, Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE


class Card(QWidget):
    """A surface with round corners. `fill` and `border` are names of colours of `Palette`."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "surface",
        border: str = "line",
        radius: int = Radius.CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill, self._border, self._radius = fill, border, radius
        theme.follow(self)

    def set_colours(self, fill: str, border: str) -> None:
        self._fill, self._border = fill, border
        self.update()

    def refresh_theme(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = getattr(palette, self._fill), getattr(palette, self._border)
        paint_box(painter, QRectF(self.rect()), self._radius, fill, border, palette.border_px)
        painter.end()


class CardButton(ThemedButton):
    """A card that can be pressed; it may have a layout with labels and pictures in it.

    `top_px` is the height of the sunken area for a picture at its top, 0 for none.
    """

    focus_radius = float(Radius.CARD)

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        top_px: int = 0,
        fill: str = "surface",
        border: str = "line",
        top: str = "sunken",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, parent)
        self._fill, self._border, self._top = fill, border, top
        self._top_px = top_px
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.sizeHint() if layout else QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = QRectF(self.rect()), float(Radius.CARD)
        paint_box(painter, box, radius, getattr(palette, self._fill))
        if self._top_px:
            top = rounded_top(QRectF(0, 0, box.width(), self._top_px), radius)
            painter.fillPath(top, solid(getattr(palette, self._top)))
        active = self._hovered or self.isDown()
        border = palette.teal if active else getattr(palette, self._border)
        paint_box(painter, box, radius, None, border, palette.border_px)
        painter.end()


class Tag(QWidget):
    """A word or two on a sunken pill: source, days, position, equipment, level."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(TextRole.SMALL_MEDIUM))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.palette.ink2))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(wide + 20, self._theme.scaled(Height.TAG))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        border = palette.edge if palette.border_px > 1 else None
        paint_box(painter, box, box.height() / 2, palette.sunken, border)
        painter.drawText(box, ALIGN_CENTRE, self._text)
        painter.end()
