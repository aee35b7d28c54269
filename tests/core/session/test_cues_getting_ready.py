from __future__ import annotations

from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.cues import Chime, Cue
from tests.core.builders import (
    FORTY_LETTERS,
)
from tests.core.session.cue_scripts import heard, hug, script


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
