"""The exercise that is looked at in the picker: what it is, and the easier and the harder one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from stretchcoach.core.bench.picking import easier_and_harder
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words, targets_words
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.term_words import equipment_word, kind_word, position_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_words import level_words
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.picker.exercise_button import ExerciseButton
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_PX = 300
BUTTON = QSize(140, 118)


class PickDetail(QScrollArea):
    """`taken` wants the exercise that is shown, `looked_at` has the id of another to look at."""

    taken = Signal()
    looked_at = Signal(str)

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = PlainLabel(theme, "", TextRole.SECTION, wrap=True)
        self.about = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.muscles = PlainLabel(theme, "", TextRole.SMALL, wrap=True)
        self.caution = PlainLabel(theme, "", TextRole.SMALL_STRONG, wrap=True)
        self.how = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.take = Button(theme, tr("Add"), ButtonKind.PRIMARY)
        self.take.clicked.connect(self.taken)
        self.easier = ExerciseButton(theme, pictures, BUTTON)
        self.harder = ExerciseButton(theme, pictures, BUTTON)
        self._easier_head = PlainLabel(theme, tr("Easier"), TextRole.SMALL_MEDIUM, "ink2")
        self._harder_head = PlainLabel(theme, tr("Harder"), TextRole.SMALL_MEDIUM, "ink2")
        self._inner = inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(8)
        for part in (self.name, self.about, self.muscles, self.caution, self.take, self.how):
            column.addWidget(part)
        for head, button in ((self._easier_head, self.easier), (self._harder_head, self.harder)):
            column.addWidget(head)
            column.addWidget(button)
            button.chosen.connect(self.looked_at)
        column.addStretch(1)
        self.setWidget(inner)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.setFixedWidth(self._theme.scaled(WIDE_PX))

    def show_exercise(
        self,
        exercise: Exercise | None,
        exercises: Mapping[str, Exercise],
        pictures: Mapping[str, Path],
        caution: str,
    ) -> None:
        """Show it; None for nothing. `caution` is what the client asks first about."""
        self._inner.setVisible(exercise is not None)
        if exercise is None:
            return
        self.name.setText(exercise.name)
        place = [position_word(exercise.position)] if exercise.position else []
        words = [*place, *map(equipment_word, exercise.equipment)]
        words += [kind_word(exercise.kind), level_words(exercise.level)]
        self.about.setText("  ·  ".join(words))
        targets = exercise.targets
        self.muscles.setText(targets_words(targets) if targets.primary else "")
        self.muscles.setVisible(bool(targets.primary))
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
        self.how.setText(how_words(seen_on(exercise, None)))
        beside = easier_and_harder(exercise, exercises)
        heads = (self._easier_head, self._harder_head)
        for other, button, head in zip(beside, (self.easier, self.harder), heads, strict=True):
            button.show_exercise(other, pictures.get(other.id) if other else None)
            head.setVisible(other is not None)
        self.verticalScrollBar().setValue(0)
