"""The whole program offscreen: its time is driven by hand, and it makes no sound."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.app import build_app
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.session.session import Session
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.lacks import Lacks
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session.after_page import CALM_MS
from stretchcoach.ui.sound.chimes import NullChimes
from stretchcoach.ui.sound.voice import NullVoice
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.notice import Notices
from stretchcoach.ui.window.main_window import MainWindow
from tests.ui.driven_time import DrivenClock

ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 5s, switch: 5s, order: affected-last}
steps:
  - exercise: figure-4-supine
    sets: 2
    hold: 20s
    rest: 10s
  - exercise: bridge
    sets: 1
    reps: 3
    pace: manual
"""
Page = TypeVar("Page", bound=QWidget)


class SilentBox(QObject):
    """In the place of the speech engine and the chimes."""

    def __init__(self, clock: Clock, lacks: Lacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lacks = lacks
        self.voice, self.chimes = NullVoice(), NullChimes()
        self.heard = 0

    def prepare(self, settings: Settings, routine_id: str = "") -> None:
        return None

    def let_hear(self, settings: Settings) -> None:
        self.heard += 1

    def close(self) -> None:
        return None


class StrayWindows(QObject):
    """Notes every window that is shown but the one of the program: they take the keyboard."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        shown = watched if event.type() == QEvent.Type.Show else None
        if isinstance(shown, QWidget) and shown.isWindow() and not isinstance(shown, MainWindow):
            self.seen.append(repr(shown))
        return False


class DrivenApp:
    """One start of the program. What it keeps is in `data`, from where the next one reads it."""

    def __init__(
        self, qtbot: QtBot, data: Path, clock: DrivenClock, file: Path | None = None
    ) -> None:
        self._qtbot, self._clock = qtbot, clock
        self.data = data
        self.application, self.coach = build_app(data, file)
        self.stray_windows = StrayWindows(self.application)
        self.navigator = self.coach.navigator
        self.window = self.navigator.window
        loader = self.coach.loader
        with qtbot.waitSignal(loader.loaded), qtbot.waitActive(self.window):
            self.coach.show()
        qtbot.waitUntil(self._is_read)

    def _is_read(self) -> bool:
        return not self.coach.loader.is_loading

    def close(self) -> None:
        """As the person closes the window."""
        self.window.close()
        self.coach.loader.wait()
        self.application.removeEventFilter(self.stray_windows)
        assert self.stray_windows.seen == []

    # What is seen.

    def page(self, kind: type[Page]) -> Page:
        """The page that is shown, which must be one of this kind."""
        page = self.window.current
        assert isinstance(page, kind), page
        return page

    def button(self, name: str) -> Button:
        """The button with these words that can be seen."""
        buttons = self.window.findChildren(Button)
        found = [one for one in buttons if one.label == name and one.isVisible()]
        assert len(found) == 1, [one.label for one in buttons if one.isVisible()]
        return found[0]

    def texts(self) -> list[str]:
        """Everything that is written and can be seen."""
        return [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]

    def notices(self) -> tuple[str, ...]:
        """The sentences that are said above the page."""
        return tuple(line for one in self.window.findChildren(Notices) for line in one.sentences)

    @property
    def focus(self) -> QWidget | None:
        """What the keyboard presses now."""
        return QApplication.focusWidget()

    def has_focus(self, widget: QWidget) -> bool:
        return self.focus is widget

    # What is done.

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        focus = self.focus
        assert focus is not None
        QTest.keyClick(focus, key)

    def open(self, routine_id: str = "short") -> None:
        """Open a routine as by its card."""
        library = self.coach.loader.shelf
        assert library is not None
        self.navigator.open_routine(library.routine(routine_id))

    def start(self, routine_id: str = "short") -> None:
        self.open(routine_id)
        self.click("Start")

    # The session.

    @property
    def runner(self) -> SessionRunner:
        """What runs the one session that there is, also below the page after it."""
        runners = self.coach.findChildren(SessionRunner)
        assert len(runners) == 1
        return runners[0]

    @property
    def session(self) -> Session:
        return self.runner.session

    def let_pass(self, passed_ms: int) -> None:
        """Let the clocks run on, and the timer of the session go off as often as it is due."""
        runner = self.runner
        while passed_ms > 0:
            step_ms = min(passed_ms, runner.session.to_next_ms)
            self._clock.forward(step_ms)
            runner._on_timeout()
            passed_ms -= step_ms

    def calm_down(self) -> None:
        """The moment after the end of a session, in which nothing can be pressed, passes."""
        self._clock.forward(CALM_MS)

    # The diary.

    def records(self) -> list[SessionRecord]:
        """All sessions of the diary, the earliest first, read by another connection."""
        db = HistoryDb(self.data / "diary.sqlite3")
        try:
            ids = [row["id"] for row in db.rows("SELECT id FROM session ORDER BY started_utc")]
            return list(db.sessions(ids))
        finally:
            db.close()

    def record(self) -> SessionRecord:
        """The only session of the diary."""
        (record,) = self.records()
        return record
