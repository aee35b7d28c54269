from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.screen.breath import Breath
from stretchcoach.ui.theme.theme import Theme
from tests.ui.session.sample import RunningPage, a_performance


@pytest.fixture
def running(qtbot: QtBot, theme: Theme) -> RunningPage:
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.show()
    running.runner.start()
    return running
