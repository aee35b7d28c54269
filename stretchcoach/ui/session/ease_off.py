"""What is offered when somebody eases off: an easier version, another side, or going on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.exercise import Exercise
from stretchcoach.core.i18n import tr
from stretchcoach.ui.icons_shapes import IconName
from stretchcoach.ui.theme import Theme
from stretchcoach.ui.theme_tokens import Height, TextRole
from stretchcoach.ui.widgets.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.labels import PlainLabel


class EaseOffPanel(QWidget):
    """Stands in the place of the ring while the clock is stopped."""

    easier_chosen = Signal()
    skip_chosen = Signal()
    return_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(theme, tr("Ease off"), TextRole.TITLE, wrap=True)
        self._words = PlainLabel(theme, "", TextRole.NEXT, "ink2", wrap=True)
        self._easier = self._button(tr("Go on, easier"), IconName.EASE_OFF, ButtonKind.PRIMARY)
        self._skip = self._button(tr("Skip this side"), IconName.NEXT)
        self._return = self._button(tr("Back to the stretch"), IconName.PLAY)
        self._easier.clicked.connect(self.easier_chosen)
        self._skip.clicked.connect(self.skip_chosen)
        self._return.clicked.connect(self.return_chosen)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button in (self._easier, self._skip, self._return):
            row = QHBoxLayout()
            row.addWidget(button, 1)
            column.addLayout(row)
        column.addStretch(1)

    def offer(self, exercise: Exercise, easier: Exercise | None) -> None:
        """Show what may be done instead of `exercise`."""
        if easier is None:
            self._words.setText(
                tr("Make the movement smaller, or hold with less pull. Nothing should hurt.")
            )
            self._easier.set_label(tr("Go on, smaller"))
        else:
            self._words.setText(
                tr(
                    "{name}: {how}",
                    name=easier.name,
                    how=f"{easier.instructions.setup} {easier.instructions.move}",
                )
            )
            self._easier.set_label(tr("Go on with this"))
        both = exercise.sides.value == "both"
        self._skip.set_label(tr("Skip this exercise") if both else tr("Skip this side"))
        self._easier.setFocus()

    def set_text_size(self, title_px: int, words_px: int) -> None:
        self._title.set_text_size(title_px)
        self._words.set_text_size(words_px)

    def _button(self, text: str, icon: IconName, kind: ButtonKind = ButtonKind.SECONDARY) -> Button:
        return Button(self._theme, text, kind, icon, height_px=Height.SESSION_BUTTON)
