"""A card of the handout: what is done in one step, and boxes to tick for two weeks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPen

from stretchcoach.core.handout.handout import HandoutCard, HandoutRow
from stretchcoach.core.language.day_words import WEEKDAYS, weekday_word
from stretchcoach.paper.sheet import CORAL, INK, INK2, LINE, Sheet

WEEKS = 2
RADIUS_PT, CORNER_PT, BOX_CORNER_PT = 9.0, 8.0, 3.0
DOT_PT = 3.0


@dataclass(frozen=True)
class CardSizes:
    """Measures in points; `figure_share` is the part of the width that the picture takes."""

    columns: int
    title_pt: int
    dose_pt: int
    body_pt: int
    label_pt: float
    box_pt: float
    padding_pt: float
    figure_share: float


USUAL = CardSizes(2, 12, 10, 9, 32, 15, 11, 0.50)
LARGE = CardSizes(1, 17, 14, 13, 50, 21, 14, 0.36)


class CardPainter:
    """Paints cards of one width onto `sheet`."""

    def __init__(self, sheet: Sheet, sizes: CardSizes, width_pt: float) -> None:
        self._sheet, self._sizes = sheet, sizes
        self.width = width_pt
        self._inner = width_pt - 2 * sizes.padding_pt

    def high(self, card: HandoutCard, picture: QImage) -> float:
        """How high `card` is at least."""
        sizes = self._sizes
        rows = sum(self._row_high(row) for row in card.rows)
        boxes = WEEKS * (sizes.box_pt + 3)
        return (
            self._title_high(card)
            + self._middle_high(card, picture)
            + rows
            + boxes
            + 2 * sizes.padding_pt
            + 18
        )

    def paint(self, card: HandoutCard, picture: QImage, x: float, y: float, high: float) -> None:
        """Paint `card` with its corner at `x`, `y`; the boxes stand at its foot."""
        padding = self._sizes.padding_pt
        self._frame(QRectF(x, y, self.width, high), LINE, CORNER_PT)
        x, at = x + padding, y + padding
        self._paint_title(card, x, at)
        at += self._title_high(card) + 6
        self._paint_middle(card, picture, x, at)
        at += self._middle_high(card, picture) + 6
        for row in card.rows:
            self._paint_row(row, x, at)
            at += self._row_high(row)
        self._paint_boxes(card, x, y + high - padding - WEEKS * (self._sizes.box_pt + 3) + 3)

    # The title with its number

    def _title_width(self) -> float:
        return self._inner - 2 * RADIUS_PT - 8

    def _title_high(self, card: HandoutCard) -> float:
        text = self._sheet.high(card.title, self._sizes.title_pt, self._title_width(), strong=True)
        return max(2 * RADIUS_PT, text)

    def _paint_title(self, card: HandoutCard, x: float, y: float) -> None:
        sheet, high = self._sheet, self._title_high(card)
        circle = QRectF(x, y + (min(high, 2 * RADIUS_PT) / 2 - RADIUS_PT), 18, 18)
        sheet.painter.setPen(QPen(QColor(INK), 0.9))
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.drawEllipse(circle)
        centre = Qt.AlignmentFlag.AlignHCenter
        sheet.text(circle, str(card.number), 9 if card.number > 99 else 10, align=centre)
        box = QRectF(x + 2 * RADIUS_PT + 8, y, self._title_width(), high)
        sheet.wrapped(box, card.title, self._sizes.title_pt, strong=True)

    # Picture and dose

    def _figure_size(self, picture: QImage) -> QSizeF:
        if picture.isNull():
            return QSizeF(0, 0)
        wide = self._inner * self._sizes.figure_share
        room = QSizeF(wide, wide * 0.75)
        return QSizeF(picture.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _dose_lines(self, card: HandoutCard) -> list[tuple[str, bool]]:
        """Each line and whether it is that of the affected side."""
        lines = [(text, False) for text in card.doses if text]
        if card.affected_dose:
            lines.insert(1, (card.affected_dose, True))
        return lines

    def _dose_place(self, picture: QImage) -> tuple[float, float]:
        """Where doses begin, from the left, and how wide they may be."""
        if picture.isNull():
            return 0.0, self._inner
        left = self._inner * self._sizes.figure_share + 10
        return left, self._inner - left

    def _dose_high(self, text: str, width: float) -> float:
        return self._sheet.high(text, self._sizes.dose_pt, width - 2 * DOT_PT - 5, strong=True) + 3

    def _middle_high(self, card: HandoutCard, picture: QImage) -> float:
        _, width = self._dose_place(picture)
        doses = sum(self._dose_high(text, width) for text, _ in self._dose_lines(card))
        return max(self._figure_size(picture).height(), doses)

    def _paint_middle(self, card: HandoutCard, picture: QImage, x: float, y: float) -> None:
        sheet, sizes = self._sheet, self._sizes
        high = self._middle_high(card, picture)
        if not picture.isNull():
            size = self._figure_size(picture)
            room = self._inner * sizes.figure_share
            place = QPointF(x + (room - size.width()) / 2, y + (high - size.height()) / 2)
            sheet.painter.drawImage(QRectF(place, size), picture)
        left, width = self._dose_place(picture)
        lines = self._dose_lines(card)
        at = y + (high - sum(self._dose_high(text, width) for text, _ in lines)) / 2
        for number, (text, is_affected) in enumerate(lines):
            dot = 2 * DOT_PT + 5 if is_affected else 0.0
            if is_affected:
                self._dot(x + left + DOT_PT, at + sheet.line_pt(sizes.dose_pt) / 2)
            box = QRectF(x + left + dot, at, width - dot, self._dose_high(text, width))
            sheet.wrapped(box, text, sizes.dose_pt, strong=number == 0 or is_affected)
            at += box.height()

    def _dot(self, x: float, y: float) -> None:
        self._sheet.painter.setPen(Qt.PenStyle.NoPen)
        self._sheet.painter.setBrush(QColor(CORAL))
        self._sheet.painter.drawEllipse(QPointF(x, y), DOT_PT, DOT_PT)
        self._sheet.painter.setBrush(Qt.BrushStyle.NoBrush)

    # Lines with a label

    def _row_high(self, row: HandoutRow) -> float:
        width = self._inner - self._sizes.label_pt
        return self._sheet.high(row.text, self._sizes.body_pt, width, strong=row.is_strong) + 2

    def _paint_row(self, row: HandoutRow, x: float, y: float) -> None:
        sheet, sizes, high = self._sheet, self._sizes, self._row_high(row)
        label = QRectF(x, y, sizes.label_pt - 4, high)
        sheet.wrapped(label, row.label, sizes.body_pt, strong=row.is_strong, colour=INK2)
        text = QRectF(x + sizes.label_pt, y, self._inner - sizes.label_pt, high)
        sheet.wrapped(text, row.text, sizes.body_pt, strong=row.is_strong)

    # Boxes to tick

    def _paint_boxes(self, card: HandoutCard, x: float, y: float) -> None:
        sheet, sizes = self._sheet, self._sizes
        gap = 4.0
        wide = (self._inner - gap * (len(WEEKDAYS) - 1)) / len(WEEKDAYS)
        for week in range(WEEKS):
            for number, day in enumerate(WEEKDAYS):
                planned = day in card.weekdays
                left, top = x + number * (wide + gap), y + week * (sizes.box_pt + 3)
                box = QRectF(left, top, wide, sizes.box_pt)
                self._frame(box, INK if planned else LINE, BOX_CORNER_PT, 1.1 if planned else 0.6)
                sheet.text(
                    box,
                    weekday_word(day),
                    round(sizes.box_pt / 2),
                    strong=planned,
                    colour=INK if planned else INK2,
                    align=Qt.AlignmentFlag.AlignHCenter,
                )

    def _frame(self, box: QRectF, colour: str, corner: float, line: float = 0.7) -> None:
        self._sheet.painter.setPen(QPen(QColor(colour), line))
        self._sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        self._sheet.painter.drawRoundedRect(box, corner, corner)
