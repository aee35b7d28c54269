"""Watches the folders of the library and single files, so that what is saved appears by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from stretchcoach.files.disk.paths import EXERCISES
from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.files.yaml.file_names import is_yaml_name

CALM_MS = 150  # editors write in several steps
MOST_FILES = 300  # each costs a little; what is edited beyond is seen on coming back
MOST_OTHER_FILES = 10

State = tuple[int, ...]


class FolderWatch(QObject):
    """`changed` follows when files of `folders` changed and have been calm for a moment.

    A folder that is not there yet is waited for. Replaced files are watched like changed ones,
    and so is what a folder or a link to one was replaced by. In the folder `beside`, where much
    else changes, only files that come or go by names of the library count.
    """

    changed = Signal()

    def __init__(
        self,
        folders: Sequence[Path],
        parent: QObject | None = None,
        *,
        beside: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._beside = None if beside is None else str(beside)
        self._names_beside: frozenset[str] = frozenset()
        self._roots = tuple(folders)
        self._folders: list[str] = []
        self._others: dict[str, State] = {}
        self._identities: dict[str, State] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_directory_changed)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._on_calm)

    def _find_folders(self) -> list[str]:
        """Those of the library that there are now, those of clients among them."""
        of_clients = (client for root in self._roots for client in client_folders(root))
        folders = (*self._roots, *of_clients)
        return [str(f) for folder in folders for f in (folder, folder / EXERCISES)]

    def start(self) -> None:
        """Watch from now on."""
        self._watch()
        self._beside_changed()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def watch_file(self, path: Path) -> None:
        """Watch also this file, which stands anywhere; of several the last ones."""
        name = str(path.absolute())
        if str(path.absolute().parent) in self._folders:
            return
        self._others.pop(name, None)
        self._others[name] = _state(name)
        while len(self._others) > MOST_OTHER_FILES:
            del self._others[next(iter(self._others))]
        self._watch()

    def _watch(self) -> bool:
        """Watch what is there now; whether one of the library's folders is another than before.

        The system watches what stood behind a name when it was asked. So what was replaced is
        watched anew.
        """
        self._folders = self._find_folders()
        identities = {path: _identity(path) for path in self._wanted()}
        before, self._identities = self._identities, identities
        watched = {*self._watcher.directories(), *self._watcher.files()}
        stale = {path for path in watched if identities.get(path) != before.get(path)}
        if stale:
            self._watcher.removePaths(sorted(stale))
        if new := sorted(identities.keys() - (watched - stale)):
            self._watcher.addPaths(new)
        return any(identities.get(folder) != before.get(folder) for folder in self._folders)

    def _wanted(self) -> Iterator[str]:
        """The folders with the ways to them, the files in them, and the other files."""
        for path in (*self._folders, *self._others):
            yield from _way_to(path)
        for path in self._others:
            if os.path.isfile(path):
                yield path
        left = MOST_FILES
        for folder in self._folders:
            for path in _files(folder):
                if left == 0:
                    return
                left -= 1
                yield path

    def _on_directory_changed(self, path: str) -> None:
        moved = self._watch()
        if path in self._folders or moved or self._others_changed() or self._beside_changed():
            self._calm.start()

    def _beside_changed(self) -> bool:
        """Whether there are other files than before in the folder beside."""
        if self._beside is None:
            return False
        before, self._names_beside = self._names_beside, frozenset(_files(self._beside))
        return self._names_beside != before

    def _others_changed(self) -> bool:
        """Whether one of the other files is not as it was when it was last looked at."""
        before = self._others
        self._others = {path: _state(path) for path in before}
        return self._others != before

    def _on_file_changed(self, path: str) -> None:
        self._calm.start()

    def _on_state_changed(self, state: object) -> None:
        """Whoever comes back may have changed what no system tells, as on a network drive."""
        if getattr(state, "name", "") == "ApplicationActive":
            self._calm.start()

    def _on_calm(self) -> None:
        self._watch()
        self._others_changed()
        self.changed.emit()


def _way_to(path: str) -> Iterator[str]:
    """The folders in which it would be seen that something else is at `path` now.

    The folder itself where there is one, the one it stands in, and those of the links on the
    way. Of what is not there the next one above.
    """
    here = Path(path)
    if os.path.isdir(here):  # a folder that may not be looked into is none, too
        yield path
    for place in (here, Path(os.path.realpath(here))):
        yield _nearest(place.parent)
    yield from (_nearest(above.parent) for above in here.parents if os.path.islink(above))


def _nearest(path: Path) -> str:
    while not os.path.isdir(path) and path != path.parent:
        path = path.parent
    return str(path)


def _identity(path: str) -> State:
    """What stands at `path`, () for nothing: another has another."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return status.st_dev, status.st_ino


def _state(path: str) -> State:
    """What changes when the file at `path` is written or replaced."""
    try:
        status = os.stat(path)
    except OSError:
        return ()
    return (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_yaml_name(entry.name) and entry.is_file():
                    yield entry.path
    except OSError:
        return
