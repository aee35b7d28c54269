"""Offers words below the cursor while a text is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.completion import Offer, Offers, offers_at
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.text_units import units
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole

if TYPE_CHECKING:
    from stretchcoach.ui.customize.text.text_edit import TextEdit

WIDE_PX, MOST_ROWS, GAP_PX = 380, 8, 4
_TAKEN_BY = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class TextCompleter(QObject):
    """Follows what is typed; Ctrl+Space asks for all that fits. Return and Tab take an offer."""

    def __init__(self, theme: Theme, edit: TextEdit, bench: BenchDocument) -> None:
        super().__init__(edit)
        self._theme = theme
        self._edit = edit
        self._bench = bench
        self._found = Offers()
        self.list = QListWidget(edit)
        self.list.setAccessibleName(tr("What fits here"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.hide()
        theme.follow(self)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self.list.setFont(self._theme.font(TextRole.SMALL))
        self.list.setStyleSheet(
            f"QListWidget {{ background: {palette.surface}; color: {palette.ink};"
            f" border: 1px solid {palette.edge}; border-radius: 6px; padding: 4px; }}"
            f"QListWidget::item {{ padding: 3px 6px; }}"
            f"QListWidget::item:selected {{ background: {palette.teal_tint};"
            f" color: {palette.teal_text}; }}"
        )

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the offers."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.offer()
            return True
        if not self.list.isVisible():
            return False
        row = self.list.currentRow()
        if event.key() == Qt.Key.Key_Down:
            self.list.setCurrentRow((row + 1) % self.list.count())
        elif event.key() == Qt.Key.Key_Up:
            self.list.setCurrentRow((row - 1) % self.list.count())
        elif event.key() in _TAKEN_BY:
            self._take(self._found.offers[row])
        elif event.key() == Qt.Key.Key_Escape:
            self.list.hide()
        else:
            return False
        return True

    def follow(self, event: QKeyEvent) -> None:
        """A key has written something: offer what begins so."""
        typed = event.text()
        writes = typed.isalnum() or typed in ("-", "_", ":")
        goes_back = event.key() == Qt.Key.Key_Backspace and self.list.isVisible()
        if writes or goes_back:
            self.offer(least=1)
        else:
            self.list.hide()

    def offer(self, least: int = 0) -> None:
        """Show what fits where the cursor stands, if that many letters are there."""
        found = offers_at(self._bench.text, self._edit.character, self._bench.reading.exercises)
        whole = [offer for offer in found.offers if offer.insert.rstrip(": ") != found.begun]
        if not whole or len(found.begun) < least:
            self.list.hide()
            return
        self._found = Offers(found.begun, tuple(whole))
        self.list.clear()
        for offer in whole:
            text = offer.insert.rstrip(": ") + (f" – {offer.hint}" if offer.hint else "")
            self.list.addItem(QListWidgetItem(text))
        self.list.setCurrentRow(0)
        self._place()
        self.list.show()
        self.list.raise_()

    def _place(self) -> None:
        rows = min(MOST_ROWS, self.list.count())
        high = self.list.sizeHintForRow(0) * rows + 12
        wide = min(self._theme.scaled(WIDE_PX), self._edit.width() - 2 * GAP_PX)
        corner = self._edit.cursor_corner()
        x = max(GAP_PX, min(corner.x(), self._edit.width() - wide - GAP_PX))
        y = corner.y() + GAP_PX
        if y + high > self._edit.height():
            y = max(GAP_PX, corner.y() - self._edit.cursorRect().height() - high - GAP_PX)
        self.list.setGeometry(x, y, wide, high)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(self._found.offers[self.list.row(item)])

    def _take(self, offer: Offer) -> None:
        self.list.hide()
        cursor = self._edit.textCursor()
        begun = units(self._found.begun, len(self._found.begun))
        move, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(move, keep, begun)
        cursor.insertText(offer.insert)
        self._edit.setTextCursor(cursor)
        if offer.insert.endswith(": "):
            self.offer()
