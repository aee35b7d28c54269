"""The folder of what was taken in: a folder for each routine or plan, which stands alone.

So what came from elsewhere changes nothing of the person's own, nor of anybody else's: two packs
may mean two exercises by one name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from stretchcoach.files.disk.paths import PLANS

_NEW, _OLD, REMOVED = ".new-", ".old-", ".removed"


class Received:
    """`folder` need not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def routine_files(self) -> tuple[Path, ...]:
        """The files of all routines, by name. Never raises."""
        found = ((folder / f"{folder.name}.yaml") for folder in self._folders())
        return tuple(path for path in found if path.is_file())

    def plan_folders(self) -> tuple[Path, ...]:
        """The folders that have a plan. Never raises."""
        return tuple(folder for folder in self._folders() if (folder / PLANS).is_dir())

    def has(self, path: Path) -> bool:
        """Whether the routine at `path` was taken in."""
        return path.parent.parent == self.folder

    @contextmanager
    def unpacking(self) -> Iterator[Path]:
        """A new folder to unpack in. Afterwards nothing is left of it. OSError."""
        from tempfile import TemporaryDirectory  # the start needs none

        is_new = not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with TemporaryDirectory(prefix=_NEW, dir=self.folder) as made:
                yield Path(made)
        except OSError as error:
            if error.filename is None:  # a full disk names nothing
                error.filename = str(self.folder)
            raise
        finally:
            if is_new:
                with suppress(OSError):  # something was taken in
                    self.folder.rmdir()

    def take(self, unpacked: Path, names: Sequence[str]) -> None:
        """Put the folders `names` of `unpacked` in the place of those that are here: all or none.

        OSError.
        """
        done: list[str] = []
        try:
            for name in names:
                self._take_one(unpacked / name, name)
                done.append(name)
        except OSError:
            for name in reversed(done):
                self._put_back(name)
            raise
        for name in names:
            _remove(self._old(name))

    def remove(self, name: str) -> None:
        """Take `name` off; `restore` brings it back, until it is removed once more. OSError."""
        aside = self.folder / REMOVED / name
        _remove(aside)
        aside.parent.mkdir(exist_ok=True)
        (self.folder / name).rename(aside)

    def restore(self, name: str) -> None:
        """Bring back what was removed. OSError, also where there is such a one again."""
        (self.folder / REMOVED / name).rename(self.folder / name)

    def _folders(self) -> Iterator[Path]:
        try:
            names = sorted(os.listdir(self.folder))
        except OSError:
            return
        for name in names:
            if name.startswith(_OLD) and not (self.folder / name.removeprefix(_OLD)).exists():
                with suppress(OSError):  # the power failed in between
                    self._put_back(name.removeprefix(_OLD))
                    yield self.folder / name.removeprefix(_OLD)
            elif not name.startswith("."):
                yield self.folder / name

    def _take_one(self, new: Path, name: str) -> None:
        _remove(self._old(name))
        here = self.folder / name
        with suppress(FileNotFoundError):
            here.rename(self._old(name))
        try:
            new.rename(here)
        except OSError:
            self._put_back(name)
            raise

    def _put_back(self, name: str) -> None:
        here = self.folder / name
        _remove(here)
        with suppress(FileNotFoundError):  # it was not here before
            self._old(name).rename(here)

    def _old(self, name: str) -> Path:
        return self.folder / f"{_OLD}{name}"


def _remove(folder: Path) -> None:
    """With all that is in it, as far as that is allowed; it need not be there."""
    from shutil import rmtree  # the start needs none

    rmtree(folder, ignore_errors=True)
