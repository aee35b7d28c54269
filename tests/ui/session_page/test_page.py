from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.events import Outcome
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from tests.ui.session.sample import RunningPage, a_performance
from tests.ui.session_page.running_page import (
    BRIDGE,
    LEFT,
    PLAIN_REST,
    RIGHT,
    button,
    press,
    ring,
    texts,
)


def test_get_ready_tells_exercise_side_and_how_to_set_up(running: RunningPage) -> None:
    shown = texts(running.page)
    assert {"Hips", "Step 1 of 3", "Lying figure four", "Left side"} <= set(shown)
    assert "Lie on your back. Cross the left ankle." in shown
    assert ring(running).seconds == 10
    assert ring(running).accessibleName() == "Get ready"


def test_a_hold_counts_down_and_tells_set_and_what_is_next(running: RunningPage) -> None:
    running.let_pass(10_000 + 5_000)
    shown = texts(running.page)
    assert ring(running).seconds == 15
    assert ring(running).accessibleName() == "Hold"
    assert {"Set 1 of 2", "Next: rest 10 s, then set 2", "Breathe out"} <= set(shown)
    assert "Ease off if the left knee hurts." in shown


def test_the_affected_side_is_named_and_the_picture_of_the_other_is_mirrored(
    running: RunningPage,
) -> None:
    figure = running.page.stage.figure
    running.runner.go_to(LEFT)
    assert figure._mirrored  # drawn on the right, shown for the left
    running.runner.go_to(RIGHT)
    assert not figure._mirrored
    assert "your affected side" in texts(running.page)


def test_a_rest_shows_what_comes_next(running: RunningPage) -> None:
    running.runner.go_to(PLAIN_REST)
    shown = texts(running.page)
    assert {"Bridge", "Next: 3 reps, at your own pace", "Lie on your back."} <= set(shown)
    assert ring(running).accessibleName() == "Rest"


def test_one_s_own_pace_waits_for_done(qtbot: QtBot, running: RunningPage) -> None:
    running.runner.go_to(BRIDGE)
    running.runner.next()
    running.let_pass(60_000)
    assert running.runner.session.interval.duration_ms is None
    assert button(running, "Done").isVisible()
    with qtbot.waitSignal(running.page.ended) as ended:
        press(running, Qt.Key.Key_Space)
    assert ended.args == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_B])
def test_a_pause_stops_the_clock_and_a_hold_gets_time_to_settle(
    qtbot: QtBot, running: RunningPage, key: Qt.Key
) -> None:
    running.let_pass(15_000)
    press(running, key)
    running.let_pass(60_000)
    assert running.runner.session.elapsed_ms == 5_000
    assert button(running, "Go on").isVisible()
    press(running, key)
    assert ring(running).accessibleName() == "Settle in"
    assert ring(running).seconds == 3
    running.let_pass(4_000)
    assert running.runner.session.elapsed_ms == 6_000
    assert ring(running).accessibleName() == "Hold"


def test_the_breathing_guide_is_there_in_long_holds_only_and_can_be_off(
    qtbot: QtBot, theme: Theme, running: RunningPage
) -> None:
    guide = running.page.stage.breathing
    assert not guide.isVisible()
    running.runner.go_to(LEFT)
    running.runner.next()
    assert guide.isVisible()
    silent = RunningPage(theme, a_performance(), None)
    qtbot.addWidget(silent.page)
    silent.page.show()
    silent.runner.start(LEFT)
    assert not silent.page.stage.breathing.isVisible()


def test_nothing_ticks_while_the_session_is_paused(running: RunningPage) -> None:
    assert running.page._ticker.is_active
    running.runner.pause()
    assert not running.page._ticker.is_active
    assert not running.page.stage.figure.is_moving


def test_a_page_that_was_left_no_longer_listens(running: RunningPage) -> None:
    running.page.leave()
    running.runner.next()
    assert ring(running).accessibleName() == "Get ready"


def test_every_button_has_a_name_and_a_place_in_the_tab_order(running: RunningPage) -> None:
    buttons = [b for b in running.page.findChildren(Button) if b.isVisible()]
    assert len(buttons) == 8
    for one in buttons:
        assert one.accessibleName()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_outcome_of_easing_off_is_kept(running: RunningPage) -> None:
    heard: list[object] = []
    running.runner.happened.connect(heard.append)
    running.let_pass(15_000)
    running.runner.ease_off()
    running.runner.skip_side()
    outcomes = [getattr(event, "outcome", None) for event in heard]
    assert Outcome.EASED_OFF in outcomes


def test_no_side_is_affected_where_there_is_none(qtbot: QtBot, theme: Theme) -> None:
    running = RunningPage(theme, a_performance(affected=AffectedSide.NONE), None)
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start(RIGHT)
    labels = running.page.findChildren(SideLabel)
    assert any(label.accessibleName() == "Right side" for label in labels)


def test_paused_looks_different_from_afar(running: RunningPage) -> None:
    running.let_pass(15_000)
    before = ring(running).grab().toImage()
    running.runner.pause()
    assert ring(running).accessibleName() == "Paused"
    after = ring(running).grab().toImage()
    step = 4
    places = [
        (x, y) for x in range(0, before.width(), step) for y in range(0, before.height(), step)
    ]
    changed = sum(before.pixel(x, y) != after.pixel(x, y) for x, y in places)
    assert changed > len(places) / 3


def test_in_a_movement_one_counts_reps(qtbot: QtBot, theme: Theme) -> None:
    step = ExerciseStep(exercise="figure-4", pace_ms=4_000, reps=12, sets=2)
    running = RunningPage(theme, a_performance(step), None)
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start(1)
    running.let_pass(9_000)
    assert ring(running).accessibleName() == "Rep 3 of 12"
    assert "Set 1 of 2" in texts(running.page)
