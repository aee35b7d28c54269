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
from shiboken6 import isValid

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.plan.today import DayPart, Today, Why
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.cards.card_measures import card_box, star_room
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.chips import Chip
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.files.library.library_folder import LibraryFolder
from tests.ui.cards.shelves import a_broken_card, a_card, a_shelf

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
    QApplication.processEvents()
    return page


def shown(page: RoutinesPage) -> list[str]:
    return [page.model.card(row).name for row in range(page.model.rowCount())]


def settle() -> None:
    """Let the layouts, one inside the other, hear of each other's heights."""
    for _ in range(4):
        QApplication.processEvents()


def rects(page: RoutinesPage) -> list[QRect]:
    QApplication.processEvents()
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
    assert card_box(first.toRectF()).height() == 284


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
    assert page.cards.empty.isHidden()
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
    assert page.cards.empty.title.text() == "There are no routines yet"
    assert page.cards.empty.isVisible()
    assert not page.cards.empty.clear_words.isVisible()
    assert not page.cards.empty.clear_filters.isVisible()


# Today


def today_words(page: RoutinesPage) -> str:
    return page.today_card.accessibleName() if page.today_card.isVisible() else ""


def test_what_is_for_today_stands_on_top(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.set_today(Today("good", Why.LAST))
    page.set_last_days({"good": date(2026, 3, 4)})
    page.set_library(read())
    assert today_words(page) == "Today, Good, 1 min 23 s, Last done yesterday"
    with qtbot.waitSignal(page.today_chosen) as signal:
        QTest.mouseClick(page.today_card, Qt.MouseButton.LeftButton)
    assert signal.args == [Today("good", Why.LAST)]
    with qtbot.waitSignal(page.routine_chosen) as signal:
        page.open_routine("good")
    assert signal.args[0].id == "good"


def test_it_stands_back_where_something_is_looked_for_or_waits(full_page: RoutinesPage) -> None:
    full_page.set_today(Today("desk-break", Why.GENTLE, DayPart.DAY))
    assert today_words(full_page).endswith("Something gentle in between")
    full_page.head.search.setText("hips")
    assert today_words(full_page) == ""
    full_page.head.search.clear()
    assert today_words(full_page)
    full_page.set_resume(cut_off())
    assert today_words(full_page) == ""
    full_page.set_resume(None)
    assert today_words(full_page)
    full_page.set_today(None)
    assert today_words(full_page) == ""
    full_page.set_today(Today("gone", Why.LAST))
    assert today_words(full_page) == ""


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
    assert not page.filters.clear_link.isVisible()
    press(page, 0, "5")
    assert shown(page) == ["Chair", "Lying"]
    press(page, 2, "none")
    assert shown(page) == ["Chair"]
    press(page, 1, "standing")
    assert shown(page) == []
    press(page, 1, "standing")
    assert shown(page) == ["Chair"]
    QTest.mouseClick(page.filters.clear_link, Qt.MouseButton.LeftButton)
    assert shown(page) == ["Long", "Chair", "Lying"]
    assert not page.filters.clear_link.isVisible()
    assert page.filters.groups[0].button("5").hasFocus()


def test_what_can_be_shortened_is_found_says_so_and_opens_so(page: RoutinesPage) -> None:
    page.set_library(a_shelf(a_card("Long", minutes=14, shortest_minutes=4), a_card("Brief")))
    press(page, 0, "5")
    assert [page.model.words(row).last for row in range(2)] == [
        "Can be done in 5 min",
        "Not done yet",
    ]
    first, second = (page.model.card(row) for row in range(2))
    assert isinstance(first, LibraryCard)
    assert isinstance(second, LibraryCard)
    assert (page.model.minutes_for(first), page.model.minutes_for(second)) == (5, None)


def test_chips_stand_in_one_line_at_the_usual_width(full_page: RoutinesPage) -> None:
    press(full_page, 0, "5")
    QApplication.processEvents()
    filters = full_page.filters
    assert filters.clear_link.isVisible()
    assert len({part.y() for part in (*filters.groups, filters.clear_link)}) == 1


def test_nothing_looks_chosen_that_is_not(full_page: RoutinesPage) -> None:
    full_page.take_focus()
    assert full_page.view.hasFocus()
    assert not full_page.view.currentIndex().isValid()
    assert [group.key for group in full_page.filters.groups] == ["", "", ""]
    with_focus = full_page.view.grab().toImage()
    full_page.head.search.setFocus()
    assert full_page.view.grab().toImage() == with_focus


def test_enter_opens_nothing_that_nobody_chose(qtbot: QtBot, full_page: RoutinesPage) -> None:
    full_page.take_focus()
    with qtbot.assertNotEmitted(full_page.view.card_opened):
        QTest.keyClick(full_page.view, Qt.Key.Key_Return)
    QTest.keyClick(full_page.view, Qt.Key.Key_Down)
    assert full_page.view.currentIndex().row() == 0
    with qtbot.waitSignal(full_page.cards.opened):
        QTest.keyClick(full_page.view, Qt.Key.Key_Return)


@pytest.mark.parametrize("wanted", ["", "Desk"])
def test_the_page_ends_where_the_cards_end(full_page: RoutinesPage, wanted: str) -> None:
    """Half a screen of nothing stood below the last card."""
    full_page.resize(1184, 500)
    full_page.head.search.setText(wanted)
    settle()
    content = full_page._area.widget()
    assert content
    last = full_page.view.visualRect(full_page.model.index(full_page.model.rowCount() - 1))
    end = full_page.view.mapTo(content, last.bottomLeft()).y() + 1
    assert content.height() == max(end, full_page._area.viewport().height())


@pytest.mark.parametrize(
    ("text", "chip", "advice"),
    [
        ("zzz", "", "Try a part of the body, a place, or the name of an exercise."),
        ("", "standing", "Choose less: the filters narrow each other down."),
        ("zzz", "standing", "Try other words, or look at all times, positions and things."),
    ],
)
def test_nothing_matches(full_page: RoutinesPage, text: str, chip: str, advice: str) -> None:
    full_page.head.search.setText(text)
    if chip:
        press(full_page, 1, chip)
    empty = full_page.cards.empty
    assert empty.isVisible()
    assert empty.title.text() == ("Nothing found for “zzz”" if text else "No routine is like that")
    assert empty.advice.text() == advice
    assert not empty.meant.isVisible()
    assert empty.clear_filters.isVisible() is bool(chip)
    assert empty.clear_words.isVisible() is bool(text)
    for button in (empty.clear_filters, empty.clear_words):
        if button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown(full_page) == list(NAMES)
    assert not empty.isVisible()
    assert full_page.view.isVisible()
    assert [group.key for group in full_page.filters.groups] == ["", "", ""]


def test_what_was_probably_meant_is_offered(page: RoutinesPage) -> None:
    page.set_library(a_shelf(a_card("Pigeon")))
    page.head.search.setText("pxgexn")
    assert shown(page) == []
    assert page.cards.empty.meant.label == "Search for “pigeon”"
    QTest.mouseClick(page.cards.empty.meant, Qt.MouseButton.LeftButton)
    assert page.head.search.text() == "pigeon"
    assert shown(page) == ["Pigeon"]


def test_the_affected_side_is_followed(page: RoutinesPage, store: SettingsStore) -> None:
    page.set_library(a_shelf(a_card("Twists", affected_minutes=7)))
    store.change(affected=AffectedSide.LEFT)
    assert page.model.words(0).time == "7 min 00 s"


def test_when_each_was_last_done(full_page: RoutinesPage) -> None:
    full_page.set_last_days({"desk-break": date(2026, 3, 4)})
    assert (shown(full_page)[0], full_page.model.words(0).last) == (
        "Desk break",
        "Last done yesterday",
    )
    assert full_page.view.headings == ("Done lately", "All routines")


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
    search, exercises, open_, time, where, needs, cards = focus_chain(full_page, 7)
    head = full_page.head
    assert (search, exercises, open_) == (head.search, head.exercises, head.open)
    assert cards is full_page.view
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
    assert all(widget.accessibleName() for widget in focus_chain(full_page, 7))


def test_a_screen_reader_reads_cards(full_page: RoutinesPage) -> None:
    view = QAccessible.queryAccessibleInterface(full_page.view)
    assert view.childCount() == len(NAMES)
    words = view.child(1).text(QAccessible.Text.Name)
    assert words.startswith("Desk break, 5 min 00 s, Lying, Mat, Level 2")


# Favourites


def test_a_star_makes_a_favourite(full_page: RoutinesPage, store: SettingsStore) -> None:
    QTest.keyClick(full_page.head.search, Qt.Key.Key_Down)
    QTest.keyClick(full_page.view, Qt.Key.Key_Right)
    QTest.keyClick(full_page.view, Qt.Key.Key_F)
    assert store.settings.favourites == ("desk-break",)
    assert full_page.view.headings == ("Favourites", "All routines")
    assert shown(full_page)[0] == "Desk break"
    assert full_page.view.currentIndex().row() == 0  # the keyboard went along
    QTest.keyClick(full_page.view, Qt.Key.Key_F)
    assert not store.settings.favourites


def test_the_star_is_pressed_without_opening_the_card(
    qtbot: QtBot, full_page: RoutinesPage, store: SettingsStore
) -> None:
    corner = star_room(card_box(rects(full_page)[1].toRectF())).center().toPoint()
    viewport, button = full_page.view.viewport(), Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(full_page.cards.opened):
        QTest.mouseClick(viewport, button, pos=corner)
    assert store.settings.favourites == ("desk-break",)
    QTest.mousePress(viewport, button, pos=corner)
    QTest.mouseRelease(viewport, button, pos=corner + QPoint(0, 200))
    assert store.settings.favourites == ("desk-break",)


def test_a_broken_file_has_no_star(page: RoutinesPage, store: SettingsStore) -> None:
    page.set_library(a_shelf(a_broken_card()))
    QTest.keyClick(page.head.search, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_F)
    corner = star_room(card_box(rects(page)[0].toRectF())).center().toPoint()
    QTest.mousePress(page.view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert store.settings.favourites == ()


def test_arrows_follow_the_direction_of_the_language(full_page: RoutinesPage) -> None:
    full_page.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = rects(full_page)[:2]
    assert first.x() > second.x()
    assert full_page.view.indexAt(second.center()).row() == 1
    QTest.keyClick(full_page.head.search, Qt.Key.Key_Down)
    QTest.keyClick(full_page.view, Qt.Key.Key_Left)
    assert full_page.view.currentIndex().row() == 1
    QTest.keyClick(full_page.view, Qt.Key.Key_PageDown)
    assert full_page.view.currentIndex().row() == 6
    QTest.keyClick(full_page.view, Qt.Key.Key_PageUp)
    assert full_page.view.currentIndex().row() == 0


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


def test_an_exercise_that_is_found_is_told(
    qtbot: QtBot, page: RoutinesPage, folder: LibraryFolder, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    page.head.search.setText("pigeon")
    assert page.view.headings == ("Exercises", "Routines")
    with qtbot.waitSignal(page.exercise_chosen) as signal:
        page.view.card_opened.emit(0)
    assert signal.args == ["pigeon"]
    with qtbot.waitSignal(page.exercises_asked):
        QTest.mouseClick(page.head.exercises, Qt.MouseButton.LeftButton)


def test_a_broken_file_opens_its_problems(
    qtbot: QtBot, page: RoutinesPage, read: Callable[[], Shelf]
) -> None:
    page.set_library(read())
    with qtbot.assertNotEmitted(page.routine_chosen):
        page.view.card_opened.emit(0)
    problems = page._problems.page
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
    problems = page._problems.page
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
    assert page._problems.page.title.whole_text == "frog.yaml"
    folder.exercise("frog")
    page.set_library(read())
    for _ in range(2):  # however often the folders are looked through
        page.set_library(read())
        assert messages(page) == []
    QTest.mouseClick(page._problems.page.use, Qt.MouseButton.LeftButton)
    assert not page._problems.page.isVisible()
    assert page.view.hasFocus()


def messages(page: RoutinesPage) -> list[str]:
    """What is said of the file whose problems are shown."""
    assert page._problems.page.isVisible()
    return [item.accessibleName().rpartition(": ")[2] for item in page._problems.page.items]


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
    with qtbot.waitSignal(page.file_chosen) as signal:
        QTest.mouseClick(page._problems.page.use, Qt.MouseButton.LeftButton)
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
        assert page._problems.page.count.text().startswith("This cannot be opened.")
        assert not page._problems.page.use.isVisible()
        assert not page._problems.page.edit.isVisible()
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
    with qtbot.waitSignal(page.file_chosen) as signal:
        dialog.accept()
    assert signal.args == [path]
    qtbot.waitUntil(lambda: not isValid(dialog))


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
