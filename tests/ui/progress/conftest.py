from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.theme.theme import Theme
from tests.files.database.diaries import a_moment, a_performed_record
from tests.ui.progress.progress_pages import DAYS, shown


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(affected=AffectedSide.RIGHT)
    return store


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[DiaryKeeper]:
    keeper = DiaryKeeper(Paths(tmp_path / "data"))
    yield keeper
    keeper.close()


@pytest.fixture
def db(keeper: DiaryKeeper) -> HistoryDb:
    db = keeper.db
    assert db is not None
    for number, day in enumerate(DAYS):
        record = a_performed_record(f"day-{number}", a_moment(day.isoformat()))
        said = {"before": Feeling(buttock=number), "after": Feeling(buttock=0)}
        finished = replace(record, state=SessionState.FINISHED, note=f"Note {number}")
        db.save(replace(finished, **said))  # type: ignore[arg-type]
    return db


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, store: SettingsStore, keeper: DiaryKeeper, db: HistoryDb
) -> ProgressPage:
    return shown(qtbot, theme, store, keeper)
