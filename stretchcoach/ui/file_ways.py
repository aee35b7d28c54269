"""The ways of files: one that is opened, kept, taken off the list; a pack taken in or made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.folders.client_folders import client_of, is_sent
from stretchcoach.files.packs.received import Received
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.opened_files import forget_file, remember_file
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.handout.paper_work import PaperWork
    from stretchcoach.ui.packs.pack_ways import PackWays
    from stretchcoach.ui.routine.routine_page import RoutinePage
    from stretchcoach.ui.threads.beside_work import BesideWork, Outcome

PACK_ENDINGS = (".stretchpack", ".STRETCHPACK")


class FileWays(QObject):
    """`routine_asked` has the RoutineEntry of a file, good or broken; `sent_asked` the path of what
    a client may have sent; `list_asked` leads back to the list. `file_opened` has the path of each
    file that was opened, good or broken.

    `is_busy` tells that a session runs: what is opened then waits for its end.
    """

    routine_asked = Signal(object)
    sent_asked = Signal(object)
    list_asked = Signal()
    file_opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        loader: LibraryLoader,
        paths: Paths,
        window: MainWindow,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._loader, self._window = theme, store, loader, window
        self.received = Received(paths.received)
        self._is_busy = is_busy
        self._packs: PackWays | None = None
        self._page: RoutinePage | None = None
        self._removed: Path | None = None
        self._shared: dict[PaperWork, RoutinePage] = {}
        self.waiting: Path | None = None
        """What is opened once the library is read and the session is over."""

    def open(self, path: Path) -> None:
        """A pack, the routine of a file that stands anywhere, or the one with this id."""
        library = self._loader.shelf
        if library is None or self._is_busy():
            self.waiting = path
            return
        if _is_pack(path):
            self._pack_ways().open(path, library)
            return
        if is_sent(path):
            self.sent_asked.emit(path)
            return
        try:
            entry = library.routine(str(path))
        except LookupError as error:
            self._window.tell(tr("{path}: {problem}", path=path, problem=error))
            return
        self.file_opened.emit(entry.path)
        if entry.routine is not None and self._is_elsewhere(entry.path):
            remember_file(self._store, entry.id, entry.path)
            self._loader.load()
        self.routine_asked.emit(entry)

    def open_waiting(self) -> None:
        """Open what had to wait, if anything has."""
        if self.waiting is not None:
            file, self.waiting = self.waiting, None
            self.open(file)

    def forget(self, path: Path) -> None:
        """Take a file off the list: an opened one stays as it is, one that was taken in can be
        brought back."""
        if self.received.has(path):
            if not self._pack_ways().remove(path):
                return
            self._removed = path
            words = tr("“{name}” was taken off the list.", name=path.stem)
            self._window.bar().say(words, undo=self._on_undo)
        else:
            forget_file(self._store, path)
        self._loader.load()
        self.list_asked.emit()

    def serve(self, page: RoutinePage) -> None:
        """Do what is asked on the page of a routine."""
        self._page = page
        page.forget_asked.connect(self.forget)
        page.pack_asked.connect(self._on_pack_asked)
        page.keep_asked.connect(self._on_keep_asked)
        work = page.header.share_menu.work
        work.setParent(self)  # what is being written goes on when the page is left
        self._shared[work] = page
        work.finished.connect(self._on_shared)
        page.destroyed.connect(self._on_page_gone)

    def wait(self) -> None:
        """Wait for what is read or written beside the window."""
        if self._packs is not None:
            self._packs.wait()

    def _on_shared(self, outcome: Outcome) -> None:
        """Tell above the pages what the page that was left can no longer tell."""
        for work, page in self._shared.items():
            if work is self.sender() and not isValid(page) and outcome.words:
                self._window.bar().say(outcome.words, file=outcome.file)
        self._on_page_gone()

    def _on_page_gone(self) -> None:
        """Let go of the work of pages that were left, once it is done."""
        for work, page in tuple(self._shared.items()):
            if not isValid(page) and not work.has_work:
                del self._shared[work]
                work.deleteLater()

    def _is_elsewhere(self, path: Path) -> bool:
        folders = self._loader.folders
        is_here = path.parent in folders or any(client_of(path, own) for own in folders[1:])
        return not is_here and not self.received.has(path)

    def _pack_ways(self) -> PackWays:
        if self._packs is None:
            from stretchcoach.ui.packs.pack_ways import PackWays

            self._packs = PackWays(
                self._theme, self._store, self.received, self._loader.folders, self
            )
            self._packs.page_made.connect(self._window.open_page)
            self._packs.left.connect(self.list_asked)
            self._packs.told.connect(self._window.tell)
            self._packs.taken.connect(self._on_taken)
            self._packs.written.connect(self._on_written)
            self._packs.begun.connect(self._on_begun)
        return self._packs

    def _on_pack_asked(self, entry: RoutineEntry) -> None:
        if self._loader.shelf is not None:
            self._pack_ways().share(entry, self._loader.shelf, self._window)

    def _on_keep_asked(self, path: Path) -> None:
        if self._loader.shelf is not None:
            self._pack_ways().keep(path, self._loader.shelf)

    def _on_taken(self, path: Path, kept: Path | None) -> None:
        """It is shown once the library knows it; a file of which it is a copy leaves the list."""
        if kept is not None:
            forget_file(self._store, kept)
        self.list_asked.emit()  # there is no way back to what was taken in
        if path.is_file():  # it is no plan
            self.waiting = path
        self._loader.load()

    def _on_begun(self, work: BesideWork) -> None:
        if self._page is not None and isValid(self._page):
            self._page.follow(work)

    def _on_written(self, file: Path) -> None:
        words = tr("Written to {path}. Whoever has Stretch Coach can open it.", path=file)
        if self._page is not None and isValid(self._page):
            self._page.say(words, file)

    def _on_undo(self) -> None:
        self._window.bar().hide()
        if self._removed is not None and self._pack_ways().restore(self._removed):
            self._loader.load()


def _is_pack(path: Path) -> bool:
    return path.suffix in PACK_ENDINGS
