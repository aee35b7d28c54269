"""Gathers from the diary what a visit report is made of."""

from __future__ import annotations

from datetime import date

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.period import PlannedOf
from stretchcoach.core.diary.visit_report import VisitReport, visit_report
from stretchcoach.core.work.watch import Watch, unwatched, watched
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import summaries


def read_visit_report(
    db: HistoryDb,
    first: date,
    last: date,
    affected: AffectedSide,
    planned_of: PlannedOf,
    watch: Watch = unwatched,
) -> VisitReport:
    """The report of the local days from `first` to `last`. sqlite3.Error."""
    records = db.sessions(one.id for one in watched(summaries(db, first, last), watch))
    rated = ActivitiesDb(db).rated()
    return visit_report(records, first, last, affected, planned_of, rated)
