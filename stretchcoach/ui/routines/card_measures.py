"""How large cards are and how many stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Space

# Widths of the area for cards that belong to windows 1100 and 760 px wide.
THREE_FROM_PX, TWO_FROM_PX = 924, 584
# What the view of the cards needs beyond their width: the gap of the last one, and one more
# pixel, for QListView begins a new row already when cards fit exactly.
OVERHANG_PX = Space.CARD_GAP + 1
FIGURE_MARGIN_PX = 8


def columns(width_px: int, text_scale: float) -> int:
    """How many cards stand side by side; large text needs wider ones."""
    if width_px >= THREE_FROM_PX * text_scale:
        return 3
    return 2 if width_px >= TWO_FROM_PX * text_scale else 1


def cell_size(width_px: int, theme: Theme) -> QSize:
    """The size of a card in `width_px` together with the gap to its neighbours."""
    count = columns(width_px, theme.text_scale)
    wide = (width_px - Space.CARD_GAP * (count - 1)) // count
    return QSize(wide + Space.CARD_GAP, card_height(theme) + Space.CARD_GAP)


def card_height(theme: Theme) -> int:
    """The words grow with the text, the picture does not."""
    return Height.CARD_FIGURE + theme.scaled(Height.ROUTINE_CARD - Height.CARD_FIGURE)


def card_box(cell: QRectF) -> QRectF:
    """The card in its cell, which has the gap at the right and below it."""
    gap = Space.CARD_GAP - Space.FOCUS_ROOM
    return cell.adjusted(Space.FOCUS_ROOM, Space.FOCUS_ROOM, -gap, -gap)


def figure_size(card_width_px: float) -> QSize:
    """How large a picture may be on a card of this width."""
    return QSize(
        int(card_width_px) - 2 * FIGURE_MARGIN_PX, Height.CARD_FIGURE - 2 * FIGURE_MARGIN_PX
    )
