"""How fast a diary of ten years opens: two sessions a day, 40 intervals each.

    python -m benchmarks.diary [FOLDER]

Makes such a diary in a temporary folder (or in FOLDER, and keeps it), then measures in
fresh connections what the progress page does before it can paint. The gate is 200 ms.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from statistics import median

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.session_words import short_remark
from stretchcoach.core.diary.stats import (
    calendar,
    days_done,
    streak,
    weeks_by_group,
)
from stretchcoach.core.schedule.due import planned_days
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.event_log import SessionLog
from stretchcoach.core.session.record import Feeling, SessionRecord, SessionState, new_record
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import moment_of
from stretchcoach.files.database.queries import held_sums, summaries
from stretchcoach.files.database.sessions import save_session
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.full_library import Library

DAYS = 3_650
HOURS = (8, 20)
LAST = date(2026, 11, 22)
FIRST = LAST - timedelta(DAYS - 1)
GATE_MS = 200
ROUNDS = 7
SHOWN_IN_LIST = 30


def performed(chance: random.Random) -> list[SessionRecord]:
    """Every bundled routine as it was done once, some of it left out or eased off."""
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    now = moment_of(datetime(2026, 1, 1, tzinfo=timezone.utc))
    records = []
    for entry in library.routines:
        if entry.routine is None:
            continue
        timeline = expand(entry.routine, entry.exercises, Profile(AffectedSide.RIGHT))
        record = new_record(entry.id, entry.routine, timeline, AffectedSide.RIGHT, now)
        log, session = SessionLog(record), Session(timeline)
        for event in session.start():
            log.hear(event)
        while session.state is not State.ENDED:
            deed = session.next if chance.random() < 0.02 else session.done
            for event in (*session.advance(20_000), *deed()):
                log.hear(event)
        records.append(replace(log.record, state=SessionState.FINISHED))
    return records


def fill(db: HistoryDb) -> None:
    """Ten years, written in one go."""
    chance = random.Random(1)
    patterns = performed(chance)
    with db.transaction() as connection:
        for day in range(DAYS):
            for hour in HOURS:
                started = datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=timezone.utc)
                moment = moment_of(started + timedelta(day))
                record = replace(
                    chance.choice(patterns),
                    id=f"{day:05}-{hour:02}",
                    started=moment,
                    ended=moment,
                    before=Feeling(chance.randrange(11), chance.randrange(11)),
                    after=Feeling(chance.randrange(11), None),
                )
                save_session(connection, record, None)


def progress_page(db: HistoryDb, first: date) -> None:
    """All that stands on the page for the days from `first` on."""
    schedule = Schedule(per_day=2)
    sessions = summaries(db)
    shown = [one for one in sessions if one.day >= first]
    done = days_done(sessions)
    calendar(shown, planned_days(schedule, done, first, LAST, LAST), first, LAST)
    streak(done, schedule, LAST)
    weeks_by_group(held_sums(db, first, LAST), first, LAST)
    for record in db.sessions([one.id for one in sessions[:SHOWN_IN_LIST]]):
        short_remark(record)


def measured_ms(action: Callable[[], None]) -> float:
    """The median of some rounds."""
    times_ms = []
    for _ in range(ROUNDS):
        before_ns = time.perf_counter_ns()
        action()
        times_ms.append((time.perf_counter_ns() - before_ns) / 1_000_000)
    return median(times_ms)


def measure(paths: Paths) -> float:
    """Open the diary and fill the page; the longer of the two periods, in ms."""

    def open_and_show(first: date) -> None:
        opened = open_diary(paths)
        assert opened.db is not None, opened.problem
        with closing(opened.db):
            progress_page(opened.db, first)

    def show_a_year() -> None:
        open_and_show(LAST - timedelta(365))

    def show_all() -> None:
        open_and_show(FIRST)

    year_ms, all_ms = measured_ms(show_a_year), measured_ms(show_all)
    print(f"open, and show a year: {year_ms:.0f} ms; all ten years: {all_ms:.0f} ms")
    return max(year_ms, all_ms)


def main(folder: Path) -> int:
    paths = Paths(folder)
    if not paths.diary.exists():
        with closing(HistoryDb(paths.diary)) as db:
            fill(db)
    with closing(HistoryDb(paths.diary)) as db:
        for table in ("session", "interval", "held"):
            print(f"{table}: {db.rows(f'SELECT count(*) FROM {table}')[0][0]:,} rows")
    print(f"file: {paths.diary.stat().st_size / 1_000_000:.0f} MB")
    slowest_ms = measure(paths)
    print(f"gate {GATE_MS} ms: {'passed' if slowest_ms < GATE_MS else 'FAILED'}")
    return int(slowest_ms >= GATE_MS)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(temporary)))
