"""A process that feeds what `diaries.make` has made to the program, one after the other.

For each of them it writes a line of JSON: the name, the seconds of processor time, and what came
of it, which is "read", "refused", or the error that got through. At last it writes the memory
that it needed at most, in megabytes.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.by_exercise import by_exercise
from stretchcoach.core.diary.from_records import held_sums_of
from stretchcoach.core.diary.period import Asked, Period
from stretchcoach.core.diary.visit_report import visit_report
from stretchcoach.core.diary.visit_report_words import report_text
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import days_practised, held_sums, summaries
from stretchcoach.files.diary.backup import daily_backup
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.diary.opening import close_diary, open_diary
from stretchcoach.files.diary.restore import restore_backup
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.export_diary import all_sessions, write_csv, write_json
from stretchcoach.files.exchange.import_diary import ImportRefusedError, import_file
from stretchcoach.files.exchange.read_sent import read_sent_diary
from stretchcoach.files.exchange.report_source import read_visit_report
from tests.files.database.diaries import MONDAY, a_performed_record

TODAY = date(2026, 11, 22)
MEMORY = 1024 * 1024 * 1024  # more than this no wild one gets


def feed(path: Path, work: Path) -> str:
    """What came of it."""
    kind = path.parent.name
    if kind == "diaries":
        return use(Paths(path))
    paths = Paths(work / f"{kind}-{path.stem}")
    db = HistoryDb(paths.diary)
    db.save(a_performed_record("mine"))
    db.close()
    try:
        if kind == "backups":
            restore_backup(paths, path, MONDAY)
        else:
            look_at(path)
            with closing(HistoryDb(paths.diary)) as db:
                import_file(db, path)
    except (BackupError, ImportRefusedError):
        check_unchanged(paths)
        return "refused"
    return use(paths)


def look_at(path: Path) -> None:
    """All that the window does with a diary that was sent."""
    diary = read_sent_diary(path)
    by_exercise(diary.records)
    held_sums_of(diary.records)
    last = diary.records[-1].started.day if diary.records else TODAY
    days = Period.YEAR.first_day(last), last
    visit_report(diary.records, *days, AffectedSide.NONE, unplanned, diary.activities)


def check_unchanged(paths: Paths) -> None:
    with closing(HistoryDb(paths.diary)) as db:
        assert list(all_sessions(db)) == [a_performed_record("mine")]
        assert ActivitiesDb(db).activities() == ()


def use(paths: Paths) -> str:
    """All that window and commands do with a diary."""
    opened = open_diary(paths, today=TODAY)
    if opened.db is None:
        assert opened.problem
        return "refused"
    db = opened.db
    cut_off = db.open_session()
    if cut_off is not None:
        db.save(cut_off, {0})
    db.stop_open_sessions()
    db.last_days(TODAY)
    days_practised(db, TODAY)
    summaries(db)
    held_sums(db)
    write_json(db, io.StringIO())
    write_csv(db, io.StringIO())
    report = read_visit_report(db, date(2026, 1, 1), TODAY, AffectedSide.NONE, unplanned)
    assert report_text(report)
    db.save(a_performed_record("new"))
    assert db.session("new") == a_performed_record("new")
    with suppress(BackupError):
        daily_backup(paths, TODAY)
    close_diary(db)
    return "read"


def unplanned(_routine_id: str) -> Asked:
    return Asked()


def main(work: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        begun_s = time.process_time()
        try:
            came = feed(path, Path(work))
        except BaseException as error:
            came = f"{type(error).__name__}: {error}"
        used_s = time.process_time() - begun_s
        print(json.dumps({"path": str(path), "used_s": used_s, "came": came}), flush=True)
    print(most_mb())


def most_mb() -> int:
    """Of this process alone: `getrusage` counts what it was forked from, too."""
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
