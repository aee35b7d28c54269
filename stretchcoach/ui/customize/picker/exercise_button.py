"""An exercise to press: its picture with its name below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.cards.figure_paint import paint_figure
from stretchcoach.ui.cards.text_lines import lines_of
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton

NAME_PX, MARGIN_PX, ICON_PX = 36, 6, 22
LINES = 2


class ExerciseButton(ThemedButton):
    """`chosen` has the id of the exercise, "" where it stands for all of them."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, pictures: Thumbnails, size: QSize, parent: QWidget | None = None
    ) -> None:
        self._pictures = pictures
        self._size = size
        self._exercise: Exercise | None = None
        self._picture = ""
        super().__init__(theme, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        pictures.ready.connect(self.update)
        theme.follow(self)

    @property
    def exercise(self) -> Exercise | None:
        return self._exercise

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def show_exercise(self, exercise: Exercise | None, picture: Path | None) -> None:
        """Stand for this one; None hides the button."""
        self._exercise = exercise
        self._picture = str(still_beside(picture)) if picture is not None else ""
        if exercise is not None:
            self.set_label(exercise.name)
            self.setToolTip(exercise.name)
        self.setVisible(exercise is not None)

    def sizeHint(self) -> QSize:  # noqa: N802
        scaled = self._theme.scaled
        return QSize(scaled(self._size.width()), scaled(self._size.height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette, scaled = self._theme.palette, self._theme.scaled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        border = palette.teal if self._hovered else palette.edge
        paint_box(painter, box, Radius.CONTROL, palette.surface, border, palette.border_px)
        inner = box.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        name = QRectF(inner)
        name.setTop(inner.bottom() - scaled(NAME_PX))
        area = QRectF(inner)
        area.setBottom(name.top())
        if self._exercise is not None:
            position = self._exercise.position
            paint_figure(painter, area, self._picture, position, self._pictures, palette)
        else:
            sign = QRectF(0, 0, scaled(ICON_PX), scaled(ICON_PX))
            sign.moveCenter(area.center())
            paint_icon(painter, IconName.SEARCH, sign, palette.teal)
        font = self._theme.font(TextRole.SMALL_MEDIUM)
        painter.setFont(font)
        painter.setPen(palette.teal_text)
        lines = list(
            lines_of(self.label, [name.width()] * LINES, QFontMetrics(font).horizontalAdvance)
        )
        name.setHeight(name.height() / LINES)
        name.moveTop(name.top() + name.height() * (LINES - len(lines)) / 2)
        for line in lines:
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, line)
            name.translate(0, name.height())
        painter.end()

    def _on_clicked(self) -> None:
        self.chosen.emit(self._exercise.id if self._exercise is not None else "")
