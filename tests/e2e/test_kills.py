"""The process of the window is killed at random moments of its sessions."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.landing import landing_of
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from tests.source_code import ROOT

KILLS = 20
MOST_LINES = 14


class Witness:
    """Believes what the processes said, and holds the diary and the offers against it."""

    def __init__(self, diary: Path, timeline: Timeline) -> None:
        self._diary, self._timeline = diary, timeline
        self._offered: dict[str, int] = {}
        self._next: dict[str, int] = {}
        self.held_ms: dict[tuple[str, int], int] = {}
        self.resumed = 0

    def hear(self, line: str) -> None:
        word, session, place, *rest = line.split()
        index = int(place)
        if word == "offered":
            # What was written a moment before the kill was not said any more.
            ahead = index - self._next.get(session, 0)
            assert 0 <= ahead <= 1, "not where it was cut off"
            self._offered[session] = index
        elif word == "begun":
            offered = self._offered.pop(session, None)
            self.resumed += offered is not None
            assert index == (0 if offered is None else landing_of(self._timeline, offered))
            self._next[session] = index
        else:
            assert word == "held", line
            held_ms = max(self.held_ms.get((session, index), 0), int(rest[0]))
            self.held_ms[session, index] = held_ms
            self._next[session] = index + 1

    def look_into_the_diary(self) -> None:
        with closing(HistoryDb(self._diary)) as db:
            assert db.rows("PRAGMA integrity_check")[0][0] == "ok"
            records = db.sessions([row["id"] for row in db.rows("SELECT id FROM session")])
            sums = {row["id"]: row["held_ms"] for row in db.rows("SELECT * FROM session")}
        written = {(r.id, i.index): i.held_ms for r in records for i in r.intervals}
        lost = {place for place, held in self.held_ms.items() if written.get(place, -1) < held}
        assert lost == set()
        assert sums == {record.id: record.held_ms for record in records}, "counted twice"
        for record in records:
            for interval in record.intervals:
                assert interval.held_ms <= (interval.planned_ms or interval.held_ms)


def killed(data: Path, chance: random.Random) -> list[str]:
    """Let the program run until it has said something, and kill it; all that it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.coached_process", str(data), str(chance.random())],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(chance.randrange(2, MOST_LINES))]
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.readlines()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return [line for line in lines if line.endswith("\n")]


@pytest.fixture
def timeline(data: Path) -> Timeline:
    library = Library.read([bundled_dir("routines"), data / "routines"], bundled_dir("assets"))
    entry = library.routine("short")
    assert entry.routine is not None
    return expand(entry.routine, entry.exercises, Profile(AffectedSide.RIGHT))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_window_loses_no_interval_and_resumes_where_it_was(
    data: Path, timeline: Timeline
) -> None:
    witness = Witness(data / "diary.sqlite3", timeline)
    chance = random.Random(20261122)
    for kill in range(KILLS):
        for line in killed(data, chance):
            witness.hear(line)
        if kill % 2:  # the other times the next process is the first to find what is there
            witness.look_into_the_diary()
    assert len(witness.held_ms) > KILLS
    assert witness.resumed > KILLS // 4
