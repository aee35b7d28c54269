"""The real window, offscreen, with its real voice and chimes, in real time.

    python -m tests.e2e.sounding_process --data-dir DATA

It starts the routine “short” and says what becomes of it, a line each:

    found               a voice is there
    second              a second of the session has passed
    told SENTENCE       the page says what is not heard

It closes its window when its standard input ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from stretchcoach import app, cli
from stretchcoach.app import CoachApp
from stretchcoach.core.session.events import SecondPassed
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.session_page.passing_word import PassingWord
from stretchcoach.ui.sound import helper_process
from stretchcoach.ui.sound.sound_box import SoundBox

LOOK_EVERY_MS = 20


def say(*words: object) -> None:
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


class Listener(QObject):
    """Goes to the session as a person would, and tells of it."""

    def __init__(self, coach: CoachApp) -> None:
        super().__init__()
        self._window, self._navigator = coach.navigator.window, coach.navigator
        self._coach = coach
        self._listens = False
        self._told = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._window.close)

    def _look(self) -> None:
        page = self._window.current
        if isinstance(page, SessionPage):
            self._watch(page)
        elif isinstance(page, RoutinePage):
            page.start()
        elif self._coach.loader.shelf is not None:
            self._navigator.open_routine(self._coach.loader.shelf.routine("short"))

    def _watch(self, page: SessionPage) -> None:
        if not self._listens:
            self._listens = True
            for runner in self._coach.findChildren(SessionRunner):
                runner.happened.connect(self._on_event)
            for box in self._coach.findChildren(SoundBox):
                box.voice.found.connect(self._on_found)
                if box.voice.is_ready:
                    self._on_found()
        (word,) = page.findChildren(PassingWord)
        if word.sentence != self._told:
            self._told = word.sentence
            say("told", self._told) if self._told else None

    def _on_event(self, event: object) -> None:
        if isinstance(event, SecondPassed):
            say("second")

    def _on_found(self) -> None:
        say("found")


def main(*arguments: str) -> int:
    helper_process.ANSWER_MS = 1_000
    listeners: list[Listener] = []
    build = app.build_app

    def build_with_listener(
        data_dir: Path | None, file: Path | None
    ) -> tuple[QApplication, CoachApp]:
        built = build(data_dir, file)
        listeners.append(Listener(built[1]))
        return built

    app.build_app = build_with_listener
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
