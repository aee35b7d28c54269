"""What is in a pack, before it is taken in: from whom, how long, what has changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.packs.offer_words import Told, told
from stretchcoach.files.packs.receiving import Offer
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.layout.tab_order import set_tab_order
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar
from stretchcoach.ui.widgets.text.advice import Heading, Point
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_CHANGES = 40  # of a routine or plan that are listed


class PackPage(ScrollPage):
    """`take_asked` has the Offer that the person wants; `left` follows when they do not."""

    take_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, file: Path, profile: Profile) -> None:
        super().__init__(theme, tr("Take in a file"))
        self._theme = theme
        self._profile = profile
        self._offer: Offer | None = None
        self.file_name = PlainLabel(theme, clean(file.name), TextRole.SMALL, "ink2", wrap=True)
        self.words = PlainLabel(theme, tr("Looking into it …"), wrap=True)
        self.work_bar = WorkBar(theme)
        self.take = Button(theme, "", ButtonKind.PRIMARY)
        self.leave = Button(theme, tr("Not now"))
        self._buttons = QWidget()
        buttons = FlowLayout(12, self._buttons)
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        self.take.hide()
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self.left)
        for part in (self.file_name, self.words, self.work_bar, self._buttons):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self._back_keys = [QShortcut(QKeySequence(key), self) for key in ("Esc", "Alt+Left")]
        for key in self._back_keys:
            key.activated.connect(self.left)
        set_tab_order([self.work_bar.cancel, self.take, self.leave])
        self.leave.setFocus()

    def show_offer(self, offer: Offer) -> None:
        """What is in it; nothing of it has been kept yet."""
        self._offer = offer
        if offer.problems:
            self._show_problems(offer)
            return
        count = len(offer.names)
        self.words.setText(
            tr("This is what is in it. Nothing of your own is changed: not your routines, not your"
               " settings, not your diary.")
        )  # fmt: skip
        for one in told(offer, self._profile):
            self._add(_told_card(self._theme, one))
        self.take.set_label(trn("Add it to my routines", "Add them to my routines", count))
        self.take.show()
        self.take.setFocus()

    def show_failure(self, sentence: str) -> None:
        """It cannot be taken in, or could not."""
        self.words.setText(sentence)
        self.take.hide()
        self._show_back()

    def _show_problems(self, offer: Offer) -> None:
        errors = len(offer.problems)
        self.words.setText(
            trn("It has {n} problem and cannot be taken in. Tell who made it:",
                "It has {n} problems and cannot be taken in. Tell who made it:", errors)
        )  # fmt: skip
        card = Card(self._theme)
        column = _column(card)
        for problem in offer.problems[:MOST_CHANGES]:
            words = tr("{file}, line {line}: {problem}", file=clean(problem.path.name),
                       line=problem.line, problem=problem.message)  # fmt: skip
            column.addWidget(Point(self._theme, words))
        self._add(card)
        self._show_back()

    def _show_back(self) -> None:
        self.leave.set_label(tr("Back to the routines"))
        self.leave.setFocus()

    def _add(self, part: QWidget) -> None:
        """Above the buttons."""
        self.rows.insertWidget(self.rows.indexOf(self._buttons), part)

    def _on_take(self) -> None:
        if self._offer is not None:
            self.take.setEnabled(False)
            self.take_asked.emit(self._offer)


def _told_card(theme: Theme, one: Told) -> Card:
    card = Card(theme)
    card.setAccessibleName(one.title)
    column = _column(card)
    column.addWidget(Heading(theme, one.title))
    for text in one.about:
        column.addWidget(PlainLabel(theme, text, TextRole.BODY, "ink2", wrap=True))
    column.addWidget(PlainLabel(theme, one.standing, wrap=True))
    for change in one.changes[:MOST_CHANGES]:
        column.addWidget(Point(theme, change))
    more = len(one.changes) - MOST_CHANGES
    if more > 0:
        words = trn("{n} more change", "{n} more changes", more)
        column.addWidget(PlainLabel(theme, words, TextRole.SMALL, "ink2"))
    return card


def _column(card: Card) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(*[Space.CARD_PADDING] * 4)
    column.setSpacing(10)
    return column
