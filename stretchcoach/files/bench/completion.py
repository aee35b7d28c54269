"""What may be written at a place of a routine's text: keys, words, exercises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.fields import ExerciseId, Listed
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.fold import fold
from stretchcoach.files.yaml.shapes import (
    ChoiceShape,
    ListShape,
    MapShape,
    RecordShape,
    Shape,
    ValueShape,
    fields_of,
    shape_of,
)

MOST = 40
_KEY_LINE = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<key>[\w-]+)\s*:(?P<rest>\s.*|)$")
_BEGUN = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<word>[\w-]*)$")
_IN_LINE = re.compile(r"[{,]\s*(?P<word>[\w-]*)$")
_LISTED = r"(?:\[(?:[\w-]+,\s*)*)?(?P<word>[\w -]*)$"
_VALUE = re.compile(r"^(?P<indent>\s*(?:-\s+)*)(?P<key>[\w-]+)\s*:\s+" + _LISTED)
_IN_LINE_VALUE = re.compile(r"[{,]\s*(?P<key>[\w-]+)\s*:\s+" + _LISTED)
_KEYS_IN_LINE = re.compile(r"[{,]\s*([\w-]+)\s*:")


class Offer(NamedTuple):
    """`insert` is put in the place of the word that was begun; `hint` explains it."""

    insert: str
    hint: str = ""


class Offers(NamedTuple):
    """`begun` is the part that is there already, in front of the cursor."""

    begun: str = ""
    offers: tuple[Offer, ...] = ()


def offers_at(text: str, place: int, exercises: Mapping[str, Exercise]) -> Offers:
    """What fits in front of the character `place`, the likeliest first."""
    before = text[:place].split("\n")
    line = before[-1]
    if "#" in line or text[place : place + 1].strip(" \n]},"):
        return Offers()
    context = _Context(before[:-1])
    if match := _VALUE.match(line) or _IN_LINE_VALUE.search(line):
        keys = context.above(line)
        if match.re is _IN_LINE_VALUE:
            keys = [*keys, _key_of_line(line)]
        shape = _child(_shape(keys), match["key"])
        return _of_value(shape, match["word"], exercises)
    if match := _IN_LINE.search(line):
        shape = _shape([*context.above(line), _key_of_line(line)])
        return _of_keys(shape, match["word"], set(_KEYS_IN_LINE.findall(line)))
    if match := _BEGUN.match(line):
        shape = _shape(context.above(line))
        return _of_keys(shape, match["word"], _keys_beside(text, place))
    return Offers()


class _Context:
    """Which keys a line stands below, by how far in it begins."""

    def __init__(self, before: list[str]) -> None:
        self._before = before

    def above(self, line: str) -> list[str]:
        indent = _indent(line)
        keys: list[str] = []
        dashed = "-" in line[:indent]
        if dashed:
            indent = line.index("-") + 1
        for other in reversed(self._before):
            match = _KEY_LINE.match(other)
            if match is None or not other.strip():
                continue
            lead = match["indent"]
            if len(lead) < indent and not match["rest"].strip():
                keys.insert(0, match["key"])
                indent = len(lead)
            if "-" in lead and lead.index("-") < indent:
                indent = lead.index("-") + (0 if len(lead) >= indent else 1)
            if indent <= 0:
                break
        return [key for key in keys if key]


def _indent(line: str) -> int:
    match = re.match(r"\s*(?:-\s+)*", line)
    return match.end() if match else 0


def _key_of_line(line: str) -> str:
    match = re.match(r"\s*(?:-\s+)*([\w-]+)\s*:\s*[\[{]", line)
    return match[1] if match else ""


def _shape(keys: list[str]) -> Shape | None:
    shape: Shape | None = shape_of(Routine)
    for key in keys:
        shape = _child(shape, key)
    return shape


def _child(shape: Shape | None, key: str) -> Shape | None:
    """What may stand at `key` of what has this shape."""
    if not key:
        return shape
    if isinstance(shape, ListShape):
        return _child(shape.item, key)
    if isinstance(shape, MapShape):
        return shape.item
    for record in _records(shape):
        for field in fields_of(record):
            if field.key == key:
                return field.shape
    return None


def _records(shape: Shape | None) -> Iterator[type]:
    if isinstance(shape, ListShape):
        yield from _records(shape.item)
    elif isinstance(shape, RecordShape):
        yield shape.record
    elif isinstance(shape, ChoiceShape):
        yield from shape.records


def _of_keys(shape: Shape | None, word: str, there: set[str]) -> Offers:
    found: dict[str, str] = {}
    for record in _records(shape):
        for field in fields_of(record):
            found.setdefault(field.key, field.shape.rule.doc)
    offers = [
        Offer(f"{key}: ", doc)
        for key, doc in found.items()
        if key.startswith(word) and key not in there
    ]
    return Offers(word, tuple(offers[:MOST]))


def _keys_beside(text: str, place: int) -> set[str]:
    """The keys of the same mapping, as far as its lines tell."""
    lines = text.split("\n")
    at = text.count("\n", 0, place)
    indent = _indent(lines[at])
    found = set()
    for step in (-1, 1):
        no = at if step < 0 else at + 1
        while 0 <= no < len(lines):
            line = lines[no]
            if line.strip() and _indent(line) < indent:
                break
            match = _KEY_LINE.match(line)
            is_entry = "-" in line[: _indent(line)]
            if step > 0 and is_entry and _indent(line) == indent:
                break
            if match and no != at and len(match["indent"]) == indent:
                found.add(match["key"])
            if step < 0 and is_entry and _indent(line) == indent:
                break
            no += step
    return found


def _of_value(shape: Shape | None, word: str, exercises: Mapping[str, Exercise]) -> Offers:
    if isinstance(shape, ListShape):
        words = [shape.rule.all_in_a_word] if isinstance(shape.rule, Listed) else []
        inner = _of_value(shape.item, word, exercises)
        return Offers(word, (*inner.offers, *(Offer(one) for one in words if one.startswith(word))))
    if not isinstance(shape, ValueShape):
        return Offers()
    if isinstance(shape.rule, ExerciseId):
        return Offers(word, tuple(_exercises(word, exercises))[:MOST])
    known = list(shape.known_words)
    if shape.value_type is bool:
        known = ["true", "false"]
    return Offers(word, tuple(Offer(one) for one in known if one.startswith(word)))


def _exercises(word: str, exercises: Mapping[str, Exercise]) -> Iterator[Offer]:
    """Those whose id or name has the word in it; those that begin with it first."""
    wanted = fold(word.strip())
    begins = [e for e in exercises.values() if e.id.startswith(wanted)]
    others = [
        e
        for e in exercises.values()
        if e not in begins and (wanted in e.id or wanted in fold(e.name))
    ]
    return (Offer(e.id, e.name) for e in (*begins, *sorted(others, key=_name_length)))


def _name_length(exercise: Exercise) -> int:
    return len(exercise.name)
