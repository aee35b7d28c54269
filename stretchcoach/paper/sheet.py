"""Sheets of paper: A4 or Letter, in points, with a few helpers to write on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from stretchcoach.core.language.i18n import tr

MARGIN_PT = 42.0
POINTS_PER_INCH = 72
RESOLUTION = 1200
MOST_PAGES = 4
HEAD_PT = 9
HEADING_ABOVE_PT, HEADING_PT, HEADING_BELOW_PT = 10.0, 11, 5.0

INK, INK2, LINE = "#22262B", "#555C64", "#C9C5BA"
CORAL, CORAL_TEXT, SLATE = "#E8604C", "#B03C29", "#5B6B7B"


def is_letter(locale: QLocale | None = None) -> bool:
    """Whether paper is Letter where the person lives; A4 otherwise."""
    system = (locale or QLocale()).measurementSystem()
    return system is QLocale.MeasurementSystem.ImperialUSSystem


def pdf_of(title: str, paint: Callable[[QPagedPaintDevice], None], *, letter: bool) -> bytes:
    """A PDF of what `paint` paints."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(page_size(letter=letter)))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("Stretch Coach")
    paint(writer)
    return bytes(buffer.data().data())


def page_size(*, letter: bool) -> QPageSize.PageSizeId:
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4


class Sheet:
    """Pages of `device`, a PDF or a printer whose whole paper may be painted on, filled from top to
    bottom; `y` is where the next thing goes. Every page after the first has `running_head`."""

    def __init__(
        self, device: QPagedPaintDevice, running_head: str, most_pages: int = MOST_PAGES
    ) -> None:
        self._device, self._running_head = device, running_head
        self._most_pages = most_pages
        whole = device.pageLayout().fullRectPoints()
        self.left = MARGIN_PT
        self.width = whole.width() - 2 * MARGIN_PT
        self.bottom = whole.height() - MARGIN_PT
        self.y = MARGIN_PT
        self.pages = 1
        self.painter = QPainter(device)
        scale = device.logicalDpiX() / POINTS_PER_INCH
        self.painter.scale(scale, scale)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def finish(self) -> None:
        """Nothing can be painted after it."""
        self.painter.end()

    def make_room(self, high_pt: float) -> bool:
        """Go to the next page where this one has no `high_pt` left; False where there may be no
        further one."""
        if self.y + high_pt <= self.bottom:
            return True
        if self.pages == self._most_pages:
            return False
        self._device.newPage()
        self.pages += 1
        self.y = MARGIN_PT
        box = QRectF(self.left, self.y, self.width, self.line_pt(HEAD_PT))
        self.text(box, self._running_head, HEAD_PT, colour=INK2)
        words = tr("Page {n}", n=self.pages)
        self.text(box, words, HEAD_PT, colour=INK2, align=Qt.AlignmentFlag.AlignRight)
        self.y += box.height() + 2
        return True

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

    def wrapped(
        self,
        box: QRectF,
        text: str,
        size_pt: int,
        *,
        strong: bool = False,
        colour: str = INK,
    ) -> None:
        """Text from the top of `box` on, on as many lines as it takes."""
        self.painter.setFont(self.font(size_pt, strong=strong))
        self.painter.setPen(QColor(colour))
        flags = self._wrapping(text, size_pt, box.width(), strong=strong)
        self.painter.drawText(box.adjusted(0, 0, 0, 2), flags, text)

    def wide(self, text: str, size_pt: int, *, strong: bool = False) -> float:
        """The width of `text`."""
        return QFontMetricsF(self.font(size_pt, strong=strong)).horizontalAdvance(text)

    def high(self, text: str, size_pt: int, width_pt: float, *, strong: bool = False) -> float:
        """What `text` takes on as many lines as it needs."""
        metrics = QFontMetricsF(self.font(size_pt, strong=strong))
        flags = self._wrapping(text, size_pt, width_pt, strong=strong)
        return metrics.boundingRect(QRectF(0, 0, width_pt, 100_000), flags, text).height()

    def paragraph(
        self,
        text: str,
        size_pt: int,
        *,
        indent_pt: float = 0.0,
        width_pt: float | None = None,
        colour: str = INK,
    ) -> None:
        """Text from the indent on, over all that is left or `width_pt`, on as many lines as it
        takes."""
        width = self.width - indent_pt if width_pt is None else width_pt
        high = self.high(text, size_pt, width)
        self.painter.setFont(self.font(size_pt))
        self.painter.setPen(QColor(colour))
        box = QRectF(self.left + indent_pt, self.y, width, high + 2)
        self.painter.drawText(box, self._wrapping(text, size_pt, width), text)
        self.y += high

    def _wrapping(self, text: str, size_pt: int, width_pt: float, *, strong: bool = False) -> int:
        """Between words; a word that is wider than the line is broken."""
        words = text.split()
        longest_pt = max((self.wide(word, size_pt, strong=strong) for word in words), default=0.0)
        wrap = Qt.TextFlag.TextWordWrap
        return int((wrap if longest_pt <= width_pt else Qt.TextFlag.TextWrapAnywhere).value)

    @property
    def heading_pt(self) -> float:
        """What the head of a part takes."""
        return HEADING_ABOVE_PT + self.line_pt(HEADING_PT) + HEADING_BELOW_PT

    def heading(self, text: str) -> None:
        """The head of a part, with a line below it."""
        self.y += HEADING_ABOVE_PT
        high = self.line_pt(HEADING_PT)
        self.text(QRectF(self.left, self.y, self.width, high), text, HEADING_PT, strong=True)
        self.rule(self.y + high + 1)
        self.y += high + HEADING_BELOW_PT

    def rule(self, y: float, colour: str = LINE) -> None:
        self.painter.setPen(QPen(QColor(colour), 0.6))
        self.painter.drawLine(QPointF(self.left, y), QPointF(self.left + self.width, y))
