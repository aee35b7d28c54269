from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.session import State
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.countdown.breathing import Breath
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from tests.ui.pseudo import pseudo_language
from tests.ui.session.sample import RunningPage, a_performance

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = 0, 1, 2, 3, 4, 5
PLAIN_REST, BRIDGE = 8, 10


@pytest.fixture
def running(qtbot: QtBot, theme: Theme) -> RunningPage:
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start()
    return running


def texts(page: QWidget) -> list[str]:
    """Everything that is written on the page and can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(running: RunningPage, key: Qt.Key) -> None:
    """Press `key`. An event of one's own, for the test library knows no media keys."""
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(running.page, QKeyEvent(QEvent.Type.KeyPress, key, nothing))


def ring(running: RunningPage) -> CountdownRing:
    return running.page.findChildren(CountdownRing)[0]


def button(running: RunningPage, name: str) -> Button:
    return next(b for b in running.page.findChildren(Button) if b.label == name)


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
    figure = running.page._stage.picture.figure
    running.runner.go_to(LEFT)
    assert figure._mirrored  # drawn on the right, shown for the left
    running.runner.go_to(RIGHT)
    assert not figure._mirrored
    assert "your affected side" in texts(running.page)


def test_a_rest_shows_what_comes_next_large(running: RunningPage) -> None:
    running.runner.go_to(PLAIN_REST)
    shown = texts(running.page)
    assert {"Next", "Bridge", "3 reps, at your own pace", "Lie on your back."} <= set(shown)
    assert ring(running).x() < running.page.width() / 2


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


@pytest.mark.parametrize(
    ("key", "index"),
    [
        (Qt.Key.Key_Right, LEFT),
        (Qt.Key.Key_PageDown, LEFT),
        (Qt.Key.Key_MediaNext, LEFT),
        (Qt.Key.Key_Left, GET_READY),
        (Qt.Key.Key_PageUp, GET_READY),
    ],
)
def test_keys_move_through_the_intervals(
    qtbot: QtBot, running: RunningPage, key: Qt.Key, index: int
) -> None:
    running.let_pass(3_000)
    press(running, key)
    assert running.runner.session.index == index


def test_plus_and_minus_change_the_time(qtbot: QtBot, running: RunningPage) -> None:
    press(running, Qt.Key.Key_Plus)
    assert running.runner.session.remaining_ms == 20_000
    press(running, Qt.Key.Key_Minus)
    assert running.runner.session.remaining_ms == 10_000


def test_escape_asks_to_stop_and_m_for_another_sound(qtbot: QtBot, running: RunningPage) -> None:
    with qtbot.waitSignals(
        [running.page.stop_asked, running.page.sound_asked, running.page.full_screen_asked]
    ):
        press(running, Qt.Key.Key_Escape)
        press(running, Qt.Key.Key_M)
        press(running, Qt.Key.Key_F11)


# Easing off.


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


# What is kept from the person's eyes and what is not.


def test_the_breathing_guide_is_there_in_long_holds_only_and_can_be_off(
    qtbot: QtBot, theme: Theme, running: RunningPage
) -> None:
    guide = running.page._stage.picture.breathing
    assert not guide.isVisible()
    running.runner.go_to(LEFT)
    running.runner.next()
    assert guide.isVisible()
    silent = RunningPage(theme, a_performance(), None)
    qtbot.addWidget(silent.page)
    silent.page.show()
    silent.runner.start(LEFT)
    assert not silent.page._stage.picture.breathing.isVisible()


def test_nothing_ticks_while_the_session_is_paused(running: RunningPage) -> None:
    assert running.page._ticker.is_active
    running.runner.pause()
    assert not running.page._ticker.is_active
    assert not running.page._stage.picture.figure.is_moving


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


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_fits_into_the_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.set_text_scale(scale if size[0] > 1024 else 1.0)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.resize(*size)
    running.page.show()
    running.runner.start(RIGHT)
    assert running.page.minimumSizeHint().width() <= size[0]
    assert running.page.minimumSizeHint().height() <= size[1]


def test_digits_are_a_sixth_of_a_full_screen_high(qtbot: QtBot, theme: Theme) -> None:
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.set_full_screen(True)
    running.page.resize(1920, 1080)
    running.page.show()
    running.runner.start(RIGHT)
    font = theme.font(TextRole.EXERCISE, ring(running)._measures.digits)
    assert QFontMetricsF(font).tightBoundingRect("20").height() >= 1080 / 6


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


def test_up_and_down_ask_for_another_volume_and_it_is_told_for_a_moment(
    qtbot: QtBot, running: RunningPage
) -> None:
    asked: list[int] = []
    running.page.volume_asked.connect(asked.append)
    press(running, Qt.Key.Key_Up)
    press(running, Qt.Key.Key_Down)
    assert asked == [1, -1]
    running.page.show_volume(0.7)
    assert "Volume 70 %" in texts(running.page)


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1280, 800), (1920, 1080)])
def test_the_side_fits_in_languages_of_long_words(
    qtbot: QtBot, theme: Theme, width: int, height: int
) -> None:
    with pseudo_language():
        running = RunningPage(theme, a_performance(), None)
        qtbot.addWidget(running.page)
        running.page.resize(width, height)
        running.page.show()
        running.runner.start(RIGHT)
        side = running.page._stage.clock.side
        assert side.needed_width() <= running.page._stage.clock.width()
