"""The page for the phone knows beforehand what a session would ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.screen.page_words import page_words
from stretchcoach.core.screen.phone_page import PhonePage, phone_page
from stretchcoach.core.session.cues import Cue
from stretchcoach.core.session.landing import landing_of
from stretchcoach.core.session.session import MORE_TIME_MS
from stretchcoach.core.session.talk import CUE_AT_MS
from tests.core.builders import a_rest, a_routine, a_silent_exercise, an_exercise, known
from tests.core.heard import Heard, heard_in_a_session
from tests.core.strategies import LIBRARY, routines

EASIER = an_exercise("hug-low", "Low hug", move="Draw it in a little.", stop="")
HUG = an_exercise(easier="hug-low", stop="Ease off if the (right|left) groin pinches.")
TURNS = an_exercise("turns", "Turns", sides=Sides.ALTERNATE, dose=Dose(hold_ms=5_000, reps=2))
EXERCISES = known(HUG, EASIER, replace(TURNS, easier="hug-low"), a_silent_exercise("other"))


def a_page(*steps: str, affected: AffectedSide = AffectedSide.RIGHT) -> PhonePage:
    routine = a_routine(*(ExerciseStep(exercise=name) for name in steps))
    return phone_page(routine, EXERCISES, Profile(affected))


def heard_on_the_page(page: PhonePage, added: Mapping[int, int]) -> list[Heard]:
    """What the page plays, by the same rules as its script."""
    found = []
    pairs = zip(page.timeline.intervals, page.intervals, strict=True)
    for index, (interval, shown) in enumerate(pairs):
        heard: Heard = [(0, cue) for cue in shown.at_start]
        total_ms = interval.duration_ms
        if total_ms is not None:
            total_ms += added.get(index, 0)
            counts = shown.counted_from_ms is not None and total_ms >= shown.counted_from_ms
            for at_ms in range(total_ms % 1000 or 1000, total_ms, 1000):
                moment = page.moments.get(str((total_ms - at_ms) // 1000))
                if moment and counts:
                    heard += [(at_ms, cue) for cue in moment]
                elif at_ms == CUE_AT_MS:
                    heard += [(at_ms, cue) for cue in shown.later]
            heard += [(total_ms // 2, cue) for cue in shown.halfway]
        found.append(sorted(heard, key=_moment))
    return found


def _moment(heard: tuple[int, Cue]) -> int:
    return heard[0]


@settings(max_examples=60)
@given(routines(), st.sets(st.integers(0, 12)))
def test_what_is_heard_is_what_a_session_says(routine: Routine, longer: set[int]) -> None:
    page = phone_page(routine, LIBRARY, Profile(AffectedSide.RIGHT))
    assume(page.timeline.intervals)
    added = dict.fromkeys(longer, MORE_TIME_MS)
    heard = [sorted(one, key=_moment) for one in heard_in_a_session(page.timeline, added)]
    assert heard_on_the_page(page, added) == heard


def test_at_ones_own_pace_nothing_is_said_but_at_the_start() -> None:
    step = ExerciseStep(exercise="other", pace_ms=Manual.MANUAL, reps=3, get_ready_ms=0)
    page = phone_page(a_routine(step), EXERCISES, Profile())
    shown = page.intervals[0]
    assert shown.at_start
    assert (shown.later, shown.halfway, shown.counted_from_ms) == ((), (), None)


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


def test_how_far_it_is_is_told_and_it_can_be_left() -> None:
    routine = a_routine(*(ExerciseStep(exercise="knee-hug") for _ in range(3)))
    shares: list[float] = []
    phone_page(routine, EXERCISES, Profile(), watch=shares.append)
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] < 1

    def leave(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        phone_page(routine, EXERCISES, Profile(), watch=leave)
