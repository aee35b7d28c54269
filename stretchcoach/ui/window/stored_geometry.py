"""Where the window was, kept among the settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from stretchcoach.ui.keepers.settings_store import SettingsStore


class StoredGeometry:
    """Keeps the place of the window among the settings."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store

    def window_geometry(self) -> bytes | None:
        kept = self._store.settings.window_geometry
        return bytes(QByteArray.fromBase64(kept.encode()).data()) if kept else None

    def remember_window_geometry(self, geometry: bytes) -> None:
        self._store.change(window_geometry=bytes(QByteArray(geometry).toBase64().data()).decode())
