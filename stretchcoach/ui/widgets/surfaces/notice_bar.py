"""A line above the page that says what has happened, with the way back where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

PDF = (".pdf", ".PDF")


class NoticeBar(Card):
    """Hidden until there is something to say. `undo_asked` wants the last thing undone,
    `print_asked` the file printed that was written."""

    undo_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "teal_tint", "teal_mid", parent=parent)
        self._file: Path | None = None
        self._undo: Callable[[], None] | None = None
        self.words = PlainLabel(theme, "", wrap=True)
        self.undo = Button(theme, tr("Undo"), icon=IconName.UNDO)
        self.undo.clicked.connect(self._on_undo)
        self.open = Button(theme, tr("Open"), icon=IconName.DOCUMENT)
        self.open.clicked.connect(self._on_open)
        self.print = Button(theme, tr("Print"), icon=IconName.PRINT)
        self.print.clicked.connect(self.print_asked)
        self.close_button = Button(
            theme, tr("Close this line"), ButtonKind.QUIET, IconName.CLOSE, icon_only=True
        )
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        for button in (self.undo, self.open, self.print, self.close_button):
            row.addWidget(button)
        self.hide()

    def say(
        self,
        words: str,
        *,
        can_undo: bool = False,
        undo: Callable[[], None] | None = None,
        file: Path | None = None,
    ) -> None:
        """Show `words`, the way back where there is one, and the way to a `file` just written.

        `undo` is the way back of just this; a bar that several use needs one each time.
        """
        self._file, self._undo = file, undo
        self.words.setText(words)
        self.undo.setVisible(can_undo or undo is not None)
        self.open.setVisible(file is not None)
        self.print.setVisible(file is not None and file.suffix in PDF)
        self.show()

    def _on_undo(self) -> None:
        if self._undo is not None:
            self._undo()
        else:
            self.undo_asked.emit()

    def _on_open(self) -> None:
        path = str(self._file)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.say(tr("No program was found that opens {path}.", path=path))
