"""Fields of the form: an amount with minus and plus, and a line of words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import MIXED, most_of, stepped
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_PX, STEP_PX = 112, 30


class WordsField(QWidget):
    """A label and a line. `edited` has the key and the new text once it is meant."""

    edited = Signal(str, str)

    def __init__(self, theme: Theme, key: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._theme = theme
        self._shown = ""
        self.label = PlainLabel(theme, label, TextRole.SMALL, "ink2")
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        self.line.editingFinished.connect(self.commit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.label)
        self._place_line()
        self.setFocusProxy(self.line)

    def _place_line(self) -> None:
        self._column.addWidget(self.line)

    def show_value(self, value: str, usual: str = "") -> None:
        """What stands in the text; where that is nothing, what holds then."""
        mixed = value == MIXED
        self._shown = "" if mixed else value
        self.line.setPlaceholderText(tr("different") if mixed else usual)
        if self.line.isModified():
            return  # it is being typed
        if self.line.text() != self._shown:
            at = self.line.cursorPosition() if self.line.hasFocus() else 0
            self.line.setText(self._shown)
            self.line.setCursorPosition(at)

    def commit(self) -> None:
        """What was typed is meant; what only looks otherwise in one line is not."""
        text = self.line.text().strip()
        if not self.line.isModified():
            return
        self.line.setModified(False)
        if text != self._shown:
            self._shown = text
            self.edited.emit(self.key, text)


class AmountEdit(WordsField):
    """A number or a time; minus and plus change it by a step, from what usually holds, too."""

    def __init__(
        self,
        theme: Theme,
        key: str,
        label: str,
        *,
        is_time: bool,
        parent: QWidget | None = None,
    ) -> None:
        self._is_time = is_time
        quiet = ButtonKind.QUIET
        less, more = tr("Less: {what}", what=label), tr("More: {what}", what=label)
        self.less = Button(theme, less, quiet, IconName.MINUS, height_px=STEP_PX, icon_only=True)
        self.more = Button(theme, more, quiet, IconName.PLUS, height_px=STEP_PX, icon_only=True)
        super().__init__(theme, key, label, parent)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.line.setFixedWidth(self._theme.scaled(WIDE_PX - 40))

    def _place_line(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.less)
        row.addWidget(self.line)
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)

    def _on_less(self) -> None:
        self._step(-1)

    def _on_more(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        text = self.line.text() or self.line.placeholderText()
        found = stepped(text, by, self._is_time, most_of(self.key))
        if found is not None:
            self.line.setText(found)
            self.line.setModified(True)
            self.commit()
