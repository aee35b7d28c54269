"""Moving by hand in a session: next, back, to a place, past a side."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import IntervalEnded, Outcome, SessionEnded
from stretchcoach.core.session.session import RESTART_MS
from stretchcoach.core.session.timeline import IntervalKind
from tests.core.builders import a_rest, a_step, a_timeline
from tests.core.session.sessions import FOUR, running, started


@pytest.mark.parametrize(
    ("elapsed_ms", "outcome"), [(0, Outcome.SKIPPED), (700, Outcome.SHORTENED)]
)
def test_next_leaves_the_interval(elapsed_ms: int, outcome: Outcome) -> None:
    session = running(elapsed_ms=elapsed_ms)
    assert session.next() == (IntervalEnded(0, elapsed_ms, outcome), started(FOUR, 1))


def test_next_from_the_last_interval_is_the_end() -> None:
    session = running(index=6)
    assert session.next() == (
        IntervalEnded(6, 0, Outcome.SKIPPED),
        SessionEnded(finished=True),
    )


def test_next_leaves_all_reps_of_a_set_at_once() -> None:
    timeline = a_timeline(a_step(Dose(hold_ms=3000, reps=5, relax_ms=1000, sets=2)))
    session = running(timeline, elapsed_ms=700)
    told = session.next()
    assert told[0] == IntervalEnded(0, 700, Outcome.SHORTENED)
    assert session.interval.kind is IntervalKind.REST
    session.next()
    assert (session.interval.set_no, session.interval.rep_no) == (2, 1)


def test_another_key_leaves_the_whole_exercise() -> None:
    step = a_step(Dose(sets=2), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(20), step)
    session = running(timeline, index=3, elapsed_ms=2500)
    assert session.next_exercise()[-1] == started(timeline, 9)
    assert session.previous_exercise()[-1] == started(timeline, 0)
    session.go_to(11)
    session.advance(RESTART_MS)
    assert session.previous_exercise()[-1] == started(timeline, 9)
    session.go_to(11)
    session.next_exercise()
    assert session.state is State.ENDED


def test_next_in_a_pause_stays_a_pause() -> None:
    session = running(elapsed_ms=500)
    session.pause()
    session.next()
    assert (session.state, session.index) == (State.PAUSED, 1)


def test_back_goes_to_the_lead_in_and_then_to_the_one_before() -> None:
    session = running(index=6, elapsed_ms=1000)
    seen = []
    for _ in range(4):
        session.previous()
        seen.append(session.index)
    assert seen == [5, 3, 1, 0]


def test_back_begins_a_lead_in_again_that_has_run_for_a_while() -> None:
    session = running(index=1, elapsed_ms=2000)
    assert session.previous() == (IntervalEnded(1, 2000, Outcome.SHORTENED), started(FOUR, 1))


def test_back_at_the_very_start_begins_again() -> None:
    session = running()
    assert session.previous() == (IntervalEnded(0, 0, Outcome.SKIPPED), started(FOUR, 0))


def test_going_to_a_hold_lands_on_its_lead_in() -> None:
    session = running()
    assert session.go_to(4)[-1] == started(FOUR, 3)


def test_skipping_a_side_goes_to_the_switch_and_then_out_of_the_step() -> None:
    session = running(elapsed_ms=700)
    assert session.skip_side() == (IntervalEnded(0, 700, Outcome.SHORTENED), started(FOUR, 3))
    assert session.skip_side()[-1] == SessionEnded(finished=True)
