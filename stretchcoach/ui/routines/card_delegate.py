"""Paints the cards. Imported when there is a first card, for it needs the dear enums of Qt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.problems.source_excerpt import Excerpt, paint_excerpt
from stretchcoach.ui.routines.card_measures import card_box, figure_size
from stretchcoach.ui.routines.card_model import CardModel
from stretchcoach.ui.routines.card_view import CardView
from stretchcoach.ui.routines.card_words import CardWords
from stretchcoach.ui.routines.thumbnails import Thumbnails
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box, paint_focus, rounded_top, solid
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Radius, Space, TextRole
from stretchcoach.ui.widgets.figure.placeholder import paint_placeholder

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMN_GAP_PX = 12
# Tops of the three lines below the picture and their heights, at 100 % of the text size.
TITLE_LINE, ABOUT_LINE, LAST_LINE = (14, 24), (43, 20), (73, 20)


class CardDelegate(QStyledItemDelegate):
    """Paints one card after the other into a `CardView`."""

    def __init__(self, theme: Theme, view: CardView, model: CardModel, pictures: Thumbnails):
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._pictures = pictures
        pictures.ready.connect(view.viewport().update)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._fonts = {role: self._theme.font(role) for role in _ROLES}

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._view.cell_size()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.row()
        card, words = self._model.card(row), self._model.words(row)
        box = card_box(QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter, box, card, row)
        self._paint_top(painter, box, card)
        self._paint_words(painter, box, card, words)
        if row == self._view.currentIndex().row() and self._view.hasFocus():
            paint_focus(painter, box, Radius.CARD, self._theme.palette.teal)
        painter.restore()

    def _paint_surface(self, painter: QPainter, box: QRectF, card: LibraryCard, row: int) -> None:
        palette = self._theme.palette
        good = card.facts is not None
        paint_box(painter, box, Radius.CARD, palette.surface)
        top = QRectF(box.topLeft(), box.bottomRight())
        top.setHeight(Height.CARD_FIGURE)
        colour = palette.sunken if good else palette.amber_tint
        painter.fillPath(rounded_top(top, Radius.CARD), solid(colour))
        border = palette.line if good else palette.amber_line
        if row == self._view.hovered_row:
            border = palette.teal
        paint_box(painter, box, Radius.CARD, None, border, palette.border_px)

    def _paint_top(self, painter: QPainter, box: QRectF, card: LibraryCard) -> None:
        size = figure_size(box.width())
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(box.topLeft() + QRectF(0, 0, box.width(), Height.CARD_FIGURE).center())
        if card.facts is None:
            if card.broken is not None:
                inner = area.adjusted(12, 0, -12, 0)
                paint_excerpt(painter, inner, Excerpt.of(card.broken), self._theme)
            return
        if card.pictures:
            ratio = painter.device().devicePixelRatioF()
            known, picture = self._pictures.picture(card.pictures[0], size, ratio)
            if picture is not None:
                shown = QRectF(0, 0, picture.width() / ratio, picture.height() / ratio)
                shown.moveCenter(area.center())
                painter.drawPixmap(shown.topLeft(), picture)
            if picture is not None or not known:
                return
        sign = area.adjusted(0, 4, 0, -4)
        paint_placeholder(painter, sign, card.facts.figure_position, self._theme.palette)

    def _paint_words(
        self, painter: QPainter, box: QRectF, card: LibraryCard, words: CardWords
    ) -> None:
        palette = self._theme.palette
        if card.facts is None:
            self._line(painter, box, TITLE_LINE, words.title, TextRole.CARD_NAME, palette.ink,
                       words.time, TextRole.CARD_NAME, palette.amber, IconName.WARNING)  # fmt: skip
            self._line(painter, box, ABOUT_LINE, words.about, TextRole.SMALL, palette.ink2)
            self._line(
                painter, box, LAST_LINE, words.last, TextRole.SMALL_STRONG, palette.teal_text
            )
            return
        self._line(painter, box, TITLE_LINE, words.title, TextRole.CARD_NAME, palette.ink,
                   words.time, TextRole.CARD_NAME, palette.ink)  # fmt: skip
        self._line(painter, box, ABOUT_LINE, words.about, TextRole.SMALL, palette.ink2,
                   words.level, TextRole.SMALL, palette.ink2)  # fmt: skip
        self._line(painter, box, LAST_LINE, words.last, TextRole.SMALL, palette.ink2,
                   words.source, TextRole.SMALL, palette.ink2)  # fmt: skip

    def _line(
        self,
        painter: QPainter,
        box: QRectF,
        place: tuple[int, int],
        left: str,
        left_role: TextRole,
        left_ink: str,
        right: str = "",
        right_role: TextRole = TextRole.SMALL,
        right_ink: str = "",
        icon: IconName | None = None,
    ) -> None:
        """One line: a text at the left, cut off where the one at the right begins."""
        scaled = self._theme.scaled
        top = box.top() + Height.CARD_FIGURE + scaled(place[0])
        line = QRectF(
            box.left() + Space.CARD_PADDING,
            top,
            box.width() - 2 * Space.CARD_PADDING,
            scaled(place[1]),
        )
        room = line.width()
        if right:
            font = self._fonts[right_role]
            wide = QFontMetrics(font).horizontalAdvance(right)
            self._text(painter, line, RIGHT, right, font, right_ink)
            if icon is not None:
                size = scaled(18)
                at = QRectF(line.right() - wide - size - 8, 0, size, size)
                at.moveTop(line.center().y() - size / 2)
                paint_icon(painter, icon, at, right_ink)
                wide += size + 8
            room -= wide + COLUMN_GAP_PX
        line.setWidth(max(0.0, room))
        font = self._fonts[left_role]
        cut = QFontMetrics(font).elidedText(left, Qt.TextElideMode.ElideRight, int(room))
        self._text(painter, line, LEFT, cut, font, left_ink)

    @staticmethod
    def _text(
        painter: QPainter, box: QRectF, where: Qt.AlignmentFlag, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, int(where.value) | Qt.TextFlag.TextSingleLine.value, text)


_ROLES = (TextRole.CARD_NAME, TextRole.SMALL, TextRole.SMALL_STRONG)
