"""The legend of a chart: small pictures with words, on as many lines as it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Palette, TextRole
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.put_away import put_away
from stretchcoach.ui.widgets.text.labels import PlainLabel

SWATCH_PX = 14

# Draws the picture into a box of that many px from 0, 0.
Picture = Callable[[QPainter, Palette, QSize], None]


@dataclass(frozen=True)
class Entry:
    """What a mark of a chart looks like, and what it means. `wide_px` is at 100 %."""

    words: str
    picture: Picture
    wide_px: int = SWATCH_PX


class Swatch(QWidget):
    """The picture of an entry."""

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__()
        self._theme, self._entry = theme, entry
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide_px = self._entry.wide_px
        return QSize(self._theme.scaled(wide_px), self._theme.scaled(SWATCH_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._entry.picture(painter, self._theme.palette, self.size())
        painter.end()


class Legend(QWidget):
    """`show_entries` replaces what it says."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._layout = FlowLayout(14, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                put_away(widget)
        for entry in entries:
            self._layout.addWidget(self._line(entry))

    def _line(self, entry: Entry) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(Swatch(self._theme, entry))
        row.addWidget(PlainLabel(self._theme, entry.words, TextRole.SMALL, "ink2"))
        return line
