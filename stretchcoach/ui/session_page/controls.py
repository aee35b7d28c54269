"""The controls of a session: buttons with their keys, or keys alone where nobody is near."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.session.session import Command, Session, State
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import ButtonKind, KeyHint, SessionButton
from stretchcoach.ui.widgets.layout.lean_stack import LeanStack

PAUSE_WIDTH = 190
GROUP_GAP = 36
BUTTON_GAP = 4
RING_ROOM = 4  # above a button, for the focus ring
ROOM_PX = 940  # what all buttons with their words need at 100 %


class SessionControls(QWidget):
    """Says what was pressed; what can be pressed is told by `show_state`."""

    pause_pressed = Signal()
    next_pressed = Signal()
    back_pressed = Signal()
    more_time_pressed = Signal()
    ease_off_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_buttons()
        self._hints = self._make_hints()
        self._pages = LeanStack(self)
        self._pages.addWidget(self._button_row())
        self._pages.addWidget(self._hint_row())

    def _make_buttons(self) -> None:
        space, left, right = trc("key", "Space"), "←", "→"
        self.back = SessionButton(self._theme, tr("Back"), IconName.PREVIOUS, left)
        self.pause = SessionButton(
            self._theme, tr("Pause"), IconName.PAUSE, space, ButtonKind.PRIMARY
        )
        self.pause.button.setMinimumWidth(PAUSE_WIDTH)
        self.next = SessionButton(self._theme, tr("Next"), IconName.NEXT, right)
        self.more = SessionButton(self._theme, tr("10 s"), IconName.PLUS, "+")
        self.more.button.setAccessibleDescription(tr("10 seconds more"))
        self.ease = SessionButton(self._theme, tr("Ease off"), IconName.EASE_OFF, "E")
        self.stop = SessionButton(self._theme, tr("Stop"), IconName.STOP, trc("key", "Esc"))
        self.back.button.clicked.connect(self.back_pressed)
        self.pause.button.clicked.connect(self.pause_pressed)
        self.next.button.clicked.connect(self.next_pressed)
        self.more.button.clicked.connect(self.more_time_pressed)
        self.ease.button.clicked.connect(self.ease_off_pressed)
        self.stop.button.clicked.connect(self.stop_pressed)

    def _button_row(self) -> QWidget:
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BUTTON_GAP)
        row.addStretch(1)
        for group in ((self.back, self.pause, self.next), (self.more, self.ease), (self.stop,)):
            for button in group:
                row.addWidget(button)
            if group[-1] is not self.stop:
                row.addSpacing(GROUP_GAP)
        row.addStretch(1)
        return row_widget

    def _make_hints(self) -> tuple[KeyHint, ...]:
        keys = (
            (trc("key", "Space"), tr("Pause")),
            ("→", tr("Next")),
            ("←", tr("Back")),
            ("+", tr("10 s")),
            ("E", tr("Ease off")),
            (trc("key", "Esc"), tr("Stop")),
        )
        return tuple(KeyHint(self._theme, key, words) for key, words in keys)

    def _hint_row(self) -> QWidget:
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GROUP_GAP)
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)
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
        self._hints[0].words.setText(button.label)
        self.more.button.setEnabled(session.can(Command.ADD_TIME))
        self.ease.button.setEnabled(session.can(Command.EASE_OFF))

    def fit(self, width_px: int, *, full_screen: bool, near: bool, key_px: int) -> None:
        """Fit into `width_px`: signs without words where large text has no room.

        Keys stand in the place of the buttons where nobody is `near` enough to press one. The
        buttons of the full screen may come back any moment, and nothing else must move when
        they do; so they have no keys below them, and their room is kept.
        """
        compact = width_px < ROOM_PX * self._theme.text_scale
        for button in (self.back, self.pause, self.next, self.more, self.ease, self.stop):
            button.show_key(not compact and not full_screen)
            if button is not self.pause:
                button.button.set_icon_only(compact)
        self._pages.setCurrentIndex(0 if near else 1)
        room_px = self.pause.button.sizeHint().height() + RING_ROOM if full_screen else 0
        self.setMinimumHeight(room_px)
        for hint in self._hints:
            hint.set_text_size(key_px)
