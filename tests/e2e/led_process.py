"""The real program, offscreen and without sound, led to a place where something happens to it.

    python -m tests.e2e.led_process PLACE --data-dir DATA [FILE]

PLACE is list, routine, session or after: the page after a session, with a rating and a note. It
says “there” when it has come to it, and the title of each routine that it shows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stretchcoach import app, cli
from stretchcoach.app import CoachApp
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.running import awake
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound import sound_box
from tests.e2e.driven_app import SilentBox

LOOK_EVERY_MS = 20
NOTE = "My left knee"
PAGES = {"list": RoutinesPage, "routine": RoutinePage, "session": SessionPage, "after": AfterPage}


def say(*words: object) -> None:
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


class Leader(QObject):
    """Goes to the place, one step at a time, and tells what is shown."""

    def __init__(self, coach: CoachApp, place: str) -> None:
        super().__init__()
        self._coach, self._place = coach, place
        self._is_there = False
        self._shown: object = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        page = self._coach.navigator.window.current
        if isinstance(page, RoutinePage) and page is not self._shown:
            say("routine", page.accessibleName())
        self._shown = page
        if self._is_there or self._coach.loader.shelf is None:
            return
        if isinstance(page, PAGES[self._place]):
            self._arrive(page)
        elif isinstance(page, RoutinesPage):
            self._coach.navigator.open_routine(self._coach.loader.shelf.routine("short"))
        elif isinstance(page, RoutinePage):
            page.start()
        elif isinstance(page, SessionPage):
            page.stop_asked.emit()

    def _arrive(self, page: object) -> None:
        self._is_there = True
        if isinstance(page, AfterPage):
            page._leg._cells[3].click()
            QTest.keyClicks(page._note.edit, NOTE)
        say("there")


def main(place: str, *arguments: str) -> int:
    sound_box.SoundBox = SilentBox  # type: ignore[assignment,misc]
    awake.WakepyLock = awake.NullLock  # type: ignore[assignment,misc]
    leaders: list[Leader] = []
    build = app.build_app

    def build_with_leader(
        data_dir: Path | None, file: Path | None
    ) -> tuple[QApplication, CoachApp]:
        built = build(data_dir, file)
        leaders.append(Leader(built[1], place))
        return built

    app.build_app = build_with_leader
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
