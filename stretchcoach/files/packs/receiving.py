"""Taking in a pack: nothing is kept before the person has seen what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched, watched
from stretchcoach.files.disk.paths import EXERCISES, PLANS
from stretchcoach.files.library.exercise_files import KnownExercises, read_exercise_files
from stretchcoach.files.library.file_kinds import yaml_files
from stretchcoach.files.library.neighbours import known_beside
from stretchcoach.files.library.plan_files import (
    PlanEntry,
    Routines,
    read_plan_file,
    read_plans,
)
from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_file
from stretchcoach.files.packs.changes import changes_of_plan, changes_of_routine
from stretchcoach.files.packs.entry_names import MANIFEST
from stretchcoach.files.packs.manifest import Manifest, read_manifest
from stretchcoach.files.packs.pack_zip import PackRefusedError, PackZip, open_pack
from stretchcoach.files.packs.received import Received
from stretchcoach.files.pictures.picture_budget import MEGABYTE
from stretchcoach.files.yaml.problems import Problem


@dataclass(frozen=True)
class OfferedRoutine:
    """A routine of a pack. `exercises` counts those that come with it, also those in its file;
    `replaces` tells whether a revision of it was taken in before, `changes` what it says otherwise
    than what is at hand."""

    entry: RoutineEntry
    exercises: int = 0
    at_hand: RoutineEntry | None = None
    replaces: bool = False
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfferedPlan:
    """A plan of a pack; the rest as of a routine."""

    entry: PlanEntry
    at_hand: PlanEntry | None = None
    replaces: bool = False
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What is in a pack. With `problems` it cannot be taken in."""

    fingerprint: str
    routines: tuple[OfferedRoutine, ...]
    plans: tuple[OfferedPlan, ...]
    problems: tuple[Problem, ...]

    @property
    def everything(self) -> tuple[OfferedPlan | OfferedRoutine, ...]:
        """In the order in which it is shown."""
        return (*self.plans, *self.routines)

    @property
    def names(self) -> tuple[str, ...]:
        """The folders that it becomes, those of routines first."""
        return tuple(one.entry.id for one in self.routines) + tuple(
            one.entry.id for one in self.plans
        )


class PackReader:
    """Reads packs into `received`; `library` and `known` are what is at hand, and the plans of
    `folders`, which are read where a pack has one."""

    def __init__(
        self,
        received: Received,
        library: Routines,
        known: KnownExercises,
        folders: Sequence[Path] = (),
    ) -> None:
        self._received = received
        self._library = library
        self._known = known
        self._folders = folders

    def look(self, path: Path, profile: Profile, watch: Watch = unwatched) -> Offer:
        """What is in the pack at `path`; afterwards all is as before. PackRefusedError, OSError."""
        with self._received.unpacking() as folder:
            fingerprint = _unpack(path, folder, watch)
            return self._offer(folder, fingerprint, profile)

    def take(self, path: Path, offer: Offer, watch: Watch = unwatched) -> None:
        """Take in what was offered, all of it or nothing. PackRefusedError, OSError."""
        with self._received.unpacking() as folder:
            if _unpack(path, folder, watch) != offer.fingerprint:
                raise PackRefusedError(tr("This file is another one by now: open it once more."))
            self._received.take(folder, offer.names)

    def _offer(self, folder: Path, fingerprint: str, profile: Profile) -> Offer:
        routines, plan_files, problems = [], [], list[Problem]()
        for one in sorted(folder.iterdir()):
            routine, plan = one / f"{one.name}.yaml", one / PLANS / f"{one.name}.yaml"
            files = {path for path in one.rglob("*") if path.is_file()}
            if routine in files:
                offered, found = self._routine(routine, profile)
                routines.append(offered)
                problems += found
            elif plan in files:
                plan_files.append(plan)
            else:
                raise _strange(one.name)
        together = _Together(routines, self._library)
        plans = tuple(self._plan(path, together, profile) for path in plan_files)
        everything: tuple[OfferedRoutine | OfferedPlan, ...] = (*routines, *plans)
        for entry in (one.entry for one in everything):
            problems += [problem for problem in entry.problems if problem.is_error]
            if not problems and entry.id != entry.path.stem:
                raise _strange(entry.path.stem)
        if not routines and not plans:
            raise PackRefusedError(tr("There is nothing in this pack."))
        return Offer(fingerprint, tuple(routines), plans, tuple(problems))

    def _routine(self, path: Path, profile: Profile) -> tuple[OfferedRoutine, list[Problem]]:
        files, _ = yaml_files(path.parent / EXERCISES)
        exercises = read_exercise_files([files], self._known)[0] if files else ()
        problems = [one for entry in exercises for one in entry.problems if one.is_error]
        entry = read_routine_file(path, known_beside(path, self._known))
        before = self._before(entry)
        changes = () if before is None else changes_of_routine(before, entry, profile)
        replaces = before is not None and self._received.has(before.path)
        own = len(exercises) + len(entry.routine.exercises if entry.routine else ())
        return OfferedRoutine(entry, own, before, replaces, changes), problems

    def _before(self, entry: RoutineEntry) -> RoutineEntry | None:
        """The revision that was taken in before, or else the routine that has the same id."""
        path = self._received.folder / entry.id / f"{entry.id}.yaml"
        if path.is_file():
            return read_routine_file(path, known_beside(path, self._known))
        return self._library.routine_by_id(entry.id)

    def _plan(self, path: Path, together: Routines, profile: Profile) -> OfferedPlan:
        entry = read_plan_file(path, together)
        received = self._received.folder / entry.id / PLANS / f"{entry.id}.yaml"
        before = self._plan_before(entry, received)
        changes = () if before is None else changes_of_plan(before, entry, profile)
        replaces = before is not None and before.path == received
        return OfferedPlan(entry, before, replaces, changes)

    def _plan_before(self, entry: PlanEntry, received: Path) -> PlanEntry | None:
        """As of a routine. What was taken in names routines that were taken in with it."""
        if received.is_file():
            return read_plan_file(received, _Taken(self._received, self._known, self._library))
        plans = read_plans(self._folders, self._library) if entry.plan is not None else ()
        return next((one for one in plans if one.id == entry.id and one.plan), None)


class _Taken:
    """The routines that were taken in, and behind them those of the library."""

    def __init__(self, received: Received, known: KnownExercises, library: Routines) -> None:
        self._files = {path.stem: path for path in received.routine_files()}
        self._known, self._library = known, library

    @property
    def routine_ids(self) -> Iterator[str]:
        yield from self._files
        yield from self._library.routine_ids

    def routine_by_id(self, routine_id: str) -> RoutineEntry | None:
        path = self._files.get(routine_id)
        if path is None:
            return self._library.routine_by_id(routine_id)
        return read_routine_file(path, known_beside(path, self._known))


class _Together:
    """The routines of a pack, and behind them those of the library."""

    def __init__(self, offered: list[OfferedRoutine], library: Routines) -> None:
        self._offered: Mapping[str, RoutineEntry] = {
            one.entry.id: one.entry for one in offered if one.entry.routine
        }
        self._library = library

    @property
    def routine_ids(self) -> Iterator[str]:
        yield from self._offered
        yield from self._library.routine_ids

    def routine_by_id(self, routine_id: str) -> RoutineEntry | None:
        return self._offered.get(routine_id) or self._library.routine_by_id(routine_id)


def _strange(name: str) -> PackRefusedError:
    return PackRefusedError(
        tr("This is no pack of Stretch Coach: {name} is neither routine nor plan.", name=name)
    )


def _unpack(path: Path, folder: Path, watch: Watch) -> str:
    """Write the files of a pack below `folder`; what tells this pack from every other one."""
    with open_pack(path) as pack:
        content = pack.read(MANIFEST, MEGABYTE)
        manifest = read_manifest(content)
        if manifest.files.keys() != pack.sizes.keys() - {MANIFEST}:
            raise PackRefusedError(tr("This pack has other files than its list says."))
        for name in watched(tuple(manifest.files), watch):
            _extract(pack, manifest, name, folder / name)
    return hashlib.sha256(content).hexdigest()


def _extract(pack: PackZip, manifest: Manifest, name: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if "/" not in name or pack.extract(name, path) != manifest.files[name].sha256:
        raise PackRefusedError(
            tr("This file is damaged: {name} is not what it was. Get it once more.", name=name)
        )
