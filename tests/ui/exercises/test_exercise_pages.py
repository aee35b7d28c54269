"""All exercises, one exercise, the routines it is in, and the ways back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.exercises.exercise_page import ExercisePage
from stretchcoach.ui.exercises.exercise_ways import ExerciseWays
from stretchcoach.ui.exercises.exercises_page import ExercisesPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import Destination, MainWindow
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    reader = ShelfReader([bundled_dir("routines")], bundled_dir("assets"), None)
    return reader.read(lambda some: None)


class NoMemory:
    def window_geometry(self) -> bytes | None:
        return None

    def remember_window_geometry(self, geometry: bytes) -> None: ...


class Place:
    """A window with nothing but the ways of exercises in it."""

    def __init__(self, theme: Theme, store: SettingsStore, shelf: Shelf) -> None:
        home = Destination("home", "Home", IconName.ROUTINES, QWidget)
        self.window = MainWindow(theme, "Coach", (home,), NoMemory())
        self.window.show_page("home")
        self.window.resize(1280, 800)
        self.shelf: Shelf | None = shelf
        self._theme, self._store = theme, store
        self.ways = ExerciseWays(theme, store, self.window, self.library, self.open_routine)
        self.ways.back_asked.connect(self.window.go_back)

    def library(self) -> Shelf | None:
        return self.shelf

    def open_routine(self, entry: RoutineEntry) -> RoutinePage | None:
        page = RoutinePage(self._theme, self._store)
        page.show_entry(entry)
        page.back_asked.connect(self.window.go_back)
        self.window.open_page(page)
        return page

    @property
    def page(self) -> QWidget:
        assert self.window.current
        return self.window.current

    @property
    def list(self) -> ExercisesPage:
        assert isinstance(self.page, ExercisesPage)
        return self.page

    @property
    def one(self) -> ExercisePage:
        assert isinstance(self.page, ExercisePage)
        return self.page


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, tmp_path: Path, shelf: Shelf) -> Place:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    place = Place(theme, store, shelf)
    qtbot.addWidget(place.window)
    with qtbot.waitExposed(place.window):
        place.window.show()
    return place


def test_all_exercises_are_there_to_browse(place: Place, shelf: Shelf) -> None:
    place.ways.open("")
    page = place.list
    assert page.model.rowCount() == len(shelf.exercises)
    assert page.cards.view.headings == ("Lying", "On the floor", "On a chair", "Standing")
    assert page.cards.view.hasFocus()


def test_a_search_finds_exercises_and_offers_what_was_meant(place: Place) -> None:
    place.ways.open("")
    page = place.list
    QTest.keyClick(page, Qt.Key.Key_Slash)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "half pigeon")
    assert page.model.card(0).name == "Half pigeon"
    page.search.setText("xylophonist")
    assert page.cards.empty.isVisible()
    assert page.cards.empty.title.text() == "Nothing found for “xylophonist”"
    QTest.mouseClick(page.cards.empty.clear_words, Qt.MouseButton.LeftButton)
    assert page.words == ""
    assert page.model.rowCount() > 1


def test_from_the_list_to_one_to_a_routine_and_all_the_way_back(qtbot: QtBot, place: Place) -> None:
    place.ways.open("")
    place.list.search.setText("pigeon")
    QTest.keyClick(place.list.search, Qt.Key.Key_Down)
    QTest.keyClick(place.list.cards.view, Qt.Key.Key_Return)
    assert place.one.heading.text() == "Half pigeon"
    assert place.one.back.label == "All exercises"
    [button, *_] = place.one.routine_buttons
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    routine = place.page
    assert isinstance(routine, RoutinePage)
    assert routine.view
    assert routine.view.routine.title == button.label
    QTest.keyClick(routine, Qt.Key.Key_Escape)
    assert place.one.heading.text() == "Half pigeon"
    QTest.keyClick(place.one, Qt.Key.Key_Escape)
    assert place.list.words == "pigeon"
    view = place.list.cards.view
    assert place.list.model.card(view.currentIndex().row()).name == "Half pigeon"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert place.window.shown_key == "home"


def test_one_that_was_found_among_the_routines_leads_back_there(qtbot: QtBot, place: Place) -> None:
    place.ways.open("bridge")
    assert place.one.back.label == "Routines"
    assert "Bridge" in place.one.heading.text()
    assert place.one.detail.words
    QTest.mouseClick(place.one.back, Qt.MouseButton.LeftButton)
    assert place.window.shown_key == "home"


def test_an_exercise_in_no_routine_says_so(place: Place, shelf: Shelf) -> None:
    used = {name for card in shelf.cards if card.facts for name in card.facts.exercises}
    for name in set(shelf.exercises) - used:
        place.ways.open(name)
        assert place.one.routine_buttons == ()


def test_an_exercise_whose_file_is_gone_opens_nothing(place: Place) -> None:
    place.ways.open("no-such-exercise")
    assert place.window.shown_key == "home"


def test_before_the_library_is_read_nothing_opens(place: Place) -> None:
    place.shelf = None
    place.ways.open("")
    place.ways.open("bridge")
    assert place.window.shown_key == "home"


@pytest.mark.parametrize(("scale", "width"), [(1.0, 720), (1.0, 1280), (2.0, 1280)])
def test_the_pages_in_long_words(
    place: Place, theme: Theme, shelf: Shelf, scale: float, width: int
) -> None:
    theme.set_text_scale(scale)
    place.window.resize(width, 700)
    with pseudo_language():
        place.ways.open("")
        QApplication.processEvents()
        assert_translated_and_unclipped(place.list)
