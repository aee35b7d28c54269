from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.dose import DoseChange
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


@pytest.fixture
def entry(library: Library) -> RoutineEntry:
    """A long routine, with one set more of the figure four on the affected side."""
    entry = library.routine("deep-hip-rotators-15")
    assert entry.routine is not None
    steps = list(entry.routine.steps)
    place = next(i for i, s in enumerate(steps) if getattr(s, "exercise", "") == "figure-4-supine")
    step = steps[place]
    assert isinstance(step, ExerciseStep)
    steps[place] = replace(step, affected=DoseChange(sets=4))
    return replace(entry, routine=replace(entry.routine, steps=tuple(steps)))


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(affected=AffectedSide.RIGHT)
    return store


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore, entry: RoutineEntry) -> RoutinePage:
    page = RoutinePage(theme, store, bundled_dir("routines"))
    qtbot.addWidget(page)
    page.resize(1184, 800)
    page.show_entry(entry)
    with qtbot.waitActive(page):
        page.show()
    return page
