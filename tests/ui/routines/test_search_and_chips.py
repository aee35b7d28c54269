from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.routines_page import RoutinesPage
from tests.ui.cards.shelves import a_card, a_shelf
from tests.ui.routines.routines_pages import NAMES, shown


def settle() -> None:
    """Let the layouts, one inside the other, hear of each other's heights."""
    for _ in range(4):
        QApplication.processEvents()


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


def test_who_may_begin_to_type_does_not_wait_for_what_is_searched(
    qtbot: QtBot, full_page: RoutinesPage
) -> None:
    full_page.view.setFocus()
    full_page.model._search = None
    full_page.head.go_to_search()
    qtbot.waitUntil(lambda: full_page.model._search is not None)
