from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from tests.files.library.library_folder import LibraryFolder
from tests.ui.cards.shelves import a_card, a_shelf
from tests.ui.routines.routines_pages import NAMES, TODAY


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore) -> RoutinesPage:
    page = RoutinesPage(theme, store, lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.fixture
def full_page(page: RoutinesPage) -> RoutinesPage:
    page.set_library(a_shelf(*(a_card(name) for name in NAMES)))
    QApplication.processEvents()
    return page


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "routines")
    folder.exercise("pigeon")
    folder.routine("good", title="Good")
    folder.routine("bad", title="Bad", more="hodl: 1\nlevl: 2\n")
    return folder


@pytest.fixture
def read(folder: LibraryFolder, tmp_path: Path) -> Callable[[], Shelf]:
    reader = ShelfReader([folder.path], tmp_path, None)

    def read() -> Shelf:
        return reader.read(lambda some: None)

    return read
