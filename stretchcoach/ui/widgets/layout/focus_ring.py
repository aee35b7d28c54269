"""The focus ring: 2 px of teal around whatever the keyboard would press next.

One ring serves all widgets that paint themselves: it stands around the one with the focus, on
the nearest ground that has room for it, so widgets need no room of their own. Widgets ask for
it by having a `focus_radius`; native fields show the focus in their border.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from stretchcoach.ui.theme.paint import paint_focus
from stretchcoach.ui.theme.theme import Theme

ROOM_PX = 5


class FocusRing(QObject):
    """Follows the focus of `application` and keeps the ring around it."""

    def __init__(self, theme: Theme, application: QApplication, parent: QObject | None = None):
        super().__init__(parent)
        self._theme = theme
        self._ring: _Ring | None = None
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def around(self) -> QWidget | None:
        """The widget that has the ring now."""
        return self._around

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _PLACES and any(watched is widget for widget in self._watched):
            self._place()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._around = new if hasattr(new, "focus_radius") else None
        self._place()

    def _place(self) -> None:
        around = self._around
        if self._ring is not None and not shiboken6.isValid(self._ring):
            self._ring = None  # it went down with the page that it stood on
        if around is None or not around.isVisible() or around.parentWidget() is None:
            self._watch([] if around is None else [around])
            if self._ring is not None:
                self._ring.hide()
            return
        if self._ring is None:
            self._ring = _Ring(self._theme)
        ring = self._ring
        inside, place = _ground(around)
        self._watch(inside)
        ground = inside[-1].parentWidget()
        if ring.parentWidget() is not ground:
            ring.setParent(ground)
        ring.radius = float(getattr(around, "focus_radius", 0))
        ring.setGeometry(place)
        ring.show()
        ring.raise_()
        ring.update()

    def _watch(self, widgets: list[QWidget]) -> None:
        """What moves the ring when it moves."""
        for widget in self._watched:
            if shiboken6.isValid(widget) and widget not in widgets:
                widget.removeEventFilter(self)
        for widget in widgets:
            if widget not in self._watched:
                widget.installEventFilter(self)
        self._watched = widgets


def _ground(around: QWidget) -> tuple[list[QWidget], QRect]:
    """`around` and what it fills, up to what has room for the ring; its place on that ground.

    What scrolls is left by nothing: the ring scrolls with it.
    """
    inside = [around]
    place = around.geometry().adjusted(-ROOM_PX, -ROOM_PX, ROOM_PX, ROOM_PX)
    ground = around.parentWidget()
    while ground is not None and not ground.rect().contains(place):
        above = ground.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        inside.append(ground)
        place.translate(ground.pos())
        ground = above
    return inside, place


_PLACES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class _Ring(QWidget):
    radius = 0.0

    def __init__(self, theme: Theme) -> None:
        from PySide6.QtCore import Qt  # late: it is dear, and the first frame has no ring

        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(ROOM_PX, ROOM_PX, -ROOM_PX, -ROOM_PX)
        paint_focus(painter, inner, self.radius, self._theme.palette.teal)
        painter.end()
