"""What an exercise must be, chosen from menus; and what the client has."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.bench.picking import Filters
from stretchcoach.core.content.term_words import equipment_word, kind_word, position_word
from stretchcoach.core.content.terms import Caution, Equipment, ExerciseKind, Position
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.library.routine_words import level_words
from stretchcoach.core.measures.muscle_groups import MuscleGroup, group_word
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.menu_button import Choice, MenuButton
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout

GAP_PX = 8
LEVELS = (1, 2, 3)
Term = TypeVar("Term", bound=Enum)


class FilterMenus(QWidget):
    """`changed` follows each choice of a filter, `client_changed` those of what the client has."""

    changed = Signal()
    client_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position = MenuButton(theme, tr("Position"), _terms(Position, position_word))
        self.target = MenuButton(theme, tr("For"), _terms(MuscleGroup, group_word))
        self.equipment = MenuButton(theme, tr("Equipment"), _terms(Equipment, equipment_word))
        self.kind = MenuButton(theme, trc("filter", "Kind"), _terms(ExerciseKind, kind_word))
        levels = [Choice(level, level_words(level)) for level in LEVELS]
        self.level = MenuButton(theme, trc("filter", "Level"), levels)
        cautions = [Choice(one, caution_words(one).label) for one in Caution]
        self.client = MenuButton(theme, tr("The client has"), cautions, several=True)
        self.clear_link = Button(theme, tr("Clear filters"), ButtonKind.LINK, height_px=Height.CHIP)
        self.clear_link.clicked.connect(self._on_clear)
        flow = FlowLayout(GAP_PX, self)
        for button in (*self._filters, self.client, self.clear_link):
            flow.addWidget(button)
        for button in self._filters:
            button.changed.connect(self._on_changed)
        self.client.changed.connect(self.client_changed)
        self.clear_link.hide()

    @property
    def filters(self) -> Filters:
        """What is chosen."""
        position, target, equipment, kind, level = (
            next(iter(button.chosen), None) for button in self._filters
        )
        return Filters(position, target, equipment, kind, level)  # type: ignore[arg-type]

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """What the client has."""
        return tuple(one for one in self.client.chosen if isinstance(one, Caution))

    def clear(self) -> None:
        """Ask for nothing any more, and tell nobody; what the client has stays."""
        for button in self._filters:
            button.choose(())
        self.clear_link.hide()

    @property
    def _filters(self) -> tuple[MenuButton, ...]:
        return (self.position, self.target, self.equipment, self.kind, self.level)

    def _on_changed(self) -> None:
        self.clear_link.setVisible(any(button.chosen for button in self._filters))
        self.changed.emit()

    def _on_clear(self) -> None:
        self.position.setFocus()  # the link goes, and the focus with it
        self.clear()
        self.changed.emit()


def _terms(terms: type[Term], word: object) -> list[Choice]:
    assert callable(word)
    return [Choice(term, word(term)) for term in terms]
