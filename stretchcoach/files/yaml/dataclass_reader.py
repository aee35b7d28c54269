"""The generic reader: nodes into dataclasses, driven by the shapes of their fields.

It never stops at the first problem: what cannot be read is left out, the rest is read on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from stretchcoach.core.content.fields import Listed, Text
from stretchcoach.core.content.routine import ExercisePatch
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.guard import Findings
from stretchcoach.files.yaml.lookalike_notes import (
    note_below_key,
    note_instead_of_entries,
    note_instead_of_keys,
)
from stretchcoach.files.yaml.lookalikes import plain
from stretchcoach.files.yaml.nodes import Mapping, Node, Scalar, Sequence
from stretchcoach.files.yaml.outline_notes import (
    given_twice,
    keys_wanted,
    list_wanted,
    missing_keys,
    note_bound,
    note_unknown_key,
    nothing_there,
    wrong_count,
)
from stretchcoach.files.yaml.scalars import INVALID, Read, nearest, value_reader
from stretchcoach.files.yaml.shapes import (
    ChoiceShape,
    KeySet,
    ListShape,
    MapShape,
    RecordShape,
    Shape,
    ValueShape,
    fields_of,
    key_sets_of,
    telling_keys,
)

MAX_GUESSES = 20


@dataclass(frozen=True)
class _Key:
    """How the value of one key is read."""

    name: str
    read: Read
    may_be_blank: bool


@dataclass(frozen=True)
class _Plan:
    """How a dataclass is read, made once. `required` maps keys to names of fields.

    Of each of `bound` a file must give at least one key, or at most one.
    """

    record: type
    keys: dict[str, _Key]
    required: dict[str, str]
    bound: tuple[KeySet, ...]


@cache
def _plan(record: type) -> _Plan:
    declared = fields_of(record)
    return _Plan(
        record,
        {
            field.key: _Key(field.name, _reader(field.shape), _may_be_blank(field.shape))
            for field in declared
        },
        {field.key: field.name for field in declared if field.required},
        key_sets_of(record),
    )


def read_record(record: type, node: Node, findings: Findings) -> Any:
    """The root of a file as a `record`, or INVALID when it has not even the outline.

    Names and lists that are missing have stand-ins, so that the rest can be looked at for
    faults. What is wrong is added to the findings. Raises RefusedError when that is too much.
    """
    plan = _plan(record)
    given = _read_keys(plan, node, findings)
    if given is INVALID:
        return INVALID
    return _make(plan, _stand_ins(record) | given)


@cache
def _stand_ins(record: type) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields_of(record):
        shape = field.shape
        if field.required and isinstance(shape, ListShape):
            found[field.name] = ()
        elif field.required and isinstance(shape, ValueShape) and shape.value_type is str:
            found[field.name] = ""
    return found


def _make(plan: _Plan, given: dict[str, Any]) -> Any:
    for name in plan.required.values():
        if name not in given:
            return INVALID
    return plan.record(**given)


def _reader(shape: Shape) -> Read:
    if isinstance(shape, ValueShape):
        return value_reader(shape)
    if isinstance(shape, ListShape):
        return _list_reader(shape)
    if isinstance(shape, MapShape):
        return _map_reader(shape)
    if isinstance(shape, RecordShape):
        return _patch_reader(shape) if shape.partial else _record_reader(shape.record)
    assert isinstance(shape, ChoiceShape)
    return _choice_reader(shape)


def _may_be_blank(shape: Shape) -> bool:
    """Whether `key:` with nothing behind it is an empty text."""
    return isinstance(shape, ValueShape) and isinstance(shape.rule, Text) and not shape.rule.least


def _record_reader(record: type) -> Read:
    def read(node: Node, findings: Findings) -> Any:
        plan = _plan(record)
        given = _read_keys(plan, node, findings)
        return INVALID if given is INVALID else _make(plan, given)

    return read


def _patch_reader(shape: RecordShape) -> Read:
    def read(node: Node, findings: Findings) -> Any:
        given = _read_keys(_plan(shape.record), node, findings, partial=True)
        return INVALID if given is INVALID else ExercisePatch(given)

    return read


def _read_keys(plan: _Plan, node: Node, findings: Findings, partial: bool = False) -> Any:
    """The values of the fields that could be read, by name; INVALID when it has no keys."""
    if not isinstance(node, Mapping):
        if not note_instead_of_keys(findings, node):
            findings.add(node, keys_wanted(plan.keys))
        return INVALID
    given: dict[str, Any] = {}
    first: dict[str, Node] = {}
    before: tuple[str, Node] = ("", node)
    items = iter(node.items)
    for key_node in items:
        value = next(items)
        text = key_node.text if isinstance(key_node, Scalar) else ""
        if text in first:
            findings.add(key_node, given_twice(text, first[text]))
            continue
        key = plan.keys.get(text)
        if key is None:
            meant = note_unknown_key(key_node, value, before, plan.keys, findings)
            first.setdefault(meant, key_node)
            continue
        first[text] = key_node
        before = (text, value)
        got = _read_value(key, key_node, value, findings)
        if got is not INVALID:
            given[key.name] = got
    if "" in first:  # what seems to be missing may be in there
        return given
    if not partial and not plan.required.keys() <= first.keys():
        missing = [key for key in plan.required if key not in first]
        findings.add(node, missing_keys(missing, list(plan.required)))
    for bound in plan.bound:
        note_bound(bound, node, first, findings)
    return given


def _read_value(key: _Key, key_node: Node, value: Node, findings: Findings) -> Any:
    if not (isinstance(value, Scalar) and value.plain and value.is_blank):
        return key.read(value, findings)
    if key.may_be_blank:
        return ""
    if not note_below_key(findings, key_node):
        assert isinstance(key_node, Scalar)
        findings.add(key_node, nothing_there(key_node.text))
    return INVALID


def _list_reader(shape: ListShape) -> Read:
    read_item = _reader(shape.item)
    rule = shape.rule
    word, everything = _all_in_a_word(shape)

    def read(node: Node, findings: Findings) -> Any:
        if not isinstance(node, Sequence):
            if word and isinstance(node, Scalar) and node.text == word:
                return everything
            if not note_instead_of_entries(findings, node):
                findings.add(node, list_wanted(node, rule))
            return INVALID
        count = len(node.items)
        if (rule.least and count < rule.least) or (rule.most and count > rule.most):
            findings.add(node, wrong_count(count, rule))
        kept: list[Node] = []
        values: list[Any] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.is_blank:
                findings.add(item, tr("this entry is empty - write something or delete the line"))
                continue
            value = read_item(item, findings)
            if value is not INVALID:
                values.append(value)
                kept.append(item)
        node.kept = kept
        return tuple(values)

    return read


def _all_in_a_word(shape: ListShape) -> tuple[str, tuple[Any, ...]]:
    """The word that may stand in the place of a list, and what it means; "" for none."""
    if not isinstance(shape.rule, Listed) or not isinstance(shape.item, ValueShape):
        return "", ()
    return shape.rule.all_in_a_word, tuple(shape.item.known_words.values())


def _map_reader(shape: MapShape) -> Read:
    read_key, read_value = _reader(shape.key), _reader(shape.item)

    def read(node: Node, findings: Findings) -> Any:
        if not isinstance(node, Mapping):
            if not note_instead_of_keys(findings, node):
                findings.add(node, keys_wanted(()))
            return INVALID
        if shape.rule.most and len(node.items) > 2 * shape.rule.most:
            # Not read, for each name would be looked up among all that are known.
            findings.add(node, wrong_count(len(node.items) // 2, shape.rule))
            return INVALID
        values: dict[str, Any] = {}
        first: dict[str, Node] = {}
        for key_node, value_node in node.pairs():
            key = read_key(key_node, findings)
            if key is INVALID:
                continue
            if key in first:
                findings.add(key_node, given_twice(key, first[key]))
                continue
            first[key] = key_node
            value = read_value(value_node, findings)
            if value is not INVALID:
                values[key] = value
        return values

    return read


def _choice_reader(shape: ChoiceShape) -> Read:
    telling = {key: _record_reader(record) for key, record in telling_keys(shape).items()}
    named = ", ".join(f"“{key}”" for key in telling)

    def read(node: Node, findings: Findings) -> Any:
        if not isinstance(node, Mapping):
            if not note_instead_of_keys(findings, node):
                findings.add(node, keys_wanted(()) + tr(": one of {keys}", keys=named))
            return INVALID
        given = {plain(key.text).strip(" -") for key in node.items[::2] if isinstance(key, Scalar)}
        for key, read_as in telling.items():
            if key in given:
                return read_as(node, findings)
        for key in sorted(given)[:MAX_GUESSES]:
            if meant := nearest(key, telling.keys()):
                return telling[meant](node, findings)
        findings.add(node, tr("it is not said what this is - one of {keys} is needed", keys=named))
        return INVALID

    return read
