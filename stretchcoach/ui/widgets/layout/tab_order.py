"""The way of the Tab key through widgets that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def set_tab_order(widgets: Sequence[QWidget]) -> None:
    """Let the Tab key go through `widgets` in this order."""
    for one, following in pairwise(widgets):
        QWidget.setTabOrder(one, following)
