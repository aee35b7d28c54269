"""Left and right as people read them."""

from __future__ import annotations

from stretchcoach.core.content.sides import Side, SideOrder
from stretchcoach.core.language.i18n import tr, trc


def side_word(side: Side) -> str:
    # Translators: the side of the body alone, as a heading or a short call.
    return trc("side", "Left") if side is Side.LEFT else trc("side", "Right")


def small_side_word(side: Side) -> str:
    """The word after a comma or in a sentence, where English has a small letter."""
    return trc("in a list", "left") if side is Side.LEFT else trc("in a list", "right")


def side_title(side: Side) -> str:
    return tr("Left side") if side is Side.LEFT else tr("Right side")


def small_side_title(side: Side) -> str:
    """The title after a comma, where English has a small letter."""
    return trc("in a list", "left side") if side is Side.LEFT else trc("in a list", "right side")


def on_the_side(side: Side) -> str:
    return tr("on the left") if side is Side.LEFT else tr("on the right")


def order_word(order: SideOrder) -> str:
    """Which side comes first."""
    return {
        SideOrder.LEFT_FIRST: tr("Left first"),
        SideOrder.RIGHT_FIRST: tr("Right first"),
        SideOrder.AFFECTED_FIRST: tr("Affected first"),
        SideOrder.AFFECTED_LAST: tr("Affected last"),
    }[order]
