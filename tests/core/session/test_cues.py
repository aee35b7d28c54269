from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from stretchcoach.core.content.dose import Dose, Manual, Phase
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.cues import Chime, Coach, Cue
from stretchcoach.core.session.events import (
    EasierTaken,
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
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import IntervalKind, Timeline
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
    dose: Dose = Dose(),
    *,
    sides: Sides = Sides.EACH,
    get_ready_s: int = 0,
    name: str = "Knee hug",
    stop: str = "",
    note: str = "",
    again: bool = False,
) -> Timeline:
    """A step with the knee hug; where it comes `again`, another one goes before."""
    exercise = an_exercise(sides=sides, cues=CUES, name=name, stop=stop)
    step = replace(a_step(dose, get_ready_ms=get_ready_s * 1000), note=note)
    before = (a_step(Dose(hold_ms=5000), get_ready_ms=0),) if again else ()
    return a_timeline(*before, step, exercises=known(exercise))


def whole(timeline: Timeline) -> list[str]:
    """All that is said but the end, in order."""
    return [cue.text for _, _, cue in heard(timeline) if cue.text and cue.chime is not Chime.END]


# Getting ready.


def test_a_get_ready_says_name_and_side_then_how_it_is_done_and_counts() -> None:
    assert script(hug(get_ready_s=12), 0) == [
        (0, "Knee hug. Left side."),
        (0, f"{FORTY_LETTERS} Draw the knee in."),
        (9, "Three"),
        (10, "Two"),
        (11, "One"),
    ]


def test_the_note_of_the_step_is_said_after_how_it_is_done() -> None:
    said = script(hug(get_ready_s=15, note="Stop short of (right|left) tingling."), 0)
    assert said[1] == (0, f"{FORTY_LETTERS} Draw the knee in. Stop short of left tingling.")


def test_nobody_counts_over_what_is_told() -> None:
    assert script(hug(get_ready_s=8), 0) == [
        (0, "Knee hug. Left side."),
        (0, f"{FORTY_LETTERS} Draw the knee in."),
    ]


def test_what_is_known_is_not_told_again_but_the_note_is() -> None:
    timeline = hug(get_ready_s=12, note="Slowly today.", again=True)
    assert script(timeline, 3)[:3] == [
        (0, "Knee hug. Left side."),
        (0, "Slowly today."),
        (0, "Tailbone heavy"),
    ]
    assert (9, "Three") in script(timeline, 3)


def test_a_reminder_that_would_take_the_time_to_count_is_left_out() -> None:
    assert [text for _, text in script(hug(get_ready_s=6, again=True), 3)] == [
        "Knee hug. Left side.", "Three", "Two", "One",
    ]  # fmt: skip


def test_what_has_no_time_in_a_short_get_ready_is_left_out() -> None:
    assert script(hug(get_ready_s=5), 0) == [(0, "Knee hug. Left side."), (0, FORTY_LETTERS)]
    assert script(hug(get_ready_s=2), 0) == [(0, "Knee hug. Left side.")]


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


# Between.


def test_a_switch_says_to_which_side() -> None:
    timeline = hug()
    assert script(timeline, 1) == [
        (0, "Switch to the right"),
        (0, "Tailbone heavy"),
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
    assert script(hug(Dose(sets=2)), 1) == [(0, "Rest"), (7, "Three"), (8, "Two"), (9, "One")]
    assert script(hug(Dose(sets=2, rest_ms=4000)), 1) == [(0, "Rest")]


def test_the_note_of_a_rest_is_said() -> None:
    rest = replace(a_rest(), note="Shake your legs out.")
    assert script(a_timeline(rest, a_step(get_ready_ms=5000)), 0) == [
        (0, "Rest"),
        (0, "Shake your legs out."),
        (0, "Next: Knee hug. Left side."),
    ]


def test_a_rest_between_exercises_says_what_is_next() -> None:
    timeline = a_timeline(a_rest(), a_step(get_ready_ms=5000))
    assert script(timeline, 0) == [(0, "Rest"), (0, "Next: Knee hug. Left side.")]
    assert script(a_timeline(a_rest(2), a_step(get_ready_ms=5000)), 0) == [(0, "Rest")]


def test_nothing_is_next_after_the_last_rest_or_before_another() -> None:
    timeline = a_timeline(a_step(), a_rest(), a_rest())
    assert script(timeline, 3) == [(0, "Rest")]
    assert script(timeline, 4) == [(0, "Rest")]


def test_the_first_pauses_between_reps_say_what_their_chime_means() -> None:
    timeline = hug(Dose(hold_ms=5000, reps=4, relax_ms=2000))
    relaxes = [cue for index, _, cue in heard(timeline) if index in (1, 3, 5)]
    assert [(cue.text, cue.chime, cue.side) for cue in relaxes] == [
        ("Relax", Chime.RELAX, Side.LEFT),
        ("Relax", Chime.RELAX, Side.LEFT),
        ("", Chime.RELAX, Side.LEFT),
    ]


def test_a_rest_on_the_mat_is_no_hold() -> None:
    legs_up = replace(an_exercise(sides=Sides.BOTH), kind=ExerciseKind.REST)
    assert script(a_timeline(a_step(), exercises=known(legs_up)), 0)[1] == (0, "Rest here")


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
    window_ms = 3000 if text == "Settle in" else None  # later it would be wrong
    assert Coach(hug()).cues(event) == (Cue(text, chime, window_ms=window_ms),)


def test_the_end_of_an_interval_says_nothing() -> None:
    assert Coach(hug()).cues(IntervalEnded(0, 1000, Outcome.DONE)) == ()


def test_only_two_chimes_stand_for_words() -> None:
    assert {c for c in Chime if c.stands_for_words} == {Chime.HALFWAY, Chime.COUNT}


def test_a_cue_fits_when_its_words_are_over_in_time() -> None:
    text = "Breathe out and soften"
    assert Cue(text).fits
    assert Cue(text, window_ms=speaking_ms(text)).fits
    assert not Cue(text, window_ms=speaking_ms(text) - 1).fits


# Never late, never two at once.


@given(timeline=timelines)
@settings(max_examples=80)
def test_no_two_cues_overlap_and_none_runs_into_words_of_the_next_phase(
    timeline: Timeline,
) -> None:
    begins_ms = [0]
    for interval in timeline.intervals:
        begins_ms.append(begins_ms[-1] + (interval.duration_ms or MANUAL_MS))
    silent_from_ms, before, spoken_in = 0, -1, -1
    for index, at_ms, cue in heard(timeline):
        if cue.chime is Chime.END:
            continue
        if index != before:
            before = index
            assert cue.chime is not None, "an interval begins with its sound"
        if not cue.text:
            continue
        now_ms = begins_ms[index] + at_ms
        if silent_from_ms > now_ms:
            assert (at_ms, spoken_in) == (0, index), "only what opens an interval may wait"
        spoken_in = index
        silent_from_ms = max(now_ms, silent_from_ms) + speaking_ms(cue.text)
        assert cue.fits
        turn = turn_of(timeline, index)
        assert silent_from_ms <= begins_ms[turn + 1] or timeline.intervals[turn].duration_ms is None


MANUAL_MS = 1_000_000


def turn_of(timeline: Timeline, index: int) -> int:
    """The last interval of the same set of the same step."""
    here = timeline.intervals[index]
    for following, interval in enumerate(timeline.intervals[index:], start=index):
        same = interval.step_no == here.step_no and interval.set_no in (here.set_no, None)
        if not same or interval.kind in (IntervalKind.REST, IntervalKind.SWITCH):
            return max(following - 1, index)
    return len(timeline.intervals) - 1


def test_once_an_easier_exercise_is_taken_the_coach_speaks_of_it() -> None:
    gentle = an_exercise("gentle", "Half a hug", cues=("Half way",))
    session = Session(hug(Dose(sets=2, hold_ms=30_000), get_ready_s=5))
    session.start(1)
    coach = Coach(session.timeline)
    (taken,) = session.take_easier(gentle, everywhere=True)
    assert coach.cues(taken) == (Cue("Half a hug. Draw the knee in.", None, Side.LEFT),)
    assert coach.script.reminder(3) == "Half way"
    again = IntervalStarted(0, session.timeline.intervals[0])
    assert coach.cues(again)[0].text == "Half a hug. Left side."


def test_the_first_step_with_an_easier_exercise_tells_it_whole() -> None:
    step = a_step(Dose(), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(), step)
    later = next(i for i in timeline.intervals if i.step_no == 3)
    eased = timeline.with_easier(an_exercise("gentle"), later)
    index = eased.intervals.index(later)
    assert not Coach(timeline).script.is_first_time(index)
    assert Coach(eased).script.is_first_time(index)


def test_nothing_is_told_of_an_easier_exercise_where_none_is_done() -> None:
    timeline = a_timeline(a_rest())
    assert Coach(timeline).cues(EasierTaken(0, timeline)) == ()
