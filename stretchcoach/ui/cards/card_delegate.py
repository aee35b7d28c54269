"""Paints the cards. Imported when there is a first card, for it needs the dear enums of Qt."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from stretchcoach.core.content.terms import Position
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.cards.card_measures import STAR_PX, card_box, figure_size, star_room
from stretchcoach.ui.cards.card_model import CardModel
from stretchcoach.ui.cards.card_view import CardView
from stretchcoach.ui.cards.card_words import CardWords
from stretchcoach.ui.cards.figure_paint import paint_figure
from stretchcoach.ui.cards.text_lines import lines_of
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.cards.tiles import Tile
from stretchcoach.ui.problems.source_excerpt import Excerpt, paint_excerpt
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box, paint_focus, rounded_top, solid
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Radius, Space, TextRole

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COLUMN_GAP_PX = 12
# At 100 % of the text size: the top of the first line, and the heights of lines of the title and
# of what it is for, of which there are three together.
FIRST_LINE_PX, TITLE_LINE_PX, PURPOSE_LINE_PX = 12, 24, 20
TITLE_LINES, LINES = 2, 3
# Tops and heights of the two lines at the foot.
ABOUT_LINE, LAST_LINE = (90, 20), (114, 20)
MEASURED_TEXTS = 4096
ROLES = (TextRole.CARD_NAME, TextRole.SMALL, TextRole.SMALL_STRONG)


class CardDelegate(QStyledItemDelegate):
    """Paints one card after the other into a `CardView`."""

    figure_px: int = Height.CARD_FIGURE
    padding_px: int = Space.CARD_PADDING

    def __init__(self, theme: Theme, view: CardView, model: CardModel, pictures: Thumbnails):
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._pictures = pictures
        pictures.ready.connect(view.viewport().update)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._fonts = {role: self._theme.font(role) for role in ROLES}
        # The same words are measured at every key stroke of a search.
        self._advances = {
            role: lru_cache(MEASURED_TEXTS)(_Advance(QFontMetrics(font)))
            for role, font in self._fonts.items()
        }

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
        tile, words = self._model.card(row), self._model.words(row)
        box = card_box(QRectF(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter, box, tile, row)
        self._paint_top(painter, box, tile, row)
        if self._model.routine_id(row):
            self._paint_star(painter, box, words.favourite)
        self._paint_words(painter, box, words, problem=_is_broken(tile))
        if row == self._view.currentIndex().row() and self._view.hasFocus():
            paint_focus(painter, box, Radius.CARD, self._theme.palette.teal)
        painter.restore()

    def _paint_surface(self, painter: QPainter, box: QRectF, tile: Tile, row: int) -> None:
        palette = self._theme.palette
        good = not _is_broken(tile)
        paint_box(painter, box, Radius.CARD, palette.surface)
        top = QRectF(box.topLeft(), box.bottomRight())
        top.setHeight(self.figure_px)
        colour = palette.sunken if good else palette.amber_tint
        painter.fillPath(rounded_top(top, Radius.CARD), solid(colour))
        border = palette.line if good else palette.amber_line
        if row == self._view.hovered_row:
            border = palette.teal
        paint_box(painter, box, Radius.CARD, None, border, palette.border_px)

    def _paint_top(self, painter: QPainter, box: QRectF, tile: Tile, row: int) -> None:
        size = figure_size(box.width(), self.figure_px)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(box.topLeft() + QRectF(0, 0, box.width(), self.figure_px).center())
        if _is_broken(tile):
            if isinstance(tile, LibraryCard) and tile.broken is not None:
                inner = area.adjusted(12, 0, -12, 0)
                paint_excerpt(painter, inner, Excerpt.of(tile.broken), self._theme)
            return
        path = self._model.picture(row)
        paint_figure(painter, area, path, _position(tile), self._pictures, self._theme.palette)

    def _paint_star(self, painter: QPainter, box: QRectF, on: bool) -> None:
        palette = self._theme.palette
        place = QRectF(0, 0, STAR_PX, STAR_PX)
        place.moveCenter(star_room(box).center())
        name, ink = (IconName.STAR_FULL, palette.teal) if on else (IconName.STAR, palette.ink3)
        paint_icon(painter, name, place, ink)

    def _paint_words(
        self, painter: QPainter, box: QRectF, words: CardWords, *, problem: bool
    ) -> None:
        palette, small = self._theme.palette, TextRole.SMALL
        ink, icon = (palette.amber, IconName.WARNING) if problem else (palette.ink, None)
        room = self._room(box, FIRST_LINE_PX, TITLE_LINE_PX)
        beside = self._right(painter, room, words.time, TextRole.CARD_NAME, ink, icon)
        widths = [room.width() - beside, *[room.width()] * (TITLE_LINES - 1)]
        top = self._lines(painter, box, FIRST_LINE_PX, TITLE_LINE_PX, words.title, widths,
                          TextRole.CARD_NAME, palette.ink)  # fmt: skip
        left = LINES - round((top - FIRST_LINE_PX) / TITLE_LINE_PX)
        self._lines(painter, box, top, PURPOSE_LINE_PX, words.purpose, [room.width()] * left,
                    small, palette.ink2)  # fmt: skip
        self._foot(painter, box, ABOUT_LINE, words.about, small, palette.ink2, words.level)
        if words.caution:
            self._paint_caution(painter, box, words.caution)
        elif words.stands_out:
            self._foot(painter, box, LAST_LINE, words.last, TextRole.SMALL_STRONG,
                       palette.teal_text, words.source)  # fmt: skip
        else:
            self._foot(painter, box, LAST_LINE, words.last, small, palette.ink2, words.source)

    def _paint_caution(
        self, painter: QPainter, box: QRectF, text: str, place: tuple[int, int] = LAST_LINE
    ) -> None:
        """What to ask first about, with a shield before it."""
        palette, size = self._theme.palette, self._theme.scaled(18)
        room = self._room(box, *place)
        sign = QRectF(room.left(), room.center().y() - size / 2, size, size)
        paint_icon(painter, IconName.SAFETY, sign, palette.ink)
        room.setLeft(sign.right() + COLUMN_GAP_PX / 2)
        for line in lines_of(text, [room.width()], self._advances[TextRole.SMALL_STRONG]):
            self._text(painter, room, LEFT, line, TextRole.SMALL_STRONG, palette.ink)

    def _foot(
        self,
        painter: QPainter,
        box: QRectF,
        place: tuple[int, int],
        text: str,
        role: TextRole,
        ink: str,
        at_right: str,
    ) -> None:
        """One line: a text at the left that ends where the one at the right begins."""
        room = self._room(box, *place)
        beside = self._right(painter, room, at_right, TextRole.SMALL, self._theme.palette.ink2)
        self._lines(painter, box, *place, text, [room.width() - beside], role, ink)

    def _right(
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        role: TextRole,
        ink: str,
        icon: IconName | None = None,
    ) -> float:
        """A text at the right end of `room`, an icon before it; how much of the room it takes."""
        if not text:
            return 0.0
        wide: float = self._advances[role](text)
        self._text(painter, room, RIGHT, text, role, ink)
        if icon is not None:
            size = self._theme.scaled(18)
            at = QRectF(room.right() - wide - size - 8, 0, size, size)
            at.moveTop(room.center().y() - size / 2)
            paint_icon(painter, icon, at, ink)
            wide += size + 8
        return wide + COLUMN_GAP_PX

    def _lines(
        self,
        painter: QPainter,
        box: QRectF,
        top_px: int,
        line_px: int,
        text: str,
        widths: list[float],
        role: TextRole,
        ink: str,
    ) -> int:
        """`text` in lines as wide as `widths` say; the top of what may stand below them."""
        for line in lines_of(text, widths, self._advances[role]):
            self._text(painter, self._room(box, top_px, line_px), LEFT, line, role, ink)
            top_px += line_px
        return top_px

    def _room(self, box: QRectF, top_px: int, high_px: int) -> QRectF:
        """A line of the words, by its top and height at 100 % of the text size."""
        scaled, padding = self._theme.scaled, self.padding_px
        top = box.top() + self.figure_px + scaled(top_px)
        return QRectF(box.left() + padding, top, box.width() - 2 * padding, scaled(high_px))

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        where: Qt.AlignmentFlag,
        text: str,
        role: TextRole,
        ink: str,
    ) -> None:
        painter.setFont(self._fonts[role])
        painter.setPen(QColor(ink))
        painter.drawText(box, int(where.value) | Qt.TextFlag.TextSingleLine.value, text)


class _Advance:
    """How wide a text is, in px. The method of Qt itself is no good for a cache, which asks what
    it wraps for its signature: PySide6 then gets ready to tell those of all its classes."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self._metrics = metrics

    def __call__(self, text: str) -> int:
        return self._metrics.horizontalAdvance(text)


def _is_broken(tile: Tile) -> bool:
    return isinstance(tile, LibraryCard) and tile.facts is None


def _position(tile: Tile) -> Position | None:
    if isinstance(tile, LibraryCard):
        return tile.facts.figure_position if tile.facts else None
    return tile.position
