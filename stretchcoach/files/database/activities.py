"""The person's own activities and their weekly ratings, in the diary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.session.record import Moment
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.rows import storable


class ActivitiesDb:
    """The activities of `db`. sqlite3.Error when it cannot be read or written."""

    def __init__(self, db: HistoryDb) -> None:
        self._db = db

    def save(self, activity: Activity) -> None:
        """Add an activity, or change its name or whether it is asked."""
        with self._db.transaction() as connection:
            save_activity(connection, activity, ())

    def rate(self, rating: ActivityRating) -> None:
        with self._db.transaction() as connection:
            _save_rating(connection, rating)

    def activities(self) -> tuple[Activity, ...]:
        """All activities, in the order in which they were added."""
        rows = self._db.rows("SELECT id, name, asked FROM activity ORDER BY rowid")
        return tuple(Activity(row["id"], row["name"], bool(row["asked"])) for row in rows)

    def ratings(self) -> tuple[ActivityRating, ...]:
        """All ratings, the oldest first."""
        rows = self._db.rows("SELECT * FROM activity_rating ORDER BY rated_utc, id")
        return tuple(
            ActivityRating(
                row["id"],
                row["activity_id"],
                Moment(row["rated_utc"], row["rated_offset_s"]),
                row["rating"],
            )
            for row in rows
        )


def save_activity(
    connection: sqlite3.Connection, activity: Activity, ratings: Iterable[ActivityRating]
) -> None:
    """Add or change an activity, and those of its ratings that are not known yet."""
    connection.execute(
        "INSERT INTO activity (id, name, asked) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, asked = excluded.asked",
        (activity.id, storable(activity.name), activity.asked),
    )
    for rating in ratings:
        _save_rating(connection, rating)


def _save_rating(connection: sqlite3.Connection, rating: ActivityRating) -> None:
    connection.execute(
        "INSERT INTO activity_rating VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (
            rating.id,
            rating.activity_id,
            rating.rated.utc,
            rating.rated.offset_s,
            rating.rated.day.isoformat(),
            rating.rating,
        ),
    )
