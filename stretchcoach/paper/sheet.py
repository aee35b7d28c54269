"""One sheet of paper: A4 or Letter, in points, with a few helpers to write on it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

MARGIN_PT = 42.0
POINTS_PER_INCH = 72
RESOLUTION = 1200

INK, INK2, LINE = "#22262B", "#555C64", "#C9C5BA"
CORAL, CORAL_TEXT, SLATE = "#E8604C", "#B03C29", "#5B6B7B"


def is_letter(locale: QLocale | None = None) -> bool:
    """Whether paper is Letter where the person lives; A4 otherwise."""
    system = (locale or QLocale()).measurementSystem()
    return system is QLocale.MeasurementSystem.ImperialUSSystem


class Sheet:
    """A page of PDF that is painted from top to bottom; `y` is where the next thing goes."""

    def __init__(self, title: str, *, letter: bool) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        size = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4
        self._writer.setPageSize(QPageSize(size))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setResolution(RESOLUTION)
        self._writer.setTitle(title)
        self._writer.setCreator("Stretch Coach")
        whole = QPageSize(size).rectPoints()
        self.left = MARGIN_PT
        self.width = whole.width() - 2 * MARGIN_PT
        self.bottom = whole.height() - MARGIN_PT
        self.y = MARGIN_PT
        self.painter = QPainter(self._writer)
        self.painter.scale(RESOLUTION / POINTS_PER_INCH, RESOLUTION / POINTS_PER_INCH)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def finished(self) -> bytes:
        """The PDF. Nothing can be painted after it."""
        self.painter.end()
        return bytes(self._buffer.data().data())

    def font(self, size_pt: int, *, strong: bool = False) -> QFont:
        font = QFont()
        font.setPixelSize(size_pt)  # the painter is scaled, so a pixel is a point
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def line_pt(self, size_pt: int) -> float:
        """The height of a line of text."""
        return round(size_pt * 1.42, 1)

    def text(
        self,
        box: QRectF,
        text: str,
        size_pt: int,
        *,
        strong: bool = False,
        colour: str = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line, cut with “…” where it is too long for `box`."""
        font = self.font(size_pt, strong=strong)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(box, int((align | Qt.AlignmentFlag.AlignVCenter).value), shown)

    def wide(self, text: str, size_pt: int, *, strong: bool = False) -> float:
        """The width of `text`."""
        return QFontMetricsF(self.font(size_pt, strong=strong)).horizontalAdvance(text)

    def paragraph(self, text: str, size_pt: int, *, colour: str = INK) -> None:
        """Text over the whole width, on as many lines as it takes."""
        font = self.font(size_pt)
        flags = int(Qt.TextFlag.TextWordWrap.value)
        box = QRectF(0, 0, self.width, 1000)
        high = QFontMetricsF(font).boundingRect(box, flags, text).height()
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(QRectF(self.left, self.y, self.width, high + 2), flags, text)
        self.y += high

    def heading(self, text: str) -> None:
        """The head of a part, with a line below it."""
        self.y += 10
        high = self.line_pt(11)
        self.text(QRectF(self.left, self.y, self.width, high), text, 11, strong=True)
        self.y += high + 1
        self.rule(self.y)
        self.y += 4

    def rule(self, y: float, colour: str = LINE) -> None:
        self.painter.setPen(QPen(QColor(colour), 0.6))
        self.painter.drawLine(QPointF(self.left, y), QPointF(self.left + self.width, y))
