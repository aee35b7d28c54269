"""The mouse pointer in full screen: away while nobody moves it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

RESTS_AFTER_MS = 3_000


class Pointer(QObject):
    """Hides the mouse pointer over `page` while it rests there in full screen.

    `changed` comes when somebody is near enough to move the mouse or touch the screen, and
    when that was `RESTS_AFTER_MS` ago: `is_near` is always true in a window.
    """

    changed = Signal()

    def __init__(self, page: QWidget, timer: QTimer | None = None) -> None:
        super().__init__(page)
        self._page = page
        self._watched = False
        self._is_near = True
        self._last = QPoint()
        self._timer = timer or QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RESTS_AFTER_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_near(self) -> bool:
        return self._is_near

    def watch(self, full_screen: bool) -> None:
        """Begin to hide what rests, or show it for good."""
        if full_screen is self._watched:
            return
        self._watched = full_screen
        if full_screen:
            for widget in self._page.findChildren(QWidget):
                widget.setMouseTracking(True)  # moves reach the page without a button down
            self._page.setMouseTracking(True)
            self._on_timeout()
        else:
            self._timer.stop()
            self._set_near(True)

    def move_to(self, place: QPoint) -> None:
        """The mouse is at `place` on the screen; a page that moves below it is no move."""
        if place != self._last:
            self._last = place
            self.come_near()

    def come_near(self) -> None:
        """Somebody moved the mouse or touched the screen."""
        if self._watched:
            self._timer.start(RESTS_AFTER_MS)
            self._set_near(True)

    def _on_timeout(self) -> None:
        self._set_near(False)

    def _set_near(self, near: bool) -> None:
        if near is self._is_near:
            return
        self._is_near = near
        if near:
            self._page.unsetCursor()
        else:
            self._page.setCursor(Qt.CursorShape.BlankCursor)
        self.changed.emit()
