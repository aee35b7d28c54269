"""How long was held, in all and on each side, in letters that are read from the mat."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import ALIGN_RIGHT, PlainLabel


class HeldCard(Card):
    """A line for all of it, one for each side, and one for both sides at once where there was."""

    def __init__(self, theme: Theme, record: SessionRecord, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        held = [(tr("In all"), record.held_ms)]
        held += [(side_title(side), record.held_on_ms(side)) for side in (Side.LEFT, Side.RIGHT)]
        if both_ms := record.held_on_ms(None):
            held.append((tr("Both sides"), both_ms))
        lines = QGridLayout(self)
        lines.setContentsMargins(*(Space.CARD_PADDING,) * 4)
        lines.setVerticalSpacing(6)
        self._labels: list[PlainLabel] = []
        for row, (name, held_ms) in enumerate(held):
            words = PlainLabel(theme, name, TextRole.NEXT, "ink2")
            time = PlainLabel(theme, time_words(held_ms), TextRole.TOTAL, align=ALIGN_RIGHT)
            lines.addWidget(words, row, 0)
            lines.addWidget(time, row, 1)
            self._labels += [words, time]

    def set_text_size(self, size_px: float) -> None:
        for label in self._labels:
            label.set_text_size(size_px)
