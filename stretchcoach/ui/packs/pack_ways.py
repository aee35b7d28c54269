"""From a pack to the list of routines, and from a routine to a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.making import ENDING
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import Offer
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.packs.pack_page import PackPage
from stretchcoach.ui.packs.pack_work import PackWork
from stretchcoach.ui.theme.theme import Theme


class PackWays(QObject):
    """`page_made` has the page to show; whoever shows it owns it. `left` follows when nothing is
    wanted, `taken` has the path of what is to be shown once the library is read again.

    `taken` has also the file that was kept so, or None.
    `told` has a sentence, `written` the path of a pack that can be handed over now; `begun` has
    the work that is about to make one, or to keep a file. `folders` have the plans at hand.
    """

    page_made = Signal(object)
    left = Signal()
    taken = Signal(object, object)
    told = Signal(str)
    written = Signal(object)
    begun = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        received: Received,
        folders: Sequence[Path] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._theme, self._store, self._received = theme, store, received
        self._places = FilePlaces(store)
        self._work: PackWork | None = None
        self._page: PackPage | None = None
        self._file = Path()
        self._kept: Path | None = None
        self._shared: tuple[RoutineEntry, Shelf] | None = None

    def open(self, file: Path, shelf: Shelf) -> None:
        """Show what is in the pack `file`."""
        profile = self._store.settings.profile
        page = PackPage(self._theme, file, profile)
        self._page, self._file = page, file
        work = self._new_work(shelf)
        work.looked.connect(page.show_offer)
        work.failed.connect(page.show_failure)
        page.take_asked.connect(self._on_take_asked)
        page.left.connect(work.cancel)
        page.left.connect(self.left)
        page.work_bar.follow(work)
        self.page_made.emit(page)
        work.look(file, profile)

    def keep(self, file: Path, shelf: Shelf) -> None:
        """Copy an opened routine and its pictures to what was taken in."""
        work = self._new_work(shelf)
        self._kept = file
        work.failed.connect(self.told)
        self.begun.emit(work)
        work.keep(file, self._store.settings.profile)

    def share(self, entry: RoutineEntry, shelf: Shelf, window: QWidget) -> None:
        """Ask where to write a pack of `entry`, and write it."""
        self._shared = entry, shelf
        dialog = self._places.save(window, tr("Hand it over as a file"), f"{entry.id}{ENDING}")
        dialog.fileSelected.connect(self._on_place_chosen)

    def remove(self, path: Path) -> bool:
        """Take what was taken in off again; whether that went well."""
        return self._moved(self._received.remove, path)

    def restore(self, path: Path) -> bool:
        """Bring back what was removed last."""
        return self._moved(self._received.restore, path)

    def wait(self) -> None:
        """Wait for what is read or written."""
        if self._work is not None:
            self._work.wait()

    def _moved(self, move: Callable[[str], None], path: Path) -> bool:
        try:
            move(path.parent.name)
        except OSError as error:
            self.told.emit(tr("{file} stays where it is: {reason}",
                              file=path.name, reason=error.strerror or error))  # fmt: skip
            return False
        return True

    def _new_work(self, shelf: Shelf) -> PackWork:
        self._work = PackWork(self._received, shelf, self, self._folders)
        self._kept = None
        self._work.taken.connect(self._on_taken)
        return self._work

    def _on_take_asked(self, offer: Offer) -> None:
        if self._work is not None:
            self._work.take(self._file, offer)

    def _on_taken(self, names: tuple[str, ...]) -> None:
        name = names[0]
        self.taken.emit(self._received.folder / name / f"{name}.yaml", self._kept)

    def _on_place_chosen(self, place: str) -> None:
        if self._shared is None or not place:
            return
        entry, shelf = self._shared
        work = self._new_work(shelf)
        work.failed.connect(self._on_not_written)
        work.written.connect(self._on_written)
        self.begun.emit(work)
        work.write(entry, Path(place))

    def _on_not_written(self, reason: str) -> None:
        self.told.emit(tr("The file was not written. {reason}", reason=reason))

    def _on_written(self, file: Path, remarks: tuple[str, ...]) -> None:
        for remark in remarks:
            self.told.emit(remark)
        self.written.emit(file)
