from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.library.routine_facts import Place
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.card_measures import card_box
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.chips import Chip
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.files.library.library_folder import LibraryFolder
from tests.ui.routines.shelves import a_broken_card, a_card, a_shelf

TODAY = date(2026, 3, 5)
NAMES = ("Open hips", "Desk break", "After a run", "Before bed", "Easy day", "Chair only", "Strong")


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
    page.view.doItemsLayout()
    return page


def shown(page: RoutinesPage) -> list[str]:
    return [page.model.card(row).name for row in range(page.model.rowCount())]


def rects(page: RoutinesPage) -> list[QRect]:
    page.view.doItemsLayout()
    return [page.view.visualRect(page.model.index(n)) for n in range(page.model.rowCount())]


# Cards


@pytest.mark.parametrize(
    ("width", "scale", "columns"),
    [(1184, 1.0, 3), (1020, 1.0, 3), (1000, 1.0, 2), (664, 1.0, 2), (624, 1.0, 1),
     (1184, 1.5, 2), (1184, 2.0, 1), (1824, 2.0, 2)],
)  # fmt: skip
def test_cards_stand_in_columns(
    full_page: RoutinesPage, theme: Theme, width: int, scale: float, columns: int
) -> None:
    """Of the whole window 96 px belong to the rail: three from 1100, two from 760 px on."""
    theme.set_text_scale(scale)
    full_page.resize(width, 800)
    places = rects(full_page)
    assert len({place.x() for place in places}) == columns
    rows = -(-len(NAMES) // columns)
    assert len({place.y() for place in places}) == rows
    assert full_page.view.height() >= places[-1].bottom()


def test_cards_have_the_edges_of_what_stands_above_them(full_page: RoutinesPage) -> None:
    QApplication.processEvents()
    first, _, third = rects(full_page)[:3]
    left = full_page.view.mapTo(full_page, card_box(first.toRectF()).topLeft().toPoint()).x()
    right = full_page.view.mapTo(full_page, card_box(third.toRectF()).topRight().toPoint()).x()
    edge = full_page.head.open.mapTo(full_page, QPoint(full_page.head.open.width(), 0)).x()
    assert left == 40
    assert edge - 3 <= right <= edge
    assert card_box(first.toRectF()).height() == 252


def test_the_page_scrolls_as_a_whole(full_page: RoutinesPage) -> None:
    bar = full_page._area.verticalScrollBar()
    assert bar.maximum() > 0
    over_a_card = full_page.view.mapTo(full_page, QPoint(200, 100))
    QTest.wheelEvent(full_page.windowHandle(), QPointF(over_a_card), QPoint(0, -120))
    QApplication.processEvents()
    assert bar.value() > 0


def test_cards_are_painted_in_all_their_kinds(
    qtbot: QtBot, page: RoutinesPage, theme: Theme
) -> None:
    page.set_library(a_shelf(a_card("Plain"), a_broken_card(), a_card("Own", own=True)))
    before = page.view.grab().toImage()
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(1))
    focused = page.view.grab().toImage()
    assert focused != before
    QTest.mouseMove(page.view.viewport(), rects(page)[2].center())
    qtbot.waitUntil(lambda: page.view.hovered_row == 2)
    assert page.view.grab().toImage() != focused


def test_long_titles_are_told_whole(page: RoutinesPage) -> None:
    title = "A very long title " * 8
    page.set_library(a_shelf(a_card(f"<b> {title}")))
    told = page.model.data(page.model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert told == f"&lt;b> {title}\nLying  ·  Mat"


# Reading


def test_cards_appear_as_they_are_read(qtbot: QtBot, page: RoutinesPage) -> None:
    assert page.empty.isHidden()
    page.add_cards(a_shelf(a_card("One"), a_card("Two")))
    page.add_cards(a_shelf(a_card("Three")))
    assert shown(page) == ["One", "Two", "Three"]
    page.set_library(a_shelf(*(a_card(name) for name in ("One", "Two", "Three"))))
    assert shown(page) == ["One", "Two", "Three"]


def test_the_current_card_stays_when_the_library_changes(full_page: RoutinesPage) -> None:
    full_page.view.setCurrentIndex(full_page.model.index(2))
    names = ["New one", *NAMES]
    full_page.set_library(a_shelf(*(a_card(name) for name in names)))
    assert full_page.model.card(full_page.view.currentIndex().row()).name == NAMES[2]


def test_there_may_be_no_routines(page: RoutinesPage) -> None:
    page.set_library(a_shelf())
    assert page.empty.title.text() == "There are no routines yet"
    assert page.empty.isVisible()
    assert not page.empty.clear.isVisible()


# Searching and filtering


def test_typing_finds(full_page: RoutinesPage) -> None:
    QTest.keyClicks(full_page.head.search, "HIPS op")
    assert shown(full_page) == ["Open hips"]
    QTest.keyClick(full_page.head.search, Qt.Key.Key_Escape)
    assert shown(full_page) == list(NAMES)
    assert full_page.head.search.hasFocus() or full_page.head.search.text() == ""


@pytest.mark.parametrize("key", ["ctrl+f", "/"])
def test_keys_go_to_the_search(full_page: RoutinesPage, key: str) -> None:
    full_page.view.setFocus()
    modifier = Qt.KeyboardModifier
    if key == "/":
        QTest.keyClick(full_page.view, Qt.Key.Key_Slash)
    else:
        QTest.keyClick(full_page.view, Qt.Key.Key_F, modifier.ControlModifier)
    assert full_page.head.search.hasFocus()
    QTest.keyClicks(full_page.head.search, "1/2")
    assert full_page.head.search.text() == "1/2"


def press(page: RoutinesPage, group: int, key: str) -> None:
    QTest.mouseClick(page.filters.groups[group].button(key), Qt.MouseButton.LeftButton)


def test_chips_filter(page: RoutinesPage) -> None:
    page.set_library(
        a_shelf(
            a_card("Long", minutes=14),
            a_card("Chair", places=(Place.CHAIR,), equipment=()),
            a_card("Lying"),
        )
    )
    press(page, 0, "5")
    assert shown(page) == ["Chair", "Lying"]
    press(page, 2, "none")
    assert shown(page) == ["Chair"]
    press(page, 1, "standing")
    assert shown(page) == []


@pytest.mark.parametrize(
    ("text", "chip", "advice"),
    [
        ("zzz", "any", "Try fewer or other words."),
        ("", "standing", "Choose “Any” in one of the rows above."),
        ("zzz", "standing", "Try other words, or choose “Any” above."),
    ],
)
def test_nothing_matches(full_page: RoutinesPage, text: str, chip: str, advice: str) -> None:
    full_page.head.search.setText(text)
    press(full_page, 1, chip)
    assert full_page.empty.isVisible()
    assert full_page.empty.title.text() == "Nothing matches"
    assert full_page.empty.advice.text() == advice
    QTest.mouseClick(full_page.empty.clear, Qt.MouseButton.LeftButton)
    assert shown(full_page) == list(NAMES)
    assert not full_page.empty.isVisible()
    assert full_page.view.isVisible()
    assert [group.key for group in full_page.filters.groups] == ["any"] * 3


def test_the_affected_side_is_followed(page: RoutinesPage, store: SettingsStore) -> None:
    page.set_library(a_shelf(a_card("Twists", affected_minutes=7)))
    store.change(affected=AffectedSide.LEFT)
    assert page.model.words(0).time == "7 min 00 s"


def test_when_each_was_last_done(full_page: RoutinesPage) -> None:
    full_page.set_last_days({"desk-break": date(2026, 3, 4)})
    assert full_page.model.words(1).last == "Last done yesterday"


# Keyboard and screen reader


def focus_chain(page: RoutinesPage, steps: int) -> list[QWidget]:
    chain = []
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert focus
        chain.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return chain


def test_tab_goes_from_the_search_over_the_chips_to_the_cards(full_page: RoutinesPage) -> None:
    full_page.head.search.setFocus()
    search, open_, time, where, needs, cards = focus_chain(full_page, 6)
    assert (search, open_, cards) == (full_page.head.search, full_page.head.open, full_page.view)
    chips = [time, where, needs]
    assert all(isinstance(chip, Chip) for chip in chips)
    groups = full_page.filters.groups
    assert [chip.parent() for chip in chips] == list(groups)


def test_arrows_walk_among_the_cards_and_keep_them_in_sight(full_page: RoutinesPage) -> None:
    QTest.keyClick(full_page.head.search, Qt.Key.Key_Down)
    assert full_page.view.hasFocus()
    rows = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(full_page.view, key)
        rows.append(full_page.view.currentIndex().row())
    assert rows == [1, 4, 3, 6]
    assert full_page._area.verticalScrollBar().value() > 0
    card = full_page.view.visualRect(full_page.model.index(6))
    seen = full_page.view.visibleRegion().boundingRect()
    assert seen.contains(card.center())
    QTest.keyClick(full_page.view, Qt.Key.Key_Home)
    assert full_page._area.verticalScrollBar().value() < card.y()


def test_everything_has_a_name_for_the_screen_reader(full_page: RoutinesPage) -> None:
    full_page.head.search.setFocus()
    assert all(widget.accessibleName() for widget in focus_chain(full_page, 6))


def test_a_screen_reader_reads_cards(full_page: RoutinesPage) -> None:
    view = QAccessible.queryAccessibleInterface(full_page.view)
    assert view.childCount() == len(NAMES)
    words = view.child(1).text(QAccessible.Text.Name)
    assert words.startswith("Desk break, 5 min 00 s, Lying, Mat, Level 2")


# Opening


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_opens_by_keys(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf], key: Qt.Key
) -> None:
    page.set_library(read())
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(1))
    with qtbot.waitSignal(page.routine_chosen) as signal:
        QTest.keyClick(page.view, key)
    entry = signal.args[0]
    assert isinstance(entry, RoutineEntry)
    assert entry.routine
    assert entry.routine.title == "Good"


def test_a_card_opens_by_a_click_also_while_others_are_read(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.add_cards(read())
    with qtbot.waitSignal(page.routine_chosen):
        QTest.mouseClick(
            page.view.viewport(), Qt.MouseButton.LeftButton, pos=rects(page)[1].center()
        )


def test_a_broken_file_opens_its_problems(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    with qtbot.assertNotEmitted(page.routine_chosen):
        page.view.card_opened.emit(0)
    problems = page._problems
    assert problems
    assert problems.isVisible()
    assert problems.back.hasFocus()
    assert [item.accessibleName().split(":")[0] for item in problems.items] == [
        "Line 5, column 1",
        "Line 6, column 1",
    ]
    QTest.keyClick(problems, Qt.Key.Key_Escape)
    assert not problems.isVisible()
    assert page.view.hasFocus()


def test_problems_follow_the_file(
    qtbot: QtBot, page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    page.view.card_opened.emit(0)
    problems = page._problems
    assert problems
    path = folder.routine("bad", more="hodl: 1\n")
    page.set_library(read())
    assert len(problems.items) == 1
    assert not problems.use.isVisible()
    folder.routine("bad")
    page.set_library(read())
    assert len(problems.items) == 0
    assert problems.count.text() == "This file has no problems any more."
    with qtbot.waitSignal(page.file_chosen) as signal:
        QTest.mouseClick(problems.use, Qt.MouseButton.LeftButton)
    assert signal.args == [path]
    path.unlink()
    page.set_library(read())
    assert messages(page) == ["there is no such file"]


def test_the_problems_of_an_exercise_that_is_mended(
    page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    folder.exercise("frog", more="kind: rest\n")
    page.set_library(read())
    page.view.card_opened.emit(0)
    assert page._problems
    assert page._problems.title.whole_text == "frog.yaml"
    folder.exercise("frog")
    page.set_library(read())
    for _ in range(2):  # however often the folders are looked through
        page.set_library(read())
        assert messages(page) == []
    QTest.mouseClick(page._problems.use, Qt.MouseButton.LeftButton)
    assert not page._problems.isVisible()
    assert page.view.hasFocus()


def messages(page: RoutinesPage) -> list[str]:
    """What is said of the file whose problems are shown."""
    assert page._problems
    assert page._problems.isVisible()
    return [item.accessibleName().rpartition(": ")[2] for item in page._problems.items]


def test_a_file_from_elsewhere_is_read_anew(
    qtbot: QtBot, page: RoutinesPage, tmp_path: Path, read: Callable[[], Shelf]
) -> None:
    """It was called free of problems as soon as the folders were looked through again."""
    elsewhere = LibraryFolder(tmp_path / "elsewhere")
    path = elsewhere.routine("bad", more="hodl: 1\n")
    shelf = read()
    page.set_library(shelf)
    page.show_problems(shelf.routine(str(path)))
    before = messages(page)
    assert len(before) == 1
    page.set_library(read())
    assert messages(page) == before
    elsewhere.routine("bad")
    page.set_library(read())
    assert messages(page) == []
    assert page._problems
    with qtbot.waitSignal(page.file_chosen) as signal:
        QTest.mouseClick(page._problems.use, Qt.MouseButton.LeftButton)
    assert signal.args == [path]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/dev/null", "this is not a regular file - name a YAML file"),
        ("/", "this is a folder - name a YAML file"),
        ("missing.yaml", "there is no such file"),
    ],
)
def test_what_is_no_file_stays_none(
    page: RoutinesPage, read: Callable[[], Shelf], name: str, message: str
) -> None:
    shelf = read()
    page.set_library(shelf)
    page.show_problems(shelf.routine(name))
    for _ in range(2):
        assert messages(page) == [message]
        assert page._problems
        assert page._problems.count.text().startswith("This cannot be opened.")
        assert not page._problems.use.isVisible()
        assert not page._problems.edit.isVisible()
        page.set_library(read())


def test_a_file_is_chosen_in_a_dialog(qtbot: QtBot, page: RoutinesPage, tmp_path: Path) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    path = tmp_path / "from therapist.yaml"
    path.write_text("x")
    QTest.mouseClick(page.head.open, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog
    assert dialog.isVisible()
    dialog.selectFile(str(path))
    with qtbot.waitSignal(page.file_chosen) as signal, qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    assert signal.args == [path]


# A session that was cut off


def cut_off() -> SessionRecord:
    routine = a_routine(a_step(), a_step(exercise="bridge"))
    exercises = known(an_exercise(), an_exercise("bridge", "Bridge"))
    start = Moment("2026-03-04T10:00:00.000Z", 0)
    record = new_record("one", routine, expand(routine, exercises), AffectedSide.NONE, start)
    return replace(record, at_index=3)


def test_a_session_that_was_cut_off_can_be_resumed(qtbot: QtBot, page: RoutinesPage) -> None:
    assert page.banner.isHidden()
    page.set_resume(cut_off())
    assert page.banner.isVisible()
    assert page.banner._title.text() == "Evening"
    assert page.banner._words.text() == "You left off yesterday at Bridge, left side"
    assert page.banner.resume.label == "Resume at step 2"
    for button, signal in (
        (page.banner.resume, page.resume_asked),
        (page.banner.start_over, page.start_over_asked),
        (page.banner.dismiss, page.resume_dismissed),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.set_resume(None)
    assert page.banner.isHidden()


def test_the_banner_keeps_its_buttons_in_sight(page: RoutinesPage, theme: Theme) -> None:
    page.set_resume(cut_off())
    for width, scale in ((1184, 1.0), (664, 1.0), (1184, 2.0), (590, 2.0)):
        theme.set_text_scale(scale)
        page.resize(width, 800)
        QApplication.processEvents()
        banner = page.banner
        for button in (banner.dismiss, banner.start_over, banner.resume):
            corner = button.mapTo(banner, button.rect().bottomRight())
            assert banner.rect().contains(corner), (width, scale, button.label)


# The start of the program

FIRST_FRAME = """
import sys
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QApplication
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look

application = QApplication([])
theme = Theme(application, Look.LIGHT)
theme.apply()
page = RoutinesPage(theme, SettingsStore(SettingsFile(Path("none.json"))))
page.resize(1184, 800)
page.show()
page.grab()
dear = {"yaml", "sqlite3", "stretchcoach.core.session.timeline"} & set(sys.modules)
print("Qt" in vars(QtCore), "QStyle" in vars(QtWidgets), dear)
"""


def test_the_first_frame_spares_what_is_dear() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False False set()"
