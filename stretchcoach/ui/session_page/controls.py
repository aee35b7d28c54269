"""The controls of a session: buttons with their keys, or keys alone where nobody is near."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.session import Session
from stretchcoach.ui.session_page.measures import SessionMeasures
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import ButtonKind
from stretchcoach.ui.widgets.controls.key_caps import KeyHint, SessionButton
from stretchcoach.ui.widgets.controls.long_press import LongPress
from stretchcoach.ui.widgets.layout.lean_stack import LeanStack

PAUSE_WIDTH = 190
GROUP_GAP, BUTTON_GAP = 36, 4
PADDING, LEAST_PADDING = 20, 8
LEAST_SCALE = 0.6
SHRINK = 0.95
HINT_GAP = 36


class SessionControls(QWidget):
    """Says what was pressed; what can be pressed is told by `show_state`.

    A long press on Back and Next means the whole exercise.
    """

    pause_pressed = Signal()
    next_pressed = Signal()
    back_pressed = Signal()
    next_held = Signal()
    back_held = Signal()
    more_time_pressed = Signal()
    ease_off_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_buttons()
        self._buttons = (self.back, self.pause, self.next, self.more, self.ease, self.stop)
        self._hints = self._make_hints()
        self._near = True
        self._choosing = False
        self._pages = LeanStack(self)
        for page in (self._button_row(), self._hint_row(), QWidget()):
            self._pages.addWidget(page)

    def _make_buttons(self) -> None:
        space, left, right = trc("key", "Space"), "←", "→"
        self.back = SessionButton(self._theme, tr("Back"), IconName.PREVIOUS, left)
        self.pause = SessionButton(
            self._theme, tr("Pause"), IconName.PAUSE, space, ButtonKind.PRIMARY
        )
        self.next = SessionButton(self._theme, tr("Next"), IconName.NEXT, right)
        self.more = SessionButton(self._theme, tr("10 s"), IconName.PLUS, "+")
        self.more.button.setAccessibleDescription(tr("10 seconds more"))
        self.ease = SessionButton(self._theme, tr("Ease off"), IconName.EASE_OFF, "E")
        self.stop = SessionButton(self._theme, tr("Stop"), IconName.STOP, trc("key", "Esc"))
        for button, words in (
            (self.back, tr("Set or side before; held down, or with Shift, the exercise before")),
            (self.next, tr("Next set or side; held down, or with Shift, the next exercise")),
        ):
            button.button.setToolTip(words)
            button.button.setAccessibleDescription(words)
        long_back, long_next = LongPress(self.back.button), LongPress(self.next.button)
        long_back.pressed.connect(self.back_pressed)
        long_back.held.connect(self.back_held)
        long_next.pressed.connect(self.next_pressed)
        long_next.held.connect(self.next_held)
        self.pause.button.clicked.connect(self.pause_pressed)
        self.more.button.clicked.connect(self.more_time_pressed)
        self.ease.button.clicked.connect(self.ease_off_pressed)
        self.stop.button.clicked.connect(self.stop_pressed)

    def _button_row(self) -> QWidget:
        row_widget = QWidget()
        self._row = row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BUTTON_GAP)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
            if button in (self.next, self.ease):
                row.addSpacing(GROUP_GAP)
        row.addStretch(1)
        return row_widget

    def _make_hints(self) -> dict[SessionButton | None, KeyHint]:
        """By the button that the key stands for; none for the way out of the full screen."""
        keys = (
            (self.pause, trc("key", "Space"), tr("Pause")),
            (self.next, "→", tr("Next")),
            (self.back, "←", tr("Back")),
            (self.more, "+", tr("10 s")),
            (self.ease, "E", tr("Ease off")),
            (self.stop, trc("key", "Esc"), tr("Stop")),
            (None, "F11", tr("Leave full screen")),
        )
        return {button: KeyHint(self._theme, key, words) for button, key, words in keys}

    def _hint_row(self) -> QWidget:
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HINT_GAP)
        for button, hint in self._hints.items():
            if button is None:
                row.addStretch(1)
            row.addWidget(hint)
        return row_widget

    def show_state(self, session: Session) -> None:
        """Name the large button after what it does now, and grey what cannot be done."""
        manual = session.duration_ms is None and session.state is State.RUNNING
        button = self.pause.button
        if manual:
            button.set_label(tr("Done"))
            button.set_icon(IconName.CHECK)
        elif session.state is State.PAUSED:
            button.set_label(tr("Go on"))
            button.set_icon(IconName.PLAY)
        else:
            button.set_label(tr("Pause"))
            button.set_icon(IconName.PAUSE)
        self._hints[self.pause].words.setText(button.label)
        can = {self.more: Command.ADD_TIME, self.ease: Command.EASE_OFF}
        for one, command in can.items():
            one.set_enabled(session.can(command))
            self._hints[one].setVisible(session.can(command))

    def set_choosing(self, choosing: bool) -> None:
        """Whether something else on the page says what the keys mean now: then nothing is here."""
        self._choosing = choosing
        self._show_page()

    def fit(self, measures: SessionMeasures, width_px: int, *, near: bool) -> None:
        """Fit into `width_px`: all buttons keep their words, in letters that there is room for.

        Keys stand in the place of the buttons where nobody is `near` enough to press one. The
        room stays the same, so that nothing moves when the buttons come back.
        """
        self._near = near
        self._show_page()
        self.setFixedHeight(measures.controls_high)
        for button in self._buttons:
            button.show_key(measures.keys_below)
        scale, padding_px, gap_px = measures.buttons_factor, PADDING, GROUP_GAP
        self._set_scale(scale, padding_px, gap_px)
        while self._row.sizeHint().width() > width_px and scale > LEAST_SCALE:
            if padding_px > LEAST_PADDING:
                padding_px, gap_px = LEAST_PADDING, 2 * BUTTON_GAP
            else:
                scale *= SHRINK
            self._set_scale(scale, padding_px, gap_px)
        for hint in self._hints.values():
            hint.set_text_size(measures.key)

    def _set_scale(self, scale: float, padding_px: int, gap_px: int) -> None:
        for button in self._buttons:
            button.button.set_scale(scale, padding_px)
        roomy = padding_px > LEAST_PADDING
        self.pause.button.setMinimumWidth(round(PAUSE_WIDTH * scale) if roomy else 0)
        for position in range(self._row.count()):
            item = self._row.itemAt(position)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None and 0 < position < self._row.count() - 1:
                spacer.changeSize(gap_px, 0)
        self._row.invalidate()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(2 if self._choosing else 0 if self._near else 1)
