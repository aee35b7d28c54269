"""Amounts side by side, as many as fit into a line; made anew only when others are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from stretchcoach.core.bench.dose_form import AmountField, Said, said_by_all
from stretchcoach.ui.customize.form.fields import AmountEdit
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout

GAP_PX = 10


class AmountRow(QWidget):
    """`edited` has a key and the text that is meant, "" for nothing."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(GAP_PX, self)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.edits: list[AmountEdit] = []

    def show_fields(self, fields: Sequence[AmountField], said: Sequence[Said]) -> None:
        """These fields, with what all steps say in them."""
        shown = tuple((field.key, field.label) for field in fields)
        if shown != self._shown:
            self._shown = shown
            self._make(fields)
        for edit, field in zip(self.edits, fields, strict=True):
            edit.show_value(said_by_all(said, field.key), field.usual)

    def edit(self, key: str) -> AmountEdit:
        """The field of `key`; StopIteration where it is not shown."""
        return next(edit for edit in self.edits if edit.key == key)

    def commit(self) -> None:
        """What was typed is meant."""
        for edit in list(self.edits):  # they may be made anew by it
            edit.commit()

    def _make(self, fields: Sequence[AmountField]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.edits = []
        for field in fields:
            edit = AmountEdit(self._theme, field.key, field.label, is_time=field.is_time)
            edit.edited.connect(self.edited)
            self._flow.addWidget(edit)
            self.edits.append(edit)
