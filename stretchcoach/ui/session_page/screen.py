"""The parts of the session page and their places in the window."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchcoach.ui.session_page.controls import SessionControls
from stretchcoach.ui.session_page.header import SessionHeader
from stretchcoach.ui.session_page.measures import SessionMeasures, Strip, session_measures
from stretchcoach.ui.session_page.passing_word import PassingWord
from stretchcoach.ui.session_page.pointer import Pointer
from stretchcoach.ui.session_page.stage import Stage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure.contents import FigureContents
from stretchcoach.ui.widgets.strip.strip import IntervalStrip


class SessionScreen(QWidget):
    """Header, stage, strip and controls below each other, each in a box that the window decides.

    In full screen the header stands above the picture alone, so that side and ring have the whole
    height.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, contents: FigureContents | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._full_screen = False
        self.stage = Stage(theme, self, contents)
        self.header = SessionHeader(theme, self)
        self.strip = IntervalStrip(theme, self)
        self.controls = SessionControls(theme, self)
        self.pointer = Pointer(self)
        self.word = PassingWord(theme, self)
        self.pointer.changed.connect(self.fit)
        self.strip.clicked.connect(self.pointer.come_near)
        self.stage.ring.pressed.connect(self.pointer.come_near)
        theme.changed.connect(self.fit)

    def set_full_screen(self, full_screen: bool) -> None:
        self._full_screen = full_screen
        self.pointer.watch(full_screen)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.pointer.move_to(event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.pointer.come_near()

    def fit(self) -> None:
        """Give every part its size and its place."""
        m = session_measures(
            self.width(),
            self.height(),
            full_screen=self._full_screen,
            text_scale=self._theme.text_scale,
        )
        width = self.width() - 2 * m.margin
        near = self.pointer.is_near
        self.header.resize_to(m, full_screen=self._full_screen)
        self.controls.fit(m, width, near=near)
        self.strip.set_size_factor(m.strip_factor)
        self.strip.set_numbers(m.strip is Strip.WHOLE)
        self.strip.setVisible(m.strip is not Strip.NONE)
        bottom = self._place_foot(m, width)
        top = m.margin_y
        if m.title:
            self.header.setGeometry(m.margin, top, width, m.header_high)
            top += m.header_high + m.gap
        else:
            self.header.setGeometry(m.margin, top, width - m.column - m.margin, m.header_high)
        self.stage.setGeometry(m.margin, top, width, max(0, bottom - top))
        self.stage.fit(m, by_keys=not near)

    def _place_foot(self, m: SessionMeasures, width: int) -> int:
        """Place controls and strip at the foot of the page; where the room above them ends."""
        bottom = self.height() - m.margin_y - m.controls_high
        self.controls.setGeometry(m.margin, bottom, width, m.controls_high)
        if m.strip is not Strip.NONE:
            high = self.strip.sizeHint().height()
            bottom -= high + m.gap
            self.strip.setGeometry(m.margin, bottom, width, high)
        return bottom - m.gap
