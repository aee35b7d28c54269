"""Sessions and diaries for tests about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from stretchcoach.core.content.dose import Dose, Phase
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.events import Event, Events
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.recorder import Recorder
from stretchcoach.files.disk.paths import Paths
from tests.core.builders import a_rest, a_routine, a_step, a_timeline

MONDAY = Moment("2026-11-16T08:30:00.000Z", 3600)
STEPS = (
    replace(
        a_step(Dose(sets=2, hold_ms=20_000, rest_ms=5_000), get_ready_ms=5_000),
        load="yellow band",
        effort="about 4 of 10",
    ),
    a_rest(10),
    a_step(Dose(rep=(Phase(say="Ease in", for_ms=7_500),))),
)
TIMELINE = a_timeline(*STEPS)
ROUTINE = a_routine(*STEPS)


def a_moment(day: str, time: str = "08:30:00.000", offset_s: int = 0) -> Moment:
    return Moment(f"{day}T{time}Z", offset_s)


def a_record(
    id: str = "one", started: Moment = MONDAY, timeline: Timeline = TIMELINE
) -> SessionRecord:
    """A session of `ROUTINE` that has just begun."""
    return new_record(id, ROUTINE, timeline, AffectedSide.RIGHT, started)


def a_performed_record(
    id: str = "one", started: Moment = MONDAY, perform: Callable[[Session], Events] | None = None
) -> SessionRecord:
    """A session as the events of `perform` leave it; without, one done from start to end."""
    from stretchcoach.core.session.event_log import SessionLog

    log = SessionLog(a_record(id, started))
    session = Session(TIMELINE)
    events = session.start() + (perform(session) if perform else session.advance(1_000_000))
    for event in events:
        log.hear(event)
    log.note_time(started)
    return log.record


@dataclass
class Bench:
    """A session, its recorder and the diary, without a clock."""

    paths: Paths
    db: HistoryDb | None
    record: SessionRecord = field(default_factory=a_record)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session = Session(TIMELINE)
        self.recorder = Recorder(
            self.db, self.paths.unwritten, self.record, self.now, self.told.append
        )

    def now(self) -> Moment:
        return MONDAY

    def tell(self, events: Iterable[Event]) -> None:
        for event in events:
            self.recorder.on_event(event)


def paths_in(folder: Path) -> Paths:
    return Paths(folder / "data")
