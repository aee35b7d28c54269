"""The phases of a rep: what is said in each, and how long it lasts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.customize.form.fields import AmountEdit, WordsField
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import PlainLabel

Phases = list[dict[str, str]]
NEW_TIME = "10s"
BUTTON_PX = 30


class PhasesField(QWidget):
    """`changed` has all phases as they are to be."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._phases: Phases = []
        self.rows: list[_PhaseRow] = []
        self.add = Button(theme, tr("Phase"), icon=IconName.PLUS, height_px=Height.CHIP)
        self.add.setToolTip(tr("One phase more, at the end"))
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(
            PlainLabel(theme, tr("Phases of each rep"), TextRole.SMALL_MEDIUM, "ink2")
        )
        self._column.addWidget(self.add)

    def show_phases(self, phases: Sequence[dict[str, str]]) -> None:
        """These, in order."""
        self._phases = [dict(phase) for phase in phases]
        while len(self.rows) > len(phases):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(phases):
            row = _PhaseRow(self._theme, len(self.rows))
            row.said.connect(self._on_said)
            row.removed.connect(self._on_removed)
            self._column.insertWidget(self._column.count() - 1, row)
            self.rows.append(row)
        for row, phase in zip(self.rows, phases, strict=True):
            row.words.show_value(phase["say"])
            row.time.show_value(phase["for"])
            row.remove.setEnabled(len(phases) > 1)

    def commit(self) -> None:
        """What was typed is meant."""
        for row in list(self.rows):
            row.words.commit()
            row.time.commit()

    def _on_said(self, number: int, key: str, text: str) -> None:
        self.commit()  # all phases are written as one
        changed = [dict(phase) for phase in self._phases]
        changed[number][key] = text
        self.changed.emit(changed)

    def _on_removed(self, number: int) -> None:
        self.commit()
        self.changed.emit([p for at, p in enumerate(self._phases) if at != number])

    def _on_add(self) -> None:
        self.commit()
        self.changed.emit([*self._phases, {"say": tr("Hold"), "for": NEW_TIME}])


class _PhaseRow(QWidget):
    """`said` has its number, a key and a text."""

    said = Signal(int, str, str)
    removed = Signal(int)

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._number = number
        self.words = WordsField(theme, "say", tr("Phase {n} says", n=number + 1))
        self.time = AmountEdit(theme, "for", tr("For how long"), is_time=True)
        quiet, remove = ButtonKind.QUIET, tr("Without phase {n}", n=number + 1)
        self.remove = Button(theme, remove, quiet, IconName.CLOSE, height_px=BUTTON_PX,
                             icon_only=True)  # fmt: skip
        self.words.edited.connect(self._on_edited)
        self.time.edited.connect(self._on_edited)
        self.remove.clicked.connect(self._on_remove)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.words)
        line = QHBoxLayout()
        line.addWidget(self.time)
        line.addStretch(1)
        line.addWidget(self.remove)
        row.addLayout(line)

    def _on_edited(self, key: str, text: str) -> None:
        self.said.emit(self._number, key, text)

    def _on_remove(self) -> None:
        self.removed.emit(self._number)
