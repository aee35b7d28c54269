"""Packs are read and written beside the window: a disk may be slow, and so may a stick."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.packs.received import Received
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller

if TYPE_CHECKING:
    from collections.abc import Callable

    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.files.packs.receiving import Offer, PackReader


class PackWork(Teller):
    """One thing at a time; what is asked meanwhile is not done.

    `looked` has the Offer of a pack; `taken` the ids of what was taken in; `written` the path of
    a pack and sentences about what could not go along. `failed` has a sentence: nothing was done.
    """

    looked = Signal(object)
    taken = Signal(object)
    written = Signal(object, object)
    failed = Signal(str)

    def __init__(self, received: Received, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._received = received
        self._shelf = shelf
        self._background = Background(self, "packs")
        self._is_busy = False

    def look(self, file: Path, profile: Profile) -> None:
        """What is in the pack `file`, for this person."""
        self._start(partial(self._look, file, profile))

    def take(self, file: Path, offer: Offer) -> None:
        """Take in what was offered."""
        self._start(partial(self._take, file, offer))

    def keep(self, file: Path, profile: Profile) -> None:
        """Copy the routine at `file`, with what belongs to it, to what was taken in."""
        self._start(partial(self._keep, file, profile))

    def write(self, entry: RoutineEntry, file: Path) -> None:
        """Write a pack of the routine `entry` to `file`."""
        self._start(partial(self._write, entry, file))

    def wait(self) -> None:
        """Wait until it is done."""
        self._background.wait()

    def _start(self, work: Callable[[], None]) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._background.start(partial(self._run, work))

    def _run(self, work: Callable[[], None]) -> None:
        from stretchcoach.files.packs.making import PackNotMadeError
        from stretchcoach.files.packs.pack_zip import PackRefusedError

        try:
            work()
        except (PackRefusedError, PackNotMadeError) as error:
            self.tell("failed", str(error))
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            self.tell("failed", f"{place}{error.strerror or error}")
        finally:
            self._is_busy = False

    def _look(self, file: Path, profile: Profile) -> None:
        offer = self._reader().look(file, profile)
        self.tell("looked", offer)

    def _take(self, file: Path, offer: Offer) -> None:
        self._reader().take(file, offer)
        self.tell("taken", offer.names)

    def _keep(self, file: Path, profile: Profile) -> None:
        from stretchcoach.files.packs.kept_file import KeptFile

        shelf, bundled = self._shelf, bundled_dir("routines")
        with KeptFile(shelf.exercise_entries, shelf.known, bundled) as kept:
            pack = kept.packed(file)
            self._take(pack, self._reader().look(pack, profile))

    def _write(self, entry: RoutineEntry, file: Path) -> None:
        from stretchcoach.files.packs.gathering import Gathered, Gatherer
        from stretchcoach.files.packs.making import write_pack

        shelf, gathered = self._shelf, Gathered()
        gatherer = Gatherer(shelf.exercise_entries, shelf.known, bundled_dir("routines"))
        gatherer.routine(entry, gathered)
        write_pack(gathered.files, file)
        self.tell("written", file, tuple(gathered.remarks))

    def _reader(self) -> PackReader:
        from stretchcoach.files.packs.receiving import PackReader

        return PackReader(self._received, self._shelf, self._shelf.known)
