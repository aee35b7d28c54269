"""Every bundled routine, heard with closed eyes: a calm voice has time for all that matters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.core.screen.interval_view import interval_view
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.cues import Chime, Coach
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import IntervalKind, Timeline, expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.running.performance import Performance

OWN_PACE_MS = 60_000
ROUTINES = sorted(path.stem for path in bundled_dir("routines").glob("*.yaml"))
EITHER_SIDE = (AffectedSide.LEFT, AffectedSide.RIGHT)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


def performance(library: Library, name: str, affected: AffectedSide) -> Performance:
    entry = library.routine(name)
    assert entry.routine is not None
    timeline = expand(entry.routine, entry.exercises, Profile(affected))
    return Performance(entry.routine, timeline, affected, entry.exercises, entry.pictures)


class Said:
    """Words as an ordinary voice says them, one after the other."""

    def __init__(self, index: int, text: str, asked_ms: int, begins_ms: int) -> None:
        self.index = index
        self.text = text
        self.asked_ms = asked_ms
        self.begins_ms = begins_ms
        self.ends_ms = begins_ms + speaking_ms(text)


def heard(timeline: Timeline) -> Iterator[Said]:
    """All that is said in a session over `timeline`, with its times from the start."""
    session, coach = Session(timeline), Coach(timeline)
    silent_from_ms = now_ms = 0
    events = session.start()
    while True:
        for event in events:
            for cue in coach.cues(event):
                if cue.text and cue.chime is not Chime.END:
                    said = Said(session.index, cue.text, now_ms, max(now_ms, silent_from_ms))
                    silent_from_ms = said.ends_ms
                    yield said
        if session.state is State.ENDED:
            return
        own_pace = session.duration_ms is None
        now_ms += OWN_PACE_MS if own_pace else session.to_next_ms
        events = session.done() if own_pace else session.advance(session.to_next_ms)


@pytest.mark.parametrize("affected", EITHER_SIDE)
@pytest.mark.parametrize("name", ROUTINES)
def test_nothing_is_said_too_late_or_into_something_else(
    library: Library, name: str, affected: AffectedSide
) -> None:
    timeline = performance(library, name, affected).timeline
    before: Said | None = None
    for said in heard(timeline):
        if before is not None and said.index != before.index:
            assert before.ends_ms <= said.asked_ms, (before.text, said.text)
        assert said.begins_ms == said.asked_ms or said.index == (before and before.index)
        before = said


@pytest.mark.parametrize("affected", EITHER_SIDE)
@pytest.mark.parametrize("name", ROUTINES)
def test_who_closes_the_eyes_hears_what_to_do_before_the_first_repetition(
    library: Library, name: str, affected: AffectedSide
) -> None:
    timeline = performance(library, name, affected).timeline
    spoken = list(heard(timeline))
    met: set[str] = set()
    for planned in timeline.steps:
        works = [
            index
            for index, interval in enumerate(timeline.intervals)
            if interval.step_no == planned.step_no and interval.kind.is_work
        ]
        words = " ".join(
            said.text
            for said in spoken
            if timeline.intervals[said.index].step_no == planned.step_no
            and said.index < min(works, default=0)
        )
        assert planned.note_on(planned.first_side) in words
        if planned.exercise is not None and planned.exercise.id not in met:
            how = seen_on(planned.exercise, planned.first_side).instructions
            assert how.setup in words
            assert how.move in words
            assert planned.exercise.name in words
            met.add(planned.exercise.id)


@pytest.mark.parametrize("affected", EITHER_SIDE)
@pytest.mark.parametrize("name", ROUTINES)
def test_each_side_is_told_once_when_to_ease_off(
    library: Library, name: str, affected: AffectedSide
) -> None:
    timeline = performance(library, name, affected).timeline
    script = Coach(timeline).script
    spoken = list(heard(timeline))
    works = [i for i, interval in enumerate(timeline.intervals) if interval.kind.is_work]
    for index in works:
        if script.place(index).opens_turn:
            turn = script.turn(index)
            told = [said for said in spoken if said.text == script.stop(index)]
            assert len([said for said in told if said.index in turn]) == 1
            assert script.stop(index)


@pytest.mark.parametrize("affected", EITHER_SIDE)
@pytest.mark.parametrize("name", ROUTINES)
def test_who_looks_reads_the_same(library: Library, name: str, affected: AffectedSide) -> None:
    shown = performance(library, name, affected)
    coach = Coach(shown.timeline)
    for index, interval in enumerate(shown.timeline.intervals):
        planned = shown.timeline.step_of(interval)
        view = interval_view(shown.timeline, shown.affected, coach, index)
        if interval.kind in (IntervalKind.GET_READY, IntervalKind.SWITCH) and planned.exercise:
            how = seen_on(planned.exercise, interval.side).instructions
            assert how.setup in view.cue
            assert how.move in view.cue
        if interval.kind.is_work:
            assert view.cue
        if planned.exercise is not None:
            assert view.note == planned.note_on(interval.side)
