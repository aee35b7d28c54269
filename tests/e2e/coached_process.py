"""The real window in a process that is killed: sessions run through it as fast as they can.

    python -m tests.e2e.coached_process DATA SEED

It resumes what is offered, or starts a routine, and says, each time after the diary has it:

    offered SESSION INDEX   the session was offered to be resumed, cut off at INDEX
    begun SESSION INDEX     a session runs, from interval INDEX on
    held SESSION INDEX MS   interval INDEX is over and was held for MS
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer

from stretchcoach.app import CoachApp, build_app
from stretchcoach.core.session.events import IntervalEnded
from stretchcoach.files.disk import clocks
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.running import awake
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session.after_page import CALM_MS, AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound import sound_box
from tests.e2e.driven_app import SilentBox
from tests.ui.driven_time import DrivenClock

MOST_MS = 900  # less than what counts as a sleep of the computer


def say(*words: object) -> None:
    try:
        os.write(1, (" ".join(str(word) for word in words) + "\n").encode())
    except BrokenPipeError:
        os._exit(1)  # whoever would have killed this process is gone


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error in a slot would be printed and passed over, and the test would wait for ever."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


class Hurry(QObject):
    """Lets time run in whatever session the window shows."""

    def __init__(self, coach: CoachApp, clock: DrivenClock, seed: str) -> None:
        super().__init__()
        self._coach, self._clock = coach, clock
        self._chance = random.Random(seed)
        self._session_id = ""
        self._heard: SessionRunner | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        coach.loader.loaded.connect(self._on_loaded)

    def _on_loaded(self) -> None:
        if not self._timer.isActive():
            self._timer.start(0)

    def _go_on(self) -> None:
        page = self._coach.navigator.window.current
        if isinstance(page, SessionPage):
            self._hurry(page)
        elif isinstance(page, RoutinePage):
            page.start()
        elif isinstance(page, AfterPage):
            self._clock.forward(CALM_MS)
            page._done.click()
        else:
            self._begin()

    def _begin(self) -> None:
        navigator = self._coach.navigator
        offered = navigator.diary.open_session()
        if offered is not None:
            say("offered", offered.id, offered.at_index)
            navigator._routines_page.banner.resume.click()
        elif self._coach.loader.shelf is not None:
            navigator.open_routine(self._coach.loader.shelf.routine("short"))

    def _hurry(self, page: SessionPage) -> None:
        runner = page._runner
        if runner is None:
            return
        if runner is not self._heard:
            self._heard = runner
            runner.happened.connect(self._on_event)
            db = self._coach.navigator.diary.db
            assert db is not None
            record = db.open_session()  # the keeper does not offer one that runs
            assert record is not None
            self._session_id = record.id
            say("begun", record.id, runner.session.index)
        if runner.session.duration_ms is None:
            runner.done()
        elif self._chance.random() < 0.02:
            runner.next()
        else:
            self._clock.forward(min(self._chance.randrange(1, MOST_MS), runner.session.to_next_ms))
            runner._on_timeout()

    def _on_event(self, event: object) -> None:
        """Heard last: page, voice and before them the diary have heard it already."""
        if isinstance(event, IntervalEnded):
            say("held", self._session_id, event.index, event.held_ms)


def main(data: str, seed: str) -> None:
    sys.excepthook = give_up
    clock = DrivenClock()
    clocks.SystemClock = lambda: clock  # type: ignore[assignment,misc,return-value]
    sound_box.SoundBox = SilentBox  # type: ignore[assignment,misc]
    awake.WakepyLock = awake.NullLock  # type: ignore[assignment,misc]
    application, coach = build_app(Path(data), None)
    hurry = Hurry(coach, clock, seed)
    coach.show()
    application.exec()
    del hurry


if __name__ == "__main__":
    main(*sys.argv[1:])
