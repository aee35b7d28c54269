from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.running.awake import NullLock
from tests.e2e.driven_app import ROUTINE, DrivenApp, SilentBox
from tests.looked_through import garbage, garbage_is_looked_for_here  # noqa: F401
from tests.ui.driven_time import DrivenClock

Starter = Callable[..., DrivenApp]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a person who knows the program, with a routine of their own."""
    data = tmp_path / "data"
    (data / "routines").mkdir(parents=True)
    (data / "routines" / "short.yaml").write_text(ROUTINE)
    settings = {"welcomed": True, "affected": "right", "look": "light"}
    (data / "settings.json").write_text(json.dumps(settings))
    return data


@pytest.fixture
def clock() -> DrivenClock:
    return DrivenClock()


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    data: Path,
    clock: DrivenClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Starter]:
    """Starts the program; all that were started are closed at the end."""
    monkeypatch.setattr("stretchcoach.ui.sound.sound_box.SoundBox", SilentBox)
    monkeypatch.setattr("stretchcoach.files.disk.clocks.SystemClock", lambda: clock)
    monkeypatch.setattr("stretchcoach.ui.running.awake.WakepyLock", NullLock)
    font, palette = qapp.font(), qapp.palette()
    apps: list[DrivenApp] = []

    def start_it(file: Path | None = None) -> DrivenApp:
        apps.append(DrivenApp(qtbot, data, clock, file))
        return apps[-1]

    yield start_it
    for app in apps:
        app.close()
        app.window.deleteLater()
        app.coach.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
