from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import DoseChange, Phase
from stretchcoach.core.content.routine import ExerciseStep, RestStep
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.screen.interval_view import IntervalView, Rep, interval_view
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.timeline import IntervalKind
from stretchcoach.ui.running.performance import Performance
from tests.ui.session.sample import FOOT_DOWN, WITH_EASIER, a_performance

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = range(6)
PLAIN_REST, BRIDGE_READY, BRIDGE = 8, 9, 10


def view(index: int, performance: Performance | None = None) -> IntervalView:
    performance = performance or a_performance()
    timeline = performance.timeline
    return interval_view(timeline, performance.affected, Coach(timeline), index)


def test_every_interval_names_its_phase_and_what_comes() -> None:
    performance = a_performance()
    last = len(performance.timeline.intervals) - 1
    for index, interval in enumerate(performance.timeline.intervals):
        shown = view(index, performance)
        assert shown.phase
        assert bool(shown.coming) is (interval.kind is not IntervalKind.REST)
    assert view(last).coming == "Then you are done"


def test_how_it_is_done_is_shown_whole_before_each_side_and_a_cue_in_the_holds() -> None:
    assert view(GET_READY).cue == "Lie on your back. Cross the left ankle."
    assert view(SWITCH).cue == "Lie on your back. Cross the right ankle."
    assert view(LEFT).cue == "Ease off if the left knee hurts."
    assert view(LEFT_2).cue == "Breathe out and soften"
    assert view(RIGHT).cue == "Ease off if the right knee hurts."


def test_load_and_effort_stand_with_the_dose() -> None:
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, load="strap", effort="3 of 10")
    for index in (GET_READY, LEFT):
        shown = view(index, a_performance(step))
        assert shown.above == "1 × 20 s each side, strap, effort 3 of 10"


def test_the_picture_is_described_on_its_side() -> None:
    left, right = view(LEFT).exercise, view(RIGHT).exercise
    assert left is not None
    assert right is not None
    assert left.alt == "The left ankle lies on the knee."
    assert right.alt == "The right ankle lies on the knee."


def test_a_note_of_the_step_stays_for_all_of_it() -> None:
    note = "Slowly on the (right|left) today."
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=2, note=note)
    performance = a_performance(step)
    shown = [view(index, performance).note for index in range(8)]
    assert shown == ["Slowly on the left today."] * 4 + ["Slowly on the right today."] * 4


def test_while_relaxing_the_cue_of_the_rep_before_stays() -> None:
    step = ExerciseStep(exercise="figure-4", hold_ms=5_000, reps=2, relax_ms=2_000, sets=1)
    performance = a_performance(step)
    assert performance.timeline.intervals[2].kind is IntervalKind.RELAX
    assert view(2, performance).cue == view(1, performance).cue


def test_sets_are_counted_where_one_works() -> None:
    assert (view(LEFT).set_no, view(LEFT_2).set_no, view(LEFT).sets) == (1, 2, 2)
    assert view(GET_READY).set_no is None


def test_the_side_is_the_one_that_is_worked_and_known_as_affected() -> None:
    assert (view(LEFT).side, view(LEFT).side_text, view(LEFT).affected) == (
        Side.LEFT,
        "Left side",
        False,
    )
    assert (view(RIGHT).side, view(RIGHT).affected) == (Side.RIGHT, True)
    nobody = a_performance(affected=AffectedSide.NONE)
    assert not view(RIGHT, nobody).affected
    assert (view(BRIDGE).side, view(BRIDGE).side_text) == (None, "Both sides")


def test_a_rest_between_sets_shows_the_next_set_of_the_same_side_and_how_to_set_up() -> None:
    shown = view(REST)
    assert (shown.side, shown.side_text) == (Side.LEFT, "Left side")
    assert shown.above == "Next: set 2 of 2"
    assert shown.cue == "Lie on your back."
    assert shown.exercise is not None
    assert shown.exercise.name == "Lying figure four"


def test_a_plain_rest_shows_the_next_exercise_with_its_dose() -> None:
    shown = view(PLAIN_REST)
    assert shown.exercise is not None
    assert shown.exercise.name == "Bridge"
    assert shown.above == "Next: 3 reps, at your own pace"
    assert shown.cue == "Lie on your back."


def test_the_dose_stands_above_the_name() -> None:
    assert view(LEFT).above == "2 × 20 s each side"
    change = DoseChange(sets=3)
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=2, affected=change)
    assert view(LEFT, a_performance(step)).above == "2 × 20 s each side, 3 on the right"


def test_what_comes_is_named() -> None:
    assert view(GET_READY).coming == "Next: hold 20 s"
    assert view(BRIDGE_READY).coming == "Next: 3 reps at your own pace"


def test_the_phase_of_a_rep_says_itself() -> None:
    phases = (Phase("Press", 6_000), Phase("Let go", 20_000))
    step = ExerciseStep(exercise="figure-4", rep=phases, reps=2, sets=1)
    performance = a_performance(step)
    first, second = view(1, performance), view(2, performance)
    assert (first.phase, second.phase) == ("Press", "Let go")
    assert first.rep_below == Rep(1, 2)
    assert first.cue == "Ease off if the left knee hurts."


def test_in_a_movement_the_rep_is_the_large_thing_and_in_a_hold_it_stands_below() -> None:
    moves = ExerciseStep(exercise="figure-4", pace_ms=4_000, reps=12, sets=1)
    shown = view(3, a_performance(moves))
    assert (shown.rep_in_ring, shown.rep_below) == (Rep(3, 12), None)
    holds = ExerciseStep(exercise="figure-4", hold_ms=4_000, reps=12, relax_ms=0, sets=1)
    shown = view(3, a_performance(holds))
    assert (shown.rep_in_ring, shown.rep_below) == (None, Rep(3, 12))
    assert view(LEFT).rep_in_ring is view(LEFT).rep_below is None


def test_at_ones_own_pace_the_ring_says_how_often() -> None:
    assert view(BRIDGE).phase == "3 reps"


def test_a_rest_before_two_sides_says_which_comes_first() -> None:
    rest = RestStep(rest_ms=15_000)
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1)
    shown = view(0, a_performance(rest, step))
    assert shown.side_text == "Left side first"


def test_a_rest_at_the_very_end_has_nothing_to_announce() -> None:
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1)
    performance = a_performance(step, RestStep(rest_ms=15_000))
    shown = view(len(performance.timeline.intervals) - 1, performance)
    assert (shown.exercise, shown.above, shown.cue, shown.side_text) == (None, "Next", "", "")


def test_the_breathing_guide_belongs_into_long_holds() -> None:
    assert view(LEFT).breathes
    assert not view(GET_READY).breathes
    assert not view(BRIDGE).breathes
    short = ExerciseStep(exercise="figure-4", hold_ms=8_000, sets=1)
    assert not view(LEFT, a_performance(short)).breathes


def test_everything_knows_the_easier_exercise_that_is_really_done() -> None:
    performance = a_performance()
    left = performance.timeline.intervals[LEFT]
    timeline = performance.timeline.with_easier(FOOT_DOWN, left)
    performance = replace(performance, timeline=timeline)
    easier = seen_on(FOOT_DOWN, Side.LEFT)
    for index in (GET_READY, LEFT, REST, LEFT_2):
        assert view(index, performance).exercise == easier
    assert view(GET_READY, performance).cue == "Lie on your back. Leave the left foot down."
    assert view(REST, performance).cue == "Lie on your back."
    assert view(RIGHT, performance).exercise == seen_on(WITH_EASIER, Side.RIGHT)
