"""Paints the rows of the steps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import clock_words
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.cards.figure_paint import paint_figure
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.steps.step_model import StepModel, problem_words
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole

STEP_PX, REST_PX, BLOCK_PX = 61, 41, 41
FIGURE = QSize(74, 46)
HANDLE_PX, NUMBER_PX, GAP_PX, INDENT_PX = 28, 24, 8, 20
BAR_PX = 3
FADED = 0.45
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_CENTRE = int((Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter).value)

Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Handle, number, picture, name, dose, time; a problem in the place of the dose."""

    def __init__(
        self, theme: Theme, view: QAbstractItemView, model: StepModel, pictures: Thumbnails
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._pictures = pictures
        pictures.ready.connect(view.viewport().update)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self._fonts = {role: self._theme.font(role) for role in _ROLES}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        kind = self._model.rows[index.row()].kind
        high = {RowKind.STEP: STEP_PX, RowKind.REST: REST_PX, RowKind.BLOCK: BLOCK_PX}[kind]
        return QSize(100, self._theme.scaled(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() >= len(self._model.rows):
            return
        row = self._model.rows[index.row()]
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, box, row, selected)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(self._theme.palette.teal), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        if not row.is_on:
            painter.setOpacity(FADED)
        self._paint_row(painter, box, row, self._model.number(index.row()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, row: Row, selected: bool) -> None:
        palette = self._theme.palette
        if selected:
            painter.fillRect(box, QColor(palette.teal_tint))
            bar = QRectF(box.left(), box.top(), BAR_PX, box.height())
            painter.fillRect(bar, QColor(palette.teal))
        if row.depth:
            x = box.left() + row.depth * INDENT_PX - 6
            painter.setPen(QPen(QColor(palette.teal_mid), 2))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(QPen(QColor(palette.line), palette.border_px))
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row, number: int) -> None:
        palette, scaled = self._theme.palette, self._theme.scaled
        x = box.left() + BAR_PX + row.depth * INDENT_PX
        handle = QRectF(x + 4, box.center().y() - 9, 18, 18)
        paint_icon(painter, IconName.DRAG, handle, palette.ink3)
        x += HANDLE_PX
        numbered = QRectF(x, box.top(), scaled(NUMBER_PX), box.height())
        self._text(painter, numbered, _CENTRE, str(number), TextRole.BODY, palette.ink2)
        x += scaled(NUMBER_PX) + GAP_PX
        figure = QRectF(x, box.top(), FIGURE.width(), box.height())
        self._paint_figure(painter, figure, row)
        x += FIGURE.width() + 2 * GAP_PX
        right = box.right() - 2 * GAP_PX
        if row.time_ms is not None and row.problem is None:
            words = clock_words(row.time_ms)
            wide = QFontMetrics(self._fonts[TextRole.BODY]).horizontalAdvance(words)
            time = QRectF(right - wide, box.top(), wide, box.height())
            self._text(painter, time, _RIGHT, words, TextRole.BODY, palette.ink2)
            right -= wide + GAP_PX
        self._paint_words(painter, QRectF(x, box.top(), max(0.0, right - x), box.height()), row)

    def _paint_figure(self, painter: QPainter, box: QRectF, row: Row) -> None:
        palette = self._theme.palette
        if row.kind is not RowKind.STEP:
            painter.setPen(QPen(QColor(palette.edge), 2, Qt.PenStyle.DashLine))
            y = box.center().y()
            if row.kind is RowKind.REST:
                painter.drawLine(QPointF(box.left() + 12, y), QPointF(box.right() - 12, y))
            return
        area = QRectF(0, 0, FIGURE.width(), FIGURE.height())
        area.moveCenter(box.center())
        path = self._model.reading.pictures.get(row.exercise)
        still = str(still_beside(path)) if path is not None else ""
        exercise = self._model.reading.exercises.get(row.exercise)
        if still or exercise is not None:
            position = exercise.position if exercise is not None else None
            paint_figure(painter, area, still, position, self._pictures, palette)

    def _paint_words(self, painter: QPainter, box: QRectF, row: Row) -> None:
        palette, scaled = self._theme.palette, self._theme.scaled
        if row.kind is not RowKind.STEP:
            ink = palette.ink2 if row.problem is None else palette.amber
            title = row.title if row.problem is None else problem_words(row)
            self._elided(painter, box, title, TextRole.BODY, ink)
            return
        top = box.center().y() - scaled(22)
        name = QRectF(box.left(), top, box.width(), scaled(22))
        self._elided(painter, name, row.title, TextRole.BODY_STRONG, palette.ink)
        line = QRectF(box.left(), top + scaled(23), box.width(), scaled(20))
        if row.problem is not None:
            size = scaled(18)
            icon = QRectF(line.left(), line.center().y() - size / 2, size, size)
            paint_icon(painter, IconName.WARNING, icon, palette.amber)
            line.setLeft(line.left() + size + 6)
            self._elided(painter, line, problem_words(row), TextRole.SMALL_STRONG, palette.amber)
            return
        self._paint_dose(painter, line, row)

    def _paint_dose(self, painter: QPainter, line: QRectF, row: Row) -> None:
        palette = self._theme.palette
        words = row.words
        if row.is_optional:
            words = ", ".join(filter(None, (words, tr("optional"))))
        if not row.is_on:
            words = ", ".join(filter(None, (tr("off for now"), words)))
        self._elided(painter, line, words, TextRole.SMALL, palette.ink2)
        if row.affected_words:
            used = QFontMetrics(self._fonts[TextRole.SMALL]).horizontalAdvance(words) + 10
            if used + 20 < line.width():
                dot = QPointF(line.left() + used + 4, line.center().y())
                painter.setBrush(QColor(palette.coral))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(dot, 4, 4)
                rest = line.adjusted(used + 13, 0, 0, 0)
                self._elided(painter, rest, row.affected_words, TextRole.SMALL, palette.ink2)

    def _elided(self, painter: QPainter, box: QRectF, text: str, role: TextRole, ink: str) -> None:
        cut = QFontMetrics(self._fonts[role]).elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        self._text(painter, box, _LEFT, cut, role, ink)

    def _text(
        self, painter: QPainter, box: QRectF, where: int, text: str, role: TextRole, ink: str
    ) -> None:
        font: QFont = self._fonts[role]
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, where | Qt.TextFlag.TextSingleLine.value, text)


_ROLES = (TextRole.BODY, TextRole.BODY_STRONG, TextRole.SMALL, TextRole.SMALL_STRONG)
