"""Reads the library into cards: lists and looks at all files, reads only those that changed.

What reads YAML is imported when there is something to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach import __version__
from stretchcoach.core.language.i18n import languages, tr
from stretchcoach.files.disk.paths import EXERCISES
from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.files.folders.seen_files import SeenFile, listed, look_at, state_of
from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.files.library.cards import LibraryCard, folder_card, gone_card
from stretchcoach.files.library.holders import holders
from stretchcoach.files.library.index_file import IndexedFile, read_index, write_index
from stretchcoach.files.yaml.problems import Problem, clean

if TYPE_CHECKING:
    from stretchcoach.files.library.card_maker import RoutineMaker

FIGURES = "figures"
FIRST_BATCH = 24
SEEN = len(SeenFile._fields)

Tell = Callable[[Shelf], None]


@dataclass(frozen=True)
class _Folder:
    exercises: tuple[SeenFile, ...]
    routines: tuple[SeenFile, ...]
    problems: tuple[Problem, ...]
    own: bool
    clients: tuple[tuple[str, tuple[SeenFile, ...]], ...] = ()


class ReadingStoppedError(Exception):
    """The program ends; what was read so far is of no use."""


class ShelfReader:
    """Reads `folders`, the bundled one first, the files that were `received` in packs, and those
    that were `opened` elsewhere; `index` is the file that remembers."""

    def __init__(
        self,
        folders: Sequence[Path],
        assets: Path,
        index: Path | None,
        opened: Sequence[Path] = (),
        received: Sequence[Path] = (),
    ) -> None:
        self._folders = folders
        self._opened = tuple(dict.fromkeys((*received, *opened)))
        self._received = frozenset(str(path) for path in received)
        self._assets = assets
        self._index = index
        self._reading: _Reading | None = None

    def read(self, tell: Tell, stopped: Callable[[], bool] | None = None) -> Shelf:
        """All cards; `tell` gets them in batches while files are read that take their time.

        Raises nothing but ReadingStoppedError, when `stopped` says so between two files.
        """
        stamp = self._stamp()
        before = read_index(self._index, stamp) if self._index else {}
        opened = [look_at(path) for path in self._opened]
        self._reading = _Reading(
            self._list(), opened, self._received, self._assets, before, stamp, tell
        )
        return self._reading.shelf(stopped)

    def save(self) -> None:
        """Write the index of what was read, where anything changed."""
        if self._index and self._reading:
            self._reading.save(self._index)
        self._reading = None

    def _list(self) -> list[_Folder]:
        folders = []
        for number, folder in enumerate(self._folders):
            routines, problems = listed(folder)
            exercises, more = listed(folder / EXERCISES)
            clients = []
            for client in client_folders(folder) if number > 0 else ():
                files, unread = listed(client)
                clients.append((clean(client.name), files))
                more += unread
            folders.append(
                _Folder(exercises, routines, (*problems, *more), number > 0, tuple(clients))
            )
        return folders

    def _stamp(self) -> str:
        """What the whole index depends on: the program, its language, which pictures there are."""
        places = [self._assets / FIGURES]
        for folder in self._folders:
            places += (folder / FIGURES, folder / EXERCISES / FIGURES)
        states = [state_of(place) for place in places]
        # Messages are kept as they were read, so another language makes another index.
        return f"{__version__} {tr('this file is empty')} {languages()} {self._assets} {states}"


class _Reading:
    """One pass over all folders."""

    def __init__(
        self,
        folders: Sequence[_Folder],
        opened: Sequence[SeenFile],
        received: frozenset[str],
        assets: Path,
        before: Mapping[str, IndexedFile],
        stamp: str,
        tell: Tell,
    ) -> None:
        self._folders = folders
        here = {seen.path for folder in folders for seen in folder.routines}
        here |= {seen.path for f in folders for _, files in f.clients for seen in files}
        self._received = received
        self._opened = [seen for seen in opened if seen.path not in here]
        self._stamp = stamp
        self._tell = tell
        groups = [[Path(seen.path) for seen in folder.exercises] for folder in folders]
        self._exercises = Exercises(groups, assets)
        self._before = before
        self._now: list[IndexedFile] = []
        self._changed = False
        self._cards: list[LibraryCard] = []
        self._told, self._batch = 0, FIRST_BATCH
        self._maker: RoutineMaker | None = None

    def shelf(self, stopped: Callable[[], bool] | None) -> Shelf:
        self._stopped = stopped
        exercise_cards, moved = self._read_exercises()
        taken: set[str] = set()
        for folder in reversed(self._folders):
            self._cards += (folder_card(problem, folder.own) for problem in folder.problems)
            self._cards += exercise_cards.get(folder.own, ())
            if folder is self._folders[0]:
                self._read_opened(moved)  # before what comes with the program
            group = self._read_routines(folder, taken, moved)
            taken |= group
            self._read_clients(folder, moved)
        problems = [problem for folder in self._folders for problem in folder.problems]
        return Shelf(self._cards, self._exercises, problems)

    def save(self, index: Path) -> None:
        """Keep what was read, where that is not what was kept before."""
        if self._changed or len(self._now) != len(self._before):
            write_index(index, self._stamp, self._now)

    # Exercises

    def _read_exercises(self) -> tuple[dict[bool, list[LibraryCard]], set[str]]:
        """The cards of broken ones, by whether they are the person's, and the ids that changed."""
        seen = {file.path: file for folder in self._folders for file in folder.exercises}
        known = {path: file for path, file in self._before.items() if file.is_exercise}
        changed = {path for path, file in seen.items() if known.get(path, ())[:SEEN] != file}
        changed |= known.keys() - seen.keys()
        files = [known[path] for path in seen] if not changed else list(self._exercise_files(seen))
        self._now += files
        self._changed = bool(changed)
        moved = {file.id for file in files if file.path in changed}
        moved |= {known[path].id for path in changed if path in known}
        own = {file.path for folder in self._folders if folder.own for file in folder.exercises}
        cards: dict[bool, list[LibraryCard]] = {True: [], False: []}
        for file in files:
            if file.broken is not None:
                card = _card(file, file.path in own)
                cards[file.path in own].append(card._replace(is_routine=False))
        return cards, moved

    def _exercise_files(self, seen: Mapping[str, SeenFile]) -> Iterator[IndexedFile]:
        from stretchcoach.files.library.card_maker import indexed_exercise

        for entry in self._exercises.entries:
            yield indexed_exercise(seen[str(entry.path)], entry)

    # Routines

    def _read_routines(self, folder: _Folder, taken: set[str], moved: set[str]) -> set[str]:
        """Add the cards of one folder, without ids that are `taken`; the ids that it has."""
        files = []
        start = len(self._cards)
        for seen in folder.routines:
            file = self._before.get(seen.path)
            if file is None or file[:SEEN] != seen or (moved and _may_mean_other(file, moved)):
                file = self._read_routine(seen)
            files.append(file)
            if _is_shown(file, taken):
                self._cards.append(_card(file, folder.own))
            if len(self._cards) - self._told >= self._batch and self._changed:
                self._tell_cards()
        holder = holders((file.id, file.path) for file in files if file.facts is not None)
        read = files
        files = [
            file if file.facts is None else self._with_taken_id(file, holder[file.id])
            for file in read
        ]
        self._now += files
        if files != read:  # only now is it known which of them are copies
            self._cards[start:] = [_card(f, folder.own) for f in files if _is_shown(f, taken)]
            self._told = min(self._told, len(self._cards))
        return set(holder)

    def _read_routine(self, seen: SeenFile, *, beside: bool = False) -> IndexedFile:
        """Read it now, where it is `beside` exercises of its own together with those."""
        if self._stopped is not None and self._stopped():
            raise ReadingStoppedError
        from stretchcoach.files.library.card_maker import RoutineMaker

        self._changed = True
        if beside:
            from stretchcoach.files.library.neighbours import known_beside

            known = known_beside(Path(seen.path), self._exercises.known)
            return RoutineMaker(known).read(seen)
        if self._maker is None:
            self._maker = RoutineMaker(self._exercises.known)
        return self._maker.read(seen)

    def _read_opened(self, moved: set[str]) -> None:
        """Add the cards of files that were opened; they stand beside others with their id."""
        for seen in self._opened:
            if seen.size < 0:
                self._cards.append(gone_card(seen.path))
                continue
            received = seen.path in self._received
            card = self._card_apart(seen, moved)
            self._cards.append(card._replace(opened=True, received=received))

    def _read_clients(self, folder: _Folder, moved: set[str]) -> None:
        """Add the cards of all clients; they stand beside others with their id."""
        for client, files in folder.clients:
            self._cards += (self._card_apart(s, moved)._replace(client=client) for s in files)

    def _card_apart(self, seen: SeenFile, moved: set[str]) -> LibraryCard:
        """The card of a file whose id is no matter of others, and that may have exercises of its
        own beside it."""
        beside = (Path(seen.path).parent / EXERCISES).is_dir()
        file = self._before.get(seen.path)
        changed = file is None or file[:SEEN] != seen or beside
        if file is None or changed or (moved and _may_mean_other(file, moved)):
            file = self._read_routine(seen, beside=beside)
        self._now.append(file)
        return _card(file, own=True)

    def _with_taken_id(self, file: IndexedFile, first: str) -> IndexedFile:
        """`file`, where `first` is the one that has its id; that may be itself."""
        taken_by = "" if first == file.path else first
        if file.taken_by == taken_by:
            return file
        self._changed = True
        if not taken_by:
            return file._replace(taken_by="", broken=None, problems=0)
        from stretchcoach.files.library.card_maker import taken_routine

        return taken_routine(file, first, self._exercises.known)

    def _tell_cards(self) -> None:
        """Each batch is larger than the one before: the first cards come soon, all in few."""
        if self._told < len(self._cards):
            self._tell(Shelf(self._cards[self._told :], self._exercises))
            self._told = len(self._cards)
            self._batch *= 2


def _is_shown(file: IndexedFile, taken: set[str]) -> bool:
    """Whether there is a card for it: not where a folder that counts more has the id."""
    return file.facts is None or bool(file.taken_by) or file.id not in taken


def _card(file: IndexedFile, own: bool) -> LibraryCard:
    if file.taken_by or file.facts is None:
        return LibraryCard(file.path, own, None, (), file.problems, file.broken)
    return LibraryCard(file.path, own, file.facts, file.pictures)


def _may_mean_other(file: IndexedFile, moved: set[str]) -> bool:
    """Whether a routine may have become another one because exercises changed."""
    if file.facts is None or file.uses is None:
        return True
    return not moved.isdisjoint(file.uses.split())
