"""The index of the library: what is known of each file, so that it need not be read again.

One line with a checksum and one of JSON. An index that is damaged, of another version or not
there at all is no index: everything is read again and it is written anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from stretchcoach.core.exercise import Equipment, Position
from stretchcoach.core.routine_facts import Place, RoutineFacts
from stretchcoach.files.library_cards import BrokenPlace

FORMAT = 1
MAX_BYTES = 256 * 1024 * 1024
_SHAPE = [*RoutineFacts._fields, "|", *BrokenPlace._fields]


class IndexedFile(NamedTuple):
    """What is known of one file of the library.

    `mtime_ns` and `size` tell whether it changed since. `id` is that of the exercise or routine.
    `uses` are the exercises that a routine names; None where it has exercises of its own, whose
    meaning may depend on any other. `facts` is None for broken files, and `broken` for good
    ones; a good one has it nevertheless where the file `taken_by` had its id already.
    """

    path: str
    mtime_ns: int
    size: int
    id: str
    uses: tuple[str, ...] | None = ()
    facts: RoutineFacts | None = None
    picture: str = ""
    problems: int = 0
    broken: BrokenPlace | None = None
    taken_by: str = ""
    is_exercise: bool = False


def read_index(path: Path, stamp: str) -> dict[str, IndexedFile]:
    """What the index at `path` knows, by path; nothing when its stamp is not `stamp`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return {}
        head, _, body = path.read_bytes().partition(b"\n")
        if head != _head(body):
            return {}
        content = json.loads(body)
        if content["stamp"] != _full_stamp(stamp):
            return {}
        reader = _RowReader()
        return {row[0]: reader.file(row) for row in content["files"]}
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return {}


def write_index(path: Path, stamp: str, files: Iterable[IndexedFile]) -> None:
    """Replace the index at `path`. What cannot be written is read again at the next start."""
    rows = [_row(file) for file in files]
    content = {"stamp": _full_stamp(stamp), "files": rows}
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(_head(body) + b"\n" + body)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


def _head(body: bytes) -> bytes:
    return b"stretchcoach-index %d %08x" % (FORMAT, crc32(body))


def _full_stamp(stamp: str) -> list[Any]:
    return [stamp, _SHAPE]


def _row(file: IndexedFile) -> list[Any]:
    facts = file.facts
    return [
        *file[:4],
        file.uses,
        None
        if facts is None
        else [
            *facts[:7],
            ",".join(place.value for place in facts.places),
            ",".join(thing.value for thing in facts.equipment),
            facts.figure,
            facts.figure_position.value if facts.figure_position else None,
            facts.search_text,
        ],
        *file[6:],
    ]


class _RowReader:
    """Turns rows into what they stand for; the few different lists are made only once."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[Place, ...]] = {"": ()}
        self._equipment: dict[str, tuple[Equipment, ...]] = {"": ()}
        self._positions: dict[str | None, Position | None] = {p.value: p for p in Position}
        self._positions[None] = None

    def file(self, row: list[Any]) -> IndexedFile:
        path, mtime_ns, size, name, uses, facts, picture, problems, broken, *rest = row
        return IndexedFile(
            path,
            mtime_ns,
            size,
            name,
            None if uses is None else tuple(uses),
            None if facts is None else self._facts(facts),
            picture,
            problems,
            None if broken is None else BrokenPlace(*broken),
            *rest,
        )

    def _facts(self, row: list[Any]) -> RoutineFacts:
        places, things = row[7], row[8]
        if places not in self._places:
            self._places[places] = tuple(Place(value) for value in places.split(","))
        if things not in self._equipment:
            self._equipment[things] = tuple(Equipment(value) for value in things.split(","))
        row[7], row[8] = self._places[places], self._equipment[things]
        row[10] = self._positions[row[10]]
        if len(row) != len(RoutineFacts._fields):
            raise ValueError("a row of another shape")
        return RoutineFacts._make(row)
