"""A process that records is killed at random moments, and nothing that it said is lost."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import paths_in
from tests.source_code import ROOT

KILLS = 200
MOST_LINES = 12
LONGEST_S = 0.005
MOST_LINES = 12

Place = tuple[str, int]


class Witness:
    """Believes what the processes said, and holds the diary against it."""

    def __init__(self, paths: Paths) -> None:
        self.paths = paths
        self.held_ms: dict[Place, int] = {}
        self.next_index: dict[str, int] = {}

    def hear(self, line: str) -> None:
        word, session, index, *rest = line.split()
        if word == "begun":
            assert int(index) >= self.next_index.get(session, 0), "a finished interval came again"
        else:
            place = (session, int(index))
            self.held_ms[place] = max(self.held_ms.get(place, 0), int(rest[0]))
            self.next_index[session] = int(index) + 1

    def look_into_the_diary(self) -> None:
        with closing(sqlite3.connect(self.paths.diary)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            rows = connection.execute(
                "SELECT session_id, position, planned_ms, held_ms, outcome FROM interval"
            ).fetchall()
            sums = connection.execute(SUMS_THAT_ARE_WRONG).fetchall()
        known = {(session, position): held for session, position, _, held, _ in rows}
        lost = {place for place, held in self.held_ms.items() if known.get(place, -1) < held}
        assert lost == set()
        assert [row for row in rows if row[3] > row[2]] == [], "held longer than the clock ran"
        assert [row for row in rows if row[3] > 0 and row[4] is None] == []
        assert sums == []


# The sums of the day must say what the intervals say.
SUMS_THAT_ARE_WRONG = """
    SELECT id FROM session
    WHERE held_ms != (
        SELECT coalesce(sum(held_ms), 0) FROM interval
        WHERE session_id = session.id AND kind IN ('hold', 'move')
    ) OR held_ms != (SELECT coalesce(sum(held_ms), 0) FROM held WHERE session_id = session.id)
"""


class Killer:
    """Starts processes that record, and kills each at a random moment."""

    def __init__(self, paths: Paths) -> None:
        self._chance = random.Random(20261122)
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.files.diary.recording_process", str(paths.data)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def lines_before_a_kill(self) -> list[str]:
        """Let a process record and kill it; the lines that it said until then."""
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        print(self._chance.random(), file=self._parent.stdin, flush=True)
        process, lines, enough = 0, list[str](), self._chance.randrange(1, MOST_LINES)
        while not process or len(lines) < enough:
            line = self._parent.stdout.readline()
            if line.startswith("process"):
                process = int(line.split()[1])
            else:
                lines.append(line)
        with suppress(subprocess.TimeoutExpired):
            self._parent.wait(self._chance.uniform(0, LONGEST_S))
        os.kill(process, signal.SIGKILL)
        return lines + list(iter(self._parent.stdout.readline, "dead\n"))

    def close(self) -> None:
        self._parent.communicate()
        assert self._parent.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_kill_loses_nothing_that_was_said_to_be_written(tmp_path: Path) -> None:
    witness = Witness(paths_in(tmp_path))
    killer = Killer(witness.paths)
    for kill in range(KILLS):
        for line in killer.lines_before_a_kill():
            witness.hear(line)
        if kill % 2:  # the other times the next process is the first to find what is there
            witness.look_into_the_diary()
    killer.close()
    assert len(witness.held_ms) > KILLS, "the processes had no time to do anything"
