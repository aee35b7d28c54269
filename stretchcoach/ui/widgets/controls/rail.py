"""The rail at the left edge: where one can go, the present place marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.controls.exclusive import ExclusiveGroup
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE

RAIL_PX, ITEM_PX, ITEM_HIGH_PX, MARGIN_PX = 96, 80, 68, 8


class RailItem(ThemedButton):
    """An icon with its word below."""

    def __init__(self, theme: Theme, key: str, text: str, icon: IconName) -> None:
        self.key = key
        self._icon = icon
        super().__init__(theme, text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        theme.follow(self)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        on = self.isChecked()
        put_font(self, self._theme.font(TextRole.SMALL_STRONG if on else TextRole.SMALL_MEDIUM))
        self._set_ink(palette.teal_text if on else palette.ink2)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        text = self.fontMetrics().horizontalAdvance(self.label) + 8
        wide = max(self._theme.scaled(ITEM_PX), text)
        return QSize(wide, self._theme.scaled(ITEM_HIGH_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette, scaled = self._theme.palette, self._theme.scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self._hovered:
            border = palette.teal if on and palette.border_px > 1 else None
            fill = palette.teal_tint if on else palette.sunken
            paint_box(painter, QRectF(self.rect()), self.focus_radius, fill, border, 2)
        icon_px = scaled(24)
        box = QRectF((self.width() - icon_px) / 2, scaled(11), icon_px, icon_px)
        paint_icon(painter, self._icon, box, palette.teal_text if on else palette.ink2)
        words = QRectF(0, scaled(38), self.width(), scaled(22))
        painter.drawText(words, ALIGN_CENTRE, self.label)
        painter.end()

    def _on_toggled(self, on: bool) -> None:
        self.refresh_theme()


class Rail(QWidget):
    """Items from the top, and some at the foot; `chosen` has the key of the one pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr("Pages"))
        self._items: dict[str, RailItem] = {}
        self._group = ExclusiveGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN_PX, 16, MARGIN_PX, 16)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self._above = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.follow(self)

    def add(self, key: str, text: str, icon: IconName, *, at_foot: bool = False) -> None:
        """Add an item below the others of the top, or at the foot."""
        item = RailItem(self._theme, key, text, icon)
        self._items[key] = item
        self._group.add(item)
        if at_foot:
            self._column.addWidget(item)
        else:
            self._column.insertWidget(self._above, item)
            self._above += 1

    def mark(self, key: str) -> None:
        """Show that one is at `key`."""
        self._items[key].setChecked(True)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        inner = max((item.sizeHint().width() for item in self._items.values()), default=0)
        return QSize(max(RAIL_PX, inner + 2 * MARGIN_PX), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        wide = palette.border_px
        edge = QRectF(self.width() - wide, 0, wide, self.height())
        paint_box(painter, edge, 0, palette.line)
        painter.end()

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailItem):
            self.chosen.emit(button.key)
