"""The list of steps, driven as a person does: by mouse, keyboard, clipboard and the quick line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest

from stretchcoach.files.edit.steps import Place
from stretchcoach.ui.customize.bench_page import BenchPage
from tests.files.bench.builders import TEXT

NO, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def titles(page: BenchPage) -> list[str]:
    return [row.title for row in page.model.rows]


def press(page: BenchPage, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, key, modifier)


def click(page: BenchPage, row: int, modifier: Qt.KeyboardModifier = NO) -> None:
    where = page.view.visualRect(page.model.index(row)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, where)


def write(page: BenchPage, line: str) -> None:
    page.quick.line.setFocus()
    QTest.keyClicks(page.quick.line, line)


def test_a_click_marks_the_lines_of_the_step(page: BenchPage) -> None:
    click(page, 1)
    assert page.view.selected_paths == [("steps", 1)]
    tinted = {s.cursor.blockNumber() for s in page.text.edit.extraSelections()}
    lines = TEXT.split("\n")
    first = lines.index("  - exercise: figure-4-supine")
    assert tinted == set(range(first, first + 4))


def test_the_cursor_in_the_text_selects_the_step(page: BenchPage) -> None:
    page.text.edit.setFocus()
    page.text.edit.go_to(TEXT.index("clamshell"))
    assert page.view.selected_paths == [("steps", 3, "steps", 1)]


def test_steps_move_by_keyboard_into_a_block_and_out_of_it(page: BenchPage) -> None:
    click(page, 2)
    press(page, Qt.Key.Key_Down, ALT)
    assert page.view.selected_paths == [("steps", 2, "steps", 0)]
    for _ in range(2):
        press(page, Qt.Key.Key_Down, ALT)
    assert page.view.selected_paths == [("steps", 2, "steps", 2)]
    press(page, Qt.Key.Key_Down, ALT)
    assert page.view.selected_paths == [("steps", 3)]
    press(page, Qt.Key.Key_Down, ALT)
    assert page.view.selected_paths == [("steps", 3)]
    for _ in range(9):
        press(page, Qt.Key.Key_Up, ALT)
    assert page.view.selected_paths == [("steps", 0)]
    assert sorted(page.bench.text.splitlines()) != []
    assert titles(page)[0] == "Rest"


def test_several_steps_move_together(page: BenchPage) -> None:
    click(page, 0)
    click(page, 1, SHIFT)
    press(page, Qt.Key.Key_Down, ALT)
    assert titles(page)[:3] == ["Rest", "Knee rocks", "Lying figure four"]
    assert page.view.selected_paths == [("steps", 1), ("steps", 2)]


def test_copied_steps_are_yaml_and_are_pasted_behind_what_is_selected(page: BenchPage) -> None:
    click(page, 1)
    press(page, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# agreed\n- exercise: figure-4-supine\n  sets: 2\n")
    click(page, 4)
    press(page, Qt.Key.Key_V, CTRL)
    assert page.view.selected_paths == [("steps", 3, "steps", 1)]
    assert "      # agreed\n      - exercise: figure-4-supine\n        sets: 2\n" in page.bench.text
    QGuiApplication.clipboard().setText("")
    before = page.bench.text
    press(page, Qt.Key.Key_V, CTRL)
    assert page.bench.text == before


def test_cut_delete_and_duplicate(page: BenchPage) -> None:
    click(page, 0)
    press(page, Qt.Key.Key_D, CTRL)
    assert titles(page)[:2] == ["Knee rocks", "Knee rocks"]
    press(page, Qt.Key.Key_X, CTRL)
    assert titles(page)[:2] == ["Knee rocks", "Lying figure four"]
    assert "trunk-rotation" in QGuiApplication.clipboard().text()
    assert page.view.selected_paths == [("steps", 1)]
    press(page, Qt.Key.Key_Delete)
    assert titles(page)[:2] == ["Knee rocks", "Rest"]
    press(page, Qt.Key.Key_Z, CTRL)
    assert titles(page)[1] == "Lying figure four"


def test_repeat_rest_and_off_for_now(page: BenchPage) -> None:
    click(page, 0)
    click(page, 1, SHIFT)
    press(page, Qt.Key.Key_G, CTRL)
    assert titles(page)[:3] == ["Repeat 2 times", "Knee rocks", "Lying figure four"]
    press(page, Qt.Key.Key_R, CTRL)
    assert titles(page)[:2] == ["Repeat 2 times", "Rest"]
    press(page, Qt.Key.Key_Delete)
    click(page, 1)
    press(page, Qt.Key.Key_G, CTRL | SHIFT)
    assert page.bench.text == TEXT
    click(page, 0)
    press(page, Qt.Key.Key_E, CTRL)
    assert not page.model.rows[0].is_on
    press(page, Qt.Key.Key_E, CTRL)
    assert page.bench.text == TEXT


def test_commands_without_a_selection_do_nothing(page: BenchPage) -> None:
    page.view.clearSelection()
    for command in (
        page.commands.cut, page.commands.double, page.commands.delete, page.commands.repeat,
        page.commands.no_repeat, page.commands.switch_off, page.commands.up, page.commands.down,
    ):  # fmt: skip
        command()
    assert page.bench.text == TEXT


def test_the_menu_has_all_commands(page: BenchPage) -> None:
    click(page, 4)
    menu = page.commands.menu()
    texts = [action.text() for action in menu.actions()]
    assert "Duplicate" in texts
    assert all(action.isEnabled() for action in menu.actions() if action.text())


def drag(page: BenchPage, row: int, above: bool, text: str, own: bool) -> None:
    """Let steps go at a row, as the system tells it."""
    box = page.view.visualRect(page.model.index(row))
    at = QPointF(box.center().x(), box.top() + 3 if above else box.bottom() - 3)
    mime = QMimeData()
    mime.setText(text)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    page.view.dragEnterEvent(QDragEnterEvent(at.toPoint(), move, mime, left, NO))
    page.view.dragMoveEvent(QDragMoveEvent(at.toPoint(), move, mime, left, NO))
    if own:
        page.view.dropped.emit(text, page.view._place_at(at.toPoint())[0], True)
        page.view.dragLeaveEvent(QDragLeaveEvent())
    else:
        page.view.dropEvent(QDropEvent(at, move, mime, left, NO))


def test_steps_are_dropped_where_the_line_is(page: BenchPage) -> None:
    click(page, 0)
    drag(page, 4, True, "", own=True)
    assert page.view.selected_paths == [("steps", 2, "steps", 0)]
    drag(page, 0, False, "- rest: 9s\n", own=False)
    assert titles(page)[:3] == ["Lying figure four", "Rest", "Rest"]
    assert page.view.selected_paths == [("steps", 1)]
    drag(page, 2, False, "  ", own=False)
    assert titles(page)[:3] == ["Lying figure four", "Rest", "Rest"]


def test_below_the_last_row_is_the_end(page: BenchPage) -> None:
    place, _ = page.view._place_at(QPoint(20, page.view.viewport().height() - 2))
    assert place == Place(("steps",), 4)


def test_what_is_dragged_is_yaml(page: BenchPage) -> None:
    mime = page.model.mimeData([page.model.index(2)])
    assert mime.text() == "- rest: 20s\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3x30 lying fig", "  - exercise: figure-4-supine\n    sets: 3\n    hold: 30s\n"),
        ("rest 30", "  - rest: 30s\n"),
        ("bridge 2x10 hold 5", "  - exercise: bridge\n    sets: 2\n    reps: 10\n    hold: 5s\n"),
    ],
)
def test_a_line_and_enter_add_a_step(page: BenchPage, line: str, said: str) -> None:
    page.view.clearSelection()
    write(page, line)
    assert page.quick.list.isVisible()
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert page.bench.text == TEXT + said
    assert page.quick.line.text() == ""
    assert not page.quick.list.isVisible()
    assert page.view.selected_paths == [("steps", 4)]


def test_the_next_line_comes_behind_the_last(page: BenchPage) -> None:
    click(page, 0)
    for line in ("rest 11", "rest 12"):
        write(page, line)
        QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert [row.said.get("rest") for row in page.model.rows[:3]] == [None, "11s", "12s"]


def test_others_that_are_offered_can_be_chosen(page: BenchPage) -> None:
    write(page, "lying fig")
    first, second = (page.quick.list.item(row).text() for row in (0, 1))
    assert first.startswith("Lying figure four\n2 × 30 s each side")
    assert second.startswith("Lying figure four, knee across")
    QTest.keyClick(page.quick.line, Qt.Key.Key_Down)
    QTest.keyClick(page.quick.line, Qt.Key.Key_Down)
    QTest.keyClick(page.quick.line, Qt.Key.Key_Up)
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert "figure-4-knee-across" in page.bench.text


def test_what_no_exercise_is_called_is_said(page: BenchPage) -> None:
    write(page, "xyz 30")
    assert "xyz" in page.quick.list.item(0).text()
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert page.bench.text == TEXT
    QTest.keyClick(page.quick.line, Qt.Key.Key_Escape)
    assert page.quick.line.text() == ""
    assert not page.quick.list.isVisible()


def test_a_line_that_could_not_be_added_stays(page: BenchPage) -> None:
    page.bench.replace_text(TEXT + "{")
    write(page, "bridge 8")
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert page.quick.line.text() == "bridge 8"
    page.bench.undo()
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert page.quick.line.text() == ""
    assert page.bench.text.count("exercise: bridge") == 2


def test_down_from_the_empty_line_leads_to_the_steps(page: BenchPage) -> None:
    page.quick.line.setFocus()
    QTest.keyClick(page.quick.line, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    assert page.view.selected_paths == [("steps", 0)]


def test_an_offer_can_be_clicked(page: BenchPage) -> None:
    write(page, "clam")
    box = page.quick.list.visualItemRect(page.quick.list.item(0))
    QTest.mouseClick(page.quick.list.viewport(), Qt.MouseButton.LeftButton, NO, box.center())
    assert page.bench.text.count("clamshell") == 2


def test_rows_keep_their_words_while_another_has_a_problem(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 0, "reps"): "many"})
    rows = page.model.rows
    assert rows[0].problem is not None
    assert rows[1].words == "2 × 30 s each side"
    assert rows[1].time_ms is not None
    page.bench.replace_text("a: [")
    assert page.model.rows == rows


def test_a_routine_without_steps_says_how_to_begin(page: BenchPage) -> None:
    nothing = page.steps.nothing
    assert not nothing.isVisible()
    page.view.selectAll()
    page.commands.delete()
    assert page.model.rows == ()
    assert nothing.isVisible()
    assert nothing.text().startswith("No steps yet. Type the first one into the line above")
    page.quick.line.setFocus()
    QTest.keyClicks(page.quick.line, "bridge 10")
    QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
    assert not nothing.isVisible()
