from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from stretchcoach.core.content.dose import Dose, Manual, Phase
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.session.cues import (
    Chime,
    Coach,
    Cue,
    speaking_ms,
)
from stretchcoach.core.session.events import (
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.session import Session, State
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import (
    FORTY_LETTERS,
    a_rest,
    a_step,
    a_timeline,
    an_exercise,
    known,
)
from tests.core.strategies import timelines

CUES = ("Tailbone heavy", "Breathe out and soften")


def heard(timeline: Timeline) -> list[tuple[int, int, Cue]]:
    """A whole session: interval, milliseconds into it, and cue, in the order heard."""
    session, coach = Session(timeline), Coach(timeline)
    found: list[tuple[int, int, Cue]] = []
    index = at_ms = 0
    events = session.start()
    while True:
        for event in events:
            if isinstance(event, IntervalStarted):
                index, at_ms = event.index, 0
            elif isinstance(event, SecondPassed):
                at_ms = event.elapsed_ms
            elif isinstance(event, Halfway):
                at_ms = (timeline.intervals[index].duration_ms or 0) // 2
            found += [(index, at_ms, cue) for cue in coach.cues(event)]
        if session.state is State.ENDED:
            return found
        own_pace = session.duration_ms is None
        events = session.done() if own_pace else session.advance(session.to_next_ms)


def script(timeline: Timeline, index: int) -> list[tuple[float, str]]:
    """What is said in interval `index`, with the second at which it begins."""
    return [
        (at_ms / 1000, cue.text)
        for i, at_ms, cue in heard(timeline)
        if i == index and cue.text and cue.chime is not Chime.END
    ]


def hug(
    dose: Dose = Dose(), *, sides: Sides = Sides.EACH, get_ready_s: int = 0, name: str = "Knee hug"
) -> Timeline:
    exercise = an_exercise(sides=sides, cues=CUES, name=name)
    step = a_step(dose, get_ready_ms=get_ready_s * 1000)
    return a_timeline(step, exercises=known(exercise))


# Getting ready.


def test_a_get_ready_says_name_and_side_then_how_to_set_up_and_counts() -> None:
    assert script(hug(get_ready_s=10), 0) == [
        (0, "Knee hug. Left side."),
        (0, FORTY_LETTERS),
        (7, "Three"),
        (8, "Two"),
        (9, "One"),
    ]


def test_what_has_no_time_in_a_short_get_ready_is_left_out() -> None:
    assert script(hug(get_ready_s=5), 0) == [
        (0, "Knee hug. Left side."),
        (2, "Three"),
        (3, "Two"),
        (4, "One"),
    ]
    assert script(hug(get_ready_s=4), 0) == [(0, "Knee hug. Left side.")]


def test_nobody_counts_over_a_long_name() -> None:
    assert script(hug(get_ready_s=5, name="Lying figure four at the wall"), 0) == [
        (0, "Lying figure four at the wall. Left side.")
    ]


def test_where_the_name_has_no_time_the_side_has() -> None:
    assert script(hug(get_ready_s=2, name="Lying figure four"), 0) == [(0, "Left side")]


def test_the_chime_is_heard_where_no_word_has_time() -> None:
    timeline = hug(get_ready_s=1, sides=Sides.BOTH, name="Lying figure four")
    assert heard(timeline)[0][2] == Cue("", Chime.GET_READY, None, 1000)


def test_sides_that_take_turns_are_named_as_such() -> None:
    said = script(hug(sides=Sides.ALTERNATE, get_ready_s=10), 0)
    assert said[0] == (0, "Knee hug, side to side.")
    assert script(hug(sides=Sides.BOTH, get_ready_s=10), 0)[0] == (0, "Knee hug.")


# Work.


def test_the_first_long_hold_tells_how_to_get_there_in_the_place_of_a_reminder() -> None:
    assert script(hug(), 0) == [
        (0, "Hold"),
        (0, "Draw the knee in."),
        (15, "Halfway"),
        (27, "Three"),
        (28, "Two"),
        (29, "One"),
    ]


def test_the_other_side_has_another_reminder() -> None:
    assert (4, "Breathe out and soften") in script(hug(), 2)
    assert Coach(hug()).reminder(2) == "Breathe out and soften"


def test_an_exercise_without_reminders_has_none() -> None:
    timeline = a_timeline(a_step(), a_rest())
    assert [text for at, text in script(timeline, 0) if at == 4] == []
    assert Coach(timeline).reminder(3) == ""


def test_halfway_is_told_in_holds_of_20_seconds_or_more() -> None:
    assert (10, "Halfway") in script(hug(Dose(hold_ms=20_000)), 0)
    assert (0, "Draw the knee in.") not in script(hug(Dose(hold_ms=19_000)), 0)
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
    said = [text for index in range(6) for _, text in script(timeline, index) if text]
    assert said == ["Left", "Right", "Left", "Right"]


def test_short_reps_are_numbered() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=3), sides=Sides.BOTH)
    assert [script(timeline, index) for index in range(3)] == [
        [(0, "1")],
        [(0, "2")],
        [(0, "Last one")],
    ]


def test_a_short_single_hold_is_a_hold_and_a_movement_a_movement() -> None:
    assert script(hug(Dose(hold_ms=5000)), 0) == [(0, "Hold")]
    assert script(hug(Dose(pace_ms=5000)), 0) == [(0, "Move")]
    assert heard(hug(Dose(pace_ms=5000)))[0][2].chime is Chime.MOVE


def test_sides_that_take_turns_are_called() -> None:
    timeline = hug(Dose(pace_ms=4000, reps=2), sides=Sides.ALTERNATE)
    assert [script(timeline, index)[0][1] for index in range(4)] == ["Left", "Right"] * 2


def test_a_phase_says_its_own_words_and_no_reminder() -> None:
    timeline = hug(Dose(rep=(Phase("Press the knee away", 20_000),)))
    assert script(timeline, 0)[:2] == [(0, "Press the knee away"), (10, "Halfway")]


def test_words_longer_than_their_phase_leave_the_chime() -> None:
    timeline = hug(Dose(rep=(Phase("Press the knee away gently", 2_000),)))
    assert heard(timeline)[0][2] == Cue("", Chime.HOLD, Side.LEFT, 2_000)


@pytest.mark.parametrize(
    ("reps", "words"), [(1, "1 time, at your own pace"), (8, "8 times, at your own pace")]
)
def test_at_ones_own_pace_the_number_is_told_and_nothing_is_counted(reps: int, words: str) -> None:
    timeline = hug(Dose(pace_ms=Manual.MANUAL, reps=reps))
    assert script(timeline, 0) == [(0, words)]
    assert Coach(timeline).cues(SecondPassed(0, 4000, None)) == ()


# Between.


def test_a_switch_says_to_which_side() -> None:
    timeline = hug()
    assert script(timeline, 1) == [
        (0, "Switch to the right"),
        (5, "Three"),
        (6, "Two"),
        (7, "One"),
    ]
    to_left = replace(timeline.intervals[1], side=Side.LEFT)
    assert Coach(timeline).cues(IntervalStarted(1, to_left))[0].text == "Switch to the left"


def test_a_short_switch_is_not_counted() -> None:
    exercises = known(an_exercise())
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, switch_ms=4000)
    assert script(a_timeline(step, exercises=exercises), 1) == [(0, "Switch to the right")]


def test_a_rest_between_sets_is_called() -> None:
    assert script(hug(Dose(sets=2)), 1) == [(0, "Rest")]


def test_a_rest_between_exercises_says_what_is_next() -> None:
    timeline = a_timeline(a_rest(), a_step(get_ready_ms=5000))
    assert script(timeline, 0) == [(0, "Rest"), (0, "Next: Knee hug. Left side.")]
    assert script(a_timeline(a_rest(2), a_step()), 0) == [(0, "Rest")]


def test_nothing_is_next_after_the_last_rest_or_before_another() -> None:
    timeline = a_timeline(a_step(), a_rest(), a_rest())
    assert script(timeline, 3) == [(0, "Rest")]
    assert script(timeline, 4)[0] == (0, "Rest")


def test_relaxing_between_reps_is_a_chime_alone() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=2, relax_ms=2000))
    assert [cue for index, _, cue in heard(timeline) if index == 1] == [
        Cue("", Chime.RELAX, Side.LEFT)
    ]


@pytest.mark.parametrize(
    ("event", "text", "chime"),
    [
        (Paused(0, 1000, PauseReason.ASKED), "Paused", Chime.PAUSE),
        (Paused(0, 1000, PauseReason.SLEPT), "Paused", Chime.PAUSE),
        (Paused(0, 1, PauseReason.EASED_OFF), "Ease off. The clock has stopped.", Chime.PAUSE),
        (Resumed(0, 3000), "Settle in", Chime.RESUME),
        (Resumed(0, 0), "Going on", Chime.RESUME),
        (Settled(0), "Hold", Chime.HOLD),
        (SessionEnded(finished=True), "All done. Take a moment before you get up.", Chime.END),
        (SessionEnded(finished=False), "", Chime.END),
    ],
)
def test_what_is_said_when_the_clock_stops_and_runs_on(
    event: Paused | Resumed | Settled | SessionEnded, text: str, chime: Chime
) -> None:
    assert Coach(hug()).cues(event) == (Cue(text, chime),)


def test_the_end_of_an_interval_says_nothing() -> None:
    assert Coach(hug()).cues(IntervalEnded(0, 1000, Outcome.DONE)) == ()


def test_only_two_chimes_stand_for_words() -> None:
    assert {c for c in Chime if c.stands_for_words} == {Chime.HALFWAY, Chime.COUNT}


# Never late, never two at once.


@given(timeline=timelines)
@settings(max_examples=80)
def test_no_two_cues_overlap_and_none_outlasts_its_interval(timeline: Timeline) -> None:
    silent_from_ms = 0
    before = -1
    for index, at_ms, cue in heard(timeline):
        if cue.chime is Chime.END:
            continue
        if index != before:
            before, silent_from_ms = index, 0
            assert cue.chime is not None, "an interval begins with its sound"
        if not cue.text:
            continue
        begins_ms = max(at_ms, silent_from_ms)
        if begins_ms > at_ms:
            assert at_ms == 0, "only what opens an interval may wait for what is being said"
        silent_from_ms = begins_ms + speaking_ms(cue.text)
        duration_ms = timeline.intervals[index].duration_ms
        assert duration_ms is None or silent_from_ms <= duration_ms
        assert cue.window_ms is None or speaking_ms(cue.text) <= cue.window_ms
