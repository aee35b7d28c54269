from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option, SegmentRow
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.card import Card, CardButton, Tag
from stretchcoach.ui.widgets.text.labels import PlainLabel

SIDES = [
    Option("none", "None"),
    Option("left", "Left", IconName.ARROW_LEFT),
    Option("right", "Right", IconName.ARROW_RIGHT, icon_after=True, dot=True),
]
Group = ChipGroup | SegmentRow


@pytest.fixture(params=[ChipGroup, SegmentRow])
def group(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Group:
    group: Group = request.param(theme, "My affected side", SIDES)
    qtbot.addWidget(group)
    with qtbot.waitActive(group):
        group.show()
    return group


def test_exactly_one_is_chosen(group: Group) -> None:
    assert group.key == "none"
    group.set_key("right")
    assert group.key == "right"
    assert not group.button("none").isChecked()


def test_a_click_chooses_and_tells(qtbot: QtBot, group: Group) -> None:
    with qtbot.waitSignal(group.chosen) as signal:
        QTest.mouseClick(group.button("left"), Qt.MouseButton.LeftButton)
    assert signal.args == ["left"]


def test_setting_it_tells_nobody(qtbot: QtBot, group: Group) -> None:
    with qtbot.assertNotEmitted(group.chosen):
        group.set_key("left")


def test_the_arrows_choose_and_tell(qtbot: QtBot, group: Group) -> None:
    group.button("none").setFocus()
    with qtbot.waitSignal(group.chosen) as signal:
        QTest.keyClick(group.button("none"), Qt.Key.Key_Right)
    assert signal.args == ["left"]
    assert group.button("left").hasFocus()


@pytest.mark.parametrize("kind", [ChipGroup, SegmentRow])
def test_tab_enters_at_the_chosen_one_and_leaves_after_it(
    qtbot: QtBot, theme: Theme, kind: type[Group]
) -> None:
    group, before, after = kind(theme, "My affected side", SIDES), QLineEdit(), QLineEdit()
    group.set_key("left")
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in (before, group, after):
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert group.button("left").hasFocus()
    QTest.keyClick(group.button("left"), Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert group.button("left").hasFocus()


def test_an_unknown_key_is_an_error(group: Group) -> None:
    with pytest.raises(KeyError):
        group.set_key("both")


def test_a_screen_reader_hears_what_is_asked(group: Group) -> None:
    assert group.button("left").accessibleName() == "Left"
    assert group.button("left").accessibleDescription() == "My affected side"


def test_choosing_moves_nothing(group: Group) -> None:
    before = [group.button(option.key).sizeHint() for option in SIDES]
    group.set_key("right")
    assert [group.button(option.key).sizeHint() for option in SIDES] == before


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_what_is_on_can_be_seen(group: Group, theme: Theme, look: Look) -> None:
    theme.set_look(look)
    off = group.button("left").grab().toImage()
    group.set_key("left")
    assert group.button("left").grab().toImage() != off


def test_chips_wrap_when_the_room_is_short(qtbot: QtBot, theme: Theme) -> None:
    chips = ChipGroup(theme, "Time", [Option(str(n), f"{n} minutes") for n in range(8)])
    qtbot.addWidget(chips)
    one_line = chips.sizeHint()
    assert chips.heightForWidth(one_line.width()) == one_line.height()
    assert chips.heightForWidth(one_line.width() // 2) >= 2 * one_line.height()


def test_a_layout_gives_its_items_back(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(6, page)
    layout.addWidget(PlainLabel(theme, "x"))
    assert layout.count() == 1
    assert layout.takeAt(0) is not None
    assert layout.takeAt(0) is None
    assert layout.itemAt(0) is None
    assert layout.heightForWidth(100) == 0


def test_what_is_hidden_takes_no_room(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = FlowLayout(20, page)
    cards = [Card(theme) for _ in range(2)]
    for card in cards:
        card.setFixedSize(200, 100)
        layout.addWidget(card)
    both = layout.heightForWidth(300)
    cards[0].hide()
    assert (both, layout.heightForWidth(300)) == (220, 100)


def test_a_card_is_pressed_as_a_whole(qtbot: QtBot, theme: Theme) -> None:
    card = CardButton(theme, "Deep hip rotators", top_px=40)
    qtbot.addWidget(card)
    column = QVBoxLayout(card)
    label = PlainLabel(theme, "13 min 25 s")
    column.addWidget(label)
    card.resize(200, 120)
    card.show()
    with qtbot.waitSignal(card.clicked):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=label.geometry().center())
    assert card.accessibleName() == "Deep hip rotators"


def test_a_tag_is_as_wide_as_its_words(qtbot: QtBot, theme: Theme) -> None:
    short, long = Tag(theme, "Mat"), Tag(theme, "Lying, then a chair")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert short.sizeHint().height() == 24
    theme.set_text_scale(2.0)
    assert short.sizeHint() != QSize(0, 0)
    assert short.sizeHint().height() == 48
