"""The building blocks of the settings page: a section, and a row of words and a control."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.layout.flow_layout import PairLayout
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import Heading
from stretchcoach.ui.widgets.text.labels import PlainLabel

WORDS_PX = 220


class SettingRow(QWidget):
    """What a setting is called and what it does, and its control beside or below."""

    def __init__(self, theme: Theme, title: str, help_text: str, control: QWidget) -> None:
        super().__init__()
        self._theme = theme
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(PlainLabel(theme, title, wrap=True))
        if help_text:
            column.addWidget(PlainLabel(theme, help_text, TextRole.SMALL, "ink2", wrap=True))
        self._pair = PairLayout(24, WORDS_PX, self)
        self._pair.addWidget(words)
        self._pair.addWidget(control)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._pair.set_words_px(self._theme.scaled(WORDS_PX))


class Section(Card):
    """A card with a heading; its rows stand below each other with room between them."""

    def __init__(self, theme: Theme, title: str, help_text: str = "") -> None:
        super().__init__(theme)
        self._rows = QVBoxLayout(self)
        padding = Space.CARD_PADDING + 4
        self._rows.setContentsMargins(padding, padding - 4, padding, padding)
        self._rows.setSpacing(18)
        self._rows.addWidget(Heading(theme, title))
        if help_text:
            self._rows.addWidget(PlainLabel(theme, help_text, ink="ink2", wrap=True))

    def add(self, title: str, help_text: str, control: QWidget) -> SettingRow:
        """A row for a setting; what it was put into."""
        row = SettingRow(self._theme, title, help_text, control)
        self._rows.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Something that takes the whole width."""
        self._rows.addWidget(widget)


def left_in_row(*widgets: QWidget) -> QWidget:
    """The widgets side by side at the left."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return line
