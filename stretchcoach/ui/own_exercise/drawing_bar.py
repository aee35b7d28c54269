"""A line that says how far the drawing of the figure is, with the button that cancels it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.own_exercise.drawing import Drawing
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel


class DrawingBar(Card):
    """There while something is drawn, hidden otherwise."""

    def __init__(self, theme: Theme, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(theme, "teal_tint", "teal_mid", parent=parent)
        self.words = PlainLabel(theme, "", wrap=True)
        self.cancel = Button(theme, tr("Cancel"))
        self.cancel.clicked.connect(drawing.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        drawing.progressed.connect(self._on_progressed)
        for ended in (drawing.drawn, drawing.failed, drawing.cancelled):
            ended.connect(self.hide)
        self.hide()

    def _on_progressed(self, percent: int) -> None:
        words = tr("The figure is being drawn: {percent} %", percent=percent)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
