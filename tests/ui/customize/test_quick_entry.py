"""The quick line says what to do where it cannot be meant, and adds nothing then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.steps.quick_entry import ICON, MOST_LETTERS, QuickEntry


@pytest.fixture
def quick(page: BenchPage) -> QuickEntry:
    page.quick.line.setFocus()
    return page.quick


def offers(quick: QuickEntry) -> list[str]:
    return [quick.list.item(row).text() for row in range(quick.list.count())]


def test_a_bare_rest_waits_for_its_time(page: BenchPage, quick: QuickEntry) -> None:
    before = page.bench.text
    QTest.keyClicks(quick.line, "rest")
    assert offers(quick) == ["Write a number behind “rest”, as in “rest 20”."]
    assert quick.list.isVisible()
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert (page.bench.text, quick.line.text()) == (before, "rest")
    QTest.keyClicks(quick.line, " 20")
    assert offers(quick) == ["Rest\n20 s"]
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert "- rest: 20s" in page.bench.text


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("rest 0", "A rest of no time is none: write how long it is, as in “rest 20”."),
        ("left right fig",
         "“left” and “right” do not go together: keep one, or write “each side”."),
        ("fig rest", "Write a number behind “rest”, as in “rest 20”."),
        ("xylophone",
         "No exercise is called “xylophone”. Write fewer letters, or look through all exercises."),
    ],
)  # fmt: skip
def test_what_to_do_stands_in_the_place_of_offers(
    page: BenchPage, quick: QuickEntry, line: str, offered: str
) -> None:
    before = page.bench.text
    QTest.keyClicks(quick.line, line)
    assert offers(quick) == [offered]
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert page.bench.text == before


def test_a_long_sentence_is_whole(quick: QuickEntry) -> None:
    QTest.keyClicks(quick.line, "left right fig")
    item = quick.list.item(0)
    line_px = quick.list.fontMetrics().height()
    assert quick.list.fontMetrics().horizontalAdvance(item.text()) > quick.list.viewport().width()
    assert quick.list.visualItemRect(item).height() >= 2 * line_px
    assert quick.list.viewport().height() >= quick.list.visualItemRect(item).height()


def test_a_load_is_shown_before_it_counts(page: BenchPage, quick: QuickEntry) -> None:
    QTest.keyClicks(quick.line, 'fig 30 load "red band"')
    assert offers(quick)[0].endswith(", red band")
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert "load: red band" in page.bench.text


def test_a_step_that_is_switched_off_is_shown_as_it_is(quick: QuickEntry) -> None:
    QTest.keyClicks(quick.line, "fig 30 off")
    assert offers(quick)[0].endswith(", switched off")


def test_a_line_that_is_too_long_says_so(quick: QuickEntry) -> None:
    QGuiApplication.clipboard().setText("fig note " + "x" * 2 * MOST_LETTERS)
    quick.line.paste()
    assert len(quick.line.text()) <= MOST_LETTERS
    [words] = offers(quick)
    assert words.startswith("Too long: ")
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert quick.line.text()
    quick.line.clear()
    QTest.keyClicks(quick.line, "fig")
    assert len(offers(quick)) >= 1
    assert not offers(quick)[0].startswith("Too long: ")


def test_pictures_that_come_later_move_nothing(
    page: BenchPage, quick: QuickEntry, qtbot: QtBot
) -> None:
    QTest.keyClicks(quick.line, "fig 3x30")
    rows = range(quick.list.count())
    heights = [quick.list.sizeHintForRow(row) for row in rows]
    blank = quick.list.item(0).icon().pixmap(ICON).toImage()
    qtbot.waitUntil(lambda: not page.pictures.is_reading)
    QTest.qWait(0)
    sizes = {tuple(quick.list.item(row).icon().actualSize(ICON).toTuple()) for row in rows}
    assert sizes == {ICON.toTuple()}
    assert quick.list.item(0).icon().pixmap(ICON).toImage() != blank
    assert [quick.list.sizeHintForRow(row) for row in rows] == heights
    assert quick.list.viewport().height() >= sum(heights)
    chosen = quick.list.item(0).icon().pixmap(ICON, QIcon.Mode.Selected).toImage()
    assert chosen == quick.list.item(0).icon().pixmap(ICON).toImage()
