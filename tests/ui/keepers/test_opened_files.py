"""Files that were opened from outside of the library are remembered, and not for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.opened_files import MOST_OPENED, forget_file, remember_file
from stretchcoach.ui.keepers.settings_store import SettingsStore

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


def test_the_last_that_was_opened_is_the_last_to_be_forgotten(store: SettingsStore) -> None:
    for number in range(MOST_OPENED):
        remember_file(store, str(number), Path(f"/{number}.yaml"))
    remember_file(store, "0", Path("/moved.yaml"))
    remember_file(store, "new", Path("/new.yaml"))
    kept = dict(store.settings.opened_files)
    assert len(kept) == MOST_OPENED
    assert "1" not in kept
    assert kept["0"] == str(Path("/moved.yaml"))


def test_one_is_taken_off_the_list(store: SettingsStore) -> None:
    for name in ("a", "b"):
        remember_file(store, name, Path(f"/{name}.yaml"))
    forget_file(store, Path("/a.yaml"))
    forget_file(store, Path("/a.yaml"))
    assert [name for name, _ in store.settings.opened_files] == ["b"]
