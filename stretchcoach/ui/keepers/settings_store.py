"""The settings while the program runs: applied at once, written at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import SettingsFile


class SettingsStore(QObject):
    """Holds the current settings. `changed` follows every change, `saved` or `failed` the write."""

    changed = Signal(object)
    saved = Signal()
    failed = Signal(str)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        read = file.read()
        self._settings = read.settings
        self._problem = read.problem

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def problem(self) -> str:
        """What was wrong with the file when the program started, as a sentence, or ""."""
        return self._problem

    def is_opened(self, path: str) -> bool:
        """Whether the file at `path` was opened from elsewhere and is still on the list."""
        return self._settings.is_opened(path)

    def set_favourite(self, routine_id: str, wanted: bool) -> None:
        """The routine is one of the favourites, or not any more."""
        others = tuple(name for name in self._settings.favourites if name != routine_id)
        self.change(favourites=(*others, routine_id) if wanted else others)

    def take_up(self, routine_id: str, today: date, *, wanted: bool) -> None:
        """The schedule of a routine is the person's plan from today on, or not any more."""
        kept = {name: day for name, day in self._settings.schedules_taken_up if name != routine_id}
        if wanted:
            kept[routine_id] = today.isoformat()
        asked = dict.fromkeys((*self._settings.schedules_asked, routine_id))
        self.change(schedules_taken_up=tuple(kept.items()), schedules_asked=tuple(asked))

    def change(self, **values: Any) -> None:
        """Set the named settings, tell everybody and keep them."""
        settings = self._settings._replace(**values)
        if settings == self._settings:
            return
        self._settings = settings
        self.changed.emit(settings)
        try:
            self._file.write(settings)
        except OSError as error:
            why = error.strerror or str(error)
            self.failed.emit(tr("The settings could not be saved: {why}.", why=why))
        else:
            self.saved.emit()
