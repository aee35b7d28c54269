"""A note in plain text, whose limit is seen while typing: nothing is cut without a word."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from stretchcoach.core.diary.limits import MAX_NOTE
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

LINES_PX = 84
NEAR = 200  # characters left when the limit comes into sight


class NoteEdit(QWidget):
    """`edited` comes after each change by the person."""

    edited = Signal()

    def __init__(self, theme: Theme, note: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(note)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(tr("A note for yourself or your therapist"))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(theme.scaled(LINES_PX))
        self.edit.textChanged.connect(self._on_changed)
        self.limit = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self.limit.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.limit)
        self.setFocusProxy(self.edit)

    @property
    def note(self) -> str:
        """What stands there, without empty space around it."""
        return self.edit.toPlainText().strip()

    def _on_changed(self) -> None:
        """What does not fit is not taken: it comes from where the cursor stands now."""
        surplus = len(self.edit.toPlainText()) - MAX_NOTE
        if surplus > 0:
            self._take_back(surplus)
        self._show_limit(surplus)
        self.edited.emit()

    def _take_back(self, surplus: int) -> None:
        """Remove the `surplus` characters before the cursor, which were added just now."""
        with QSignalBlocker(self.edit):
            text, cursor = self.edit.toPlainText(), self.edit.textCursor()
            end = _characters(text, cursor.position())
            if end < surplus:  # it was not typed there
                end = len(text)
            cursor.setPosition(_units(text[: end - surplus]))
            cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self.edit.setTextCursor(cursor)

    def _show_limit(self, surplus: int) -> None:
        left = -surplus
        if surplus > 0:
            words = trn(
                "The note is full: {n} character did not fit.",
                "The note is full: {n} characters did not fit.",
                surplus,
            )
        else:
            words = trn("Room for {n} character more.", "Room for {n} characters more.", left)
        self.limit.setText(words)
        self.limit.setVisible(left <= NEAR)


def _units(text: str) -> int:
    """The length of `text` as Qt counts, in halves of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """How many characters of `text` Qt counts as `units`."""
    half = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(half.decode("utf-16-le", "replace"))
