"""The index of the library: what is known of each file, so that it need not be read again.

Lines of JSON, each with its checksum. An index that is damaged, of another version, of another
shape than this program writes or not there at all is no index: everything is read again and it
is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.files.disk.regular_file import open_regular
from stretchcoach.files.disk.whole_file import replacing
from stretchcoach.files.library.cards import BrokenPlace

FORMAT = 6
MAX_LINE = 4 * 1024 * 1024
MAX_NUMBER = 2**31 - 1  # of what is shown or added up
FILES_A_LINE = 100  # so that reading needs little memory beside what it finds
_SHAPE = [*RoutineFacts._fields, *BrokenPlace._fields]
_PLACES, _THINGS, _EXERCISES, _FIGURES, _POSITION, _SEARCHED = (
    RoutineFacts._fields.index(name)
    for name in ("places", "equipment", "exercises", "figures", "figure_position", "search_text")
)
BETWEEN_PATHS = "\0"  # which no path has
# Which no text of a file has. JSON spells out the end of a line: reading many of them back took
# as long as reading all else.
BETWEEN_LINES = "\x7f"


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
            facts.search_text.replace("\n", BETWEEN_LINES),
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


def _columns(rows: Any, columns: Sequence[_Types], unshown: Sequence[int] = ()) -> list[Any]:
    """The columns of `rows`. ValueError unless all are of `columns` and their numbers can be shown.

    Column by column, here and below, for there may be ten thousand rows.
    """
    if type(rows) is not list or not {list}.issuperset(map(type, rows)):
        raise ValueError("no rows")
    table: list[Any] = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    if len(table) != len(columns):
        raise ValueError("rows of another shape")
    for number, (values, types) in enumerate(zip(table, columns, strict=True)):
        if not types.issuperset(map(type, values)):
            raise ValueError("a value of another type")
        shown = types is _NUMBER and number not in unshown
        if shown and rows and not 0 <= min(values) <= max(values) <= MAX_NUMBER:
            raise ValueError("a number that no file has")
    return table


class _Lists(dict[str, tuple[Any, ...]]):
    """Lists as they are written, and what they stand for: the few different ones made once."""

    def __init__(self, kind: Callable[[str], Any], between: str = ",") -> None:
        super().__init__({"": ()})
        self._kind, self._between = kind, between

    def __missing__(self, written: str) -> tuple[Any, ...]:
        self[written] = made = tuple(map(self._kind, written.split(self._between)))
        return made


class _RowReader:
    """Turns rows into what they stand for."""

    def __init__(self) -> None:
        self._places, self._equipment = _Lists(Place), _Lists(Equipment)
        self._names, self._paths = _Lists(str), _Lists(str, BETWEEN_PATHS)
        self._positions: dict[str | None, Position | None] = {p.value: p for p in Position}
        self._positions[None] = None
        self._same: dict[str, str] = {}

    def files(self, rows: Any) -> Iterator[IndexedFile]:
        """What the rows of a line stand for. ValueError or KeyError for what stands for nothing."""
        table = _columns(rows, _FILE_COLUMNS, _UNSHOWN)
        *seen, names, uses, facts, pictures, problems, broken, taken_by, is_exercise = table
        _columns([row for row in broken if row is not None], _BROKEN_COLUMNS)
        for row, wrong, taken, exercise in zip(facts, broken, taken_by, is_exercise, strict=True):
            if wrong is None and (taken or (row is None and not exercise)):
                raise ValueError("no good file, and nothing that is wrong with it")
        return map(
            IndexedFile,
            *seen,
            names,
            [use and self._same.setdefault(use, use) for use in uses],
            self._facts(names, facts),
            map(self._paths.__getitem__, pictures),
            problems,
            [None if row is None else BrokenPlace(*row) for row in broken],
            taken_by,
            is_exercise,
        )

    def _facts(self, names: Sequence[str], rows: Sequence[Any]) -> list[RoutineFacts | None]:
        """The facts of the rows that have any."""
        table = _columns([row for row in rows if row is not None], _FACTS_COLUMNS)
        table[0] = [name for name, row in zip(names, rows, strict=True) if row is not None]
        made: dict[int, dict[Any, Any]] = {
            _PLACES: self._places,
            _THINGS: self._equipment,
            _EXERCISES: self._names,
            _FIGURES: self._names,
            _POSITION: self._positions,
        }
        for column, values in made.items():
            table[column] = map(values.__getitem__, table[column])
        table[_SEARCHED] = [text.replace(BETWEEN_LINES, "\n") for text in table[_SEARCHED]]
        facts = map(RoutineFacts, *table)
        return [None if row is None else next(facts) for row in rows]
