"""A step that names a caution the person ticked: what happens to it, and what else could."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.caution_filter import FlaggedStep
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel


class ChoiceBar(QWidget):
    """Below a flagged step. `chosen` has the FlaggedStep and the StepChoice."""

    chosen = Signal(object, object)

    def __init__(
        self, theme: Theme, flagged: FlaggedStep, choice: StepChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flagged = flagged
        self._choices: dict[Button, StepChoice] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconView(theme, IconName.SAFETY, 18, "ink2"))
        self._words = PlainLabel(theme, _words(flagged, choice), TextRole.SMALL, "ink2", wrap=True)
        row.addWidget(self._words, 1)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        for offered in StepChoice:
            text = _offer(flagged, offered)
            if offered is not choice and text:
                button = Button(theme, text, height_px=Height.CHIP)
                button.clicked.connect(self._on_clicked)
                self._choices[button] = offered
                flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(46, 0, 20, 14)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(buttons)

    @property
    def words(self) -> str:
        return self._words.text()

    def button(self, choice: StepChoice) -> Button:
        """The button that makes `choice`; KeyError where it is not offered."""
        return {offered: button for button, offered in self._choices.items()}[choice]

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(self._flagged, self._choices[button])


def _words(flagged: FlaggedStep, choice: StepChoice) -> str:
    """What happens to the step, and which cautions it has."""
    cautions = "; ".join(caution_words(caution).label for caution in flagged.cautions)
    name = flagged.exercise.name
    if not cautions:
        return tr("Instead of {name}, as you chose in a session.", name=name)
    if choice is StepChoice.EASIER:
        return tr("Instead of {name}. You ticked: {cautions}.", name=name, cautions=cautions)
    if choice is StepChoice.KEEP:
        return tr("Kept by you. You ticked: {cautions}.", cautions=cautions)
    return tr("Left out. You ticked: {cautions}.", cautions=cautions)


def _offer(flagged: FlaggedStep, choice: StepChoice) -> str:
    """The words on the button for `choice`, "" where it cannot be had."""
    if not flagged.cautions:
        again = tr("Do {name} again", name=flagged.exercise.name)
        return again if choice is StepChoice.KEEP else ""
    if choice is StepChoice.EASIER:
        return tr("Do {name} instead", name=flagged.easier.name) if flagged.easier else ""
    if choice is StepChoice.KEEP:
        return tr("Do {name} all the same", name=flagged.exercise.name)
    return tr("Leave it out")
