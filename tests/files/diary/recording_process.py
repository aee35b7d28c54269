"""Processes that perform session after session into a diary until they are killed.

For each line that it reads, the first process starts one more, which takes no time to load
anything, and waits for its end. What they say, always after the write has returned:

    process ID              a process was started
    begun SESSION INDEX     a session was begun, or resumed, at interval INDEX
    held SESSION INDEX MS   interval INDEX is over and was held for MS
    dead                    the process has ended
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable
from pathlib import Path

from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import Event, IntervalEnded
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.session.session import Session
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.opening import open_diary
from stretchcoach.files.diary.recorder import Recorder, new_session_id
from stretchcoach.files.disk.paths import Paths
from tests.files.database.diaries import TIMELINE, a_record


def say(*words: object) -> None:
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


class Performer:
    def __init__(self, db: HistoryDb, paths: Paths, record: SessionRecord) -> None:
        self.record = record
        self.session = Session(TIMELINE)
        self.recorder = Recorder(db, paths.unwritten, record, now_moment, say)
        say("begun", record.id, record.at_index)

    def hear(self, events: Iterable[Event]) -> None:
        for event in events:
            self.recorder.on_event(event)
            assert not self.recorder.has_unwritten
            if isinstance(event, IntervalEnded):
                say("held", self.record.id, event.index, event.held_ms)

    def perform(self, chance: random.Random) -> None:
        self.hear(self.session.start(self.record.at_index))
        while self.session.state is not State.ENDED:
            self.hear(self.session.advance(chance.randrange(1, 9_000)))
            if chance.random() < 0.05:
                self.hear(self.session.ease_off())
                self.hear(self.session.resume())
            if chance.random() < 0.05:
                self.hear(self.session.next())


def record(paths: Paths, seed: str) -> None:
    opened = open_diary(paths)
    assert opened.db is not None, opened.problem
    chance = random.Random(seed)
    session = opened.db.open_session()
    while True:
        if session is None or session.at_index >= len(session.intervals):
            opened.db.stop_open_sessions()
            session = a_record(new_session_id(), now_moment())
        Performer(opened.db, paths, session).perform(chance)
        session = None


def main(data: str) -> None:
    for seed in sys.stdin:
        process = os.fork()
        if not process:
            record(Paths(Path(data)), seed)
        say("process", process)
        os.waitpid(process, 0)
        say("dead")


if __name__ == "__main__":
    main(*sys.argv[1:])
