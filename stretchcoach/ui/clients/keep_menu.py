"""Keeps what was sent in the folder of a client, and only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, escape_ampersand
from stretchcoach.ui.widgets.text.labels import PlainLabel


class KeepRow(QWidget):
    """Says whether it is kept. `keep_asked` has the folder of the client to keep it with,
    `new_asked` wants a new client. `clients` tells which there are now."""

    keep_asked = Signal(object)
    new_asked = Signal()

    def __init__(self, theme: Theme, clients: Callable[[], Sequence[Path]], client: str) -> None:
        super().__init__()
        self._list_clients = clients
        self._clients: tuple[Path, ...] = ()
        self.words = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.keep = Button(theme, tr("Keep with a client"), icon=IconName.FOLDER)
        self.keep.clicked.connect(self._on_keep)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill)
        self.menu.triggered.connect(self._on_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.keep)
        self.show_kept(client)

    def show_kept(self, client: str) -> None:
        """It lies in the folder of `client`; "" for nobody's."""
        kept = tr("It is kept in the folder of {client}.", client=client)
        open_ = tr("Only opened to read: nothing of it is kept here.")
        self.words.setText(kept if client else open_)
        self.keep.setVisible(not client)

    def fill(self) -> None:
        """With the clients that there are now."""
        self._clients = tuple(self._list_clients())
        self.menu.clear()
        for number, folder in enumerate(self._clients):
            action = self.menu.addAction(escape_ampersand(clean(folder.name)))
            action.setData(number)
        if self._clients:
            self.menu.addSeparator()
        self.menu.addAction(tr("New client …"))

    def _on_keep(self) -> None:
        self.menu.popup(self.keep.mapToGlobal(self.keep.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        number = action.data()
        if isinstance(number, int):
            self.keep_asked.emit(self._clients[number])
        else:
            self.new_asked.emit()
