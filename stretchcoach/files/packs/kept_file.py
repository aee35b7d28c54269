"""A routine that stands alone somewhere, made a pack, so that it is kept in the same way."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from stretchcoach.files.library.exercise_files import ExerciseEntry, KnownExercises
from stretchcoach.files.library.neighbours import known_beside
from stretchcoach.files.library.routine_files import read_routine_file
from stretchcoach.files.packs.gathering import Gathered, Gatherer
from stretchcoach.files.packs.making import PackNotMadeError, write_pack
from stretchcoach.files.packs.pack_zip import PackRefusedError


class KeptFile:
    """A context: the pack that `packed` makes is gone when it ends."""

    def __init__(
        self, entries: Iterable[ExerciseEntry], known: KnownExercises, bundled: Path
    ) -> None:
        self._gatherer = Gatherer(entries, known, bundled)
        self._known = known
        self.remarks: tuple[str, ...] = ()

    def __enter__(self) -> KeptFile:
        self._folder = tempfile.TemporaryDirectory()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._folder.cleanup()

    def packed(self, path: Path) -> Path:
        """The pack of the routine at `path`. PackRefusedError with its errors; OSError."""
        entry = read_routine_file(path, known_beside(path, self._known))
        if entry.routine is None:
            errors = [problem.format() for problem in entry.problems if problem.is_error]
            raise PackRefusedError("\n".join(errors))
        gathered = Gathered()
        self._gatherer.routine(entry, gathered)
        self.remarks = tuple(gathered.remarks)
        pack = Path(self._folder.name, "kept")
        try:
            write_pack(gathered.files, pack)
        except PackNotMadeError as error:
            raise PackRefusedError(str(error)) from error
        return pack
