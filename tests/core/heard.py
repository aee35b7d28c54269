"""What the coach says and sounds in a session that is let run."""

from __future__ import annotations

from collections.abc import Mapping

from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.session.cues import Coach, Cue
from stretchcoach.core.session.events import Halfway, IntervalStarted, SecondPassed
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline

Heard = list[tuple[int, Cue]]


def heard_in_a_session(timeline: Timeline, added: Mapping[int, int]) -> list[Heard]:
    """What the coach says at the events of a session that is let run, by interval; time is
    `added` at the start of some."""
    session, coach = Session(timeline), Coach(timeline)
    heard: list[Heard] = [[] for _ in timeline.intervals]
    events = session.start()
    while events or session.state.value == "running":
        for event in events:
            if isinstance(event, IntervalStarted | SecondPassed | Halfway):
                at_ms = 0 if isinstance(event, IntervalStarted) else session.elapsed_ms
                heard[event.index] += [(at_ms, cue) for cue in coach.cues(event)]
            if isinstance(event, IntervalStarted) and event.index in added:
                session.add_time(added[event.index])
        if session.duration_ms is None and session.elapsed_ms >= MINUTE_MS:
            events = session.done()
        else:
            events = session.advance(session.to_next_ms)
    return heard
