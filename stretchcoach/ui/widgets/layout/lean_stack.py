"""A stack of widgets that is only as large as the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedLayout


class LeanStack(QStackedLayout):
    """Qt's own stack keeps room for the largest of its widgets, seen or not."""

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
