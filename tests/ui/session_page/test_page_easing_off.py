from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.commands import State
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from tests.ui.session.sample import WITH_EASIER, RunningPage, a_performance
from tests.ui.session_page.running_page import (
    LEFT,
    LEFT_2,
    REST,
    RIGHT,
    SWITCH,
    button,
    press,
    texts,
)


def test_easing_off_stops_the_clock_and_offers_the_easier_version(
    qtbot: QtBot, running: RunningPage
) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    assert running.runner.session.state is State.PAUSED
    assert "Figure four, foot down" in texts(running.page)
    assert button(running, "Go on, easier").isVisible()


def test_the_easier_version_stays_for_this_side_alone(qtbot: QtBot, running: RunningPage) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    button(running, "Go on, easier").click()
    assert running.runner.is_running
    assert "Figure four, foot down" in texts(running.page)
    running.runner.go_to(LEFT_2)
    running.runner.next()
    assert "Figure four, foot down" in texts(running.page)
    running.runner.go_to(RIGHT)
    assert "Lying figure four" in texts(running.page)


def test_going_back_to_the_stretch_shows_it_again(qtbot: QtBot, running: RunningPage) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    button(running, "As before").click()
    assert "Lying figure four" in texts(running.page)
    assert running.runner.is_running
    assert running.runner.session.is_eased


def test_easing_off_works_by_keys_alone(running: RunningPage) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    press(running, Qt.Key.Key_E)
    assert running.runner.is_running
    assert "Figure four, foot down" in texts(running.page)
    press(running, Qt.Key.Key_E)
    press(running, Qt.Key.Key_Right)
    assert running.runner.session.index == SWITCH


def test_skipping_the_side_goes_on_with_the_other(qtbot: QtBot, running: RunningPage) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    button(running, "Skip this side").click()
    assert running.runner.session.index == SWITCH
    assert running.runner.is_running


def test_without_an_easier_version_a_smaller_movement_is_offered(
    qtbot: QtBot, theme: Theme
) -> None:
    running = RunningPage(theme, a_performance(easier=False), None)
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start(LEFT)
    running.runner.ease_off()
    assert button(running, "Go on, smaller").isVisible()


def choices(running: RunningPage) -> list[str]:
    found = running.page.stage.ease_off.findChildren(Button)
    return [one.label for one in found if one.isVisible()]


def test_the_panel_is_all_that_can_be_pressed_and_begins_with_the_focus(
    running: RunningPage,
) -> None:
    running.let_pass(15_000)
    press(running, Qt.Key.Key_E)
    assert choices(running) == [
        "Go on, easier", "Easier from now on", "As before", "Skip this side",
    ]  # fmt: skip
    solid = [
        one for one in running.page.findChildren(Button)
        if one.isVisible() and one._kind is ButtonKind.PRIMARY
    ]  # fmt: skip
    assert [one.label for one in solid] == ["Go on, easier"]
    assert solid[0].hasFocus()
    assert not any(one.isVisible() for one in running.page.controls.findChildren(Button))
    assert running.page.stage.side.isVisible()
    running.page.stage.ease_off._return.button.click()
    assert any(one.isVisible() for one in running.page.controls.findChildren(Button))


@pytest.mark.parametrize(
    ("key", "name", "index"),
    [
        (Qt.Key.Key_Space, "Figure four, foot down", LEFT),
        (Qt.Key.Key_E, "Figure four, foot down", LEFT),
        (Qt.Key.Key_B, "Figure four, foot down", LEFT),
        (Qt.Key.Key_A, "Figure four, foot down", LEFT),
        (Qt.Key.Key_Left, "Lying figure four", LEFT),
        (Qt.Key.Key_PageDown, "Lying figure four", SWITCH),
    ],
)
def test_each_choice_has_its_key(running: RunningPage, key: Qt.Key, name: str, index: int) -> None:
    running.let_pass(15_000)
    running.runner.ease_off()
    press(running, key)
    assert running.runner.is_running
    assert running.runner.session.index == index
    assert name in texts(running.page)


def test_keys_of_the_session_mean_nothing_on_the_panel(running: RunningPage) -> None:
    running.let_pass(15_000)
    running.runner.ease_off()
    duration_ms = running.runner.session.duration_ms
    press(running, Qt.Key.Key_Plus)
    assert running.runner.session.duration_ms == duration_ms
    assert choices(running)


def test_once_easier_all_that_comes_on_this_side_is_the_easier_one(running: RunningPage) -> None:
    running.let_pass(15_000)
    running.runner.ease_off()
    press(running, Qt.Key.Key_Space)
    running.let_pass(3_000 + 15_000)
    assert running.runner.session.index == REST
    shown = texts(running.page)
    assert "Figure four, foot down" in shown
    assert "Lying figure four" not in shown
    strip = running.page.strip
    assert "foot down" in strip.description(1)
    assert "foot down" not in strip.description(6)


def test_easier_from_now_on_is_kept_and_holds_for_the_other_side(
    qtbot: QtBot, running: RunningPage
) -> None:
    running.let_pass(15_000)
    running.runner.ease_off()
    with qtbot.waitSignal(running.page.easier_kept) as kept:
        button(running, "Easier from now on").click()
    assert kept.args == [WITH_EASIER]
    running.runner.go_to(RIGHT)
    assert "Figure four, foot down" in texts(running.page)


def test_without_an_easier_version_nothing_can_be_kept(qtbot: QtBot, theme: Theme) -> None:
    running = RunningPage(theme, a_performance(easier=False), None)
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start(LEFT)
    running.runner.ease_off()
    assert choices(running) == ["Go on, smaller", "As before", "Skip this side"]
    with qtbot.assertNotEmitted(running.page.easier_kept):
        press(running, Qt.Key.Key_A)
    assert not running.runner.is_running
