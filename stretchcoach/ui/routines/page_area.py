"""What of the page scrolls: everything below its head."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

NEVER = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff; naming it would build the `Qt` namespace


class PageContent(QWidget):
    """As high as its width asks for: the least height that Qt reckons with is that of chips and
    words which wrap at the least width, and would leave the end of the page empty."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), 0)


class PageArea(QScrollArea):
    """Scrolls `content`; `resized` follows the scroll bar's coming and going, too."""

    resized = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        # A viewport of Qt's own would have PySide6 build all of its classes to find out which
        # it is as soon as one asks for it.
        self.setViewport(QWidget())
        self.setProperty("focusPolicy", 0)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()
