"""The way of the Tab key through widgets that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

TAB_FOCUS = 1  # of Qt.FocusPolicy


def set_tab_order(widgets: Sequence[QWidget]) -> None:
    """Let the Tab key go through `widgets` in this order.

    Those that it passes by now have their place, too, for when another one of their group is
    chosen: Qt leaves out what cannot have the focus.
    """
    policies = [widget.property("focusPolicy") for widget in widgets]
    for widget in widgets:
        widget.setProperty("focusPolicy", TAB_FOCUS)
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
    for widget, policy in zip(widgets, policies, strict=True):
        widget.setProperty("focusPolicy", policy)
