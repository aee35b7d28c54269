"""The text beside the steps: colours, problems where they are, completion, indentation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from tests.files.bench.builders import HEAD, TEXT

NO = Qt.KeyboardModifier.NoModifier


def start(page: BenchPage, text: str) -> None:
    """Write `text`, with the cursor at its bar."""
    page.bench.replace_text(text.replace("|", ""))
    page.text.edit.setFocus()
    page.text.edit.go_to(text.index("|"))


def press(page: BenchPage, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    QTest.keyClick(page.text.edit, key, modifier)


def underlined(page: BenchPage) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        mark.cursor.selectedText()
        for mark in page.text.edit.extraSelections()
        if mark.format.underlineStyle() == wave
    ]


def lines_px(page: BenchPage, line: int) -> tuple[float, float]:
    """The top of a line from 0, and the room below its words."""
    edit = page.text.edit
    block = page.bench.document.findBlockByNumber(line)
    box = edit.blockBoundingGeometry(block).translated(edit.contentOffset())
    return box.top(), page.bench.layout.gaps.get(line, 0)


def test_a_problem_is_underlined_and_told_below(page: BenchPage, qtbot: QtBot) -> None:
    page.bench.set_keys({("steps", 1, "hold"): "3Os"})
    assert underlined(page) == ["3Os"]
    assert page.text.edit.bands.problems == ()  # it waits until nothing is typed any more
    qtbot.waitUntil(lambda: len(page.text.edit.bands.problems) == 1)
    assert page.text.edit.bands.words(10).startswith("“3Os”: this is not a time - write 30, 30s")
    top, band = lines_px(page, 10)
    assert band > page.text.edit.fontMetrics().height()
    assert lines_px(page, 11)[0] >= top + band
    image = page.text.edit.viewport().grab().toImage()
    amber = image.pixelColor(image.width() - 30, round(top + band))
    assert amber.name().upper() == page._theme.palette.amber_tint
    assert page.text.problems.label == "1 problem"
    page.bench.undo()
    assert underlined(page) == []
    assert page.text.edit.bands.problems == ()
    assert (
        lines_px(page, 11)[0]
        == top + page.text.edit.blockBoundingRect(page.bench.document.firstBlock()).height()
    )
    assert not page.text.problems.isVisible()


def test_one_goes_from_problem_to_problem(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 0, "reps"): "x", ("steps", 2, "rest"): "y"})
    assert page.text.problems.label == "2 problems"
    page.bench.weigh_now()
    lines = []
    for _ in range(3):
        page.text.next_problem()
        lines.append(page.text.edit.textCursor().block().text().strip())
    assert lines == ["reps: x", "- rest: y", "reps: x"]
    assert page.text.edit.accessibleDescription().startswith("“x” is not a whole number")
    assert len(page.text.edit.bands.problems) == 2
    assert page.text.edit.hasFocus()
    page.bench.undo()
    page.text.next_problem()


def test_what_is_said_keeps_its_place_while_one_types(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 0, "reps"): "x", ("steps", 2, "rest"): "y"})
    page.bench.weigh_now()
    _, second = page.text.edit.bands.problems
    page.bench.set_keys({("steps", 0, "reps"): "8", ("steps", 1, "hold"): "z"})
    assert page.text.edit.bands.problems == (second,)  # what is mended goes at once
    page.bench.weigh_now()
    assert [one.message[:3] for one in page.text.edit.bands.problems] == ["“z”", "“y”"]
    page.resize(1000, 700)
    page._theme.set_text_scale(1.5)
    assert min(page.bench.layout.gaps.values()) > 40
    page._theme.set_text_scale(1.0)


def test_an_empty_routine_is_no_problem_yet(page: BenchPage) -> None:
    page.bench.replace_text(HEAD + "steps: []\n")
    page.bench.weigh_now()
    assert underlined(page) == []
    assert page.text.edit.bands.problems == ()


def test_words_are_offered_while_one_types(page: BenchPage) -> None:
    start(page, TEXT + "aut|")
    QTest.keyClicks(page.text.edit, "h")
    offers = page.text.edit.completer.list
    assert offers.isVisible()
    assert offers.item(0).text().startswith("author")
    press(page, Qt.Key.Key_Return)
    assert page.bench.text.endswith("author: ")
    assert not offers.isVisible()


def test_an_exercise_is_found_by_its_name(page: BenchPage) -> None:
    start(page, TEXT.replace("figure-4-supine", "lying fig|"))
    press(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    offers = page.text.edit.completer.list
    assert offers.item(0).text() == "figure-4-supine – Lying figure four"
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Tab)
    assert page.bench.text == TEXT


def test_offers_go_when_they_do_not_fit(page: BenchPage) -> None:
    start(page, TEXT + "au|")
    offers = page.text.edit.completer.list
    press(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offers.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert not offers.isVisible()
    QTest.keyClicks(page.text.edit, "t")
    assert offers.isVisible()
    press(page, Qt.Key.Key_Backspace)
    assert offers.isVisible()
    QTest.keyClicks(page.text.edit, "x")
    assert not offers.isVisible()


def test_a_key_that_is_chosen_offers_its_words(page: BenchPage) -> None:
    start(page, TEXT + "affe|")
    press(page, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    box = page.text.edit.completer.list
    QTest.mouseClick(
        box.viewport(), Qt.MouseButton.LeftButton, NO, box.visualItemRect(box.item(0)).center()
    )
    assert page.bench.text.endswith("affected: ")
    assert [box.item(row).text() for row in range(2)] == ["left", "right"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1|", "a: 1\n"),
        ("steps:|", "steps:\n  "),
        ("steps:\n  - exercise: x|", "steps:\n  - exercise: x\n    "),
        ("  - repeat: 2\n    steps:|", "  - repeat: 2\n    steps:\n      "),
        ("    hold: 5s|", "    hold: 5s\n    "),
    ],
)
def test_a_new_line_begins_below_its_neighbours(page: BenchPage, before: str, after: str) -> None:
    start(page, before)
    press(page, Qt.Key.Key_Return)
    assert page.bench.text == after


def test_tab_indents_and_shift_tab_takes_it_back(page: BenchPage) -> None:
    start(page, "a|\nb\n")
    press(page, Qt.Key.Key_Tab)
    assert page.bench.text == "a \nb\n"
    page.text.edit.selectAll()
    press(page, Qt.Key.Key_Tab)
    assert page.bench.text == "  a \n  b\n"
    page.text.edit.selectAll()
    press(page, Qt.Key.Key_Backtab)
    assert page.bench.text == "a \nb\n"


def colour(page: BenchPage, line: int, column: int) -> str:
    block = page.bench.document.findBlockByNumber(line)
    for part in block.layout().formats():
        if part.start <= column < part.start + part.length:
            return QColor(part.format.foreground().color()).name().upper()
    return ""


def test_keys_values_and_comments_are_told_apart(
    page: BenchPage, theme: Theme, qtbot: QtBot
) -> None:
    page.bench.replace_text('title: Say "a # b" # word\n  - {hold: 30s}\n\n')
    for look in (Look.LIGHT, Look.DARK):
        theme.set_look(look)
        palette = theme.palette
        assert colour(page, 0, 1) == palette.ink.upper()
        assert colour(page, 0, 15) == palette.teal_text.upper()
        assert colour(page, 0, 21) == palette.ink3.upper()
        assert colour(page, 1, 6) == palette.ink.upper()
        assert colour(page, 1, 12) == palette.teal_text.upper()


def test_the_place_for_numbers_grows_with_the_lines(page: BenchPage) -> None:
    narrow = page.text.edit.numbers_width
    page.bench.replace_text("\n" * 2000)
    assert page.text.edit.numbers_width > narrow


def test_a_chosen_step_is_brought_into_sight(page: BenchPage) -> None:
    steps = "".join(f"  - exercise: bridge\n    hold: {n % 50 + 1}s\n" for n in range(100))
    page.bench.replace_text(HEAD + "steps:\n" + steps)
    page.view.setFocus()
    page.view.select([("steps", 90)])
    first = page.text.edit.firstVisibleBlock().blockNumber()
    assert first > 100
