"""The person's own activities and their weekly ratings, in the diary."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.limits import MAX_NAME
from stretchcoach.core.session.record import MOST_RATING
from stretchcoach.files.database.cells import Cells, DamagedRowError
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.rows import storable

# An activity and its ratings, the oldest first.
RatedActivity = tuple[Activity, list[ActivityRating]]


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

    def correct(self, rating: ActivityRating, value: int | None) -> None:
        """What was said is another number, or was not to be said."""
        with self._db.transaction() as connection:
            if value is None:
                connection.execute("DELETE FROM activity_rating WHERE id = ?", (rating.id,))
            else:
                connection.execute(
                    "UPDATE activity_rating SET rating = ? WHERE id = ?", (value, rating.id)
                )

    def activities(self) -> tuple[Activity, ...]:
        """All activities, in the order in which they were added."""
        name = f"substr(name, 1, {MAX_NAME + 1}) AS name"  # what is far too long needs no memory
        rows = self._db.rows(f"SELECT id, {name}, asked FROM activity ORDER BY rowid")
        return tuple(one for row in rows if (one := self._activity(row)) is not None)

    def ratings(self) -> tuple[ActivityRating, ...]:
        """All ratings, the oldest first."""
        rows = self._db.rows("SELECT * FROM activity_rating ORDER BY rated_utc, id")
        return tuple(one for row in rows if (one := self._rating(row)) is not None)

    def rated(self) -> tuple[RatedActivity, ...]:
        """Each activity with its ratings, the oldest first."""
        ratings: dict[str, list[ActivityRating]] = {}
        for one in self.ratings():
            ratings.setdefault(one.activity_id, []).append(one)
        return tuple((activity, ratings.get(activity.id, [])) for activity in self.activities())

    def _activity(self, row: sqlite3.Row) -> Activity | None:
        cells = Cells(row)
        try:
            return Activity(
                cells.identifier("id"), cells.text("name"), bool(cells.whole("asked", most=1))
            )
        except DamagedRowError as error:
            self._db.damage.note_activity(row["id"], row["name"], str(error))
            return None

    def _rating(self, row: sqlite3.Row) -> ActivityRating | None:
        cells = Cells(row)
        try:
            return ActivityRating(
                cells.identifier("id"),
                cells.identifier("activity_id"),
                cells.moment("rated"),
                cells.whole("rating", MOST_RATING),
            )
        except DamagedRowError as error:
            self._db.damage.note_activity(row["id"], row["activity_id"], str(error))
            return None


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
