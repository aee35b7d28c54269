"""Files that come to the window by themselves: dropped onto it, handed over by a later start, or
put beside the folder where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.folders.seen_files import listed
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.opened_files import MOST_OPENED, remember_file
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.navigator import ROUTINES, Navigator


class Arrivals(QObject):
    """Opens what arrives, or puts it on the list where it is more than one file."""

    def __init__(
        self,
        navigator: Navigator,
        store: SettingsStore,
        loader: LibraryLoader,
        paths: Paths,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._navigator, self._store, self._loader = navigator, store, loader
        self._paths = paths
        self._told: set[Path] = set()
        navigator.window.dropped.connect(self.open_all)
        loader.loaded.connect(self._look_beside)
        if loader.shelf is not None:
            self._look_beside(loader.shelf)

    def open(self, path: Path) -> None:
        """One file; while a session runs, when it is over."""
        if self._navigator.sessions.is_active:
            words = tr("“{file}” opens when the session is over.", file=path.name)
            self._navigator.sessions.tell(words)
        self._navigator.open_file(path)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Files, and what is in folders."""
        found: list[Path] = []
        for path in paths:
            files = _files_in(path) if path.is_dir() else (path,)
            if not files:
                words = tr("There is no routine in the folder {path}.", path=path)
                self._navigator.window.tell(words)
            found += files
        if len(found) == 1 or (found and self._navigator.sessions.is_active):
            self.open(found[0])
        elif found:
            self._list_all(found)

    def _list_all(self, files: Sequence[Path]) -> None:
        """Put them on the list, the first ones on top; what cannot be read says why there."""
        shelf = self._loader.shelf
        if shelf is None:
            return
        for path in reversed(files[:MOST_OPENED]):
            self._remember(shelf, path)
        if len(files) > MOST_OPENED:
            words = tr("The first {n} of them are on the list.", n=MOST_OPENED)
            self._navigator.window.tell(words)
        self._loader.load()
        self._navigator.window.show_page(ROUTINES)

    def _look_beside(self, shelf: Shelf) -> None:
        """A file that was put beside the folder of routines stands in the list, too."""
        known = {Path(path) for _, path in self._store.settings.opened_files} | self._told
        files = (Path(seen.path) for seen in listed(self._paths.data)[0])
        new = [path for path in files if path not in known]
        for path in new:
            self._told.add(path)
            self._remember(shelf, path)
            words = tr(
                "“{file}” lies beside the folder of your routines. It stands in the list; put it "
                "into {folder} to keep it with the others.",
                file=path.name,
                folder=self._paths.routines,
            )
            self._navigator.window.tell(words)
        if new:
            self._loader.load()

    def _remember(self, shelf: Shelf, path: Path) -> None:
        if path.parent not in self._loader.folders:
            remember_file(self._store, shelf.routine(str(path)).id, path)


def _files_in(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder, or of the folder of routines in it."""
    from stretchcoach.files.library.file_kinds import yaml_files

    return yaml_files(folder)[0] or yaml_files(folder / "routines")[0]
