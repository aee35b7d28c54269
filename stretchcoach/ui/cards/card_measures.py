"""How large cards are, how many stand side by side, and where on a card things stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Space

# Widths of the area for cards that belong to windows 1100 and 760 px wide.
THREE_FROM_PX, TWO_FROM_PX = 924, 584
# What the view of the cards needs beyond their width: the gap of the last one.
OVERHANG_PX = Space.CARD_GAP
FIGURE_MARGIN_PX = 8
HEADING_PX, ABOVE_HEADING_PX = 38, 12
STAR_PX, STAR_ROOM_PX = 22, 44  # the sign, and what of the card's corner belongs to it


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


def star_room(box: QRectF) -> QRectF:
    """The corner of a card that can be pressed to make it a favourite."""
    return QRectF(box.right() - STAR_ROOM_PX, box.top(), STAR_ROOM_PX, STAR_ROOM_PX)


def figure_size(card_width_px: float, figure_px: int = Height.CARD_FIGURE) -> QSize:
    """How large a picture may be on a card of this width; `figure_px` is the height kept for it."""
    return QSize(int(card_width_px) - 2 * FIGURE_MARGIN_PX, figure_px - 2 * FIGURE_MARGIN_PX)
