"""Packs are read and written beside the window: a disk may be slow, and so may a stick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.work_words import pack_words
from stretchcoach.core.work.watch import Watch, part_of
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.whole_file import refuse_unwritable, why_not_written
from stretchcoach.files.packs.received import Received
from stretchcoach.ui.threads.beside_work import BesideWork, CancelledError, Outcome, Wording

if TYPE_CHECKING:
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.files.packs.receiving import Offer, PackReader

# Tells in the window what was done.
Done = Callable[[], None]


class PackWork(BesideWork):
    """One thing at a time; what is asked meanwhile is not done.

    `looked` has the Offer of a pack; `taken` the ids of what was taken in; `written` the path of
    a pack and sentences about what could not go along. `failed` has a sentence: nothing was done.
    The plans of `folders` are those at hand.
    """

    looked = Signal(object)
    taken = Signal(object)
    written = Signal(object, object)
    failed = Signal(str)

    def __init__(
        self,
        received: Received,
        shelf: Shelf,
        parent: QObject | None = None,
        folders: Sequence[Path] = (),
    ) -> None:
        super().__init__(parent, "packs")
        self._received = received
        self._shelf = shelf
        self._folders = folders

    def look(self, file: Path, profile: Profile) -> None:
        """What is in the pack `file`, for this person."""
        self._start(partial(self._look, file, profile), _looking)

    def take(self, file: Path, offer: Offer) -> None:
        """Take in what was offered."""
        self._start(partial(self._take, file, offer), _taking)

    def keep(self, file: Path, profile: Profile) -> None:
        """Copy the routine at `file`, with what belongs to it, to what was taken in."""
        self._start(partial(self._keep, file, profile), _taking)

    def write(self, entry: RoutineEntry, file: Path) -> None:
        """Write a pack of the routine `entry` to `file`."""
        self._start(partial(self._write, entry, file), pack_words)

    def _start(self, work: Callable[[Watch], Done], wording: Wording) -> None:
        self.begin(partial(self._do, work), wording, "")

    def _do(self, work: Callable[[Watch], Done], watch: Watch) -> Outcome:
        from stretchcoach.files.packs.making import PackNotMadeError
        from stretchcoach.files.packs.pack_zip import PackRefusedError

        try:
            watch(0)
            return Outcome(then=work(watch))
        except (PackRefusedError, PackNotMadeError) as error:
            return self._failed(str(error))
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            return self._failed(f"{place}{why_not_written(error)}")
        except CancelledError:
            return self._failed(tr("Nothing was taken in or written."))

    def _failed(self, sentence: str) -> Outcome:
        return Outcome(then=partial(self.failed.emit, sentence))

    def _look(self, file: Path, profile: Profile, watch: Watch) -> Done:
        offer = self._reader().look(file, profile, watch)
        return partial(self.looked.emit, offer)

    def _take(self, file: Path, offer: Offer, watch: Watch) -> Done:
        self._reader().take(file, offer, watch)
        return partial(self.taken.emit, offer.names)

    def _keep(self, file: Path, profile: Profile, watch: Watch) -> Done:
        from stretchcoach.files.packs.kept_file import KeptFile

        shelf, bundled = self._shelf, bundled_dir("routines")
        with KeptFile(shelf.exercise_entries, shelf.known, bundled) as kept:
            pack = kept.packed(file)
            offer = self._reader().look(pack, profile, part_of(watch, 0, 0.5))
            return self._take(pack, offer, part_of(watch, 0.5, 1))

    def _write(self, entry: RoutineEntry, file: Path, watch: Watch) -> Done:
        from stretchcoach.files.packs.gathering import Gathered, Gatherer
        from stretchcoach.files.packs.making import write_pack

        refuse_unwritable(file)
        shelf, gathered = self._shelf, Gathered()
        gatherer = Gatherer(shelf.exercise_entries, shelf.known, bundled_dir("routines"))
        gatherer.routine(entry, gathered, part_of(watch, 0, 0.5))
        write_pack(gathered.files, file, part_of(watch, 0.5, 1))
        return partial(self.written.emit, file, tuple(gathered.remarks))

    def _reader(self) -> PackReader:
        from stretchcoach.files.packs.receiving import PackReader

        return PackReader(self._received, self._shelf, self._shelf.known, self._folders)


def _looking(percent: int) -> str:
    return tr("The file is looked through: {percent} % done.", percent=percent)


def _taking(percent: int) -> str:
    return tr("The routines are taken in: {percent} % done.", percent=percent)
