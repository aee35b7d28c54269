from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.work.watch import unwatched
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.export_diary import all_sessions
from stretchcoach.files.exchange.import_diary import (
    MAX_PROBLEMS,
    Imported,
    ImportRefusedError,
    import_file,
    look_through,
    read_parts,
)
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.exchange.json_stream import MAX_ITEM, read_items
from tests.files.exchange.diary_files import DONE, EASED, a_session, content_of, exported, written


def an_interval(**changes: object) -> dict[str, Any]:
    return a_session(intervals=[{"step": 1, "kind": "hold", **changes}])


LONG = [{"step": 1, "kind": "hold", "held_ms": 366 * 24 * 3_600_000}] * len(DONE.intervals)


WRONG_SESSIONS = [
    (a_session(id=...), "sessions[0].id: letters, digits and hyphens"),
    (a_session(id="../../etc/passwd"), "sessions[0].id: letters"),
    (a_session(id="x" * 65), "sessions[0].id: letters"),
    (a_session(id=7), "sessions[0].id: letters"),
    (a_session(title=None), "sessions[0].title: a text belongs here"),
    (a_session(title="x" * 201), "sessions[0].title: at most 200 characters"),
    (a_session(title=" \u200b\u3164"), "sessions[0].title: there is nothing to be seen in it"),
    (a_session(note=["x"]), "sessions[0].note: a text belongs here"),
    (a_session(affected="middle"), "sessions[0].affected: middle is unknown; allowed are left"),
    (a_session(affected=[]), "sessions[0].affected: [] is unknown"),
    (a_session(state=...), "sessions[0].state: None is unknown"),
    (a_session(started="yesterday"), "sessions[0].started: a time such as 2026"),
    (a_session(started="2026-02-30T08:30:00.000Z"), "sessions[0].started: a time such as"),
    (a_session(started="9999-12-31T23:59:59.000Z", started_offset_s=3600), "a time such as"),
    (a_session(started="9998-01-01T00:00:00.000Z"), "sessions[0].started: a time such as"),
    (a_session(ended="2026-11-17T08:30:01.000Z", intervals=LONG), "longer than the time"),
    (a_session(ended=..., intervals=LONG), "longer than the time"),
    (a_session(started="٢٠٢٦-11-16T08:30:00.000Z"), "a time such as"),
    (a_session(started_offset_s=1e6), "started_offset_s: a whole number from -64800 to 64800"),
    (a_session(planned_ms=True), "sessions[0].planned_ms: a whole number from 0"),
    (a_session(planned_ms=-1), "sessions[0].planned_ms: a whole number"),
    (a_session(planned_ms=10**30), "sessions[0].planned_ms: a whole number"),
    (a_session(planned_ms="1000"), "sessions[0].planned_ms: a whole number"),
    (a_session(before={"buttock": 11}), "sessions[0].before.buttock: a whole number from 0 to 10"),
    (a_session(before=5), "sessions[0].before: an object belongs here"),
    (a_session(steps={}), "sessions[0].steps: a list of at most"),
    (a_session(steps=[{"step": 1}, {"step": 1}]), "two steps have the same number"),
    (a_session(steps=[]), "sessions[0].intervals[0].step: there is no step 1"),
    (a_session(steps=[{"step": 1, "targets": ["brain"]}]), "steps[0].targets: brain is unknown"),
    (a_session(intervals=[]), "sessions[0].intervals: a session has at least one"),
    (a_session(intervals=["hold"]), "sessions[0].intervals[0]: an object belongs here"),
    (an_interval(kind="nap"), "sessions[0].intervals[0].kind: nap is unknown"),
    (an_interval(side=3), "sessions[0].intervals[0].side: 3 is unknown"),
    (an_interval(label=1), "sessions[0].intervals[0].label: a text belongs here"),
    (an_interval(held_ms=1.5), "sessions[0].intervals[0].held_ms: a whole number"),
    (an_interval(), "sessions[0].at_index: a whole number from 0 to 1"),
]


@pytest.mark.parametrize(("session", "message"), WRONG_SESSIONS)
def test_a_wrong_session(
    db: HistoryDb, tmp_path: Path, session: dict[str, Any], message: str
) -> None:
    path = written(tmp_path, {"format": FORMAT, "sessions": [session, session_as_json(EASED)]})
    with pytest.raises(ImportRefusedError) as refused:
        import_file(db, path)
    assert len(refused.value.problems) == 1
    assert message in refused.value.problems[0]
    assert list(all_sessions(db)) == []


AN_ACTIVITY = {"id": "a", "name": "Stairs"}


WRONG_FILES = [
    ("", "this file is not JSON"),
    ("{", "this file is not JSON"),
    ("[]", "an object belongs here"),
    ("{}", "this is not a diary that was exported"),
    ('{"format": "stretchcoach-diary/9"}', "this is not a diary that was exported"),
    ('{"format": 1}', "format: a text belongs here"),
    (f'{{"format": "{FORMAT}", "sessions": 1}}', "sessions: a list of at most"),
    (f'{{"format": "{FORMAT}", "sessions": [NaN]}}', "this file is not JSON"),
    (f'{{"format": "{FORMAT}", "activities": [{{"id": "a"}}]}}', "activities[0].name: a text"),
    (
        f'{{"format": "{FORMAT}", "activities": [{{"id": "a", "name": "x", "asked": 1}}]}}',
        "activities[0].asked: true or false",
    ),
    ("[" * 200_000, "nested too deeply"),
    ('{"a":' * 200_000, "nested too deeply"),
    ("1" * 10_000, "a number is far too long"),
    ('{"a": 1, "a": 2}', "a key stands there twice"),
    ("{1: 2}", "a key stands there twice, or is none"),
    ('{"a": 1}}', "something stands behind its end"),
    ('{"a": 1 "b": 2}', "} is missing"),
    ('{"a", "b"}', ": is missing"),
    (json.dumps({f"{n}": n for n in range(101)}), "far too large for a diary"),
    (f'{{"format": "{FORMAT}", "activities": [{{}}', "activities[0].id: letters"),
    (f'{{"format": "{FORMAT}", "sessions": [tru', "this file is not JSON"),
    (f'{{"format": "{FORMAT}", "sessions": ["{"x" * 100_000}', "this file is not JSON"),
    (f'{{"format": "{FORMAT}", "more": "{"x" * MAX_ITEM}"}}', "far too large for a diary"),
    (f'{{"format": "{FORMAT}", "sessions": [[{"[]," * 200_000}[]]]}}', "far too large for a diary"),
    (f'{{"format": "{FORMAT}", "activities": {json.dumps([AN_ACTIVITY] * 201)}}}', "at most 200"),
]


@pytest.mark.parametrize(("text", "message"), WRONG_FILES)
def test_a_wrong_file(db: HistoryDb, tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        import_file(db, written(tmp_path, text))
    assert message in str(refused.value)


def test_files_that_cannot_be_read(
    db: HistoryDb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bytes").write_bytes(b'{"format": "\xff"}')
    (tmp_path / "large").write_bytes(b" " * 1000)
    monkeypatch.setattr("stretchcoach.files.exchange.json_stream.MAX_BYTES", 999)
    for name, message in [
        ("nowhere", "is no file"),
        (".", "is no file"),
        ("nul\0", ""),
        ("bytes", "not text in UTF-8"),
        ("large", "far too large"),
    ]:
        with pytest.raises(ImportRefusedError) as refused:
            import_file(db, tmp_path / name)
        assert message in str(refused.value)


def test_all_problems_are_named_up_to_a_limit(tmp_path: Path) -> None:
    sessions = [a_session(id=f"s{n}", planned_ms=-1) for n in range(3)]
    with pytest.raises(ImportRefusedError) as refused:
        look_through(written(tmp_path, {"format": FORMAT, "sessions": sessions}))
    assert [text.split(":")[0] for text in refused.value.problems] == [
        f"sessions[{n}].planned_ms" for n in range(3)
    ]
    many = {"format": FORMAT, "sessions": [{}] * 1000}
    with pytest.raises(ImportRefusedError) as refused:
        look_through(written(tmp_path, many))
    assert len(refused.value.problems) == MAX_PROBLEMS + 1


def test_the_same_id_twice_in_a_file(tmp_path: Path) -> None:
    twice = {"format": FORMAT, "sessions": [session_as_json(DONE)] * 2}
    with pytest.raises(ImportRefusedError, match="the same id"):
        look_through(written(tmp_path, twice))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("length", [1, 500, 200_000, MAX_ITEM // 2])
def test_items_come_one_by_one_whatever_their_length(
    tmp_path: Path, length: int, indent: int | None
) -> None:
    """Also where they lie across the pieces in which the file is read."""
    texts = [('é😀\\"x]' * length)[:length] + str(number) for number in range(3)]
    content = {"a": 12, "list": texts, "b": {"c": [1, 2]}, "list2": [], "last": 123}
    path = tmp_path / "items.json"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=indent), "utf-8-sig")
    shares: list[float] = []
    items = list(read_items(path, ("list", "list2"), shares.append))
    expected = [("a", None, 12), *(("list", n, text) for n, text in enumerate(texts))]
    assert [tuple(item) for item in items] == [
        *expected,
        ("b", None, {"c": [1, 2]}),
        ("last", None, 123),
    ]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_who_watches_can_end_it_and_nothing_is_half(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    class EnoughError(Exception):
        pass

    def watch(share: float) -> None:
        if share > 0.5:
            raise EnoughError

    path = exported(other, tmp_path)
    with pytest.raises(EnoughError):
        import_file(db, path, watch)
    assert content_of(db) == ([], (), ())
    shares: list[float] = []
    import_file(db, path, shares.append)
    assert shares == sorted(shares)
    assert 0 < shares[0] <= 0.5
    assert shares[-1] == 1


def test_a_file_that_changes_meanwhile_leaves_nothing_half(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    path = exported(other, tmp_path)
    worse = path.read_text("utf-8").replace('"hold"', '"nap"')

    def watch(share: float) -> None:
        if share == 0.5:  # it was looked through
            path.write_text(worse, "utf-8")

    with pytest.raises(ImportRefusedError, match="nap"):
        import_file(db, path, watch)
    assert content_of(db) == ([], (), ())


def test_the_order_of_the_keys_does_not_matter(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    content = json.loads(exported(other, tmp_path).read_text("utf-8"))
    path = written(tmp_path, {key: content[key] for key in reversed(content)})
    assert import_file(db, path) == Imported(new=2, known=0)
    assert content_of(db) == content_of(other)


def test_a_better_copy_mends_a_damaged_session(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    db.save(DONE)
    db.rows("UPDATE interval SET side = 'rigit'")
    assert import_file(db, exported(other, tmp_path)) == Imported(new=2, known=0)
    assert db.session("done") == DONE


def test_what_may_not_be_shown_is_replaced(db: HistoryDb, tmp_path: Path) -> None:
    hostile = a_session(title="Evening \u202e\x1b[2J", note="\ud800")
    import_file(db, written(tmp_path, {"format": FORMAT, "sessions": [hostile]}))
    found = db.session("done")
    assert found is not None
    assert found.routine_title == "Evening \ufffd\ufffd[2J"
    assert found.note == "\ufffd"


def test_an_error_in_the_middle_leaves_nothing_half(
    db: HistoryDb, other: HistoryDb, tmp_path: Path
) -> None:
    path = exported(other, tmp_path)
    with db.transaction() as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON activity_rating"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(sqlite3.Error):
        import_file(db, path)
    assert content_of(db) == ([], (), ())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(data=st.data(), value=json_values)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_anywhere_is_taken_or_refused(
    db: HistoryDb, tmp_path: Path, data: st.DataObject, value: object
) -> None:
    """Whatever stands in a place of the file, it is read or refused, and kept as read."""
    content = {"format": FORMAT, "sessions": [session_as_json(EASED)], "activities": []}
    data.draw(st.sampled_from(list(places(content))))(value)
    with suppress(ImportRefusedError):
        path = written(tmp_path, content)
        look_through(path)
        for record in read_parts(path, unwatched, []):
            assert isinstance(record, SessionRecord)
            db.rows("DELETE FROM session")
            db.save(record)
            assert db.session(record.id) == record


def places(node: Any) -> Iterator[Callable[[object], None]]:
    """For every place in `node`, how to put a value there."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        yield lambda value, key=key: node.__setitem__(key, value)  # type: ignore[misc]
        if isinstance(node[key], (dict, list)):
            yield from places(node[key])
