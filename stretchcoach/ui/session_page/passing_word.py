"""A word in passing: what a person should know of the program while a session goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, Space, TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel

SHOWN_MS = 12_000
MOST_OF_WIDTH = 0.8
EDGE_PX = 8


class PassingWord(Card):
    """Lies over the upper edge of `page`, away from its buttons, and goes by itself.

    Screen readers hear it when it comes; it takes neither the mouse nor the keyboard.
    """

    def __init__(self, theme: Theme, page: QWidget, timer: QTimer | None = None) -> None:
        super().__init__(theme, "amber_tint", "amber_line", Radius.CARD, page)
        self._page = page
        self._words = PlainLabel(theme, "", TextRole.BODY, wrap=True, align=ALIGN_CENTRE)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.CARD_PADDING, EDGE_PX, Space.CARD_PADDING, EDGE_PX)
        row.addWidget(self._words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._waiting: list[str] = []
        self._timer = timer or QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._on_over)
        page.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """What is shown now, "" for nothing."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, sentence: str) -> None:
        """Show `sentence` for a while, after the one that is shown."""
        self._waiting.append(sentence)
        if self.isHidden():
            self._show_next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _show_next(self) -> None:
        sentence = self._waiting.pop(0)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, sentence))

    def _place(self) -> None:
        """At the upper edge, in the middle, as wide as its words or as the page lets it be."""
        page = self._page.rect()
        beside = 2 * (EDGE_PX + Space.CARD_PADDING)
        one_line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + beside
        width = min(one_line, round(MOST_OF_WIDTH * page.width()))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry((page.width() - width) // 2, EDGE_PX, width, height)

    def _on_over(self) -> None:
        self.hide()
        if self._waiting:
            self._show_next()
