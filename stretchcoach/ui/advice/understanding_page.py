"""Understanding: the picture, a few chapters in plain words, and the sources at the foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.advice import understanding
from stretchcoach.core.advice.understanding import Chapter
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.advice.anatomy_picture import HipPicture
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import Heading, Point
from stretchcoach.ui.widgets.text.labels import PlainLabel


class UnderstandingPage(TwoColumnPage):
    """About three minutes to read. `back_asked` leads to where it was opened from."""

    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Understanding"), parent=parent)
        self.way_back = WayBack(theme, self)
        self.way_back.asked.connect(self.back_asked)
        self.head.insertWidget(0, self.way_back)
        self.rows.addWidget(_chapter(theme, understanding.under_your_hand()))
        self.rows.addWidget(_picture_card(theme))
        for chapter in (understanding.the_piriformis(), understanding.the_nerve()):
            self.rows.addWidget(_chapter(theme, chapter))
        for chapter in (
            *understanding.sitting_standing_running(),
            understanding.what_stretching_can_do(),
            understanding.what_it_cannot_do(),
            understanding.why_one_side(),
        ):
            self.more_rows.addWidget(_chapter(theme, chapter))
        sources = understanding.sources()
        words = _written(theme, sources, TextRole.SMALL, "ink2")
        self.sources = Disclosure(theme, sources.title, words)
        self.more_rows.addWidget(self.sources)


def _chapter(theme: Theme, chapter: Chapter) -> QWidget:
    block = QWidget()
    block.setAccessibleName(chapter.title)
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(10)
    column.addWidget(Heading(theme, chapter.title))
    column.addWidget(_written(theme, chapter))
    return block


def _written(
    theme: Theme, chapter: Chapter, role: TextRole = TextRole.BODY, ink: str = "ink"
) -> QWidget:
    """Everything of a chapter but its heading."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for text in chapter.paragraphs:
        column.addWidget(PlainLabel(theme, text, role, ink, wrap=True))
    for text in chapter.points:
        column.addWidget(Point(theme, text, role, ink))
    if chapter.after:
        column.addWidget(PlainLabel(theme, chapter.after, role, ink, wrap=True))
    return words


def _picture_card(theme: Theme) -> Card:
    card = Card(theme)
    column = QVBoxLayout(card)
    column.setContentsMargins(*[Space.CARD_PADDING] * 4)
    column.setSpacing(12)
    column.addWidget(HipPicture(theme))
    words = tr("From behind. At the right, the big muscle is cut away (dashed line).")
    column.addWidget(PlainLabel(theme, words, TextRole.SMALL, "ink2", wrap=True))
    return card
