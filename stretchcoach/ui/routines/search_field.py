"""The search field: a magnifying glass, Escape empties it, Down goes to the cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole

WIDE_PX, LEAST_PX = 300, 180
ICON_PX, ICON_LEFT_PX, TEXT_LEFT_PX = 18, 14, 24
AROUND_PX = 36  # borders, paddings and what Qt leaves free inside
ESCAPE, DOWN = 0x01000000, 0x01000015


class SearchField(QLineEdit):
    """`entered` tells that one may begin to type, `left_downwards` follows the Down key."""

    entered = Signal()
    left_downwards = Signal()

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        """`words` say what is searched, where that is not everything."""
        super().__init__(parent)
        self._theme = theme
        self._words = words or tr("Search routines and exercises")
        self.setAccessibleName(self._words)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        scaled = self._theme.scaled
        self.setTextMargins(scaled(TEXT_LEFT_PX), 0, 0, 0)
        self.setMinimumWidth(LEAST_PX)
        self.setMaximumWidth(max(scaled(WIDE_PX), self._words_px))
        self._show_words()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.maximumWidth(), self._theme.scaled(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high without the focus as with it, though its border is wider then."""
        return QSize(LEAST_PX, self._theme.scaled(Height.CONTROL))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_words()

    @property
    def _words_px(self) -> int:
        """The width that shows all words."""
        words = QFontMetrics(self._theme.font(TextRole.BODY)).horizontalAdvance(self._words)
        return words + self._theme.scaled(TEXT_LEFT_PX) + AROUND_PX

    def _show_words(self) -> None:
        fit = self.width() >= self._words_px
        self.setPlaceholderText(self._words if fit else tr("Search"))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == ESCAPE and self.text():
            self.clear()
        elif event.key() == DOWN:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        size = self._theme.scaled(ICON_PX)
        box = QRectF(ICON_LEFT_PX, (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        paint_icon(painter, IconName.SEARCH, box, self._theme.palette.ink2)
        painter.end()
