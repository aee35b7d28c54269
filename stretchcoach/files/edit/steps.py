"""Steps of a routine put in, taken out, moved and bundled, with their comments and their style.

A step is named by its path, as the reader names it: `("steps", 2, "steps", 0)` is the first step of
a repeat block. Places are those of the text as it was before the edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.change import Change, Piece, made, proved
from stretchcoach.files.edit.entries import Entries, Entry
from stretchcoach.files.edit.keys import behind_key
from stretchcoach.files.edit.spans import (
    EditRefusedError,
    ListSpan,
    MapSpan,
    Plain,
    Span,
    TextSpan,
    find,
    read_any,
    read_spans,
)
from stretchcoach.files.yaml.nodes import KeyPath

STEPS = "steps"
_OF_A_BLOCK = {"repeat", STEPS}


class Place(NamedTuple):
    """In front of the entry `at` of the list of steps at `path`, or behind its last one."""

    path: KeyPath
    at: int


def step_place(path: KeyPath) -> Place:
    """The place in front of the step at `path`."""
    last = path[-1]
    assert isinstance(last, int)
    return Place(path[:-1], last)


def copied(text: str, paths: Iterable[KeyPath]) -> str:
    """These steps as a YAML text of their own."""
    root = read_spans(text)
    entries = [_entries(text, root, path[:-1]).take(step_place(path).at) for path in _outer(paths)]
    return "".join(entry.at(0) for entry in entries)


def pasted(text: str, place: Place, new: str) -> Change:
    """The steps of the YAML text `new` put in at `place`."""
    return put_in(text, place, read_steps(new))


def read_steps(text: str) -> list[Entry]:
    """The steps of a text: a list of them, one alone, or those of a whole routine."""
    root = read_any(text)
    if isinstance(root, MapSpan) and root.value("format") is not None:
        found = root.value(STEPS)
    elif isinstance(root, MapSpan):
        return [Entry(root.plain)]
    else:
        found = root
    if not isinstance(found, ListSpan) or not all(isinstance(i, MapSpan) for i in found.items):
        raise EditRefusedError(tr("this text holds no steps"))
    entries = Entries(text, found)
    return [entries.take(at) for at in range(len(found.items))]


def put_in(text: str, place: Place, new: Sequence[Entry]) -> Change:
    """`new` put in at `place`."""
    root = read_spans(text)
    meant = root.plain
    _put_plain(meant, place, [entry.plain for entry in new])
    return proved(made(text, [_entries(text, root, place.path).with_new(place.at, new)]), meant)


def taken_out(text: str, paths: Iterable[KeyPath]) -> Change:
    """Without these steps; a repeat block that would be left empty goes with them."""
    root = read_spans(text)
    paths = _with_empty_blocks(root, _outer(paths))
    meant = root.plain
    for path in reversed(paths):
        _pop(meant, path)
    return proved(made(text, _out_pieces(text, root, paths)), meant)


def moved(text: str, paths: Iterable[KeyPath], place: Place) -> Change:
    """These steps, in their order, at `place`."""
    root = read_spans(text)
    paths = _outer(paths)
    if any(place.path[: len(path)] == path for path in paths):
        raise EditRefusedError(tr("a block cannot be moved into itself"))
    new = [_entries(text, root, path[:-1]).take(step_place(path).at) for path in paths]
    gone = _with_empty_blocks(root, paths, keep=place.path)
    meant = root.plain
    for path in gone:
        _mark(meant, path)
    _put_plain(meant, place, [entry.plain for entry in new])
    _sweep(meant)
    if not _left_in(root, place.path, paths):  # all that stood there comes back
        return _rewritten(text, place, new, gone, meant)
    pieces = _out_pieces(text, root, gone)
    pieces.append(_entries(text, root, place.path).with_new(place.at, new))
    return proved(made(text, pieces), meant)


def reordered(text: str, path: KeyPath, order: Sequence[int]) -> Change:
    """The steps of the list at `path` in another order, given by their numbers of now."""
    change = Change((), text)
    now = list(range(len(order)))
    if sorted(order) != now:
        raise EditRefusedError(tr("the steps are others by now"))
    for at, number in enumerate(order):
        here = now.index(number)
        if here != at:
            change = change.then(moved(change.text, [(*path, here)], Place(path, at)))
            now.insert(at, now.pop(here))
    return change


def landed(text: str, paths: Iterable[KeyPath], place: Place) -> list[KeyPath]:
    """Where these steps lie when they have been moved to `place`; nothing where that is unclear."""
    try:
        root = read_spans(text)
    except EditRefusedError:
        return []
    outer = _outer(paths)
    gone = _with_empty_blocks(root, outer, keep=place.path)
    before: list[str | int] = []
    for part in (*place.path, place.at):
        if isinstance(part, int):
            part -= sum(tuple(before) == one[:-1] and step_place(one).at < part for one in gone)
        before.append(part)
    at = before[-1]
    assert isinstance(at, int)
    return [(*before[:-1], at + more) for more in range(len(outer))]


def doubled(text: str, paths: Iterable[KeyPath]) -> Change:
    """With a copy of these steps behind the last of them."""
    paths = _outer(paths)
    root = read_spans(text)
    new = [_entries(text, root, path[:-1]).take(step_place(path).at) for path in paths]
    place = step_place(paths[-1])
    return put_in(text, Place(place.path, place.at + 1), new)


def bundled(text: str, paths: Iterable[KeyPath], times: int = 2) -> Change:
    """These steps, which must follow one another, as a block that is done `times` times."""
    paths = _outer(paths)
    first = step_place(paths[0])
    if [step_place(path) for path in paths] != [
        Place(first.path, first.at + more) for more in range(len(paths))
    ]:
        raise EditRefusedError(tr("only steps that follow one another can be repeated together"))
    root = read_spans(text)
    entries = _entries(text, root, first.path)
    taken = [entries.take(at) for at in range(first.at, first.at + len(paths))]
    block: Plain = {"repeat": str(times), STEPS: [entry.plain for entry in taken]}
    lines = ""
    if entries.in_lines:
        lines = f"- repeat: {times}\n  steps:\n" + "".join(entry.at(4) for entry in taken)
    return _exchanged(text, root, paths, Entry(block, lines), [block])


def unbundled(text: str, path: KeyPath) -> Change:
    """The steps of a repeat block, once and without it."""
    root = read_spans(text)
    block = find(root, path)
    if not isinstance(block, MapSpan) or {key.text for key, _ in block.pairs} != _OF_A_BLOCK:
        raise EditRefusedError(tr("the block says more than how often - take that out of it first"))
    inner = _entries(text, root, (*path, STEPS))
    place = block.value(STEPS)
    count = len(place.items) if isinstance(place, ListSpan) else 0
    taken = [inner.take(at) for at in range(count)]
    together = Entry([], "".join(entry.at(0) for entry in taken))
    return _exchanged(text, root, [path], together, [entry.plain for entry in taken])


def _exchanged(
    text: str, root: MapSpan, paths: Sequence[KeyPath], new: Entry, plains: list[Plain]
) -> Change:
    """`new`, which says `plains`, in the place of neighbours."""
    first = step_place(paths[0])
    meant = root.plain
    here = _plain_list(meant, first.path)
    here[first.at : first.at + len(paths)] = plains
    entries = _entries(text, root, first.path)
    if entries.in_lines:
        start, end = entries.bounds(first.at)[0], entries.bounds(first.at + len(paths) - 1)[1]
        piece = Piece(start, end, new.at(entries.indent))
    else:
        piece = entries.exchanged_in_line(first.at, len(paths), plains)
    return proved(made(text, [piece]), meant)


def _rewritten(
    text: str, place: Place, new: Sequence[Entry], gone: Sequence[KeyPath], meant: Plain
) -> Change:
    """A list that is taken out whole and filled again."""
    out = made(text, _out_pieces(text, read_spans(text), gone))
    entries = _entries(out.text, read_spans(out.text), place.path)
    return proved(out.then(made(out.text, [entries.with_new(0, new)])), meant)


def _entries(text: str, root: MapSpan, path: KeyPath) -> Entries:
    found = find(root, path)
    blank = isinstance(found, TextSpan) and not found.text
    if not blank and not isinstance(found, ListSpan):
        raise EditRefusedError(tr("there is no list of steps in the text"))
    assert isinstance(found, Span)
    return Entries(text, found)


def _out_pieces(text: str, root: MapSpan, paths: Iterable[KeyPath]) -> list[Piece]:
    by_list: dict[KeyPath, list[int]] = {}
    for path in paths:
        by_list.setdefault(path[:-1], []).append(step_place(path).at)
    pieces = []
    for path, gone in by_list.items():
        entries = _entries(text, root, path)
        if not entries.are_all(gone):
            pieces += entries.without(gone)
        elif entries.in_lines:
            pieces.append(Piece(*behind_key(text, root, path), " []"))
            pieces.append(Piece(*entries.whole, ""))
        else:
            pieces.append(Piece(*entries.whole, "[]"))
    return pieces


def _outer(paths: Iterable[KeyPath]) -> list[KeyPath]:
    """Each once and in order, without those that lie inside of another."""
    ordered = sorted(set(paths), key=numbers)
    return [
        path for path in ordered if not any(path[:end] in ordered for end in range(1, len(path)))
    ]


def numbers(path: KeyPath) -> tuple[int, ...]:
    """What steps are sorted by."""
    return tuple(part for part in path if isinstance(part, int))


def _left_in(root: MapSpan, path: KeyPath, gone: Sequence[KeyPath]) -> bool:
    """Whether the list at `path` keeps an entry, or is empty already."""
    found = find(root, path)
    count = len(found.items) if isinstance(found, ListSpan) else 0
    return not count or sum(one[:-1] == path for one in gone) < count


def _with_empty_blocks(
    root: MapSpan, paths: Sequence[KeyPath], keep: KeyPath | None = None
) -> list[KeyPath]:
    """`paths`, with a block in the place of all its steps."""
    for above in {path[:-1] for path in paths}:
        if len(above) > 1 and above != keep and not _left_in(root, above, paths):
            fewer = [path for path in paths if path[:-1] != above]
            return _with_empty_blocks(root, [*fewer, above[:-1]], keep)
    return _outer(paths)


class _Gone(dict[str, Plain]):
    """Stands where a step was, so that the others keep their numbers."""


def _mark(plain: Plain, path: KeyPath) -> None:
    place = step_place(path)
    _plain_list(plain, place.path)[place.at] = _Gone()


def _sweep(plain: Plain) -> None:
    if isinstance(plain, dict):
        for value in plain.values():
            _sweep(value)
    elif isinstance(plain, list):
        plain[:] = [each for each in plain if not isinstance(each, _Gone)]
        for each in plain:
            _sweep(each)


def _pop(plain: Plain, path: KeyPath) -> None:
    place = step_place(path)
    del _plain_list(plain, place.path)[place.at]


def _put_plain(plain: Plain, place: Place, new: list[Plain]) -> None:
    _plain_list(plain, place.path)[place.at : place.at] = new


def _plain_list(plain: Plain, path: KeyPath) -> list[Plain]:
    """The list at `path`, made where there is nothing yet."""
    *above, last = path
    for part in above:
        if isinstance(plain, dict):
            plain = plain[str(part)]
        elif isinstance(plain, list) and isinstance(part, int):
            plain = plain[part]
    if isinstance(plain, dict):
        if not isinstance(plain.get(str(last)), list):
            plain[str(last)] = []
        plain = plain[str(last)]
    assert isinstance(plain, list)
    return plain
