"""The layout of the text, which leaves room below the lines that something is said of."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class TextLayout(QPlainTextDocumentLayout):
    """Lines below each other, without wrapping."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._gaps: Mapping[int, int] = {}

    @property
    def gaps(self) -> Mapping[int, int]:
        """How many px are left free below a line, by its number from 0."""
        return self._gaps

    def set_gaps(self, gaps: Mapping[int, int]) -> None:
        """Leave so much free below these lines, and nothing below others."""
        if gaps != self._gaps:
            self._gaps = dict(gaps)
            self.documentSizeChanged.emit(self.documentSize())
            self.requestUpdate()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        box = super().blockBoundingRect(block)
        if self._gaps and (gap := self._gaps.get(block.blockNumber())):
            box.setHeight(box.height() + gap)
        return box
