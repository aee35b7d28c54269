"""Small cards, so that many exercises are in sight at once: picture, name, where, what to ask."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from stretchcoach.ui.cards.card_delegate import CardDelegate
from stretchcoach.ui.cards.card_view import CardView
from stretchcoach.ui.cards.card_words import CardWords
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.tokens import Radius, Space, TextRole

LEAST_PX = 186  # a card; as many as there is room for stand side by side
FIGURE_PX, WORDS_PX = 104, 98
NAME_LINE, ABOUT_LINE, CAUTION_LINE = (8, 22), (54, 18), (74, 18)
NAME_LINES = 2
RING_PX = 2


class SmallCardView(CardView):
    """The same cards, smaller; a click looks at one, a double click takes it."""

    @property
    def columns(self) -> int:
        cell = self._theme.scaled(LEAST_PX) + Space.CARD_GAP
        return max(1, (self._cards_width + Space.CARD_GAP) // cell)

    def cell_size(self) -> QSize:
        count, gap = self.columns, Space.CARD_GAP
        wide = (self._cards_width - gap * (count - 1)) // count
        return QSize(wide + gap, FIGURE_PX + self._theme.scaled(WORDS_PX) + gap)


class SmallCardDelegate(CardDelegate):
    """Paints them; the current one keeps its ring while the keyboard is elsewhere."""

    figure_px = FIGURE_PX
    padding_px = 12

    def _paint_words(
        self, painter: QPainter, box: QRectF, words: CardWords, *, problem: bool
    ) -> None:
        palette = self._theme.palette
        wide = [self._room(box, *NAME_LINE).width()] * NAME_LINES
        self._lines(painter, box, *NAME_LINE, words.title, wide, TextRole.CARD_NAME, palette.ink)
        self._foot(painter, box, ABOUT_LINE, words.about, TextRole.SMALL, palette.ink2, "")
        if words.caution:
            self._paint_caution(painter, box, words.caution, CAUTION_LINE)

    def _paint_top(self, painter: QPainter, box: QRectF, tile: object, row: int) -> None:
        super()._paint_top(painter, box, tile, row)  # type: ignore[arg-type]
        if row == self._view.currentIndex().row() and not self._view.hasFocus():
            ring = box.adjusted(1, 1, -1, -1)
            paint_box(painter, ring, Radius.CARD, None, self._theme.palette.teal, RING_PX)
