from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.rating import RatingRow


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> RatingRow:
    row = RatingRow(theme, "Leg")
    qtbot.addWidget(row)
    row.resize(600, 80)
    with qtbot.waitActive(row):
        row.show()
    return row


def arrow(row: RatingRow, key: Qt.Key) -> None:
    """Press an arrow where the keyboard is."""
    (focused,) = (cell for cell in row._cells if cell.hasFocus())
    QTest.keyClick(focused, key)


def press(row: RatingRow, number: int) -> None:
    QTest.mouseClick(row._cells[number], Qt.MouseButton.LeftButton)


def test_a_click_rates_and_a_second_one_takes_it_back(qtbot: QtBot, row: RatingRow) -> None:
    heard: list[object] = []
    row.rated.connect(heard.append)
    press(row, 0)
    press(row, 7)
    assert row.value == 7
    assert [cell.value for cell in row._cells if cell.isChecked()] == [7]
    press(row, 7)
    assert row.value is None
    assert not any(cell.isChecked() for cell in row._cells)
    assert heard == [0, 7, None]


def test_nothing_and_naught_are_not_the_same(row: RatingRow) -> None:
    assert row.value is None
    row.set_value(0)
    assert row.value == 0
    assert row._cells[0].isChecked()


def test_setting_a_value_tells_nobody(row: RatingRow) -> None:
    heard: list[object] = []
    row.rated.connect(heard.append)
    row.set_value(4)
    assert heard == []


def test_the_whole_row_is_one_stop_of_the_tab_key(row: RatingRow) -> None:
    def stops() -> list[int]:
        tab = Qt.FocusPolicy.TabFocus
        return [cell.value for cell in row._cells if cell.focusPolicy() & tab]

    assert stops() == [0]
    row.set_value(5)
    assert stops() == [5]


def test_arrows_go_along_the_row_and_space_rates(row: RatingRow) -> None:
    row._cells[0].setFocus()
    for key in (Qt.Key.Key_Left, *[Qt.Key.Key_Right] * 3):
        arrow(row, key)
    assert row._cells[3].hasFocus()
    QTest.keyClick(row._cells[3], Qt.Key.Key_Space)
    assert row.value == 3
    for _ in range(12):
        arrow(row, Qt.Key.Key_Right)
    assert row._cells[10].hasFocus()


def test_a_key_that_qt_has_no_name_for_does_no_harm(row: RatingRow) -> None:
    row._cells[0].setFocus()
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(row._cells[0], QKeyEvent(QEvent.Type.KeyPress, 0x1234567, nothing))
    assert row.value is None


def test_each_number_says_what_it_rates(row: RatingRow) -> None:
    assert row._cells[3].accessibleName() == "3"
    assert row._cells[3].accessibleDescription() == "Leg, 3 of 10"
