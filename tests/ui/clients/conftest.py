from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from tests.ui.clients.place import Place


@pytest.fixture
def place(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Place:
    return Place(theme, qtbot, tmp_path)
