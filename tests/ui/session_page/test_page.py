from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.key_caps import KeyHint
from stretchcoach.ui.widgets.countdown.breathing import Breath
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from stretchcoach.ui.widgets.strip.strip_words import Progress
from tests.ui.pseudo import pseudo_language
from tests.ui.session.sample import WITH_EASIER, RunningPage, a_performance

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
        side = running.page.stage.side
        assert side.needed_width() <= side.width()


# What is on the page stays where it is.


def phases(running: RunningPage) -> list[int]:
    """The first interval of each kind."""
    seen: dict[object, int] = {}
    for index, interval in enumerate(running.runner.session.timeline.intervals):
        seen.setdefault(interval.kind, index)
    return list(seen.values())


@pytest.mark.parametrize("size", [(1008, 552), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("full_screen", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_ring_and_picture_stay_in_one_place_and_size_through_all_phases(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], full_screen: bool, scale: float
) -> None:
    theme.set_text_scale(scale)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.set_full_screen(full_screen)
    running.page.resize(*size)
    running.page.show()
    running.runner.start()
    stage = running.page.stage
    places = set()
    for index in phases(running):
        running.runner.go_to(index)
        while running.runner.session.index < index:
            running.let_pass(running.runner.session.to_next_ms)
        QApplication.processEvents()
        places.add((stage.ring.geometry().getRect(), stage.figure.geometry().getRect()))
    running.runner.pause()
    QApplication.processEvents()
    places.add((stage.ring.geometry().getRect(), stage.figure.geometry().getRect()))
    assert len(places) == 1


@pytest.mark.parametrize("size", [(1008, 552), (1280, 720), (1280, 800), (1366, 768)])
def test_the_mat_sees_no_less_of_it_with_large_text(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    seen = []
    for scale in (1.0, 2.0):
        theme.set_text_scale(scale)
        running = RunningPage(theme, a_performance(), Breath())
        qtbot.addWidget(running.page)
        running.page.resize(*size)
        running.page.show()
        running.runner.start(LEFT)
        QApplication.processEvents()
        stage = running.page.stage
        digits, phase = stage.ring._measures.digits, stage.ring._measures.phase
        side_px = stage.side._word.font().pixelSize()
        figure = stage.figure.size()
        seen.append((digits, phase, side_px, figure.width(), figure.height() + 3))
    assert all(large >= plain for plain, large in zip(*seen, strict=True)), seen


@pytest.mark.parametrize("size", [(667, 352), (1008, 552), (1280, 720), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_buttons_keep_their_words_and_nothing_lies_over_another_thing(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.set_text_scale(scale)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.resize(*size)
    running.page.show()
    running.runner.start(LEFT)
    QApplication.processEvents()
    page = running.page
    for one in page.controls.findChildren(Button):
        assert one.width() >= one.sizeHint().width()
        place = one.mapTo(page, QPoint(0, 0))
        assert page.rect().contains(QRect(place, one.size()))
    parts = [page.header, page.stage, page.strip, page.controls]
    bands = sorted((part.y(), part.y() + part.height()) for part in parts if part.isVisible())
    assert all(above[1] <= below[0] for above, below in pairwise(bands)), bands


def test_full_screen_tells_how_to_leave_it(qtbot: QtBot, running: RunningPage) -> None:
    running.page.set_full_screen(True)
    running.page.resize(1920, 1080)
    hints = {
        hint.words.text(): hint for hint in running.page.findChildren(KeyHint) if hint.isVisible()
    }
    assert "Leave full screen" in hints
    assert "Ease off" not in hints  # one gets ready: there is nothing to ease off from
    running.let_pass(10_000)
    assert hints["Stop"].isVisible()
    assert any(h.words.text() == "Ease off" for h in running.page.findChildren(KeyHint)
               if h.isVisible())  # fmt: skip


# Paused, and moving.


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


# Easing off.


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


# Sets and exercises, sound.


def test_with_shift_the_arrows_mean_exercises(running: RunningPage) -> None:
    nothing, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier, step_no in (
        (Qt.Key.Key_Right, nothing, 1),
        (Qt.Key.Key_Right, shift, 3),
        (Qt.Key.Key_Left, shift, 1),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        QApplication.sendEvent(running.page, event)
        assert running.runner.session.interval.step_no == step_no


def test_a_long_press_on_next_means_the_exercise(running: RunningPage) -> None:
    controls = running.page.controls
    controls.next.button.pressed.emit()
    controls.next_held.emit()
    assert running.runner.session.interval.step_no == 3
    controls.back_held.emit()
    assert running.runner.session.interval.step_no == 1


def test_what_is_heard_is_told_for_a_moment(running: RunningPage) -> None:
    header = running.page.header
    icons = set()
    for profile, word in (
        (SoundProfile.SOUNDS, "Sounds only, for this routine"),
        (SoundProfile.SILENT, "Silent, for this routine"),
        (SoundProfile.VOICE_AND_SOUNDS, "Voice and sounds, for this routine"),
    ):
        header.set_sound(profile)
        header.tell_sound()
        assert header.word == word
        icons.add(header.sound_button._icon)
    assert len(icons) == 3
    header._word_timer.timeout.emit()
    assert header.word == ""


def test_what_is_not_heard_though_it_should_be_shows_in_the_icon(running: RunningPage) -> None:
    header, icons = running.page.header, []
    header.set_sound_trouble("The voice does not answer.")
    icons.append(header.sound_button._icon)
    assert "The voice does not answer." in header.sound_button.accessibleName()
    header.set_sound(SoundProfile.SILENT)
    icons.append(header.sound_button._icon)
    header.set_sound(SoundProfile.SOUNDS)
    header.set_sound_trouble("")
    icons.append(header.sound_button._icon)
    assert icons == [IconName.SOUND_TROUBLE, IconName.SOUND_OFF, IconName.SOUND_CHIMES]


def test_the_strip_shows_what_was_jumped_over(running: RunningPage) -> None:
    running.let_pass(10_000 + 20_000)
    running.runner.go_to(BRIDGE)
    strip = running.page.strip
    states = [strip.progress_of(item) for item in strip.items]
    assert states[1] is Progress.DONE
    assert states[3] is Progress.LEFT_OUT
