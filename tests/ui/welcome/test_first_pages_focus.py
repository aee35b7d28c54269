"""On the first pages Tab goes to what can be seen to have the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.welcome.welcome_page import WelcomePage


@pytest.mark.parametrize("step", [0, 1, 2])
def test_no_stop_is_invisible(qtbot: QtBot, theme: Theme, tmp_path: Path, step: int) -> None:
    page = WelcomePage(theme, SettingsStore(SettingsFile(tmp_path / "settings.json")))
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitActive(page):
        page.show()
    for _ in range(step):
        page.go_next()
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert hasattr(QApplication.focusWidget(), "focus_radius"), focus
