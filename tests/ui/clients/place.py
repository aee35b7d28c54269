"""A window with nothing but the ways of clients in it, over real folders."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.clients.client_page import ClientPage
from stretchcoach.ui.clients.client_ways import ClientWays
from stretchcoach.ui.clients.sent_page import SentPage
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.surfaces.notice import Notice
from stretchcoach.ui.window.main_window import Destination, MainWindow
from tests.files.library.library_folder import LibraryFolder


class NoMemory:
    def window_geometry(self) -> bytes | None:
        return None

    def remember_window_geometry(self, geometry: bytes) -> None: ...


class Place:
    def __init__(self, theme: Theme, qtbot: QtBot, folder: Path) -> None:
        self._qtbot, self.folder = qtbot, folder
        self.paths = Paths(folder / "data")
        self.bundled = LibraryFolder(folder / "bundled")
        self.bundled.exercise("pigeon")
        self.bundled.routine("evening", title="Evening")
        self.own = LibraryFolder(self.paths.routines)
        self.own.routine("mine", title="Mine")
        home = Destination("home", "Home", IconName.ROUTINES, QWidget)
        self.window = MainWindow(theme, "Coach", (home,), NoMemory())
        self.window.show_page("home")
        self.window.resize(1280, 800)
        folders = [self.bundled.path, self.own.path]
        self.loader = LibraryLoader(folders, folder / "assets")
        store = SettingsStore(SettingsFile(folder / "settings.json"))
        self.ways = ClientWays(
            theme, store, self.window, self.loader, self.paths, self.library, self.window
        )
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.load()

    def library(self) -> Shelf | None:
        return self.loader.shelf

    def load(self) -> None:
        """Have the folders read, and wait for it."""
        self.loader.load()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self._is_calm)

    def _is_calm(self) -> bool:
        return not self.loader.is_loading and not self.ways.work.is_running

    def client(self, name: str = "Anna") -> LibraryFolder:
        folder = LibraryFolder(self.own.path / name)
        self.load()
        return folder

    def sent(self, *records: SessionRecord, name: str = "diary.json") -> Path:
        """A diary as a client would send it."""
        path = self.folder / name
        sessions = [session_as_json(record) for record in records]
        path.write_text(json.dumps({"format": FORMAT, "sessions": sessions}))
        return path

    def read(self, path: Path) -> None:
        self.ways.read(path)
        self.settle()

    @property
    def page(self) -> QWidget:
        assert self.window.current
        return self.window.current

    @property
    def client_page(self) -> ClientPage:
        assert isinstance(self.page, ClientPage)
        return self.page

    @property
    def sent_page(self) -> SentPage:
        assert isinstance(self.page, SentPage)
        return self.page

    @property
    def told(self) -> list[str]:
        """What the window says above the page."""
        return [notice.sentence for notice in self.window.findChildren(Notice)]
