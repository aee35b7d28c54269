from __future__ import annotations

from stretchcoach.core.content.routine import ExerciseStep, RestStep
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


def test_get_ready_says_how_to_set_up_and_switch_how_to_move() -> None:
    assert view(GET_READY).cue == "Lie on your back."
    assert view(SWITCH).cue == "Cross the ankle."
    assert view(LEFT).cue in ("Tailbone heavy", "Breathe out and soften")


def test_a_note_of_the_step_is_read_while_one_gets_ready() -> None:
    step = ExerciseStep(exercise="figure-4", hold_ms=20_000, sets=1, note="Slowly today.")
    assert view(GET_READY, a_performance(step)).cue == "Lie on your back.\nSlowly today."


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
    assert shown.exercise is FOOT_DOWN
    assert shown.cue == FOOT_DOWN.instructions.move
