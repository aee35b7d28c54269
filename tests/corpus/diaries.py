"""Diaries, backups and files to import that nobody should believe, made anew for each test.

`diaries/NAME/` is a folder of a person with a diary in it, `backups/NAME.sqlite3` is to be
restored, `imports/NAME.json` to be taken in.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.files.database.activities import ActivitiesDb
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.backup import write_backup
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from tests.files.database.diaries import MONDAY, a_moment, a_performed_record

MEGABYTE = 1024 * 1024
FLIPPED, CUT = 12, 4  # diaries with damaged bytes, and such that end too early

# What is changed in a sound diary with SQL.
CHANGES = {
    "side": "UPDATE interval SET side = 'rigit' WHERE position = 1",
    "kind": "UPDATE interval SET kind = x'00ff'",
    "state": "UPDATE session SET state = 'lost'",
    "affected": "UPDATE session SET affected = ''",
    "outcome": "UPDATE interval SET outcome = 3.5",
    "negative": "UPDATE interval SET held_ms = -1",
    "huge": "UPDATE interval SET held_ms = 9223372036854775807",
    "infinite": "UPDATE session SET planned_ms = 9e999",
    "text-number": "UPDATE session SET at_index = 'two'",
    "far-place": "UPDATE session SET at_index = 100000",
    "gaps": "UPDATE interval SET position = position + 1000",
    "no-intervals": "DELETE FROM interval",
    "no-steps": "DELETE FROM step",
    "targets": "UPDATE step SET targets = 'brain,piriformis'",
    "year-9999": "UPDATE session SET started_utc = '9999-12-31T23:59:59.999Z'",
    "offset": "UPDATE session SET started_offset_s = 9223372036854775807",
    "no-day": "UPDATE session SET local_day = '2026-02-31'",
    "no-utf-8": "UPDATE session SET note = CAST(x'fffe00ff' AS TEXT)",
    "long-note": "UPDATE session SET note = hex(zeroblob(10000000)) WHERE id = 'open'",
    "long-title": "UPDATE session SET routine_title = hex(zeroblob(1000000))",
    "long-id": "UPDATE step SET session_id = hex(zeroblob(100000)) || session_id || step_no",
    "path-as-id": "UPDATE session SET id = '../../outside' WHERE id = 'open'",
    "sums": "UPDATE held SET held_ms = 9223372036854775807, week = '2026-11-16'",
    "week": "UPDATE held SET week = 'soon', kind = 'nap'",
    "rating": "UPDATE activity_rating SET rating = 10000, rated_utc = ''",
    "activity": "UPDATE activity SET name = zeroblob(5000000)",
    "negative-version": "PRAGMA user_version = -7",
    "newer-version": "PRAGMA user_version = 2147483647",
    "application": "PRAGMA application_id = 1",
    "no-table": "DROP TABLE held",
    "no-column": "ALTER TABLE interval DROP COLUMN label",
    "more-columns": "ALTER TABLE session ADD COLUMN more TEXT",
    "trigger": "CREATE TRIGGER t BEFORE UPDATE ON session BEGIN"
    " SELECT hex(zeroblob(900000000)); END",
    "view": "ALTER TABLE held RENAME TO gone; CREATE VIEW held AS SELECT hex(zeroblob(900000000))"
    " AS held_ms, 'a' AS week, 'b' AS muscles, 'c' AS side, 'd' AS kind, 'e' AS session_id",
    "foreign-table": "CREATE VIRTUAL TABLE found USING fts5(text)",
    "reckoned-column": "ALTER TABLE session ADD COLUMN x AS (hex(zeroblob(900000000)))",
    "trash": "INSERT INTO trash_session (batch, note) VALUES ('b', hex(zeroblob(2000000)))",
}


def make(folder: Path) -> list[Path]:
    """Everything, below `folder`."""
    sound = folder / "sound.sqlite3"
    _make_sound(sound)
    makers = (_changed, _with_a_check, _damaged, _no_diaries, _imports)
    made = [path for maker in makers for path in maker(folder, sound)]
    sound.unlink()
    return made


def _make_sound(path: Path) -> None:
    whole = path.with_suffix(".whole")
    db = HistoryDb(whole)
    for number in range(12):
        day = a_moment(f"2026-11-{number + 1:02}")
        db.save(a_performed_record(f"session-{number}", day))
    db.save(a_performed_record("open", MONDAY, lambda s: s.advance(40_000)))
    ActivitiesDb(db).save(Activity("a", "Stairs"))
    ActivitiesDb(db).rate(ActivityRating("1", "a", MONDAY, 5))
    db.close()
    write_backup(whole, path)
    whole.unlink()


def _changed(folder: Path, sound: Path) -> Iterator[Path]:
    for name, statements in CHANGES.items():
        for kind in ("diaries", "backups"):
            yield _copy(folder, kind, name, sound.read_bytes(), statements)


def _with_a_check(folder: Path, sound: Path) -> Iterator[Path]:
    """A check that `integrity_check` would run for each row, with two gigabytes of memory."""
    checked = (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql,"
        " 'note          TEXT NOT NULL',"
        " 'note TEXT NOT NULL CHECK (length(hex(zeroblob(900000000))) > 1)')"
    )
    for kind in ("diaries", "backups"):
        yield _copy(folder, kind, "check", sound.read_bytes(), checked)


def _damaged(folder: Path, sound: Path) -> Iterator[Path]:
    """Bits that flipped, and files that end too early."""
    content = sound.read_bytes()
    for seed in range(FLIPPED):
        chance, flipped = random.Random(seed), bytearray(content)
        for _ in range(1 + seed * 3):
            place = chance.randrange(len(flipped))
            flipped[place] ^= 1 << chance.randrange(8)
        yield _copy(folder, "diaries" if seed % 2 else "backups", f"flipped-{seed}", bytes(flipped))
    for number in range(CUT):
        cut = content[: len(content) * number // CUT + 1]
        yield _copy(folder, "diaries" if number % 2 else "backups", f"cut-{number}", cut)


def _no_diaries(folder: Path, sound: Path) -> Iterator[Path]:
    for name, content in {
        "empty": b"",
        "one-byte": b"S",
        "header": b"SQLite format 3\0",
        "text": b"Dear diary\n" * 1000,
        "zeros": bytes(MEGABYTE),
    }.items():
        for kind in ("diaries", "backups"):
            yield _copy(folder, kind, name, content)
    large = _copy(folder, "backups", "large", sound.read_bytes())
    os.truncate(large, 300 * MEGABYTE)
    yield large


def _copy(folder: Path, kind: str, name: str, content: bytes, statements: str = "") -> Path:
    target = folder / kind / f"{name}.sqlite3"
    if kind == "diaries":
        target = folder / kind / name / "diary.sqlite3"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    if statements:
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            for statement in _statements(statements):
                with suppress(sqlite3.OperationalError):  # not every SQLite can do all of it
                    connection.execute(statement)
    return target if kind == "backups" else target.parent


def _statements(text: str) -> list[str]:
    return [text] if "TRIGGER" in text else text.split(";")


# Files to import.


def _imports(folder: Path, _sound: Path) -> Iterator[Path]:
    target = folder / "imports"
    target.mkdir(parents=True, exist_ok=True)
    for name, content in _contents():
        path = target / f"{name}.json"
        path.write_bytes(content)
        yield path


def _contents() -> Iterator[tuple[str, bytes]]:
    good = session_as_json(a_performed_record("one"))
    a_day = 366 * 24 * 3_600_000
    moment = {"rated": MONDAY.utc, "rated_offset_s": 0}
    rating = {"id": "r", **moment, "rating": 5}
    sessions: dict[str, list[Any]] = {
        "no-sessions": [],
        "year-9999": [{**good, "started": "9999-12-31T00:00:00.000Z"}],
        "held-a-year": [_changed_intervals(good, held_ms=a_day)],
        "huge-numbers": [{**good, "planned_ms": 10**40}],
        "no-object": ["session", 3, None, [], [[]]],
        "twice": [good, good],
        "path-as-id": [{**good, "id": "../../outside"}],
        "invisible-title": [{**good, "title": "\u200b\u2060"}],
        "hostile-title": [{**good, "title": "\x1b[2J\u202e" * 10}],
        "long-note": [{**good, "note": "x" * MEGABYTE}],
        "lone-surrogate": [{**good, "note": "\ud800"}],
        "many-intervals": [{**good, "intervals": good["intervals"] * 2_000}],
        "many-steps": [{**good, "steps": [{"step": n} for n in range(1, 50_000)]}],
        "strange-keys": [{**good, "__class__": "x", "": 0}],
    }
    for name, content in sessions.items():
        yield name, _dumped({"format": FORMAT, "sessions": content})
    many = [{"id": f"a-{n}", "name": "Stairs", "ratings": []} for n in range(5_000)]
    yield "activities-5000", _dumped({"format": FORMAT, "activities": many})
    rated = [{"id": "a", "name": "Stairs", "ratings": [rating] * 30_000}]
    yield "ratings-30000", _dumped({"format": FORMAT, "activities": rated})
    begin = f'{{"format": "{FORMAT}", "sessions": ['.encode()
    yield "lists-20-mb", begin + b"[]," * (20 * MEGABYTE // 3) + b"[]]}"
    yield "one-list-20-mb", begin + b"[" + b"[]," * (20 * MEGABYTE // 3) + b"[]]]}"
    yield "objects-4-mb", begin + b"[" + b'{"":0},' * (4 * MEGABYTE // 7 - 10) + b"{}]]}"
    yield "deep", begin + b"[" * MEGABYTE
    yield "deep-objects", begin + b'{"a":' * (MEGABYTE // 5)
    yield "spaces", begin + b" " * (20 * MEGABYTE) + b"]}"
    yield "one-text-20-mb", begin + b'"' + b"x" * (20 * MEGABYTE) + b'"]}'
    yield "open-text", begin + b'"' + b"x" * MEGABYTE
    yield "one-number", begin + b"1" * MEGABYTE + b"]}"
    yield "keys", b'{"a":1,' * 200_000
    yield "many-keys", b"{" + b",".join(b'"%d":1' % n for n in range(200_000)) + b"}"
    yield "no-format", _dumped({"sessions": [good]})
    yield "other-format", _dumped({"format": "stretchcoach-diary/9", "sessions": [good]})
    yield "no-utf-8", begin + b'"\xff\xfe"]}'
    yield "utf-16", json.dumps({"format": FORMAT}).encode("utf-16")
    yield "nothing", b""
    yield "cut-off", _dumped({"format": FORMAT, "sessions": [good]})[:-200]
    yield "not-a-number", begin + b"NaN, Infinity]}"


def _changed_intervals(session: dict[str, Any], **changes: object) -> dict[str, Any]:
    return {**session, "intervals": [{**one, **changes} for one in session["intervals"]]}


def _dumped(content: object) -> bytes:
    return json.dumps(content).encode()
