"""A step in the list: number, picture, name, dose and time; pressed, it opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.step_list import StepLine
from stretchcoach.core.session.dose_words import (
    affected_dose_words,
    dose_words,
    load_words,
    step_title,
)
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.ui.routine.dose_line import DoseLine
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.figure.placeholder import paint_placeholder
from stretchcoach.ui.widgets.text.labels import ALIGN_RIGHT, PlainLabel

STEP_PX, REST_PX = 83, 41
FIGURE = QSize(128, 71)
SIDE_PX = 20
CHEVRON_PX = 18
FADED = 0.4


def shown_side(planned: PlannedStep, exercise: Exercise) -> Side:
    """The working side in the picture of a step: the one that comes first."""
    return planned.first_side or exercise.figure_side


class Thumbnail(QWidget):
    """The hold of an exercise, small; the sign of its position while there is no picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercise: Exercise | None = None
        self._pixmap: QPixmap | None = None
        self._mirrored = self._faded = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    @property
    def has_picture(self) -> bool:
        return self._pixmap is not None

    @property
    def is_mirrored(self) -> bool:
        return self._mirrored

    @property
    def exercise(self) -> Exercise | None:
        return self._exercise

    def show_exercise(self, exercise: Exercise | None, *, mirrored: bool, faded: bool) -> None:
        """None is a rest; another exercise waits for another picture."""
        if exercise != self._exercise:
            self._pixmap = None
        self._exercise, self._mirrored, self._faded = exercise, mirrored, faded
        self.updateGeometry()
        self.update()

    def set_image(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self._pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def refresh_theme(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return FIGURE if self._exercise else QSize(FIGURE.width(), 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._exercise is None:
            self._paint_rest(painter, box)
        else:
            painter.setOpacity(FADED if self._faded else 1.0)
            if self._mirrored:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            if self._pixmap is None:
                paint_placeholder(painter, box, self._exercise.position, self._theme.palette)
            else:
                size = self._pixmap.deviceIndependentSize()
                x, y = (box.width() - size.width()) / 2, (box.height() - size.height()) / 2
                painter.drawPixmap(round(x), round(y), self._pixmap)
        painter.end()

    def _paint_rest(self, painter: QPainter, box: QRectF) -> None:
        for number in range(8):
            dash = QRectF(box.center().x() - 31 + number * 8, box.center().y() - 1, 4, 2)
            paint_box(painter, dash, 1, self._theme.palette.edge)


class StepRow(ThemedButton):
    """One step. `show_line` brings it up to date; a rest cannot be pressed."""

    focus_radius = float(Radius.CONTROL)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.line: StepLine | None = None
        self._open = False
        super().__init__(theme, "", parent)
        self._number = PlainLabel(theme, "", TextRole.SMALL_MEDIUM, "ink2")
        self.figure = Thumbnail(theme)
        self._name = PlainLabel(theme, "", TextRole.LIST_NAME, wrap=True)
        self._dose = DoseLine(theme)
        self._note = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self._time = PlainLabel(theme, "", TextRole.BODY_STRONG, align=ALIGN_RIGHT)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addStretch(1)
        for part in (self._name, self._dose, self._note):
            self._words.addWidget(part)
        self._words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, 6, SIDE_PX, 6)
        row.setSpacing(0)
        row.addWidget(self._number)
        row.addWidget(self.figure)
        row.addSpacing(20)
        row.addLayout(self._words, 1)
        row.addSpacing(12)
        row.addWidget(self._time)
        row.addSpacing(CHEVRON_PX + 8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        """Whether the details of the step stand below it."""
        self._open = is_open
        self._tell()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Without the picture, where the room is short."""
        self.figure.setVisible(not compact)

    def show_line(self, line: StepLine) -> None:
        self.line = line
        planned, exercise = line.planned, line.planned.exercise
        ink = "ink3" if line.left_out else "ink2"
        self._number.setText(str(line.number))
        mirrored = exercise is not None and (
            shown_side(planned, exercise) is not exercise.figure_side
        )
        self.figure.show_exercise(exercise, mirrored=mirrored, faded=line.left_out)
        self._name.setText(step_title(planned))
        self._name.set_role(TextRole.LIST_NAME if exercise else TextRole.BODY)
        self._name.set_ink("ink" if exercise and not line.left_out else ink)
        self._dose.set_words(
            dose_words(planned, as_written=True),
            "" if line.left_out else affected_dose_words(planned, as_written=True),
            _remarks(line),
            ink,
        )
        self._dose.setVisible(bool(self._dose.words))
        self._note.setText(planned.note_on(planned.first_side))
        self._note.setVisible(bool(planned.step.note) and not line.left_out)
        self._time.setText(tr("Left out") if line.left_out else time_words(line.time_ms))
        self._time.set_role(TextRole.BODY if line.left_out else TextRole.BODY_STRONG)
        self._time.set_ink("ink2" if line.left_out else "ink")
        self.setEnabled(exercise is not None)
        self._tell()
        self.refresh_theme()

    def refresh_theme(self) -> None:
        is_rest = self.line is not None and self.line.planned.exercise is None
        self._number.setFixedWidth(self._theme.scaled(26))
        self.setMinimumHeight(self._theme.scaled(REST_PX if is_rest else STEP_PX))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.line is not None and self.line.number > 1:
            paint_box(painter, QRectF(0, 0, self.width(), palette.border_px), 0, palette.line)
        if self.isEnabled():
            if self._hovered:
                inner = QRectF(self.rect()).adjusted(5, 6, -5, -5)
                paint_box(painter, inner, self.focus_radius, None, palette.teal_mid, 1)
            self._paint_chevron(painter)
        painter.end()

    def _paint_chevron(self, painter: QPainter) -> None:
        size = CHEVRON_PX
        painter.translate(self.width() - SIDE_PX - size / 2, self.height() / 2)
        if self._open:
            painter.scale(1, -1)
        box = QRectF(-size / 2, -size / 2, size, size)
        paint_icon(painter, IconName.EXPAND, box, self._theme.palette.ink3)

    def _tell(self) -> None:
        """The row in words, for who hears it."""
        if self.line is None:
            return
        title = tr("Step {n}: {name}", n=self.line.number, name=self._name.text())
        parts = (title, self._dose.words, self._time.text(), self._note.text())
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(tr("open") if self._open else tr("closed"))


def _remarks(line: StepLine) -> tuple[str, ...]:
    remarks = list(load_words(line.planned))
    if line.rounds > 1:
        remarks.append(tr("round {n} of {total}", n=line.round_no, total=line.rounds))
    if line.planned.step.optional:
        remarks.append(tr("optional"))
    if line.sets_left_out:
        remarks.append(trn("{n} set left out", "{n} sets left out", line.sets_left_out))
    return tuple(remarks)
