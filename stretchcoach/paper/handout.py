"""The handout: a routine on paper, a card a step, on A4 or Letter, in usual or large print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPen

from stretchcoach.core.advice.safety import cautions_lead, help_short, stop_short
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.visit_report_words import affected_words
from stretchcoach.core.handout.handout import Handout, HandoutCard
from stretchcoach.core.language.i18n import tr
from stretchcoach.paper.handout_card import LARGE, USUAL, CardPainter, CardSizes
from stretchcoach.paper.sheet import CORAL_TEXT, HEAD_PT, INK, INK2, MARGIN_PT, Sheet, pdf_of

GAP_PT = 12.0
TICK_PT = 10.0
MOST_PAGES = 120
MOST_FOOT_PT, LEAST_BODY_PT = 10, 4
LOGO_WIDE_PT, LOGO_HIGH_PT = 130.0, 34.0

_Pictured = tuple[HandoutCard, QImage]
# The picture of a card on its side; a null one where there is none.
Pictures = Callable[[HandoutCard], QImage]


@dataclass(frozen=True)
class Letterhead:
    """Whose paper it is: the name of a practice, and its picture; both may be missing."""

    name: str = ""
    logo: QImage = field(default_factory=QImage)


def handout_pdf(
    handout: Handout,
    pictures: Pictures,
    head: Letterhead = Letterhead(),
    *,
    letter: bool,
    large: bool = False,
) -> bytes:
    """The pages as a PDF. A QGuiApplication must be there."""

    def paint(device: QPagedPaintDevice) -> None:
        paint_handout(device, handout, pictures, head, large=large)

    return pdf_of(handout.title, paint, letter=letter)


def paint_handout(
    device: QPagedPaintDevice,
    handout: Handout,
    pictures: Pictures,
    head: Letterhead,
    *,
    large: bool = False,
) -> None:
    """The same onto any device for pages, such as a printer."""
    sizes = LARGE if large else USUAL
    sheet = _HandoutSheet(device, handout.title, sizes)
    try:
        _head(sheet, handout, head, sizes)
        _cards(sheet, handout.cards, pictures, sizes)
        _cautions(sheet, handout.cautions, sizes)
    finally:  # whoever has the pictures may not want the rest any more
        sheet.finish()


class _HandoutSheet(Sheet):
    """Every page has the rules of safety at its foot."""

    def __init__(self, device: QPagedPaintDevice, title: str, sizes: CardSizes) -> None:
        super().__init__(device, title, MOST_PAGES)
        self._small_pt = min(sizes.body_pt - 1, MOST_FOOT_PT)
        self._foot_bottom = self.bottom
        self.bottom -= self._foot_high() + GAP_PT
        self._paint_foot()

    @property
    def page_pt(self) -> float:
        """The room on a page after the first."""
        return self.bottom - MARGIN_PT - self.line_pt(HEAD_PT) - 2

    def make_room(self, high_pt: float) -> bool:
        page = self.pages
        has_room = super().make_room(high_pt)
        if self.pages != page:
            self._paint_foot()
        return has_room

    def _texts(self) -> tuple[str, str]:
        return stop_short(), help_short()

    def _foot_high(self) -> float:
        strong, plain = self._texts()
        size = self._small_pt
        return (
            self.high(strong, size, self.width, strong=True)
            + self.high(plain, size, self.width)
            + 8
        )

    def _paint_foot(self) -> None:
        strong, plain = self._texts()
        size = self._small_pt
        y = self._foot_bottom - self._foot_high()
        self.rule(y)
        first = self.high(strong, size, self.width, strong=True)
        self.wrapped(QRectF(self.left, y + 5, self.width, first), strong, size, strong=True)
        rest = QRectF(self.left, y + 6 + first, self.width, self._foot_bottom - y - first)
        self.wrapped(rest, plain, size, colour=INK2)


def _head(sheet: Sheet, handout: Handout, head: Letterhead, sizes: CardSizes) -> None:
    right_pt = sheet.width * 0.36
    left_pt = sheet.width - right_pt - GAP_PT
    top = sheet.y
    foot_of_right = _from(sheet, handout, head, sizes, right_pt)
    title_pt = sizes.title_pt + 9
    high = sheet.high(handout.title, title_pt, left_pt, strong=True)
    sheet.wrapped(QRectF(sheet.left, top, left_pt, high), handout.title, title_pt, strong=True)
    sheet.y = top + high + 4
    sheet.paragraph("  ·  ".join(handout.facts), sizes.body_pt + 1, width_pt=left_pt)
    sheet.y = max(sheet.y, foot_of_right) + 6
    for text in (handout.purpose, handout.note):
        if text:
            sheet.paragraph(text, sizes.body_pt)
            sheet.y += 3
    sheet.rule(sheet.y + 2, INK)
    sheet.y += 6
    _affected(sheet, handout, sizes)
    sheet.y += GAP_PT - 2


def _from(sheet: Sheet, handout: Handout, head: Letterhead, sizes: CardSizes, wide: float) -> float:
    """Who gives it, and the weeks to be filled in, at the right; where that ends."""
    x, y = sheet.left + sheet.width - wide, sheet.y
    if not head.logo.isNull():
        room = QRectF(0, 0, min(LOGO_WIDE_PT, wide), LOGO_HIGH_PT).size()
        size = head.logo.size().toSizeF().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        sheet.painter.drawImage(QRectF(x, y, size.width(), size.height()), head.logo)
        y += size.height() + 4
    line = sheet.line_pt(sizes.body_pt)
    names = [head.name] if head.name else []
    if handout.author:
        names.append(tr("From {author}", author=handout.author))
    for number, name in enumerate(names):
        high = sheet.high(name, sizes.body_pt, wide, strong=number == 0)
        sheet.wrapped(QRectF(x, y, wide, high), name, sizes.body_pt, strong=number == 0)
        y += high + 2
    # Translators: two lines on paper, to be filled in by hand.
    for words in (tr("Week of"), tr("and of")):
        y += 3
        box = QRectF(x, y, wide, line)
        sheet.text(box, words, sizes.body_pt, colour=INK2)
        after = x + sheet.wide(words, sizes.body_pt) + 6
        sheet.painter.setPen(QPen(QColor(INK2), 0.6))
        sheet.painter.drawLine(
            round(after), round(y + line - 2), round(x + wide), round(y + line - 2)
        )
        y += line
    return y


def _affected(sheet: Sheet, handout: Handout, sizes: CardSizes) -> None:
    """Which side it is, or boxes to tick by hand, and which goes first."""
    line = sheet.line_pt(sizes.body_pt)
    box = QRectF(sheet.left, sheet.y, sheet.width, line)
    if handout.affected is not AffectedSide.NONE:
        words = affected_words(handout.affected)
        sheet.text(box, words, sizes.body_pt, strong=True, colour=CORAL_TEXT)
        order = QRectF(box)
        order.setLeft(box.left() + sheet.wide(words, sizes.body_pt, strong=True) + GAP_PT)
        right = Qt.AlignmentFlag.AlignRight
        sheet.text(order, handout.order, sizes.body_pt, colour=INK2, align=right)
    else:
        words = tr("Your affected side")
        sheet.text(box, words, sizes.body_pt, strong=True)
        x = box.left() + sheet.wide(words, sizes.body_pt, strong=True) + 18
        for side in (tr("Left"), tr("Right")):
            sheet.painter.setPen(QPen(QColor(INK), 0.9))
            tick = QRectF(x, sheet.y + (line - TICK_PT) / 2, TICK_PT, TICK_PT)
            sheet.painter.drawRoundedRect(tick, 2, 2)
            x += TICK_PT + 6
            sheet.text(QRectF(x, sheet.y, 200, line), side, sizes.body_pt)
            x += sheet.wide(side, sizes.body_pt) + 18
    sheet.y += line + 4
    sheet.rule(sheet.y)


def _cards(
    sheet: _HandoutSheet, cards: Sequence[HandoutCard], pictures: Pictures, sizes: CardSizes
) -> None:
    """Rows of cards; none is split, and those of a row are equally high."""
    painter, row = _painter(sheet, sizes), list[_Pictured]()
    for card in cards:
        pictured = card, pictures(card)
        if painter.high(*pictured) > sheet.page_pt:
            _row(sheet, painter, row)
            _row(sheet, _fitting_painter(sheet, pictured, sizes), [pictured])
            row = []
            continue
        row.append(pictured)
        if len(row) == sizes.columns:
            _row(sheet, painter, row)
            row = []
    _row(sheet, painter, row)


def _row(sheet: Sheet, painter: CardPainter, row: Sequence[_Pictured]) -> None:
    if not row:
        return
    high = max(painter.high(*pictured) for pictured in row)
    sheet.make_room(high)
    for number, pictured in enumerate(row):
        painter.paint(*pictured, sheet.left + number * (painter.width + GAP_PT), sheet.y, high)
    sheet.y += high + GAP_PT


def _painter(sheet: Sheet, sizes: CardSizes) -> CardPainter:
    wide = (sheet.width - GAP_PT * (sizes.columns - 1)) / sizes.columns
    return CardPainter(sheet, sizes, wide)


def _fitting_painter(sheet: _HandoutSheet, pictured: _Pictured, sizes: CardSizes) -> CardPainter:
    """For a card of very many words: over the whole width, and as small as it must be."""
    for body_pt in range(sizes.body_pt, LEAST_BODY_PT, -1):
        painter = _painter(sheet, replace(sizes, columns=1, body_pt=body_pt, figure_share=0.25))
        if painter.high(*pictured) <= sheet.page_pt:
            break
    return painter


def _cautions(sheet: Sheet, cautions: Sequence[str], sizes: CardSizes) -> None:
    if not cautions:
        return
    size = sizes.body_pt - 1
    lead = cautions_lead()
    sheet.make_room(
        sheet.high(lead, size, sheet.width) + sheet.high(cautions[0], size, sheet.width)
    )
    sheet.paragraph(lead, size)
    sheet.y += 2
    for words in cautions:
        sheet.make_room(sheet.high(words, size, sheet.width))
        sheet.paragraph(words, size, colour=INK2)
        sheet.y += 1
