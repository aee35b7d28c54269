"""The three pages of the first start, each a column of words and choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.advice import welcome_words as first_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.controls.choices import side_options, sound_options
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import AdviceBlock, Point
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 600
CLICK_FOCUS = 2  # Qt.FocusPolicy.ClickFocus
FIGURE_PX = 260
FIGURE = "figures/figure-4-supine.webp"


class WelcomePart(ScrollPage):
    """One of the pages, in the middle of the window."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title, COLUMN_PX, centred=True)
        self.rows.insertStretch(0, 2)
        self.setProperty("focusPolicy", CLICK_FOCUS)  # Tab goes to what can be seen


class WhatItIs(WelcomePart):
    """What the coach is, and what it is not."""

    def __init__(self, theme: Theme) -> None:
        words = first_words.welcome()
        super().__init__(theme, words.title)
        self.figure = FigureView(theme)
        self.figure.show_figure(bundled_dir("assets") / FIGURE, mirrored=False, at_hold=True)
        self.rows.insertWidget(1, self.figure)
        self.rows.addWidget(PlainLabel(theme, words.lead, TextRole.NEXT, wrap=True))
        for text in words.points:
            self.rows.addWidget(Point(theme, text, TextRole.NEXT))
        self.rows.addStretch(3)
        theme.follow(self)

    def refresh_theme(self) -> None:
        """Large words come first: the figure leaves them its room."""
        self.figure.setFixedHeight(round(FIGURE_PX / self._theme.text_scale**2))


class BeforeYouBegin(WelcomePart):
    """The signs of an emergency, who should ask first, and the rule for every exercise."""

    safety_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Before you begin"))
        help_now, ask_first, exercise = first_words.before_you_begin()
        card = Card(theme, border="ink")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[Space.CARD_PADDING] * 4)
        column.addWidget(AdviceBlock(theme, help_now, IconName.WARNING))
        self.rows.addWidget(card)
        self.rows.addWidget(AdviceBlock(theme, ask_first))
        self.rows.addWidget(AdviceBlock(theme, exercise))
        self.link = Button(theme, tr("All safety advice"), ButtonKind.LINK)
        self.link.clicked.connect(self.safety_requested)
        row = QHBoxLayout()
        row.addWidget(self.link)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.rows.addStretch(3)


class YourSide(WelcomePart):
    """Which side, and whether the coach speaks. Choices are told as keys of the settings; "" is a
    side that was let go again. No side is chosen for anybody."""

    side_chosen = Signal(str)
    sound_chosen = Signal(str)

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__(theme, tr("Your side"))
        question = tr("Which side bothers you?")
        self.side = SegmentRow(theme, question, _sides(), may_be_none=True)
        if settings.welcomed:  # it was answered then
            self.side.set_key(settings.affected.value)
        self.side.chosen.connect(self._on_side_chosen)
        any_time = tr("You can change this at any time.")
        self._add(question, self.side, f"{any_time} {first_words.side_explained()}")
        question = tr("Shall the coach speak?")
        self.sound = SegmentRow(theme, question, sound_options())
        self.sound.set_key(settings.sound_profile.value)
        self.sound.chosen.connect(self.sound_chosen)
        self._add(question, self.sound, tr("You can change this at any time, also in a session."))
        self.rows.addStretch(3)

    def _add(self, question: str, choice: QWidget, help_text: str) -> None:
        block = QVBoxLayout()
        block.setSpacing(10)
        block.addWidget(PlainLabel(self._theme, question, TextRole.SECTION, wrap=True))
        block.addWidget(choice)
        block.addWidget(PlainLabel(self._theme, help_text, TextRole.SMALL, "ink2", wrap=True))
        self.rows.addLayout(block)
        self.rows.addSpacing(12)

    def _on_side_chosen(self, key: str) -> None:
        self.side_chosen.emit(key)


def _sides() -> tuple[Option, ...]:
    """The choices of the settings, as answers to the question which side."""
    none, *sides = side_options()
    return (*sides, none._replace(text=tr("Neither")))
