"""A rating from 0 to 10: one click each, and a second click takes it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel

MOST = 10
CELL = QSize(40, 40)
SMALLEST_CELL_PX = 26


class RatingCell(ThemedButton):
    """One number of the scale."""

    def __init__(self, theme: Theme, value: int, parent: QWidget | None = None) -> None:
        self.value = value
        super().__init__(theme, str(value), parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(TextRole.BODY_STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._theme.scaled(CELL.width()), self._theme.scaled(CELL.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(SMALLEST_CELL_PX, self._theme.scaled(CELL.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows belong to the row: a button would go to the next stop of the Tab key."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = palette.teal if self.isChecked() else palette.surface
        if self._hovered and not self.isChecked():
            fill = palette.teal_tint
        border = palette.teal if self.isChecked() else palette.edge
        paint_box(painter, QRectF(self.rect()), Radius.CONTROL, fill, border, palette.border_px)
        painter.setPen(QColor(palette.on_teal if self.isChecked() else palette.teal_text))
        painter.drawText(QRectF(self.rect()), ALIGN_CENTRE, self.label)
        painter.end()


class RatingRow(QWidget):
    """A name and the numbers 0 to 10; `rated` has the number, or None where it was taken back."""

    rated = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        value: int | None = None,
        *,
        gap_px: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._title = PlainLabel(theme, name, TextRole.BODY)
        self._cells = tuple(RatingCell(theme, number) for number in range(MOST + 1))
        cells = QHBoxLayout()
        cells.setSpacing(gap_px)
        for cell in self._cells:
            cell.setAccessibleDescription(tr("{name}, {n} of 10", name=name, n=cell.value))
            cell.clicked.connect(self._on_clicked)
            cells.addWidget(cell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(cells)
        self.set_value(value)

    @property
    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show `value` without telling."""
        self._value = value
        for cell in self._cells:
            cell.setChecked(cell.value == value)
        self._keep_one_tab_stop()

    def take_focus(self) -> None:
        """The keyboard goes to the chosen number."""
        self._cells[self._value or 0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = (event.key() == Qt.Key.Key_Right) - (event.key() == Qt.Key.Key_Left)
        focused = [cell for cell in self._cells if cell.hasFocus()]
        if not step or not focused:
            super().keyPressEvent(event)
            return
        number = min(MOST, max(0, focused[0].value + step))
        self._cells[number].setFocus()

    def _on_clicked(self) -> None:
        cell = self.sender()
        if not isinstance(cell, RatingCell):
            return
        self.set_value(None if cell.value == self._value else cell.value)
        self.rated.emit(self._value)

    def _keep_one_tab_stop(self) -> None:
        """Tab goes to the whole row, the arrow keys go along it."""
        chosen = self._value or 0
        for cell in self._cells:
            policy = Qt.FocusPolicy.TabFocus if cell.value == chosen else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)
