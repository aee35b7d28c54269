from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.cues import Chime, Coach, Cue
from stretchcoach.core.session.events import (
    Halfway,
    IntervalStarted,
    SecondPassed,
)
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline
from tests.core.builders import (
    a_step,
    a_timeline,
    an_exercise,
    known,
)

CUES = ("Tailbone heavy", "Breathe out and soften")


def heard(timeline: Timeline) -> list[tuple[int, int, Cue]]:
    """A whole session: interval, milliseconds into it, and cue, in the order heard."""
    session, coach = Session(timeline), Coach(timeline)
    found: list[tuple[int, int, Cue]] = []
    index = at_ms = 0
    events = session.start()
    while True:
        for event in events:
            if isinstance(event, IntervalStarted):
                index, at_ms = event.index, 0
            elif isinstance(event, SecondPassed):
                at_ms = event.elapsed_ms
            elif isinstance(event, Halfway):
                at_ms = (timeline.intervals[index].duration_ms or 0) // 2
            found += [(index, at_ms, cue) for cue in coach.cues(event)]
        if session.state is State.ENDED:
            return found
        own_pace = session.duration_ms is None
        events = session.done() if own_pace else session.advance(session.to_next_ms)


def script(timeline: Timeline, index: int) -> list[tuple[float, str]]:
    """What is said in interval `index`, with the second at which it begins."""
    return [
        (at_ms / 1000, cue.text)
        for i, at_ms, cue in heard(timeline)
        if i == index and cue.text and cue.chime is not Chime.END
    ]


def hug(
    dose: Dose = Dose(),
    *,
    sides: Sides = Sides.EACH,
    get_ready_s: int = 0,
    name: str = "Knee hug",
    stop: str = "",
    note: str = "",
    again: bool = False,
) -> Timeline:
    """A step with the knee hug; where it comes `again`, another one goes before."""
    exercise = an_exercise(sides=sides, cues=CUES, name=name, stop=stop)
    step = replace(a_step(dose, get_ready_ms=get_ready_s * 1000), note=note)
    before = (a_step(Dose(hold_ms=5000), get_ready_ms=0),) if again else ()
    return a_timeline(*before, step, exercises=known(exercise))
