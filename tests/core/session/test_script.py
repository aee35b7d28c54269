"""Which words belong to which interval."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.script import Script
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import FORTY_LETTERS, a_rest, a_step, a_timeline, an_exercise, known

CUES = ("The (right|left) knee", "Two", "Three")
STOP = "Ease off if the (right|left) hip pinches."
NOTE = "Mind the (right|left) knee."


def hugs(dose: Dose = Dose(), sides: Sides = Sides.EACH, *, stop: str = STOP) -> Timeline:
    """The same exercise twice, the second time with a note: get-ready, works, and so on."""
    exercise = an_exercise(sides=sides, cues=CUES, stop=stop)
    step = a_step(dose, get_ready_ms=5000)
    return a_timeline(step, replace(step, note=NOTE), exercises=known(exercise))


def test_the_first_step_with_an_exercise_tells_it_whole_and_a_later_one_its_note() -> None:
    script = Script(hugs())
    assert script.is_first_time(0)
    assert script.how(0) == f"{FORTY_LETTERS} Draw the knee in."
    assert not script.is_first_time(4)
    assert script.how(4) == script.note(4) == "Mind the left knee."
    assert script.how(7) == "Mind the right knee."


def test_a_rest_has_its_note_and_nothing_else() -> None:
    rest = replace(a_rest(), note="Shake your legs out.")
    script = Script(a_timeline(rest, a_step()))
    assert script.exercise(0) is None
    assert (script.stop(0), script.reminder(0)) == ("", "")
    assert script.how(0) == script.note(0) == "Shake your legs out."


def test_the_first_work_of_each_side_reminds_of_easing_off_and_the_others_of_a_cue() -> None:
    script = Script(hugs(Dose(sets=2)))
    works = [i for i in range(8) if script.interval(i).kind.is_work]
    assert [script.reminder(index) for index in works] == [
        "Ease off if the left hip pinches.", "Two",
        "Ease off if the right hip pinches.", "The right knee",
    ]  # fmt: skip
    assert script.turn(works[0]) == tuple(works[:2])
    assert script.reminder(0) == "The left knee"
    assert script.reminder(4) == "The right knee"


def test_without_such_a_line_every_work_has_a_cue() -> None:
    script = Script(hugs(Dose(sets=2), stop=""))
    assert [script.reminder(index) for index in (1, 3, 5)] == ["The left knee", "Two", "Three"]
    assert Script(a_timeline(a_step())).reminder(0) == ""


def test_short_reps_of_a_set_share_a_reminder_and_long_ones_have_their_own() -> None:
    short = Script(hugs(Dose(pace_ms=5000, reps=2, sets=2), Sides.BOTH, stop=""))
    assert [short.reminder(index) for index in (1, 2, 4, 5)] == ["The right knee"] * 2 + ["Two"] * 2
    long = Script(hugs(Dose(hold_ms=12_000, reps=2), Sides.BOTH, stop=""))
    works = [i for i in range(4) if long.interval(i).kind.is_work]
    assert [long.reminder(index) for index in works] == ["The right knee", "Two"]


def test_sides_that_take_turns_are_one_turn() -> None:
    script = Script(hugs(Dose(pace_ms=5000, reps=2), Sides.ALTERNATE))
    assert script.turn(1) == (1, 2, 3, 4)
    assert [script.place(index).opens_turn for index in (1, 2, 3)] == [True, False, False]
