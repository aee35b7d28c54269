"""A program with a folder of its own, and the page on which an exercise is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.exercises.exercise_page import ExercisePage
from stretchcoach.ui.exercises.exercise_ways import ExerciseWays
from stretchcoach.ui.exercises.exercises_page import ExercisesPage
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from stretchcoach.ui.own_exercise_ways import exercise_ways
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import Destination, MainWindow


class NoMemory:
    def window_geometry(self) -> bytes | None:
        return None

    def remember_window_geometry(self, geometry: bytes) -> None: ...


class Place:
    """A window with the ways of exercises in it, and the library of a person's folder."""

    def __init__(self, theme: Theme, data: Path, qtbot: QtBot) -> None:
        self.paths, self._qtbot = Paths(data), qtbot
        home = Destination("home", "Home", IconName.ROUTINES, QWidget)
        self.window = MainWindow(theme, "Coach", (home,), NoMemory())
        self.window.show_page("home")
        self.window.resize(1280, 800)
        folders = (bundled_dir("routines"), self.paths.routines)
        self.loader = LibraryLoader(folders, bundled_dir("assets"))
        store = SettingsStore(SettingsFile(self.paths.settings))
        self.ways: ExerciseWays = exercise_ways(
            *(theme, store, self.window, self.loader, self.paths),
            *(self.library, lambda entry: None, self.window),
        )
        self.ways.back_asked.connect(self.window.go_back)
        self.read()

    def library(self) -> Shelf | None:
        return self.loader.shelf

    def read(self) -> Shelf:
        """Wait for the library to be read, which may have begun already."""
        if not self.loader.is_loading:
            self.loader.load()
        self.settle()
        assert self.loader.shelf is not None
        return self.loader.shelf

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.loader.is_loading, timeout=60_000)

    @property
    def editor(self) -> ExerciseEditor:
        assert isinstance(self.window.current, ExerciseEditor)
        return self.window.current

    @property
    def one(self) -> ExercisePage:
        assert isinstance(self.window.current, ExercisePage)
        return self.window.current

    @property
    def all(self) -> ExercisesPage:
        assert isinstance(self.window.current, ExercisesPage)
        return self.window.current

    def own_file(self, name: str) -> Path:
        return self.paths.exercises / name


@pytest.fixture
def place(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    place = Place(theme, tmp_path / "data", qtbot)
    qtbot.addWidget(place.window)
    with qtbot.waitExposed(place.window):
        place.window.show()
    place.window.activateWindow()
    yield place
    place.settle()
