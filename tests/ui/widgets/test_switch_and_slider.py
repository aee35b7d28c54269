"""Switches, boxes to tick, sliders and steppers: by mouse, by keyboard, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from stretchcoach.ui.widgets.controls.slider import Slider, Stepper
from stretchcoach.ui.widgets.controls.switch import CheckBox, Switch

LOOKS = [Look.LIGHT, Look.DARK, Look.CONTRAST]
LEFT_BUTTON = Qt.MouseButton.LeftButton
LONG = "A sentence that is so long that it cannot stand on one line of a narrow window"


def percent(value: int) -> str:
    return f"{value} %"


@pytest.fixture
def switch(qtbot: QtBot, theme: Theme) -> Switch:
    switch = Switch(theme, "Breathing guide")
    qtbot.addWidget(switch)
    switch.show()
    return switch


@pytest.fixture
def slider(qtbot: QtBot, theme: Theme) -> Slider:
    slider = Slider(theme, "Volume", (0, 100), 5, percent)
    qtbot.addWidget(slider)
    slider.show()
    return slider


@pytest.fixture
def stepper(qtbot: QtBot, theme: Theme) -> Stepper:
    stepper = Stepper(theme, "Size of text", (100, 200), 10, percent)
    qtbot.addWidget(stepper)
    stepper.show()
    return stepper


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_a_switch_is_turned_by_mouse_and_by_space(switch: Switch) -> None:
    QTest.mouseClick(switch, LEFT_BUTTON)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert role(switch) is QAccessible.Role.CheckBox
    assert switch.accessibleName() == "Breathing guide"


@pytest.mark.parametrize("look", LOOKS)
def test_on_and_off_look_different(switch: Switch, theme: Theme, look: Look) -> None:
    theme.set_look(look)
    off = switch.grab().toImage()
    switch.setChecked(True)
    assert switch.grab().toImage() != off


@pytest.mark.parametrize("look", LOOKS)
def test_a_tick_is_seen(qtbot: QtBot, theme: Theme, look: Look) -> None:
    theme.set_look(look)
    box = CheckBox(theme, "I have a sore knee")
    qtbot.addWidget(box)
    box.show()
    off = box.grab().toImage()
    QTest.mouseClick(box, LEFT_BUTTON)
    assert box.isChecked()
    assert box.grab().toImage() != off


def test_a_long_sentence_wraps(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, LONG)
    qtbot.addWidget(box)
    one_line = box.sizeHint()
    assert box.heightForWidth(one_line.width() // 3) > 2 * one_line.height()
    theme.set_text_scale(2.0)
    assert box.sizeHint().width() > one_line.width()
    assert box.sizeHint().height() > one_line.height()


def test_the_whole_sentence_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    box = CheckBox(theme, LONG)
    qtbot.addWidget(box)
    box.resize(300, box.heightForWidth(300))
    box.show()
    QTest.mouseClick(box, LEFT_BUTTON, pos=QPoint(290, box.height() - 3))
    assert box.isChecked()


def test_a_slider_follows_the_keys(slider: Slider) -> None:
    for key, value in (
        (Qt.Key.Key_End, 100),
        (Qt.Key.Key_Left, 95),
        (Qt.Key.Key_Down, 90),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 5),
    ):
        QTest.keyClick(slider, key)
        assert slider.value() == value
    assert slider.accessibleDescription() == "5 %"
    assert role(slider) is QAccessible.Role.Slider


def test_a_slider_follows_the_mouse(slider: Slider) -> None:
    middle = slider.height() // 2
    QTest.mousePress(slider, LEFT_BUTTON, pos=QPoint(0, middle))
    assert slider.value() == 0
    QTest.mouseMove(slider, QPoint(slider.track_wide_px // 2, middle))
    assert slider.value() == 50
    QTest.mouseMove(slider, QPoint(slider.width(), middle))
    assert slider.value() == 100
    QTest.mouseRelease(slider, LEFT_BUTTON, pos=QPoint(0, middle))
    QTest.mouseMove(slider, QPoint(0, middle))
    assert slider.value() == 100


def test_setting_quietly_tells_nobody(qtbot: QtBot, slider: Slider) -> None:
    with qtbot.assertNotEmitted(slider.valueChanged):
        slider.set_quietly(35)
    assert slider.value() == 35
    assert slider.accessibleDescription() == "35 %"


def test_a_stepper_has_a_minus_and_a_plus(stepper: Stepper) -> None:
    middle = stepper.height() // 2
    right = QPoint(stepper.width() - 5, middle)
    QTest.mouseClick(stepper, LEFT_BUTTON, pos=right)
    assert stepper.value() == 110
    QTest.mouseDClick(stepper, LEFT_BUTTON, pos=right)  # the second of two quick ones
    assert stepper.value() == 120
    QTest.mouseClick(stepper, LEFT_BUTTON, pos=QPoint(5, middle))
    assert stepper.value() == 110
    QTest.mouseClick(stepper, LEFT_BUTTON, pos=QPoint(stepper.width() // 2, middle))
    assert stepper.value() == 110
    QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.value() == 120


def test_a_stepper_stays_within_its_bounds(stepper: Stepper) -> None:
    QTest.mouseClick(stepper, LEFT_BUTTON, pos=QPoint(5, 5))
    assert stepper.value() == 100
    QTest.keyClick(stepper, Qt.Key.Key_End)
    QTest.keyClick(stepper, Qt.Key.Key_Right)
    assert stepper.value() == 200


@pytest.mark.parametrize("look", LOOKS)
def test_numbers_are_seen(slider: Slider, stepper: Stepper, theme: Theme, look: Look) -> None:
    theme.set_look(look)
    for widget, value in ((slider, 60), (stepper, 150)):
        before = widget.grab().toImage()
        widget.setValue(value)
        assert widget.grab().toImage() != before


def test_the_width_does_not_depend_on_the_number(stepper: Stepper) -> None:
    before = stepper.sizeHint()
    stepper.setValue(200)
    assert stepper.sizeHint() == before


def test_the_wheel_is_left_to_the_page(slider: Slider) -> None:
    slider.setValue(50)
    middle = QPointF(slider.rect().center())
    turn = QPoint(0, 120)
    event = QWheelEvent(
        middle,
        slider.mapToGlobal(middle),
        turn,
        turn,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    slider.wheelEvent(event)
    assert not event.isAccepted()
    assert slider.value() == 50
