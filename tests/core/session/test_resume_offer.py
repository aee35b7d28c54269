from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.resume_offer import cut_off_words, resume_offer
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

ROUTINE = a_routine(a_step(Dose(sets=2)), a_rest(), a_step(exercise="bridge"))
EXERCISES = known(an_exercise(), an_exercise("bridge", "Bridge", sides=Sides.BOTH))
EVENING = Moment("2026-03-01T20:30:00.000Z", 7200)
DAY = date(2026, 3, 1)


def cut_off_at(index: int, ended: Moment | None = None) -> SessionRecord:
    timeline = expand(ROUTINE, EXERCISES)
    record = new_record("one", ROUTINE, timeline, AffectedSide.NONE, EVENING)
    return replace(record, at_index=index, ended=ended)


# The intervals: hold, rest, hold of the left side, change of sides, three of the right side, a
# rest, and a hold of both sides.
@pytest.mark.parametrize(
    ("index", "words"),
    [
        (0, "Knee hug, left side, set 1 of 2"),
        (1, "Knee hug, left side"),
        (2, "Knee hug, left side, set 2 of 2"),
        (3, "Knee hug, right side"),
        (6, "Knee hug, right side, set 2 of 2"),
        (7, "Rest before Bridge"),
        (8, "Bridge"),
        (99, "Bridge"),
    ],
)
def test_where_a_session_was_cut_off(index: int, words: str) -> None:
    offer = resume_offer(cut_off_at(index))
    assert cut_off_words(offer, DAY) == f"You left off today at {words}"


def test_what_is_offered() -> None:
    offer = resume_offer(cut_off_at(2))
    assert (offer.session_id, offer.routine_id, offer.title) == ("one", "evening", "Evening")
    assert (offer.step_no, offer.side, offer.set_no, offer.sets) == (1, Side.LEFT, 2, 2)


def test_the_day_is_that_of_the_end_on_the_clock_of_the_person() -> None:
    after_midnight = Moment("2026-03-01T22:10:00.000Z", 7200)
    assert resume_offer(cut_off_at(0)).day == DAY
    assert resume_offer(cut_off_at(0, after_midnight)).day == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 3, 2), "You left off yesterday at Bridge"),
        (date(2026, 3, 4), "You left off 3 days ago at Bridge"),
        (date(2026, 2, 27), "You left off at Bridge"),  # the clock was wrong
    ],
)
def test_how_long_ago(today: date, words: str) -> None:
    assert cut_off_words(resume_offer(cut_off_at(8)), today) == words
