"""Whoever is new sees the first pages at once: nothing flashes before them."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.app import build_app
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.welcome.welcome_page import WelcomePage


class Painted(QObject):
    """Notes which pages are painted."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.pages: set[type] = set()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(watched, (RoutinesPage, WelcomePage)):
            self.pages.add(type(watched))
        return False


def test_the_first_pages_are_painted_first(qtbot: QtBot, qapp: QApplication, data: Path) -> None:
    (data / "settings.json").write_text(json.dumps({"look": "light"}))
    font, palette = qapp.font(), qapp.palette()
    painted = Painted(qapp)
    _, coach = build_app(data, None)
    with qtbot.waitSignal(coach.loader.loaded), qtbot.waitActive(coach.navigator.window):
        coach.show()
    assert painted.pages == {WelcomePage}
    assert isinstance(coach.navigator.window.current, WelcomePage)
    qapp.removeEventFilter(painted)
    coach.navigator.window.close()
    coach.loader.wait()
    coach.navigator.window.deleteLater()
    coach.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
