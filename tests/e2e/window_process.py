"""The program as a person starts it, in a real window, with somebody at its keyboard.

    python -m tests.e2e.window_process --data-dir DATA PICTURE

Starts the command line, looks at what is painted, walks through a routine by keys, and
closes the window. PICTURE is where a picture of the session is kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stretchcoach import app, cli
from stretchcoach.app import CoachApp
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.window.main_window import MainWindow

LOOK_EVERY_MS = 20


class Person(QObject):
    """Does one thing after another, each as soon as it can be done."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._picture = picture
        self._steps: list[Callable[[MainWindow], bool]] = [
            self._go_to_the_window,
            self._open_the_first,
            self._start,
            self._look_and_stop,
            self._say_done,
            self._close,
        ]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(LOOK_EVERY_MS)

    def _on_timeout(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and self._steps and self._steps[0](window):
                self._steps.pop(0)

    def _press(self, window: MainWindow, key: Qt.Key) -> bool:
        """Press a key in the window, where the keyboard is."""
        QTest.keyClick(window.windowHandle(), key)
        return True

    def _go_to_the_window(self, window: MainWindow) -> bool:
        window.activateWindow()  # without a window manager nobody else does
        return window.isActiveWindow()

    def _open_the_first(self, window: MainWindow) -> bool:
        page = window.current
        if not isinstance(page, RoutinesPage) or not page.view.hasFocus():
            return False
        self._press(window, Qt.Key.Key_Down)  # nothing is chosen at first
        return self._press(window, Qt.Key.Key_Return)

    def _start(self, window: MainWindow) -> bool:
        here = isinstance(window.current, RoutinePage)
        return here and self._press(window, Qt.Key.Key_Return)

    def _look_and_stop(self, window: MainWindow) -> bool:
        if not isinstance(window.current, SessionPage):
            return False
        screen = QGuiApplication.primaryScreen()
        shown = screen.grabWindow(int(window.winId())).toImage()
        if shades(shown) < 10:
            return False  # not painted yet
        shown.save(self._picture)
        print("title", window.windowTitle())
        print("platform", QGuiApplication.platformName())
        return self._press(window, Qt.Key.Key_Escape)

    def _say_done(self, window: MainWindow) -> bool:
        here = isinstance(window.current, AfterPage)
        return here and self._press(window, Qt.Key.Key_Space)

    def _close(self, window: MainWindow) -> bool:
        if not isinstance(window.current, RoutinesPage):
            return False
        print("closes", flush=True)
        return window.close()


def shades(image: QImage) -> int:
    """How many colours a coarse look finds."""
    small = image.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)})


def main(*arguments: str) -> int:
    people: list[Person] = []
    build = app.build_app

    def build_with_somebody(
        data_dir: Path | None, file: Path | None
    ) -> tuple[QApplication, CoachApp]:
        built = build(data_dir, file)
        people.append(Person(arguments[-1]))
        return built

    app.build_app = build_with_somebody
    return cli.main(arguments[:-1])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
