from __future__ import annotations

from stretchcoach.core.content.routine import ExerciseStep, RestStep
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.timeline import IntervalKind
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.session_page.view import IntervalView, interval_view
from tests.ui.session.sample import FOOT_DOWN, a_performance

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = range(6)
PLAIN_REST, BRIDGE_READY, BRIDGE = 8, 9, 10


def view(index: int, performance: Performance | None = None) -> IntervalView:
    performance = performance or a_performance()
    return interval_view(performance, Coach(performance.timeline), index)


def test_every_interval_names_its_phase_and_what_comes() -> None:
    performance = a_performance()
    last = len(performance.timeline.intervals) - 1
    for index, interval in enumerate(performance.timeline.intervals):
        shown = view(index, performance)
        assert shown.phase
        assert shown.resting is (interval.kind is IntervalKind.REST)
        assert bool(shown.coming) is not shown.resting
    assert view(last).coming == "Then you are done"


def test_how_it_is_done_is_shown_whole_before_each_side_and_a_cue_in_the_holds() -> None:
    assert view(GET_READY).cue == "Lie on your back. Cross the left ankle."
    assert view(SWITCH).cue == "Lie on your back. Cross the right ankle."
    assert view(LEFT).cue == "Ease off if the left knee hurts."
    assert view(LEFT_2).cue == "Breathe out and soften"
    assert view(RIGHT).cue == "Ease off if the right knee hurts."


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


def test_a_rest_between_sets_shows_the_next_set_of_the_same_side() -> None:
    shown = view(REST)
    assert shown.resting
    assert (shown.side, shown.side_text, shown.dose) == (Side.LEFT, "Left side", "Set 2 of 2")
    assert shown.cue == ""
    assert shown.exercise is not None
    assert shown.exercise.name == "Lying figure four"


def test_a_plain_rest_shows_the_next_exercise_with_its_dose() -> None:
    shown = view(PLAIN_REST)
    assert shown.exercise is not None
    assert shown.exercise.name == "Bridge"
    assert shown.dose == "3 reps, at your own pace"
    assert shown.cue == "Lie on your back."


def test_a_rest_before_two_sides_says_which_comes_first() -> None:
    rest = RestStep(rest_ms=15_000)
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1)
    shown = view(0, a_performance(rest, step))
    assert shown.side_text == "Left side first"


def test_a_rest_at_the_very_end_has_nothing_to_announce() -> None:
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1)
    performance = a_performance(step, RestStep(rest_ms=15_000))
    shown = view(len(performance.timeline.intervals) - 1, performance)
    assert (shown.exercise, shown.dose, shown.cue, shown.side_text) == (None, "", "", "")


def test_the_breathing_guide_belongs_into_long_holds() -> None:
    assert view(LEFT).breathes
    assert not view(GET_READY).breathes
    assert not view(BRIDGE).breathes
    short = ExerciseStep(exercise="figure-4", hold_ms=8_000, sets=1)
    assert not view(LEFT, a_performance(short)).breathes


def test_the_easier_exercise_takes_the_place_of_its_own_with_its_own_words() -> None:
    performance = a_performance()
    shown = interval_view(performance, Coach(performance.timeline), LEFT, FOOT_DOWN)
    easier = seen_on(FOOT_DOWN, Side.LEFT)
    assert shown.exercise == easier
    assert shown.cue == easier.instructions.move
    ready = interval_view(performance, Coach(performance.timeline), GET_READY, FOOT_DOWN)
    assert ready.cue == f"{easier.instructions.setup} {easier.instructions.move}"
