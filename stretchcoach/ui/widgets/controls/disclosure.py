"""Something to read for those who want it: a heading that opens and closes what is below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.text.labels import ALIGN_LEFT, PlainLabel

ICON_PX, GAP_PX, MARGIN_PX = 20, 10, 4


class DisclosureButton(ThemedButton):
    """The heading; an arrow points right when it is closed and down when it is open.

    The words are a label, so that long ones wrap.
    """

    def __init__(self, theme: Theme, title: str, role: TextRole = TextRole.SECTION) -> None:
        super().__init__(theme, title)
        self.setCheckable(True)
        self._words = PlainLabel(theme, title, role, wrap=True, align=ALIGN_LEFT)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)
        theme.follow(self)

    def refresh_theme(self) -> None:
        left = self._theme.scaled(ICON_PX) + GAP_PX
        self._column.setContentsMargins(left, MARGIN_PX, 0, MARGIN_PX)
        self.setMinimumHeight(self._theme.scaled(Height.CHIP))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._column.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(self.minimumHeight(), self._column.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        size = self._theme.scaled(ICON_PX)
        icon = IconName.EXPAND if self.isChecked() else IconName.FORWARD
        box = QRectF(0, (self.height() - size) / 2, size, size)
        paint_icon(painter, icon, box, self._theme.palette.teal_text)
        painter.end()

    def _on_toggled(self, is_open: bool) -> None:
        # Translators: said by a screen reader of a heading that hides what is below it.
        self.setAccessibleDescription(tr("open") if is_open else tr("closed"))
        self.update()


class Disclosure(QWidget):
    """A heading and `content`, which is hidden until the heading is pressed."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        content: QWidget,
        role: TextRole = TextRole.SECTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self.button = DisclosureButton(theme, title, role)
        self.button.toggled.connect(content.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.button)
        column.addWidget(content)
        content.hide()

    @property
    def is_open(self) -> bool:
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        self.button.setChecked(is_open)
