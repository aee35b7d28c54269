"""The page for the phone knows beforehand what a session would ask."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.screen.page_words import page_words
from stretchcoach.core.screen.phone_page import PhonePage, TimedCue, phone_page
from stretchcoach.core.session.cues import Coach, Cue
from stretchcoach.core.session.events import Halfway, IntervalStarted, SecondPassed
from stretchcoach.core.session.landing import landing_of
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import a_rest, a_routine, a_silent_exercise, an_exercise, known
from tests.core.strategies import LIBRARY, routines

EASIER = an_exercise("hug-low", "Low hug", move="Draw it in a little.", stop="")
HUG = an_exercise(easier="hug-low", stop="Ease off if the (right|left) groin pinches.")
TURNS = an_exercise("turns", "Turns", sides=Sides.ALTERNATE, dose=Dose(hold_ms=5_000, reps=2))
EXERCISES = known(HUG, EASIER, replace(TURNS, easier="hug-low"), a_silent_exercise("other"))


def a_page(*steps: str, affected: AffectedSide = AffectedSide.RIGHT) -> PhonePage:
    routine = a_routine(*(ExerciseStep(exercise=name) for name in steps))
    return phone_page(routine, EXERCISES, Profile(affected))


def heard_in_a_session(timeline: Timeline) -> dict[int, list[TimedCue]]:
    """What the coach says at the events of a session that is let run, by interval."""
    session, coach = Session(timeline), Coach(timeline)
    heard: dict[int, list[TimedCue]] = {i: [] for i in range(len(timeline.intervals))}
    events = list(session.start())
    while session.state.value == "running":
        if session.interval.duration_ms is None and session.elapsed_ms >= MINUTE_MS:
            events += session.done()
        else:
            events += session.advance(session.to_next_ms)
        for event in events:
            if isinstance(event, IntervalStarted | SecondPassed | Halfway):
                at_ms = 0 if isinstance(event, IntervalStarted) else session.elapsed_ms
                heard[event.index] += [TimedCue(at_ms, cue) for cue in coach.cues(event)]
        events = []
    return heard


@settings(max_examples=60)
@given(routines())
def test_what_is_heard_is_what_a_session_says(routine: Routine) -> None:
    page = phone_page(routine, LIBRARY, Profile(AffectedSide.RIGHT))
    assume(page.timeline.intervals)
    heard = heard_in_a_session(page.timeline)
    for index, interval in enumerate(page.intervals):
        assert list(interval.cues) == heard[index]


def test_at_ones_own_pace_nothing_is_said_but_at_the_start() -> None:
    step = ExerciseStep(exercise="other", pace_ms=Manual.MANUAL, reps=3, get_ready_ms=0)
    page = phone_page(a_routine(step), EXERCISES, Profile())
    assert [cue.at_ms for cue in page.intervals[0].cues] == [0]


def test_each_interval_knows_where_one_lands_from_it() -> None:
    page = a_page("knee-hug", "other")
    for index, ways in enumerate(page.ways):
        assert ways.back == landing_of(page.timeline, index)
        assert index < ways.next <= ways.skip <= len(page.ways)
        assert ways.before <= ways.back


def test_an_easier_version_is_there_for_each_side() -> None:
    page = a_page("other", "knee-hug", "other")
    assert list(page.easier) == [(2, Side.LEFT), (2, Side.RIGHT)]
    easier = page.easier[2, Side.RIGHT]
    assert easier.exercise is EASIER
    assert [cue.text for cue in easier.cues] == ["Low hug. Draw it in a little."]
    shown = {i: there.view.exercise for i, there in easier.changed.items() if there.view.exercise}
    assert {exercise.name for exercise in shown.values()} == {"Low hug"}
    changed = [page.timeline.intervals[i] for i in easier.changed]
    assert {interval.step_no for interval in changed} == {2}
    assert Side.LEFT not in {i.side for i in changed if i.kind.is_work}


def test_sides_that_take_turns_are_eased_together() -> None:
    page = a_page("turns")
    assert list(page.easier) == [(1, None)]
    works = [i for i, interval in enumerate(page.timeline.intervals) if interval.kind.is_work]
    assert set(works) <= set(page.easier[1, None].changed)


def test_all_that_can_be_seen_is_named_once_the_easier_ones_last() -> None:
    page = a_page("other", "knee-hug", "knee-hug", "hug-low")
    assert [one.id for one in page.exercises] == ["other", "knee-hug", "hug-low"]
    assert [one.id for one in a_page("knee-hug", "other").exercises] == [
        "knee-hug",
        "other",
        "hug-low",
    ]


def test_a_routine_of_rests_has_no_pictures() -> None:
    page = phone_page(a_routine(a_rest()), {}, Profile())
    assert page.exercises == ()
    assert page.easier == {}


def test_what_happens_between_intervals_is_said_too() -> None:
    moments = a_page("knee-hug").moments
    assert moments["settled"] == (Cue("Hold", moments["settled"][0].chime),)
    assert moments["eased"][0].text == "Ease off. The clock has stopped."
    assert {"paused", "resumed", "settling", "finished", "stopped"} < set(moments)


def test_no_word_is_empty() -> None:
    assert all(page_words().values())
