"""Words in blocks: a heading, a lead, points with dots, and what comes after them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.advice.safety import Advice
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.dot import Dot
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel

DOT_PX = 6
HEADING_ICON_PX = 22


class IconView(QWidget):
    """An icon that stands beside words and says nothing of its own. `size_px` is at 100 %."""

    def __init__(
        self,
        theme: Theme,
        icon: IconName,
        size_px: int = HEADING_ICON_PX,
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._size_px, self._ink = theme, icon, size_px, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(1, 1) * self._theme.scaled(self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        ink = getattr(self._theme.palette, self._ink)
        paint_icon(painter, self._icon, QRectF(self.rect()), ink)
        painter.end()


class Point(QWidget):
    """One point of a list: a dot and words that wrap."""

    def __init__(
        self, theme: Theme, text: str, role: TextRole = TextRole.BODY, ink: str = "ink"
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Dot(theme, "ink3", DOT_PX, role))
        row.addWidget(PlainLabel(theme, text, role, ink, wrap=True, align=ALIGN_TOP_LEFT), 1)


class Heading(QWidget):
    """The heading of a block, with an icon before it where there is one."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: IconName | None = None,
        role: TextRole = TextRole.SECTION,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if icon is not None:
            row.addWidget(IconView(theme, icon))
        row.addWidget(PlainLabel(theme, text, role, wrap=True), 1)


class AdviceBlock(QWidget):
    """An `Advice` written out. `role` is the size of everything but the heading."""

    def __init__(
        self,
        theme: Theme,
        advice: Advice,
        icon: IconName | None = None,
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(advice.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if advice.title:
            column.addWidget(Heading(theme, advice.title, icon))
        if advice.lead:
            column.addWidget(PlainLabel(theme, advice.lead, role, wrap=True))
        for point in advice.points:
            column.addWidget(Point(theme, point, role))
        for text in advice.after:
            column.addWidget(PlainLabel(theme, text, role, wrap=True))
