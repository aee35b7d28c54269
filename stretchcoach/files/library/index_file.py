"""The index of the library: what is known of each file, so that it need not be read again.

Lines of JSON, each with its checksum. An index that is damaged, of another version, of another
shape than this program writes or not there at all is no index: everything is read again and it
is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.files.disk.regular_file import open_regular
from stretchcoach.files.disk.whole_file import replacing
from stretchcoach.files.library.cards import BrokenPlace

FORMAT = 4
MAX_LINE = 4 * 1024 * 1024
MAX_NUMBER = 2**31 - 1  # of what is shown or added up
FILES_A_LINE = 100  # so that reading needs little memory beside what it finds
_SHAPE = [*RoutineFacts._fields, *BrokenPlace._fields]
_PLACES, _THINGS, _EXERCISES, _FIGURES, _POSITION = (
    RoutineFacts._fields.index(name)
    for name in ("places", "equipment", "exercises", "figures", "figure_position")
)
BETWEEN_PATHS = "\0"  # which no path has


class IndexedFile(NamedTuple):
    """What is known of one file of the library.

    The first of it is what its folder lists, see `SeenFile`. `id` is that of the exercise or
    routine. `uses` are the exercises that a routine names, with spaces between; None where it has
    exercises of its own or does not name all by their ids, so that its meaning may depend on any.
    `facts` is None for broken files, and `broken` for good ones; a good one has it nevertheless
    where the file `taken_by` had its id already.
    """

    path: str
    mtime_ns: int
    size: int
    ctime_ns: int
    inode: int
    id: str
    uses: str | None = ""
    facts: RoutineFacts | None = None
    pictures: tuple[str, ...] = ()
    problems: int = 0
    broken: BrokenPlace | None = None
    taken_by: str = ""
    is_exercise: bool = False


def read_index(path: Path, stamp: str) -> dict[str, IndexedFile]:
    """What the index at `path` knows, by path; nothing when its stamp is not `stamp`."""
    found: dict[str, IndexedFile] = {}
    reader = _RowReader()
    try:
        with open_regular(path) as stream:
            if _content(stream.readline(MAX_LINE)) != _head(stamp):
                return {}
            while line := stream.readline(MAX_LINE):
                for file in reader.files(_content(line)):
                    found[file.path] = file
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found


def write_index(path: Path, stamp: str, files: Sequence[IndexedFile]) -> None:
    """Replace the index at `path`. What cannot be written is read again at the next start."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temporary, temporary.open("wb") as stream:
            stream.write(_line(_head(stamp)))
            for first in range(0, len(files), FILES_A_LINE):
                stream.write(_line([_row(file) for file in files[first : first + FILES_A_LINE]]))


def _head(stamp: str) -> list[Any]:
    return ["stretchcoach-index", FORMAT, stamp, _SHAPE]


def _line(content: list[Any]) -> bytes:
    """Content as one line, its checksum first."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    line = body.encode("utf-8", "surrogatepass")
    return b"%08x " % crc32(line) + line + b"\n"


def _content(line: bytes) -> Any:
    """What a line says; ValueError when it is damaged."""
    checksum, _, body = line.rstrip(b"\n").partition(b" ")
    if checksum != b"%08x" % crc32(body):
        raise ValueError("a damaged line")
    return json.loads(body.decode("utf-8", "surrogatepass"))


def _row(file: IndexedFile) -> list[Any]:
    facts = file.facts
    return [
        *file[:6],
        file.uses,
        None
        if facts is None
        else [
            *facts[:_PLACES],
            ",".join(place.value for place in facts.places),
            ",".join(thing.value for thing in facts.equipment),
            ",".join(facts.exercises),
            ",".join(facts.figures),
            facts.figure_position.value if facts.figure_position else None,
            facts.search_text,
        ],
        BETWEEN_PATHS.join(file.pictures),
        *file[9:],
    ]


_Types = frozenset[type]
_TEXT: _Types = frozenset({str})
_NUMBER: _Types = frozenset({int})
_YES_OR_NO: _Types = frozenset({bool})
_TEXT_OR_NONE: _Types = frozenset({str, type(None)})
_LIST_OR_NONE: _Types = frozenset({list, type(None)})
_FILE_COLUMNS = (
    *(_TEXT, _NUMBER, _NUMBER, _NUMBER, _NUMBER, _TEXT, _TEXT_OR_NONE, _LIST_OR_NONE),
    *(_TEXT, _NUMBER, _LIST_OR_NONE, _TEXT, _YES_OR_NO),
)
_FACTS_COLUMNS = (
    *(_TEXT, _TEXT, _TEXT, _NUMBER, *(_NUMBER, _NUMBER, _NUMBER, _NUMBER, _NUMBER), _YES_OR_NO),
    *(_TEXT, _TEXT, _TEXT, _TEXT, _TEXT_OR_NONE, _TEXT),
)
_BROKEN_COLUMNS = (_NUMBER, _NUMBER, _TEXT, _TEXT, _TEXT)
_UNSHOWN = (1, 2, 3, 4)  # columns of numbers that are only compared


def _check_table(rows: Any, columns: Sequence[_Types], unshown: Sequence[int] = ()) -> None:
    """ValueError unless all of `rows` are of `columns` and their numbers can be shown.

    Column by column, for there may be ten thousand rows.
    """
    if type(rows) is not list or not {list}.issuperset(map(type, rows)):
        raise ValueError("no rows")
    table = list(zip(*rows, strict=True))
    if rows and len(table) != len(columns):
        raise ValueError("rows of another shape")
    for number, (values, types) in enumerate(zip(table, columns, strict=False)):
        if not types.issuperset(map(type, values)):
            raise ValueError("a value of another type")
        shown = types is _NUMBER and number not in unshown
        if shown and not 0 <= min(values) <= max(values) <= MAX_NUMBER:
            raise ValueError("a number that no file has")


class _RowReader:
    """Turns rows into what they stand for; the few different lists are made only once."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[Place, ...]] = {"": ()}
        self._equipment: dict[str, tuple[Equipment, ...]] = {"": ()}
        self._positions: dict[str | None, Position | None] = {p.value: p for p in Position}
        self._positions[None] = None
        self._same: dict[str, str] = {}
        self._lists: dict[str, tuple[str, ...]] = {"": ()}

    def files(self, rows: Any) -> Iterator[IndexedFile]:
        """What the rows of a line stand for. ValueError or KeyError for what stands for nothing."""
        _check_table(rows, _FILE_COLUMNS, _UNSHOWN)
        _check_table([row[7] for row in rows if row[7] is not None], _FACTS_COLUMNS)
        _check_table([row[10] for row in rows if row[10] is not None], _BROKEN_COLUMNS)
        return map(self._file, rows)

    def _file(self, row: list[Any]) -> IndexedFile:
        name, uses, facts, pictures, _, broken, taken_by, is_exercise = row[5:]
        if uses:
            row[6] = self._same.setdefault(uses, uses)
        if facts is not None:
            row[7] = self._facts(facts, name)
        row[8] = self._list(pictures, BETWEEN_PATHS)
        if broken is not None:
            row[10] = BrokenPlace(*broken)
        elif taken_by or (facts is None and not is_exercise):
            raise ValueError("no good file, and nothing that is wrong with it")
        return IndexedFile._make(row)

    def _facts(self, row: list[Any], name: str) -> RoutineFacts:
        places, things = row[_PLACES], row[_THINGS]
        if places not in self._places:
            self._places[places] = tuple(Place(value) for value in places.split(","))
        if things not in self._equipment:
            self._equipment[things] = tuple(Equipment(value) for value in things.split(","))
        row[0] = name
        row[_PLACES], row[_THINGS] = self._places[places], self._equipment[things]
        row[_EXERCISES] = self._list(row[_EXERCISES], ",")
        row[_FIGURES] = self._list(row[_FIGURES], ",")
        row[_POSITION] = self._positions[row[_POSITION]]
        return RoutineFacts._make(row)

    def _list(self, joined: str, between: str) -> tuple[str, ...]:
        if joined not in self._lists:
            self._lists[joined] = tuple(joined.split(between))
        return self._lists[joined]
