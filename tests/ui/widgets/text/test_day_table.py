from __future__ import annotations

from pytestqt.qtbot import QtBot

from stretchcoach.core.advice.safety import day_rows
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.day_table import DayTable
from stretchcoach.ui.widgets.text.labels import PlainLabel


def shown_texts(table: DayTable) -> list[str]:
    return [label.text() for label in table.findChildren(PlainLabel) if label.isVisible()]


def test_its_lines_stand_below_each_other_where_it_is_narrow(qtbot: QtBot, theme: Theme) -> None:
    table = DayTable(theme)
    qtbot.addWidget(table)
    table.resize(800, 400)
    table.show()
    assert not table.is_narrow
    assert shown_texts(table).count("While you move") == 1
    table.resize(400, 400)
    assert table.is_narrow
    assert shown_texts(table).count("While you move") == len(day_rows()) - 1
    table.resize(800, 400)
    assert shown_texts(table).count("While you move") == 1
