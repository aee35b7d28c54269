"""What is offered when somebody eases off: an easier version, another side, or going on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind, KeyHint
from stretchcoach.ui.widgets.text.labels import PlainLabel


def ease_off_advice(easier: Exercise | None, side: Side | None) -> str:
    """What to do instead, in words, on the side that is worked."""
    if easier is None:
        return tr(
            "Make the movement smaller, or hold with less pull. Nothing should hurt more than "
            "before."
        )
    return how_words(seen_on(easier, side)) or easier.name


class EaseOffPanel(QWidget):
    """Stands in the place of the ring while the clock is stopped.

    Three choices as buttons, or as keys where nobody is near: E goes on with the easier
    version, the right arrow skips the side, Space goes back to the stretch.
    """

    easier_chosen = Signal()
    skip_chosen = Signal()
    return_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = PlainLabel(theme, tr("Ease off"), TextRole.TITLE, wrap=True)
        self._words = PlainLabel(theme, tr("The clock has stopped."), TextRole.NEXT, "ink2")
        self._easier = self._button(IconName.EASE_OFF, ButtonKind.PRIMARY)
        self._skip = self._button(IconName.NEXT)
        self._return = self._button(IconName.PLAY)
        self._easier.clicked.connect(self.easier_chosen)
        self._skip.clicked.connect(self.skip_chosen)
        self._return.clicked.connect(self.return_chosen)
        self._buttons = (self._easier, self._skip, self._return)
        keys = ("E", "→", trc("key", "Space"))
        self._hints = tuple(KeyHint(theme, key, "") for key in keys)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button, hint in zip(self._buttons, self._hints, strict=True):
            column.addWidget(button)
            column.addWidget(hint)
        column.addStretch(1)
        self.set_by_keys(False, 14)

    def offer(self, side: Side | None, easier: Exercise | None) -> None:
        """Name the choices: an easier exercise or a smaller movement, this side or all of it."""
        names = (
            tr("Go on, smaller") if easier is None else tr("Go on, easier"),
            tr("Skip this exercise") if side is None else tr("Skip this side"),
            tr("As before"),
        )
        for button, hint, name in zip(self._buttons, self._hints, names, strict=True):
            button.set_label(name)
            hint.words.setText(name)

    def set_by_keys(self, by_keys: bool, key_px: int) -> None:
        """Keys instead of buttons."""
        for button, hint in zip(self._buttons, self._hints, strict=True):
            button.setVisible(not by_keys)
            hint.setVisible(by_keys)
            hint.set_text_size(round(key_px * 1.6))

    def set_text_size(self, title_px: int, words_px: int) -> None:
        self._title.set_text_size(title_px)
        self._words.set_text_size(words_px)

    def _button(self, icon: IconName, kind: ButtonKind = ButtonKind.SECONDARY) -> Button:
        return Button(self._theme, "", kind, icon, height_px=Height.SESSION_BUTTON)
