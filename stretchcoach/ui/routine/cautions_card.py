"""Before you start: whom the steps ask to speak to a professional, and when to stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.advice.safety import cautions_lead, stop_short
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.step_list import CautionLine, step_numbers_words
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.layout.put_away import put_away
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView, Point
from stretchcoach.ui.widgets.text.labels import PlainLabel


class CautionsCard(Card):
    """Information, the same for everybody who sees these steps. It is short: whom the steps ask to
    speak to a professional opens with a click."""

    safety_asked = Signal()
    understanding_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="ground", parent=parent)
        self._shown: tuple[CautionLine, ...] | None = None
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(IconView(theme, IconName.SAFETY, 20, "ink2"))
        title.addWidget(PlainLabel(theme, tr("Before you start"), TextRole.BODY_STRONG), 1)
        self._points = QWidget()
        self._point_column = QVBoxLayout(self._points)
        self._point_column.setContentsMargins(0, 0, 0, 0)
        self._point_column.setSpacing(4)
        lead = PlainLabel(theme, cautions_lead(), TextRole.SMALL, "ink2", wrap=True)
        self._point_column.addWidget(lead)
        who = tr("Who should ask a health professional first")
        self.more = Disclosure(theme, who, self._points, TextRole.SMALL_STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(8)
        column.addLayout(title)
        column.addWidget(PlainLabel(theme, stop_short(), TextRole.SMALL, wrap=True))
        column.addWidget(self.more)
        self.safety_link = self._link(column, tr("All safety advice"))
        self.safety_link.clicked.connect(self.safety_asked)
        self.understanding_link = self._link(column, tr("Muscles and nerve"))
        self.understanding_link.clicked.connect(self.understanding_asked)

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return (self.more.button, self.safety_link, self.understanding_link)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel))

    def show_cautions(self, lines: Sequence[CautionLine]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        while (item := self._point_column.takeAt(1)) is not None:
            if (point := item.widget()) is not None:
                put_away(point)
        for line in lines:
            steps = step_numbers_words(line.numbers)
            for caution in line.cautions:
                label = caution_words(caution).label
                text = tr("{caution}: {steps}", caution=label, steps=steps)
                self._point_column.addWidget(Point(self._theme, text, TextRole.SMALL, "ink2"))
        self.more.setVisible(bool(lines))

    def _link(self, column: QVBoxLayout, text: str) -> Button:
        link = Button(self._theme, text, ButtonKind.LINK, height_px=24)
        row = QHBoxLayout()
        row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)
        return link
