"""The routine files outside of the library that were opened, among the settings."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.ui.keepers.settings_store import SettingsStore

MOST_OPENED = 20


def remember_file(store: SettingsStore, routine_id: str, path: Path) -> None:
    """Keep where the routine was opened from; the last one that was opened stands first."""
    opened = dict(store.settings.opened_files)
    opened.pop(routine_id, None)
    opened[routine_id] = str(path)
    store.change(opened_files=tuple(opened.items())[-MOST_OPENED:])


def forget_file(store: SettingsStore, path: Path) -> None:
    """Take it off the list; the file itself stays as it is."""
    kept = [one for one in store.settings.opened_files if one[1] != str(path)]
    store.change(opened_files=tuple(kept))
