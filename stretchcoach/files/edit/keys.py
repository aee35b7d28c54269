"""Keys of a text: values set, added and taken away, and nothing else touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.change import Change, Piece, made, proved
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Plain,
    Span,
    TextSpan,
    column,
    find,
    line_end,
    line_start,
    read_spans,
)
from stretchcoach.files.edit.writing import inline, lines_of, pair_lines, scalar
from stretchcoach.files.yaml.nodes import KeyPath

Wanted = Mapping[KeyPath, Plain | None]

# Where a key of a routine goes that is not there yet: behind those that stand before it here.
USUAL_ORDER = (
    *("format", "id", "title", "level", "goal", "for", "author", "exercise", "repeat"),
    *("sides", "sets", "reps", "hold", "pace", "time", "rep", "relax", "rest"),
    *("switch", "get_ready", "order", "affected", "load", "effort", "note", "defaults"),
    *("schedule", "per_day", "per_week", "every", "days", "as_needed"),
    *("lint", "optional", "enabled", "steps", "translations", "exercises"),
)
# A mapping that says nothing any more goes with its last key.
_NOTHING_WITHOUT_KEYS = {
    *("affected", "defaults", "schedule", "lint", "instructions", "targets", "dose"),
}


def set_keys(text: str, wanted: Wanted, order: Sequence[str] = USUAL_ORDER) -> Change:
    """Let the value at each path be what is wanted there; None takes the key away.

    A key that is not there yet goes behind those that stand before it in `order`. Raises
    EditRefusedError where that cannot be done, or cannot be done surely.
    """
    root = read_spans(text)
    meant = root.plain
    wanted = _with_emptied(meant, wanted)
    for path, value in wanted.items():
        _set_plain(meant, path, value)
    present = {path: value for path, value in wanted.items() if find(root, path) is not None}
    added = {p: v for p, v in wanted.items() if p not in present and v is not None}
    change = made(text, _present_pieces(text, root, present))
    if added:
        root = read_spans(change.text)
        change = change.then(made(change.text, _added_pieces(change.text, root, added, order)))
    return proved(change, meant)


def _with_emptied(meant: Plain, wanted: Wanted) -> dict[KeyPath, Plain | None]:
    """`wanted`, where a mapping that would be left empty goes as a whole."""
    found = dict(wanted)
    for above in {path[:-1] for path, value in wanted.items() if value is None}:
        if not above or above[-1] not in _NOTHING_WITHOUT_KEYS:
            continue
        here = _plain_at(meant, above)
        inside = {path[-1]: value for path, value in wanted.items() if path[:-1] == above}
        goes = {key for key, value in inside.items() if value is None}
        if isinstance(here, dict) and here.keys() <= goes == inside.keys():
            found = {p: v for p, v in found.items() if p[: len(above)] != above}
            found[above] = None
    return found


def _plain_at(plain: Plain, path: KeyPath) -> Plain | None:
    for part in path:
        if isinstance(plain, dict) and str(part) in plain:
            plain = plain[str(part)]
        elif isinstance(plain, list) and isinstance(part, int) and part < len(plain):
            plain = plain[part]
        else:
            return None
    return plain


def _set_plain(plain: Plain, path: KeyPath, value: Plain | None) -> None:
    *above, last = path
    for part in above:
        if isinstance(plain, dict):
            if not isinstance(plain.get(str(part)), (dict, list)):
                plain[str(part)] = {}
            plain = plain[str(part)]
        elif isinstance(plain, list) and isinstance(part, int) and part < len(plain):
            plain = plain[part]
        else:
            raise _no_such_place()
    if (
        isinstance(plain, list)
        and isinstance(last, int)
        and last < len(plain)
        and value is not None
    ):
        plain[last] = value
    elif not isinstance(plain, dict):
        raise _no_such_place()
    elif value is None:
        plain.pop(str(last), None)
    else:
        plain[str(last)] = value


def _no_such_place() -> EditRefusedError:
    return EditRefusedError(tr("there is no such place in the text any more"))


def _present_pieces(text: str, root: MapSpan, present: Wanted) -> list[Piece]:
    """What stands there already: other values, and keys that go."""
    pieces: list[Piece] = []
    gone: dict[KeyPath, set[str]] = {}
    for path, value in present.items():
        if value is None:
            gone.setdefault(path[:-1], set()).add(str(path[-1]))
        elif not _says(root, path, value):
            pieces += _value_pieces(text, root, path, value)
    for above, keys in gone.items():
        here = find(root, above)
        assert isinstance(here, MapSpan)
        take_out = _out_of_line if here.flow else _out_of_block
        pieces += take_out(text, here, [here.place(key) for key in keys])
    return pieces


def _says(root: MapSpan, path: KeyPath, value: Plain) -> bool:
    here = find(root, path)
    return here is not None and here.plain == value


def _value_pieces(text: str, root: MapSpan, path: KeyPath, value: Plain) -> Iterator[Piece]:
    span = find(root, path)
    assert span is not None
    if isinstance(span, TextSpan) or (isinstance(span, (MapSpan, ListSpan)) and span.flow):
        quote = getattr(span, "style", None)
        quote = quote if quote in ("'", '"') else None
        written = scalar(value, quote) if isinstance(value, str) else inline(value)
        blank = text[span.start - 1 : span.start] not in (" ", "[", "{", "")
        yield Piece(span.start, span.end, " " * blank + written)
    elif isinstance(value, str) or not value:
        yield Piece(*behind_key(text, root, path), f" {inline(value)}")
        yield Piece(line_start(text, span.start), line_end(text, span.end - 1), "")
    else:
        written = lines_of(value, column(text, span.start))
        yield Piece(line_start(text, span.start), line_end(text, span.end - 1), written)


def behind_key(text: str, root: MapSpan, path: KeyPath) -> tuple[int, int]:
    """The place behind the colon of the key at `path`."""
    owner = find(root, path[:-1])
    assert isinstance(owner, MapSpan)
    at = owner.place(str(path[-1]))
    assert at is not None
    colon = text.index(":", owner.pairs[at][0].end) + 1
    return colon, colon


def _out_of_block(text: str, here: MapSpan, places: Sequence[int | None]) -> list[Piece]:
    """The lines of some pairs; what follows a dash moves up to it."""
    pieces = []
    last = len(here.pairs) - 1
    for at in places:
        assert at is not None
        key, value = here.pairs[at]
        end = line_end(text, _last_character(key, value))
        if text[line_start(text, key.start) : key.start].strip():  # the first, behind a dash
            if at == last:
                raise EditRefusedError(tr("nothing would be left of this step"))
            pieces.append(Piece(key.start, here.pairs[at + 1][0].start, ""))
        else:
            pieces.append(Piece(line_start(text, key.start), end, ""))
    return pieces


def _out_of_line(text: str, here: MapSpan, places: Sequence[int | None]) -> list[Piece]:
    """Pairs between braces, in runs, each with one comma."""
    pieces = []
    pairs = here.pairs
    at = 0
    while at < len(pairs):
        if at not in places:
            at += 1
            continue
        first = at
        while at < len(pairs) and at in places:
            at += 1
        if at < len(pairs):
            pieces.append(Piece(pairs[first][0].start, pairs[at][0].start, ""))
        else:
            start = pairs[first - 1][1].end if first else pairs[0][0].start
            pieces.append(Piece(start, pairs[-1][1].end, ""))
    return pieces


def _last_character(key: TextSpan, value: Span) -> int:
    return max(key.end, value.end - 1)


def _added_pieces(text: str, root: MapSpan, added: Wanted, order: Sequence[str]) -> list[Piece]:
    """Keys that are not there yet, each behind those that usually stand before it."""
    by_owner: dict[KeyPath, dict[str, Plain]] = {}
    for path, value in added.items():
        assert value is not None
        depth = len(path) - 1
        while not isinstance(find(root, path[:depth]), MapSpan):
            depth -= 1
        for part in reversed(path[depth + 1 :]):
            value = {str(part): value}
        given = by_owner.setdefault(path[:depth], {})
        key = str(path[depth])
        known = given.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            value = {**known, **value}
        given[key] = value
    pieces = []
    for above, pairs in by_owner.items():
        here = find(root, above)
        assert isinstance(here, MapSpan)
        pieces += _into_line(here, pairs) if here.flow else _into_block(text, here, pairs, order)
    return pieces


def _into_line(here: MapSpan, pairs: Mapping[str, Plain]) -> list[Piece]:
    written = ", ".join(f"{scalar(key)}: {inline(value)}" for key, value in pairs.items())
    if not here.pairs:
        return [Piece(here.start + 1, here.start + 1, written)]
    end = here.pairs[-1][1].end
    return [Piece(end, end, f", {written}")]


def _into_block(
    text: str, here: MapSpan, pairs: Mapping[str, Plain], order: Sequence[str]
) -> list[Piece]:
    lines: dict[int, str] = {}
    indent = column(text, here.start)
    for key in sorted(pairs, key=partial(_rank, order)):
        written = pair_lines(key, pairs[key], indent)
        behind = _behind(here, key, order)
        if behind is None:
            place, written = here.start, written.lstrip() + " " * indent
        else:
            place = line_end(text, _last_character(*here.pairs[behind]))
            if text[place - 1] != "\n":  # the last line of a file that does not end it
                written = "\n" + written[:-1]
        lines[place] = lines.get(place, "") + written
    return [Piece(place, place, written) for place, written in lines.items()]


def _behind(here: MapSpan, key: str, order: Sequence[str]) -> int | None:
    """The pair behind which `key` belongs, None for the beginning."""
    ranks = [_rank(order, name.text) for name, _ in here.pairs]
    before = [at for at, rank in enumerate(ranks) if rank <= _rank(order, key)]
    if not before:
        return None
    # As long as the file keeps to the usual order; else at the end of what comes before it.
    return before[-1]


def _rank(order: Sequence[str], key: str) -> int:
    return order.index(key) if key in order else len(order)
