"""The way back from a page that was opened from another: a link above its title, and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind

LINK_PX = 28
KEYS = ("Esc", "Alt+Left", "Back")


class WayBack(QWidget):
    """`asked` for the link, which is as short as its words, and for the keys, on all of `page`."""

    asked = Signal()

    def __init__(self, theme: Theme, page: QWidget, text: str = "") -> None:
        super().__init__()
        kind = ButtonKind.LINK
        self.link = Button(theme, text or tr("Back"), kind, IconName.BACK, height_px=LINK_PX)
        self.link.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._keys = [QShortcut(QKeySequence(key), page) for key in KEYS]
        for key in self._keys:
            key.setContext(within)
            key.activated.connect(self.asked)
