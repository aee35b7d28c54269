"""What the annotations of the dataclasses of `core` say, as a tree to walk.

The reader, the JSON Schema, the reference in the docs and the form of the editor are all
made from these shapes.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from stretchcoach.core.content.dose import Breaths, Range
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.fields import AtLeastOne, AtMostOne, Rule, Span, file_key
from stretchcoach.core.content.routine import ExercisePatch


@dataclass(frozen=True)
class Shape:
    """What may stand at a place of a file, and the rule that bounds it."""

    rule: Rule


@dataclass(frozen=True)
class ValueShape(Shape):
    """One text that says a value: of `value_type`, or one of the `words` of several enums.

    `ranged` and `in_breaths`: a range of such values, or a number of breaths, may stand there.
    """

    value_type: type | None
    words: tuple[type[Enum], ...] = ()
    ranged: bool = False
    in_breaths: bool = False

    @property
    def known_words(self) -> dict[str, Enum]:
        """The words that may stand there, with what they mean."""
        return {str(word.value): word for words in self.words for word in words}


@dataclass(frozen=True)
class ListShape(Shape):
    """Any number of entries, all alike."""

    item: Shape


@dataclass(frozen=True)
class MapShape(Shape):
    """Names of one's own, each with a value."""

    key: ValueShape
    item: Shape


@dataclass(frozen=True)
class RecordShape(Shape):
    """The keys of a dataclass. `partial`: none is required, for it changes another one."""

    record: type
    partial: bool = False


@dataclass(frozen=True)
class ChoiceShape(Shape):
    """One of several dataclasses; the key that is required tells which."""

    records: tuple[type, ...]


@dataclass(frozen=True)
class FieldShape:
    """One key of a dataclass. `default` is MISSING where a file must say it."""

    name: str
    key: str
    shape: Shape
    default: object

    @property
    def required(self) -> bool:
        return self.default is MISSING


@cache
def fields_of(record: type) -> tuple[FieldShape, ...]:
    """The keys that a file may give for the dataclass `record`, in their order."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(
        FieldShape(field.name, file_key(field.name), shape_of(hints[field.name]), _default(field))
        for field in fields(record)
        if field.metadata.get("in_files", True)
    )


@dataclass(frozen=True)
class KeySet:
    """Keys of a dataclass that are bound together: at least one of them is needed, or, where
    they are `rivals`, at most one can be given."""

    keys: tuple[str, ...]
    rivals: bool = False


def key_sets_of(record: type) -> tuple[KeySet, ...]:
    """What `record` says of its keys together."""
    rules: tuple[AtLeastOne | AtMostOne, ...] = getattr(record, "KEYS", ())
    return tuple(
        KeySet(tuple(map(file_key, rule.names)), isinstance(rule, AtMostOne)) for rule in rules
    )


def telling_keys(shape: ChoiceShape) -> dict[str, type]:
    """The required key that tells each dataclass of `shape`, those that no other has first."""
    telling = {_first_required(record): record for record in shape.records}
    known = [field.key for record in shape.records for field in fields_of(record)]
    return {key: telling[key] for key in sorted(telling, key=known.count)}


def _first_required(record: type) -> str:
    return next(field.key for field in fields_of(record) if field.required)


def shape_of(annotation: Any) -> Shape:
    """The shape that `annotation` declares. Raises TypeError for one that files cannot hold."""
    annotation, rule = _take_rule(annotation)
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _union(get_args(annotation), rule)
    if origin is tuple:
        item, rest = get_args(annotation)
        if rest is Ellipsis:
            return ListShape(rule, shape_of(item))
    elif origin is Mapping:
        key, item = (shape_of(argument) for argument in get_args(annotation))
        if isinstance(key, ValueShape):
            return MapShape(rule, key, item)
    elif annotation is ExercisePatch:
        return RecordShape(rule, Exercise, partial=True)
    elif isinstance(annotation, type) and (shape := _of_type(annotation, rule)):
        return shape
    raise TypeError(f"a file cannot hold {annotation}")


def _of_type(declared: type, rule: Rule) -> Shape | None:
    if declared is Range:
        return ValueShape(rule, None, ranged=True)
    if declared is Breaths:
        return ValueShape(rule, None, in_breaths=True)
    if is_dataclass(declared):
        return RecordShape(rule, declared)
    if declared in (str, int, float, bool, Span):
        return ValueShape(rule, declared)
    return ValueShape(rule, None, (declared,)) if issubclass(declared, Enum) else None


def _union(members: tuple[Any, ...], rule: Rule) -> Shape:
    shapes = [shape_of(Annotated[member, rule]) for member in members if member is not type(None)]
    if len(shapes) == 1:
        return shapes[0]
    records = tuple(shape.record for shape in shapes if isinstance(shape, RecordShape))
    if len(records) == len(shapes):
        return ChoiceShape(rule, records)
    values = [shape for shape in shapes if isinstance(shape, ValueShape)]
    types_named = [value.value_type for value in values if value.value_type]
    if len(values) == len(shapes) and len(types_named) <= 1:
        return ValueShape(
            rule,
            types_named[0] if types_named else None,
            tuple(words for value in values for words in value.words),
            any(value.ranged for value in values),
            any(value.in_breaths for value in values),
        )
    raise TypeError(f"a file cannot hold any of {members}")


def _take_rule(annotation: Any) -> tuple[Any, Rule]:
    rules = []
    if get_origin(annotation) is Annotated:
        rules = [rule for rule in annotation.__metadata__ if isinstance(rule, Rule)]
        annotation = annotation.__origin__
    return annotation, _merged(rules)


def _merged(rules: list[Rule]) -> Rule:
    """The rules of nested annotations as one: the outer wins where it says something."""
    if not rules:
        return Rule()
    base = next((rule for rule in reversed(rules) if type(rule) is not Rule), rules[-1])
    said: dict[str, Any] = {}
    for rule in rules:
        for field in fields(rule):
            value = getattr(rule, field.name)
            if value != field.default and hasattr(base, field.name):
                said[field.name] = value
    return replace(base, **said)


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
