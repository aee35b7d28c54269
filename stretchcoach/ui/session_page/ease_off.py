"""What is offered when somebody eases off: an easier version, another side, or going on."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.exercise_words import how_words
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.ui.session_page.measures import SessionMeasures
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.key_caps import KeyCap, KeyHint
from stretchcoach.ui.widgets.text.labels import PlainLabel

PADDING = 14
KEY_ROOM_PX = 56
HINT_SHARE = 0.9  # of the words of the page: four of them stand below each other
SHRINK = 0.95
LEAST_SCALE = 0.7


def ease_off_advice(easier: Exercise | None, side: Side | None) -> str:
    """What to do instead, in words, on the side that is worked."""
    if easier is None:
        return tr(
            "Make the movement smaller, or hold with less pull. Nothing should hurt more than "
            "before."
        )
    return how_words(seen_on(easier, side)) or easier.name


class Choice(NamedTuple):
    """A button with its key beside it; where nobody is near enough to press it, the key alone."""

    button: Button
    key: KeyCap
    hint: KeyHint

    def set_visible(self, visible: bool, by_keys: bool) -> None:
        self.button.setVisible(visible and not by_keys)
        self.key.setVisible(visible and not by_keys)
        self.hint.setVisible(visible and by_keys)

    def set_label(self, label: str) -> None:
        self.button.set_label(label)
        self.hint.words.setText(label)


class EaseOffPanel(QWidget):
    """Stands in the place of the ring while the clock is stopped.

    Each choice has its key: Space, Enter and E go on more gently, A does so from now on, the right
    arrow skips the side, the left one goes back to the stretch as it was.
    """

    easier_chosen = Signal()
    always_chosen = Signal()
    skip_chosen = Signal()
    return_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by_keys = False
        self._has_easier = True
        self._title = PlainLabel(theme, tr("Ease off"), TextRole.TITLE, wrap=True)
        self._words = PlainLabel(
            theme, tr("The clock has stopped."), TextRole.NEXT, "ink2", wrap=True
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._words)
        self._column.addSpacing(4)
        space = trc("key", "Space")
        self._easier = self._add_choice(IconName.EASE_OFF, space, ButtonKind.PRIMARY)
        self._always = self._add_choice(IconName.EASE_OFF, trc("key", "A"))
        self._return = self._add_choice(IconName.PLAY, "←")
        self._skip = self._add_choice(IconName.NEXT, "→")
        self._choices = (self._easier, self._always, self._return, self._skip)
        self._easier.button.clicked.connect(self.easier_chosen)
        self._always.button.clicked.connect(self.always_chosen)
        self._return.button.clicked.connect(self.return_chosen)
        self._skip.button.clicked.connect(self.skip_chosen)
        self._column.addStretch(1)

    @property
    def offers_always(self) -> bool:
        """Whether there is an easier version, which may be taken from now on."""
        return self._has_easier

    def offer(self, side: Side | None, easier: Exercise | None) -> None:
        """Name the choices: an easier exercise or a smaller movement, this side or all of it."""
        self._has_easier = easier is not None
        names = (
            tr("Go on, smaller") if easier is None else tr("Go on, easier"),
            tr("Easier from now on"),
            tr("As before"),
            tr("Skip this exercise") if side is None else tr("Skip this side"),
        )
        for choice, name in zip(self._choices, names, strict=True):
            choice.set_label(name)
        self._show_choices()

    def take_focus(self) -> None:
        """The first choice gets it, where there are buttons."""
        if not self._by_keys:
            self._easier.button.setFocus()

    def fit(self, measures: SessionMeasures, height_px: int, *, by_keys: bool) -> None:
        """Fit into the column of the ring; keys instead of buttons where nobody is near."""
        self._by_keys = by_keys
        self._show_choices()
        scale = measures.buttons_factor
        self._set_scale(measures, scale)
        while scale > LEAST_SCALE and (
            self.sizeHint().height() > height_px or self.minimumSizeHint().width() > measures.column
        ):
            scale *= SHRINK
            self._set_scale(measures, scale)

    def _set_scale(self, measures: SessionMeasures, scale: float) -> None:
        share = scale / measures.buttons_factor
        self._title.set_text_size(round(measures.exercise * share))
        self._words.set_text_size(round(measures.next * share))
        self._column.setSpacing(round(10 * share))
        for choice in self._choices:
            choice.button.set_scale(scale, PADDING)
            choice.key.set_text_size(measures.key)
            choice.hint.set_text_size(round(measures.next * HINT_SHARE * share))

    def _add_choice(
        self, icon: IconName, key: str, kind: ButtonKind = ButtonKind.SECONDARY
    ) -> Choice:
        button = Button(self._theme, "", kind, icon, height_px=Height.SESSION_BUTTON)
        cap, hint = KeyCap(self._theme, key), KeyHint(self._theme, key, "")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(button, 1)
        row.addWidget(cap)
        row.addWidget(hint)
        self._column.addLayout(row)
        return Choice(button, cap, hint)

    def _show_choices(self) -> None:
        for choice in self._choices:
            choice.set_visible(choice is not self._always or self._has_easier, self._by_keys)
