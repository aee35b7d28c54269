from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, Manual, Phase
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.session.cues import Chime, Coach, Cue
from stretchcoach.core.session.events import (
    SecondPassed,
)
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import (
    FORTY_LETTERS,
    a_rest,
    a_step,
    a_timeline,
    an_exercise,
    known,
)
from tests.core.session.cue_scripts import heard, hug, script


def whole(timeline: Timeline) -> list[str]:
    """All that is said but the end, in order."""
    return [cue.text for _, _, cue in heard(timeline) if cue.text and cue.chime is not Chime.END]


def test_the_first_hold_tells_what_there_was_no_time_for_and_holds_after_that() -> None:
    assert script(hug(), 0) == [
        (0, f"{FORTY_LETTERS} Draw the knee in."),
        (0, "Hold"),
        (0, "Tailbone heavy"),
        (15, "Halfway"),
        (27, "Three"),
        (28, "Two"),
        (29, "One"),
    ]
    assert script(hug(get_ready_s=5), 1)[:2] == [(0, "Draw the knee in."), (0, "Hold")]
    assert script(hug(get_ready_s=12), 1)[:2] == [(0, "Hold"), (4, "Tailbone heavy")]


def test_the_first_hold_of_each_side_says_when_to_ease_off() -> None:
    timeline = hug(Dose(sets=2), get_ready_s=12, stop="Ease off if the (right|left) hip pinches.")
    said = [script(timeline, index)[:2] for index in (1, 3, 5, 7)]
    assert [at_4[1] for at_4 in said] == [
        (4, "Ease off if the left hip pinches."),
        (4, "Breathe out and soften"),
        (4, "Ease off if the right hip pinches."),
        (4, "Breathe out and soften"),
    ]


def test_when_to_ease_off_is_said_once_where_the_sides_take_turns() -> None:
    timeline = hug(Dose(pace_ms=6000, reps=3), sides=Sides.ALTERNATE, stop="Smaller if it hurts.")
    assert whole(timeline) == [
        "Left", "Smaller if it hurts.", "Right", "Left", "Right", "Left", "Right",
    ]  # fmt: skip


def test_in_quick_reps_when_to_ease_off_waits_for_a_silence() -> None:
    stop = "Make it smaller if your hip pinches."
    timeline = hug(Dose(pace_ms=2000, reps=5), sides=Sides.ALTERNATE, stop=stop)
    assert whole(timeline) == ["Left", "Right", "Left", "Right", stop]
    assert script(timeline, 3) == [(0, "Right"), (0, stop)]


def test_one_may_talk_on_while_nothing_is_held() -> None:
    stop = "Lower your hips if your back or a leg hurts."
    timeline = hug(Dose(hold_ms=3000, reps=3, relax_ms=3000), sides=Sides.BOTH, stop=stop)
    assert whole(timeline) == ["1", stop, "2", "Relax", "Last one"]


def test_without_any_silence_when_to_ease_off_is_not_said() -> None:
    stop = "Lower your hips if your back or a leg hurts."
    assert stop not in whole(hug(Dose(pace_ms=2000, reps=4), sides=Sides.BOTH, stop=stop))


def test_each_later_set_of_short_reps_has_one_reminder() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=2, sets=2), sides=Sides.BOTH, stop="Easy.")
    assert [text for text in whole(timeline) if not text[0].isdigit()] == [
        "Easy.", "Relax", "Last one", "Rest", "Three", "Two", "One", "Breathe out and soften",
        "Last one",
    ]  # fmt: skip


def test_the_other_side_has_another_reminder() -> None:
    assert (4, "Breathe out and soften") in script(hug(), 2)


def test_an_exercise_without_reminders_has_none() -> None:
    timeline = a_timeline(a_step(), a_rest())
    assert [text for at, text in script(timeline, 0) if at == 4] == []


def test_halfway_is_told_in_holds_of_20_seconds_or_more() -> None:
    assert (10, "Halfway") in script(hug(Dose(hold_ms=20_000)), 0)
    assert script(hug(Dose(hold_ms=19_000)), 0) == [
        (0, "Hold"),
        (4, "Tailbone heavy"),
        (16, "Three"),
        (17, "Two"),
        (18, "One"),
    ]


@pytest.mark.parametrize(("letters", "hold_s", "is_said"), [
    (51, 12, True), (52, 12, False), (10, 11, False), (79, 20, True), (80, 20, False),
])  # fmt: skip
def test_a_reminder_that_would_run_into_halfway_or_the_count_is_left_out(
    letters: int, hold_s: int, is_said: bool
) -> None:
    exercises = known(an_exercise(cues=("x" * letters,)))
    step = a_step(Dose(hold_ms=hold_s * 1000), get_ready_ms=0)
    timeline = a_timeline(step, exercises=exercises)
    second_hold = 2  # the first one tells how to get there
    assert ((4, "x" * letters) in script(timeline, second_hold)) is is_said


def test_quick_reps_from_side_to_side_are_named_twice_and_then_left_alone() -> None:
    timeline = hug(Dose(pace_ms=2000, reps=3), sides=Sides.ALTERNATE)
    assert whole(timeline) == ["Left", "Tailbone heavy", "Right", "Left", "Right"]


def test_short_reps_are_numbered() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=3, relax_ms=0), sides=Sides.BOTH)
    assert [script(timeline, index) for index in range(3)] == [
        [(0, "1"), (0, "Tailbone heavy")],
        [(0, "2")],
        [(0, "Last one")],
    ]


def test_a_short_single_hold_is_a_hold_and_a_movement_a_movement() -> None:
    assert script(hug(Dose(hold_ms=5000)), 0)[0] == (0, "Hold")
    assert script(hug(Dose(pace_ms=5000)), 0)[0] == (0, "Move")
    assert heard(hug(Dose(pace_ms=5000)))[0][2].chime is Chime.MOVE


def test_sides_that_take_turns_are_called() -> None:
    timeline = hug(Dose(pace_ms=4000, reps=2), sides=Sides.ALTERNATE)
    assert [script(timeline, index)[0][1] for index in range(4)] == ["Left", "Right"] * 2


def test_a_phase_says_its_own_words_and_then_a_reminder() -> None:
    timeline = hug(Dose(rep=(Phase("Press the knee away", 20_000),)), stop="Easy.")
    assert script(timeline, 0)[:3] == [(0, "Press the knee away"), (4, "Easy."), (10, "Halfway")]
    long = hug(Dose(rep=(Phase("x" * 60, 20_000),)), stop="Easy.")
    assert script(long, 0)[:2] == [(0, "x" * 60), (10, "Halfway")]


def test_words_longer_than_their_phase_leave_the_chime() -> None:
    timeline = hug(Dose(rep=(Phase("Press the knee away gently", 2_000),)))
    assert heard(timeline)[0][2] == Cue("", Chime.HOLD, Side.LEFT, 2_000)


@pytest.mark.parametrize(
    ("reps", "words"), [(1, "1 time, at your own pace"), (8, "8 times, at your own pace")]
)
def test_at_ones_own_pace_the_number_is_told_and_nothing_is_counted(reps: int, words: str) -> None:
    timeline = hug(Dose(pace_ms=Manual.MANUAL, reps=reps), stop="Easy.")
    assert script(timeline, 0) == [(0, words), (0, "Easy.")]
    assert Coach(timeline).cues(SecondPassed(0, 4000, None)) == ()
