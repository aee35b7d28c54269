"""The time that there is for words; that all of them are heard in time is in test_cues.py."""

from __future__ import annotations

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.core.session.script import Script
from stretchcoach.core.session.talk import Talk, is_short
from tests.core.builders import a_step, a_timeline, an_exercise, known


def talk_of(dose: Dose, sides: Sides = Sides.BOTH, *, stop: str = "", name: str = "Hug") -> Talk:
    exercise = an_exercise(sides=sides, stop=stop, name=name)
    timeline = a_timeline(a_step(dose, get_ready_ms=2000), exercises=known(exercise))
    return Talk(timeline, Script(timeline))


def test_work_of_12_seconds_is_long_enough_to_be_quiet_first() -> None:
    assert (is_short(11_999), is_short(12_000), is_short(None)) == (True, False, True)


def test_where_the_name_has_no_time_the_side_has() -> None:
    assert talk_of(Dose(), Sides.EACH).opening(0) == "Hug. Left side."
    assert talk_of(Dose(), Sides.EACH, name="x" * 30).opening(0) == "Left side"


def test_in_short_work_there_is_room_after_the_word_and_in_the_silence_that_follows() -> None:
    one_ms = speaking_ms("1")
    assert talk_of(Dose(hold_ms=5000, reps=2)).room_ms(1) == 5000 - one_ms + 2000
    assert talk_of(Dose(hold_ms=5000, reps=2, relax_ms=0)).room_ms(1) == 5000 - one_ms
    assert talk_of(Dose(pace_ms=Manual.MANUAL)).room_ms(1) is None


def test_in_long_work_there_is_room_from_the_fourth_second_to_the_next_words() -> None:
    assert talk_of(Dose(hold_ms=15_000)).room_ms(1) == 15_000 - 4000 - 4000
    assert talk_of(Dose(hold_ms=30_000)).room_ms(1) == 15_000 - 4000


def test_a_line_that_finds_no_room_is_left_out() -> None:
    talk = talk_of(Dose(pace_ms=2000, reps=3), stop="x" * 60)
    assert [talk.aside(index) for index in (1, 2, 3)] == ["", "", ""]


def test_the_last_words_of_a_session_may_run_to_its_end() -> None:
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, sides=Sides.ALTERNATE, reps=4)
    quick = Dose(pace_ms=2000)
    exercises = known(an_exercise(dose=quick))
    timeline = a_timeline(step, exercises=exercises)
    talk = Talk(timeline, Script(timeline))
    assert talk.work_words(7) == ""
    assert talk.room_ms(4) == 4 * 2000
