"""Keys beside what they do: the drawing of a key, a button with its key, a key with its words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel


class KeyCap(QWidget):
    """The drawing of a key, such as "Space", for the hints below and beside buttons."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._size_px: float | None = None
        self._faint = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def set_text_size(self, size_px: float | None) -> None:
        self._size_px = size_px
        self.refresh_theme()

    def set_faint(self, faint: bool) -> None:
        """A key that does nothing now."""
        if faint is not self._faint:
            self._faint = faint
            self.refresh_theme()

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(TextRole.SMALL, self._size_px))
        palette = self.palette()
        ink = self._theme.palette.edge if self._faint else self._theme.palette.ink2
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        self.setPalette(palette)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        height = round(metrics.height() * 1.28)
        return QSize(max(height + 4, metrics.horizontalAdvance(self._key) + 16), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        box = QRectF(self.rect())
        paint_box(painter, box, 5, None, palette.edge, palette.border_px)
        painter.drawText(box, ALIGN_CENTRE, self._key)
        painter.end()


class SessionButton(QWidget):
    """A button of the session with the key that does the same below it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: IconName,
        key: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = Button(theme, text, kind, icon, height_px=Height.SESSION_BUTTON)
        self.key_cap = KeyCap(theme, key)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.key_cap)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)  # room for the focus ring
        column.setSpacing(8)
        column.addWidget(self.button)
        column.addLayout(row)

    def show_key(self, shown: bool) -> None:
        """Whether the key stands below the button."""
        self.key_cap.setVisible(shown)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # by itself it would wait until it is seen
        self.updateGeometry()

    def set_enabled(self, enabled: bool) -> None:
        """Whether it can be pressed, by mouse and by key."""
        self.button.setEnabled(enabled)
        self.key_cap.set_faint(not enabled)


class KeyHint(QWidget):
    """A key and what it does, in one line: how full screen shows its controls."""

    def __init__(self, theme: Theme, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key_cap = KeyCap(theme, key)
        self.words = PlainLabel(theme, text, TextRole.SMALL, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.key_cap)
        row.addWidget(self.words)

    def set_text_size(self, size_px: float | None) -> None:
        self.key_cap.set_text_size(size_px)
        self.words.set_text_size(size_px)
