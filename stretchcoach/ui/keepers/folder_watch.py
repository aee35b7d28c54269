"""Watches the folders of the library, so that a file that is saved appears by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from stretchcoach.files.disk.paths import EXERCISES
from stretchcoach.files.yaml.file_names import is_yaml_name

CALM_MS = 150  # editors write in several steps
MOST_FILES = 300  # each costs a little; what is edited beyond is seen on coming back


class FolderWatch(QObject):
    """`changed` follows when files of `folders` changed and have been calm for a moment.

    A folder that is not there yet is waited for. Replaced files are watched like changed ones.
    """

    changed = Signal()

    def __init__(self, folders: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = [str(f) for folder in folders for f in (folder, folder / EXERCISES)]
        self._present: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_directory_changed)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._on_calm)

    def start(self) -> None:
        """Watch from now on."""
        self._watch()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def _watch(self) -> bool:
        """Watch what is there now; whether there are other folders than before."""
        wanted = set(self._wanted())
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)
        if new := sorted(wanted - watched):
            self._watcher.addPaths(new)
        present = {folder for folder in self._folders if os.path.isdir(folder)}
        before, self._present = self._present, present
        return present != before

    def _wanted(self) -> Iterator[str]:
        """The folders, or the next one above that is there, and the files in them."""
        left = MOST_FILES
        for folder in self._folders:
            yield _nearest(folder)
            for path in _files(folder):
                if left == 0:
                    return
                left -= 1
                yield path

    def _on_directory_changed(self, path: str) -> None:
        if path in self._folders or self._watch():
            self._calm.start()

    def _on_file_changed(self, path: str) -> None:
        self._calm.start()

    def _on_state_changed(self, state: object) -> None:
        """Whoever comes back may have changed what no system tells, as on a network drive."""
        if getattr(state, "name", "") == "ApplicationActive":
            self._calm.start()

    def _on_calm(self) -> None:
        self._watch()
        self.changed.emit()


def _nearest(folder: str) -> str:
    path = Path(folder)
    while not path.is_dir() and path != path.parent:
        path = path.parent
    return str(path)


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_yaml_name(entry.name) and entry.is_file():
                    yield entry.path
    except OSError:
        return
