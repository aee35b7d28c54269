"""Safety: the fixed texts, the signs of an emergency first; and the short rule for other pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.advice import safety
from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.advice.safety import Advice
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import AdviceBlock, Heading
from stretchcoach.ui.widgets.text.day_table import DayTable
from stretchcoach.ui.widgets.text.labels import PlainLabel


class SafetyPage(TwoColumnPage):
    """All safety texts. `understanding_requested` and `welcome_requested` are its two links,
    which are left out where there is nowhere to go yet. Where it was opened from another page,
    `back_asked` leads there."""

    understanding_requested = Signal()
    welcome_requested = Signal()
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        links: bool = True,
        opened: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tr("Safety"), parent=parent)
        if opened:
            self.way_back = WayBack(theme, self)
            self.way_back.asked.connect(self.back_asked)
            self.head.insertWidget(0, self.way_back)
        self.rows.addWidget(
            _advice_card(theme, safety.get_help_now(), IconName.WARNING, border="ink")
        )
        for advice in (
            safety.talk_to_a_doctor_today(),
            safety.make_an_appointment(),
            safety.ask_first(),
        ):
            self.rows.addWidget(_advice_card(theme, advice))
        for advice in (safety.while_you_exercise(), safety.stop_at_once()):
            self.more_rows.addWidget(_advice_card(theme, advice))
        self._add_day()
        self._add_cautions()
        self.more_rows.addWidget(_advice_card(theme, safety.what_the_coach_is()))
        if links:
            self._add_links()

    def _add_cautions(self) -> None:
        theme = self._theme
        card, column = _card(theme)
        column.addWidget(Heading(theme, tr("What the words beside an exercise mean")))
        lead = tr(
            "Some exercises name people who should ask a health professional first. In the "
            "settings you can choose which of them are you; routines then show what to leave out."
        )
        column.addWidget(PlainLabel(theme, lead, wrap=True))
        for caution in Caution:
            words = caution_words(caution)
            block = QVBoxLayout()
            block.setSpacing(0)
            block.addWidget(PlainLabel(theme, words.label, TextRole.BODY_STRONG, wrap=True))
            block.addWidget(PlainLabel(theme, words.meaning, ink="ink2", wrap=True))
            column.addLayout(block)
        self.more_rows.addWidget(card)

    def _add_day(self) -> None:
        theme = self._theme
        card, column = _card(theme)
        advice = safety.judge_your_day()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(PlainLabel(theme, advice.lead, wrap=True))
        inside.addWidget(DayTable(theme))
        self.day = Disclosure(theme, advice.title, content)
        column.addWidget(self.day)
        self.more_rows.addWidget(card)

    def _add_links(self) -> None:
        self._understanding = Button(
            self._theme, tr("Understanding: muscles, nerve and stretching"), ButtonKind.LINK
        )
        self._understanding.clicked.connect(self.understanding_requested)
        self._welcome = Button(self._theme, tr("Show the first pages again"), ButtonKind.LINK)
        self._welcome.clicked.connect(self.welcome_requested)
        for link in (self._understanding, self._welcome):
            row = QHBoxLayout()
            row.addWidget(link)
            row.addStretch(1)
            self.more_rows.addLayout(row)


def _advice_card(
    theme: Theme, advice: Advice, icon: IconName | None = None, border: str = "line"
) -> Card:
    card, column = _card(theme, border)
    column.addWidget(AdviceBlock(theme, advice, icon))
    return card


def _card(theme: Theme, border: str = "line") -> tuple[Card, QVBoxLayout]:
    card = Card(theme, border=border)
    column = QVBoxLayout(card)
    padding = Space.CARD_PADDING + 4
    column.setContentsMargins(padding, padding - 4, padding, padding)
    column.setSpacing(10)
    return card, column
