"""Exercises that were written and not saved: to go on with, or to forget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.drafts import Draft
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import ElidedLabel

MOST_SHOWN = 3
LINE_PX = 34


class UnsavedExercises(Card):
    """Hidden where there are none. Signals have the Draft."""

    resume_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "teal_tint", "teal_mid", parent=parent)
        self.resumes: dict[Button, Draft] = {}
        self.forgets: dict[Button, Draft] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 8, 12, 8)
        self._column.setSpacing(4)
        self._lines: list[QWidget] = []
        self.hide()

    def show_drafts(self, drafts: Sequence[tuple[str, Draft]]) -> None:
        """`drafts` with the names of the exercises; the first ones are shown."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.resumes, self.forgets = [], {}, {}
        for name, draft in drafts[:MOST_SHOWN]:
            self._add(name or draft.path.stem, draft)
        self.setVisible(bool(self._lines))

    def _add(self, name: str, draft: Draft) -> None:
        words = tr("Not saved yet: {name}", name=name)
        resume = Button(self._theme, tr("Go on"), height_px=LINE_PX)
        forget = Button(self._theme, tr("Forget it"), ButtonKind.QUIET, height_px=LINE_PX)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self._theme, words), 1)
        for button, known, act in (
            (resume, self.resumes, self._on_resume),
            (forget, self.forgets, self._on_forget),
        ):
            button.setAccessibleDescription(words)
            button.clicked.connect(act)
            known[button] = draft
            row.addWidget(button)
        self._lines.append(line)
        self._column.addWidget(line)

    def _on_resume(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self.resumes:
            self.resume_asked.emit(self.resumes[button])

    def _on_forget(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self.forgets:
            self.forget_asked.emit(self.forgets[button])
