"""The head of the form: which exercise it is, and what may stand in its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.bench.picking import easier_and_harder
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.cards.figure_paint import paint_figure
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.picker.exercise_button import ExerciseButton
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

FIGURE = QSize(124, 84)
SWAP = QSize(80, 104)
RADIUS_PX = 12


class ExerciseHead(QWidget):
    """`swapped` has the id of the exercise to put in its place, `all_asked` wants all of them."""

    swapped = Signal(str)
    all_asked = Signal()

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = _Figure(theme, pictures)
        self.name = PlainLabel(theme, "", TextRole.BODY_STRONG, wrap=True)
        self.about = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.box = Card(theme, "sunken", "sunken", RADIUS_PX)
        row = QHBoxLayout(self.box)
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.figure)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.swap_head = PlainLabel(theme, tr("Swap for"), TextRole.SMALL, "ink2")
        self.easier = ExerciseButton(theme, pictures, SWAP)
        self.harder = ExerciseButton(theme, pictures, SWAP)
        self.others = ExerciseButton(theme, pictures, SWAP)
        self.others.set_label(tr("All exercises"))
        self.swaps = QWidget()
        line = QHBoxLayout(self.swaps)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.easier, self.harder, self.others):
            line.addWidget(button, 1)
        self.easier.setAccessibleDescription(tr("Easier, with the same dose"))
        self.harder.setAccessibleDescription(tr("Harder, with the same dose"))
        self.easier.chosen.connect(self.swapped)
        self.harder.chosen.connect(self.swapped)
        self.others.chosen.connect(self.all_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.box, self.swap_head, self.swaps):
            column.addWidget(part)

    def show_words(self, name: str) -> None:
        """A name alone: several steps, a rest."""
        self.name.setText(name)
        for part in (self.figure, self.about, self.swap_head, self.swaps):
            part.hide()

    def show_exercise(
        self,
        name: str,
        exercise: Exercise | None,
        exercises: Mapping[str, Exercise],
        pictures: Mapping[str, Path],
    ) -> None:
        """The one that a step names; None where no exercise is called so."""
        self.name.setText(name)
        words = []
        beside: tuple[Exercise | None, Exercise | None] = (None, None)
        if exercise is not None:
            words = [position_word(exercise.position)] if exercise.position else []
            words += [equipment_word(thing) for thing in exercise.equipment]
            beside = easier_and_harder(exercise, exercises)
            self.figure.show_exercise(exercise, pictures.get(exercise.id))
        self.about.setText(", ".join(words))
        self.about.setVisible(bool(words))
        self.figure.setVisible(exercise is not None)
        for other, button in zip(beside, (self.easier, self.harder), strict=True):
            button.show_exercise(other, pictures.get(other.id) if other else None)
        self.swap_head.show()
        self.swaps.show()


class _Figure(QWidget):
    def __init__(self, theme: Theme, pictures: Thumbnails) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._exercise: Exercise | None = None
        self._picture = ""
        self.setFixedSize(FIGURE)
        pictures.ready.connect(self.update)

    def show_exercise(self, exercise: Exercise, picture: Path | None) -> None:
        self._exercise = exercise
        self._picture = str(still_beside(picture)) if picture is not None else ""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._exercise is not None:
            painter = QPainter(self)
            area = QRectF(self.rect())
            position = self._exercise.position
            paint_figure(
                painter, area, self._picture, position, self._pictures, self._theme.palette
            )
            painter.end()
