from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.rail import RailItem
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.window.main_window import Destination, MainWindow
from stretchcoach.ui.window.trail import LONGEST


class Memory:
    def __init__(self, geometry: bytes | None = None) -> None:
        self.geometry = geometry

    def window_geometry(self) -> bytes | None:
        return self.geometry

    def remember_window_geometry(self, geometry: bytes) -> None:
        self.geometry = geometry


class Built:
    """Makes pages and keeps count of them."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def maker(self, name: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            self.names.append(name)
            return QWidget()

        return make


@pytest.fixture
def built() -> Built:
    return Built()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, built: Built) -> MainWindow:
    destinations = [
        Destination("routines", "Routines", IconName.ROUTINES, built.maker("routines")),
        Destination("settings", "Settings", IconName.SETTINGS, built.maker("settings")),
        Destination("safety", "Safety", IconName.SAFETY, built.maker("safety"), at_foot=True),
    ]
    window = MainWindow(theme, "Stretch Coach", destinations, Memory())
    qtbot.addWidget(window)
    window.show_page("routines")
    with qtbot.waitActive(window):
        window.show()
    return window


def items(window: MainWindow) -> dict[str, RailItem]:
    return {item.key: item for item in window.findChildren(RailItem)}


def test_only_what_is_shown_is_built_and_only_once(window: MainWindow, built: Built) -> None:
    assert built.names == ["routines"]
    window.show_page("safety")
    window.show_page("routines")
    window.show_page("safety")
    assert built.names == ["routines", "safety"]


def test_tab_enters_the_rail_at_the_page_that_is_shown(window: MainWindow) -> None:
    window.show_page("settings")
    stops = [key for key, item in items(window).items() if item.focusPolicy().value]
    assert stops == ["settings"]


def test_the_rail_has_the_pages_that_are_given_and_safety_at_its_foot(window: MainWindow) -> None:
    rail = items(window)
    assert list(rail) == ["routines", "settings", "safety"]
    gap = rail["safety"].y() - rail["settings"].geometry().bottom()
    assert gap > 200


def test_the_rail_navigates(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_shown) as signal:
        QTest.mouseClick(items(window)["settings"], Qt.MouseButton.LeftButton)
    assert signal.args == ["settings"]
    assert window.current is window.page("settings")
    assert items(window)["settings"].isChecked()


def test_the_rail_can_be_walked_with_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    rail = items(window)
    rail["routines"].setFocus()
    QTest.keyClick(rail["routines"], Qt.Key.Key_Down)
    assert window.current is window.page("settings")


def test_pages_without_a_place_in_the_rail_go_when_one_with_a_place_comes(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, second = QWidget(), QWidget()
    window.open_page(first)
    assert window.current is first
    window.open_page(second)
    with qtbot.waitSignals([first.destroyed, second.destroyed]):
        window.show_page("routines")
    assert window.current is window.page("routines")


def test_a_session_covers_the_rail_and_leaves_the_page_as_it_was(
    qtbot: QtBot, window: MainWindow
) -> None:
    routine, session = QWidget(), QWidget()
    window.open_page(routine)
    window.show_session(session)
    assert window.current is session
    assert session.width() == window.width()
    assert not items(window)["routines"].isVisible()
    with qtbot.waitSignal(session.destroyed):
        window.end_session()
    assert window.current is routine
    window.end_session()


def test_f11_goes_to_full_screen_and_back(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.full_screen_changed) as signal:
        QTest.keyClick(window, Qt.Key.Key_F11)
    assert signal.args == [True]
    assert window.isFullScreen()
    with qtbot.waitSignal(window.full_screen_changed) as signal:
        window.leave_full_screen()
    assert signal.args == [False]


def test_its_place_and_size_are_remembered(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    memory = Memory()
    first = MainWindow(theme, "Stretch Coach", [], memory)
    qtbot.addWidget(first)
    first.resize(760, 560)
    with qtbot.waitSignal(first.closed):
        first.close()
    second = MainWindow(theme, "Stretch Coach", [], memory)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (760, 560)


ON_A_SCREEN = """
import sys
from PySide6.QtWidgets import QApplication
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

class Memory:
    def window_geometry(self): return eval(sys.argv[1])

application = QApplication([])
window = MainWindow(Theme(application), "x", [], Memory())
window.show()
print(*window.geometry().getRect(), *window.minimumSize().toTuple())
"""


def on_a_screen(wide: int, high: int, folder: Path, geometry: bytes | None = None) -> list[int]:
    """Place, size and least size of the window on a screen of this size."""
    screen = {"name": "one", "x": 0, "y": 0, "width": wide, "height": high, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    (folder / "screens.json").write_text(json.dumps({"screens": [screen]}))
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    run = subprocess.run(
        [sys.executable, "-c", ON_A_SCREEN, repr(geometry)],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(number) for number in run.stdout.split()]


@pytest.mark.parametrize("geometry", [None, b"", b"not a geometry"])
def test_without_a_memory_it_has_its_usual_size(tmp_path: Path, geometry: bytes | None) -> None:
    _, _, *size = on_a_screen(1920, 1080, tmp_path, geometry)
    assert size == [1280, 800, 720, 540]


@pytest.mark.parametrize(("wide", "high"), [(1366, 768), (1024, 600), (683, 400)])
def test_the_first_window_fits_the_screen_with_its_frame(
    tmp_path: Path, wide: int, high: int
) -> None:
    x, y, width, height, *least = on_a_screen(wide, high, tmp_path)
    frame = 8  # at the right and below; what is at the left and above moved the window already
    assert (x >= 0, y >= 0) == (True, True)
    assert x + width + frame <= wide
    assert y + height + frame <= high
    assert width >= min(1280, wide - 20)
    assert least == [min(720, width), min(540, height)]


def test_large_text_widens_the_rail(window: MainWindow, theme: Theme) -> None:
    theme.set_text_scale(2.0)
    item = items(window)["settings"]
    assert item.sizeHint().width() >= item.fontMetrics().horizontalAdvance("Settings")
    assert item.sizeHint().height() == 136


FIRST_FRAME = """
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.window.main_window import Destination, MainWindow
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import CardButton, Tag
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel

class Memory:
    def window_geometry(self): return None
    def remember_window_geometry(self, geometry): pass

application = QApplication([])
theme = Theme(application, Look.LIGHT)
theme.apply()

def page():
    page = QWidget()
    column = QVBoxLayout(page)
    card = CardButton(theme, "Card", top_px=20)
    card.setMinimumHeight(60)
    for widget in (
        PlainLabel(theme, "Routines", TextRole.TITLE), ElidedLabel(theme, "Name " * 99),
        Button(theme, "Open", ButtonKind.PRIMARY, IconName.FOLDER), Tag(theme, "Mat"), card,
        ChipGroup(theme, "Time", [Option("any", "Any"), Option("5", "5 min")]),
    ):
        column.addWidget(widget)
    return page

window = MainWindow(theme, "x", [Destination("a", "A", IconName.ROUTINES, page)], Memory())
window.show_page("a")
window.show()
window.grab()
print("built" if "Qt" in vars(QtCore) else "spared")
"""


def test_the_first_frame_spares_the_dear_enums() -> None:
    """Naming `Qt`, or a call that makes PySide6 look for it, costs a fifth of a bare start."""
    run = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "spared"


def test_text_is_larger_on_a_screen_of_1080_lines(window: MainWindow, theme: Theme) -> None:
    label = PlainLabel(theme, "Some words", parent=window)
    window.resize(1280, 800)
    assert label.font().pixelSize() == 15
    window.resize(1920, 1080)
    assert label.font().pixelSize() == 16


def test_pages_opened_from_one_another_lead_back(window: MainWindow, built: Built) -> None:
    window.show_page("settings")
    base = window.current
    first, second = QWidget(), QWidget()
    window.open_page(first)
    window.open_page(second)
    window.go_back()
    assert window.current is first
    window.go_back()
    assert window.current is base
    window.go_back()
    assert window.current is base


def test_a_long_way_forgets_its_beginning(window: MainWindow) -> None:
    pages = [QWidget() for _ in range(LONGEST + 1)]
    for page in pages:
        window.open_page(page)
    for page in pages[-2:0:-1]:
        window.go_back()
        assert window.current is page
    window.go_back()
    assert window.shown_key == "routines"


def test_the_active_entry_of_the_rail_leads_to_the_beginning(qtbot: QtBot, theme: Theme) -> None:
    class Page(QWidget):
        begun = 0

        def show_beginning(self) -> None:
            self.begun += 1

    page = Page()

    def make() -> QWidget:
        return page

    one = Destination("one", "One", IconName.ROUTINES, make)
    window = MainWindow(theme, "Stretch Coach", [one], Memory())
    qtbot.addWidget(window)
    window.show_page("one")
    window.show()
    items(window)["one"].click()
    assert page.begun == 1
    window.open_page(QWidget())
    items(window)["one"].click()
    assert page.begun == 1
    assert window.current is page
