"""A visit report that was sent as text, to be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from stretchcoach.ui.clients.keep_menu import KeepRow
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 980
MOST_SHOWN = 40_000  # letters; a report of a year has a tenth


class SentTextPage(ScrollPage):
    """`back_asked` leaves it."""

    back_asked = Signal()

    def __init__(self, theme: Theme, title: str, text: str, keep: KeepRow) -> None:
        super().__init__(theme, title, COLUMN_PX)
        self.keep = keep
        self.way_back = WayBack(theme, self)
        self.way_back.asked.connect(self.back_asked)
        self.words = PlainLabel(theme, text[:MOST_SHOWN], wrap=True)
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 18, 24, 20)
        column.addWidget(self.words)
        self.rows.insertWidget(0, self.way_back)
        self.rows.addWidget(keep)
        self.rows.addWidget(card)
        self.rows.addStretch(1)
        self.setFocusProxy(self.way_back.link)
