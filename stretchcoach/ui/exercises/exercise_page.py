"""The page of one exercise: the moving figure, how it is done, and in which routines it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_words import level_words
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.routine.step_detail import StepDetail
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card, Tag
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 1280


class ExercisePage(ScrollPage):
    """`routine_chosen` has the `LibraryCard` of a routine that has the exercise. `change_asked`
    has the id: the person wants to change it, or a copy of it where it `is_own` not."""

    routine_chosen = Signal(object)
    change_asked = Signal(str)
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        exercise: Exercise,
        names: Mapping[str, str],
        picture: Path | None,
        routines: Sequence[LibraryCard],
        back_to: str,
        parent: QWidget | None = None,
        *,
        is_own: bool = False,
    ) -> None:
        """`names` are those of all exercises by id; `back_to` is the name of the page before."""
        super().__init__(theme, exercise.name, COLUMN_PX, parent=parent)
        self._routines: dict[Button, LibraryCard] = {}
        self.way_back = WayBack(theme, self, back_to)
        self.way_back.asked.connect(self.back_asked)
        self.back = self.way_back.link
        self.exercise_id = exercise.id
        self.change = Button(theme, tr("Change it") if is_own else tr("Make it mine"))
        if not is_own:
            self.change.setToolTip(tr("A copy of your own, with your words and pictures"))
        self.change.clicked.connect(self._on_change)
        top = QHBoxLayout()
        top.addWidget(self.way_back, 1)
        top.addWidget(self.change)
        self.rows.setSpacing(12)
        self.rows.insertLayout(0, top)
        self.rows.addWidget(self._tags(exercise))
        card = Card(theme)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 20, 0, 0)
        self.detail = StepDetail(theme, exercise, names, picture, mirrored=False)
        inside.addWidget(self.detail)
        self.rows.addWidget(card)
        self._add_routines(routines)
        self.rows.addStretch(1)
        self.setFocusProxy(self.back)

    @property
    def routine_buttons(self) -> tuple[Button, ...]:
        """One for each routine that has it."""
        return tuple(self._routines)

    def _tags(self, exercise: Exercise) -> QWidget:
        box = QWidget()
        flow = FlowLayout(8, box)
        words = [position_word(exercise.position)] if exercise.position else []
        words += [equipment_word(thing) for thing in exercise.equipment]
        for text in (*words, level_words(exercise.level)):
            flow.addWidget(Tag(self._theme, text))
        return box

    def _add_routines(self, routines: Sequence[LibraryCard]) -> None:
        title = tr("In these routines") if routines else tr("In no routine")
        self.rows.addSpacing(8)
        self.rows.addWidget(PlainLabel(self._theme, title, TextRole.SECTION, wrap=True))
        box = QWidget()
        flow = FlowLayout(8, box)
        for card in routines:
            button = Button(self._theme, card.name)
            button.clicked.connect(self._on_clicked)
            self._routines[button] = card
            flow.addWidget(button)
        self.rows.addWidget(box)

    def _on_change(self) -> None:
        self.change_asked.emit(self.exercise_id)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.routine_chosen.emit(self._routines[button])
