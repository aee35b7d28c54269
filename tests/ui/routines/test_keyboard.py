from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.cards.card_measures import card_box, star_room
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.widgets.controls.chips import Chip
from tests.ui.cards.shelves import a_broken_card, a_shelf
from tests.ui.routines.routines_pages import NAMES, rects, shown


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
