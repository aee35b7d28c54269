"""A button that means one thing when it is pressed, and more when it is held down."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton

HELD_MS = 600


class LongPress(QObject):
    """Tells `pressed` and `held` of `button` apart; who listens to its own `clicked` hears both."""

    pressed = Signal()
    held = Signal()

    def __init__(self, button: QAbstractButton, timer: QTimer | None = None) -> None:
        super().__init__(button)
        self._was_held = False
        self._timer = timer or QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HELD_MS)
        self._timer.timeout.connect(self._on_timeout)
        button.pressed.connect(self._on_pressed)
        button.released.connect(self._timer.stop)
        button.clicked.connect(self._on_clicked)

    def _on_pressed(self) -> None:
        self._was_held = False
        self._timer.start()

    def _on_timeout(self) -> None:
        self._was_held = True
        self.held.emit()

    def _on_clicked(self) -> None:
        if not self._was_held:
            self.pressed.emit()
        self._was_held = False
