"""The folder of a person who has used the program for some weeks, to take pictures of it.

Always the same but for the days, which end yesterday.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.record import Feeling, Moment, SessionRecord, new_record
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.full_library import Library

WEEKS = 8
OWN_PACE_MS = 45_000
EVERY_PHASE = """\
format: stretchcoach/1
id: every-phase
title: A bit of everything
goal: One step of each kind
level: 1
defaults: {order: affected-last}
schedule: {days: [mon, wed, fri]}
steps:
  - exercise: trunk-rotation
    reps: 10
    pace: 6s
  - exercise: figure-4-supine
    sets: 2
    hold: 30s
    affected: {sets: 3}
    note: Stop short of any tingling.
  - rest: 20s
  - exercise: clamshell
    sets: 2
    reps: 12
    pace: 4s
    rest: 20s
  - exercise: bridge
    sets: 2
    reps: 10
    hold: 5s
    relax: 2s
    rest: 30s
  - exercise: figure-4-supine
    rep:
      - {say: Ease in, for: 10s}
      - {say: Press the knee away gently, for: 6s}
      - {say: Let go, for: 4s}
      - {say: Ease a little further, for: 20s}
    reps: 2
  - exercise: trunk-rotation
    reps: 8
    pace: manual
"""
BROKEN = """\
format: stretchcoach/1
id: evening
title: Evening, from my physiotherapist
steps:
  - exercise: figure-four-supine
    sets: two
    hold: 30s
  - rest: 20 sek
  - exercise: bridge
    repetitions: 8
"""
ROUTINES = ("hip-basics", "deep-hip-rotators-15", "every-phase")
NOTES = {(5, 1): "Stopped early, the doorbell.", (7, 0): "Better than last week on the stairs."}


def make_home(data: Path, today: date, **settings: object) -> str:
    """Fill the folder `data`; `settings` are what the person has chosen, as in the file.

    The id of the last session.
    """
    paths = Paths(data)
    paths.routines.mkdir(parents=True)
    (paths.routines / "every-phase.yaml").write_text(EVERY_PHASE, "utf-8")
    (paths.routines / "evening.yaml").write_text(BROKEN, "utf-8")
    begun = (today - timedelta(weeks=WEEKS)).isoformat()
    planned = {"schedules_taken_up": [["every-phase", begun]]}
    kept = {"welcomed": True, "affected": "right", **planned, **settings}
    paths.settings.write_text(json.dumps(kept), "utf-8")
    library = Library.read((bundled_dir("routines"), paths.routines), bundled_dir("assets"))
    db = HistoryDb(paths.diary)
    for week in range(WEEKS):
        for nth, weekday in enumerate((0, 2, 4) if week % 3 else (1, 3)):
            monday = today - timedelta(days=today.weekday() + 7 * (WEEKS - 1 - week))
            day = monday + timedelta(days=weekday)
            if day < today:
                record = _session(library, day, week, nth)
                db.save(record)
    db.close()
    return record.id


def _session(library: Library, day: date, week: int, nth: int) -> SessionRecord:
    """One that was done to its end, but on one day."""
    entry = library.routine(ROUTINES[nth])
    assert entry.routine is not None
    timeline = expand(entry.routine, entry.exercises, Profile(AffectedSide.RIGHT))
    begun = _moment(day, 7, 40 + 3 * nth)
    record = new_record(
        f"sample-{day}", entry.routine, timeline, AffectedSide.RIGHT, begun, limit_ms=None
    )
    note = NOTES.get((week, nth), "")
    stops_early = (week, nth) == (5, 1)
    log = SessionLog(record)
    session = Session(timeline)
    events = [*session.start()]
    while session.state is State.RUNNING and not (stops_early and session.progress > 0.5):
        done = session.done() if session.elapsed_ms > OWN_PACE_MS else ()
        events += done or session.advance(session.to_next_ms)
    for event in (*events, *session.stop()):
        log.hear(event)
    log.note_time(_moment(day, 7, 55 + nth))
    before = max(1, 6 - week * 5 // 8 + (nth == 1))
    log.feel_before(Feeling(before, max(0, before - 2)))
    log.feel_after(Feeling(max(0, before - 1 - week % 2), max(0, before - 3)), note)
    return log.record


def _moment(day: date, hour: int, minute: int) -> Moment:
    at = datetime.combine(day, time(hour, minute), timezone.utc)
    return Moment(at.strftime("%Y-%m-%dT%H:%M:%S.000Z"), 0)
