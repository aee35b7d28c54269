"""Listens to later starts of the program: they hand over their file, and end."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST_BYTES = 64 * 1024
SHOWN = b"shown\n"


class SecondStarts(QObject):
    """`asked` has the Path that the other start was given, or None for none.

    `former_address` is where a window listened that did not end by itself.
    """

    asked = Signal(object)

    def __init__(self, former_address: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        if former_address:
            QLocalServer.removeServer(former_address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(f"stretchcoach-{uuid4().hex}")

    @property
    def address(self) -> str:
        """Where it listens; "" where the system does not let it."""
        return self._server.fullServerName() if self._server.isListening() else ""

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._on_words)

    @Slot()
    def _on_words(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        asked = _understood(bytes(socket.readLine().data()))
        if asked is None:
            socket.abort()
            return
        file, tokens = asked
        os.environ.update(tokens)  # Qt shows them to the desktop when it asks for the front
        socket.write(SHOWN)
        socket.disconnectFromServer()
        self.asked.emit(file)


def _understood(line: bytes) -> tuple[Path | None, dict[str, str]] | None:
    """The file and the tokens of the desktop; None for what no start of this program says."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        asked = json.loads(line)
        file, tokens = asked["file"], asked["tokens"]
        names = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
        known = {name: str(tokens[name]) for name in names if name in tokens}
        return (None if file is None else Path(file)), known
    return None
