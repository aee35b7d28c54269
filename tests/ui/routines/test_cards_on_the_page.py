from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.plan.today import DayPart, Today, Why
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.ui.cards.card_measures import card_box
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from tests.ui.cards.shelves import a_broken_card, a_card, a_shelf
from tests.ui.routines.routines_pages import NAMES, cut_off, rects, shown


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
