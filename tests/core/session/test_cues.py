from __future__ import annotations

from hypothesis import given, settings

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.core.session.cues import Chime, Coach, Cue
from stretchcoach.core.session.events import (
    EasierTaken,
    IntervalEnded,
    IntervalStarted,
    Outcome,
)
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import IntervalKind, Timeline
from tests.core.builders import (
    a_rest,
    a_step,
    a_timeline,
    an_exercise,
)
from tests.core.session.cue_scripts import heard, hug
from tests.core.strategies import timelines


def test_the_end_of_an_interval_says_nothing() -> None:
    assert Coach(hug()).cues(IntervalEnded(0, 1000, Outcome.DONE)) == ()


def test_only_two_chimes_stand_for_words() -> None:
    assert {c for c in Chime if c.stands_for_words} == {Chime.HALFWAY, Chime.COUNT}


def test_a_cue_fits_when_its_words_are_over_in_time() -> None:
    text = "Breathe out and soften"
    assert Cue(text).fits
    assert Cue(text, window_ms=speaking_ms(text)).fits
    assert not Cue(text, window_ms=speaking_ms(text) - 1).fits


@given(timeline=timelines)
@settings(max_examples=80)
def test_no_two_cues_overlap_and_none_runs_into_words_of_the_next_phase(
    timeline: Timeline,
) -> None:
    begins_ms = [0]
    for interval in timeline.intervals:
        begins_ms.append(begins_ms[-1] + (interval.duration_ms or MANUAL_MS))
    silent_from_ms, before, spoken_in = 0, -1, -1
    for index, at_ms, cue in heard(timeline):
        if cue.chime is Chime.END:
            continue
        if index != before:
            before = index
            assert cue.chime is not None, "an interval begins with its sound"
        if not cue.text:
            continue
        now_ms = begins_ms[index] + at_ms
        if silent_from_ms > now_ms:
            assert (at_ms, spoken_in) == (0, index), "only what opens an interval may wait"
        spoken_in = index
        silent_from_ms = max(now_ms, silent_from_ms) + speaking_ms(cue.text)
        assert cue.fits
        turn = turn_of(timeline, index)
        assert silent_from_ms <= begins_ms[turn + 1] or timeline.intervals[turn].duration_ms is None


MANUAL_MS = 1_000_000


def turn_of(timeline: Timeline, index: int) -> int:
    """The last interval of the same set of the same step."""
    here = timeline.intervals[index]
    for following, interval in enumerate(timeline.intervals[index:], start=index):
        same = interval.step_no == here.step_no and interval.set_no in (here.set_no, None)
        if not same or interval.kind in (IntervalKind.REST, IntervalKind.SWITCH):
            return max(following - 1, index)
    return len(timeline.intervals) - 1


def test_once_an_easier_exercise_is_taken_the_coach_speaks_of_it() -> None:
    gentle = an_exercise("gentle", "Half a hug", cues=("Half way",))
    session = Session(hug(Dose(sets=2, hold_ms=30_000), get_ready_s=5))
    session.start(1)
    coach = Coach(session.timeline)
    (taken,) = session.take_easier(gentle, everywhere=True)
    assert coach.cues(taken) == (Cue("Half a hug. Draw the knee in.", None, Side.LEFT),)
    assert coach.script.reminder(3) == "Half way"
    again = IntervalStarted(0, session.timeline.intervals[0])
    assert coach.cues(again)[0].text == "Half a hug. Left side."


def test_the_first_step_with_an_easier_exercise_tells_it_whole() -> None:
    step = a_step(Dose(), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(), step)
    later = next(i for i in timeline.intervals if i.step_no == 3)
    eased = timeline.with_easier(an_exercise("gentle"), later)
    index = eased.intervals.index(later)
    assert not Coach(timeline).script.is_first_time(index)
    assert Coach(eased).script.is_first_time(index)


def test_nothing_is_told_of_an_easier_exercise_where_none_is_done() -> None:
    timeline = a_timeline(a_rest())
    assert Coach(timeline).cues(EasierTaken(0, timeline)) == ()
