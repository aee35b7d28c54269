"""JSON Schema (2020-12) of the files, for editors that complete and check YAML.

Made from the same declaration that the reader follows. It never refuses what the reader
takes. It cannot see what needs other files, or what stands in a value: an unknown exercise, a
dose without a time, duplicate keys, a range that is turned round.

An editor sees YAML with its own guesses, where `30` is a number and `title: 2026` too. So
wherever the reader takes any text, the schema lets these types in.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from itertools import combinations
from types import MappingProxyType
from typing import Any

from stretchcoach.core.content import fields
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.fields import Rule
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sided_text import WHOLE
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.plan.plan import Plan
from stretchcoach.files.yaml import amounts, durations, scalars
from stretchcoach.files.yaml.shapes import (
    ChoiceShape,
    FieldShape,
    KeySet,
    ListShape,
    MapShape,
    RecordShape,
    Shape,
    ValueShape,
    fields_of,
    key_sets_of,
)

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


Names = Mapping[str, str]
"""The names of exercises by their ids, which editors offer."""


def exercise_schema(names: Names = MappingProxyType({})) -> Schema:
    """The schema of an exercise's file."""
    return _Builder(names).root(Exercise, "Stretch Coach exercise")


def routine_schema(names: Names = MappingProxyType({})) -> Schema:
    """The schema of a routine's file."""
    return _Builder(names).root(Routine, "Stretch Coach routine")


def plan_schema(names: Names = MappingProxyType({})) -> Schema:
    """The schema of a plan's file."""
    return _Builder(names).root(Plan, "Stretch Coach plan")


class _Builder:
    def __init__(self, names: Names) -> None:
        self._definitions: dict[str, Schema] = {}
        self._names = names

    def root(self, record: type, title: str) -> Schema:
        body = self._record(record, partial=False)
        head = {"$schema": DIALECT, "title": title}
        return {**head, **body, "$defs": dict(sorted(self._definitions.items()))}

    def _record(self, record: type, partial: bool) -> Schema:
        required = [field.key for field in fields_of(record) if field.required]
        return {
            "description": (record.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": {f.key: self._field(f, partial) for f in fields_of(record)},
            **({} if partial or not required else {"required": required}),
            "additionalProperties": False,
            **_bound_together(record),
        }

    def _field(self, field: FieldShape, partial: bool) -> Schema:
        schema = self._shape(field.shape)
        if field.shape.rule.doc:
            schema = {"description": field.shape.rule.doc, **schema}
        default = field.default.value if isinstance(field.default, Enum) else field.default
        # What a change does not say stays as it is, whatever that may be.
        if not partial and isinstance(default, (str, int, float)) and default != "":
            schema["default"] = default
        return schema

    def _shape(self, shape: Shape) -> Schema:
        if isinstance(shape, ValueShape):
            return self._value(shape)
        if isinstance(shape, ListShape):
            listed = {
                "type": "array",
                "items": self._shape(shape.item),
                **_bounds(shape.rule, "minItems", "maxItems"),
            }
            if isinstance(shape.rule, fields.Listed):
                return {"anyOf": [listed, {"const": shape.rule.all_in_a_word}]}
            return listed
        if isinstance(shape, MapShape):
            return {
                "type": "object",
                "propertyNames": self._value(shape.key),
                "additionalProperties": self._shape(shape.item),
                **_bounds(shape.rule, "minProperties", "maxProperties"),
            }
        if isinstance(shape, RecordShape):
            return self._reference(shape.record, shape.partial)
        assert isinstance(shape, ChoiceShape)
        return {"anyOf": [self._reference(record) for record in shape.records]}

    def _value(self, shape: ValueShape) -> Schema:
        if not isinstance(shape.rule, fields.ExerciseId):
            return _value(shape)
        if "ExerciseId" not in self._definitions:
            known = [{"const": id_, "title": name} for id_, name in sorted(self._names.items())]
            others = {"description": "An exercise of one's own, or another name.", **_value(shape)}
            self._definitions["ExerciseId"] = {"anyOf": [*known, others]}
        return {"$ref": "#/$defs/ExerciseId"}

    def _reference(self, record: type, partial: bool = False) -> Schema:
        name = f"{record.__name__}Change" if partial else record.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # A block of steps holds steps: it meets itself.
            self._definitions[name] = self._record(record, partial)
        return {"$ref": f"#/$defs/{name}"}


def _bound_together(record: type) -> Schema:
    rules = [_bound(one) for one in key_sets_of(record)]
    return {"allOf": rules} if rules else {}


def _bound(bound: KeySet) -> Schema:
    """At least one of the keys, or at most one."""
    if bound.rivals:
        pairs = combinations(bound.keys, 2)
        return {"not": {"anyOf": [{"required": list(pair)} for pair in pairs]}}
    return {"anyOf": [{"required": [key]} for key in bound.keys]}


def _value(shape: ValueShape) -> Schema:
    words = {"enum": list(shape.known_words)} if shape.words else None
    if shape.value_type is None:
        return words or {}
    schema = _typed(shape.value_type, shape)
    return {"anyOf": [schema, words]} if words else schema


def _typed(value_type: type, shape: ValueShape) -> Schema:
    rule = shape.rule
    if isinstance(rule, fields.Duration):
        ranges = f"|{durations.RANGE_PATTERN}" if shape.ranged else ""
        breaths = f"|{durations.BREATHS_PATTERN}" if shape.in_breaths else ""
        return {
            "type": ["integer", "string"],
            "pattern": f"^({durations.PATTERN}{ranges}{breaths})$",
            "not": {"type": "string", "pattern": durations.too_long_pattern(int(rule.most or 0))},
            "examples": ["30s", "1:30", "1m 30s", "2 min"],
            **_bounds(rule, "minimum", "maximum", unit=SECOND_MS),
        }
    if isinstance(rule, fields.NumberSpan):
        bounds = _bounds(rule, "minimum", "maximum")
        pattern = f"^{amounts.SPAN}$"
        return {"type": ["integer", "string"], "pattern": pattern, "examples": ["3-8"], **bounds}
    if isinstance(rule, fields.DayCount):
        pattern = f"^({amounts.day_count_pattern(rule)})$"
        bounds = _bounds(rule, "minimum", "maximum")
        examples = ["2 days"]
        return {"type": ["integer", "string"], "pattern": pattern, "examples": examples, **bounds}
    if value_type is bool:
        return {
            "type": ["boolean", "string"],
            "pattern": f"^({durations.any_case(*scalars.YES_OR_NO)})$",
        }
    if value_type in (int, float):
        pattern = amounts.WHOLE if value_type is int else amounts.DECIMAL
        pattern += f"|{durations.NUMBER_RANGE}" if shape.ranged else ""
        number = "integer" if value_type is int else "number"
        bounds = _bounds(rule, "minimum", "maximum")
        return {"type": [number, "string"], "pattern": f"^({pattern})$", **bounds}
    return _text(rule)


def _text(rule: Rule) -> Schema:
    if isinstance(rule, fields.Exactly):
        return {"const": rule.text}
    lengths = _bounds(rule, "minLength", "maxLength")
    if isinstance(rule, fields.Identifier):
        return {
            "type": ["string", "integer", "boolean"],
            "pattern": f"^{scalars.IDENTIFIER}$",
            "minimum": 0,
            **lengths,
        }
    if isinstance(rule, fields.PicturePath):
        return {"type": "string", "pattern": _picture_pattern(), **lengths}
    blank = [] if rule.least else ["null"]
    sided = {"pattern": f"^{WHOLE}$"} if isinstance(rule, fields.SidedText) else {}
    return {"type": ["string", "number", "boolean", *blank], **sided, **lengths}


def _bounds(rule: Rule, least: str, most: str, unit: int = 1) -> Schema:
    bounds = {least: rule.least, most: rule.most}
    return {key: _plain(bound / unit) for key, bound in bounds.items() if bound is not None}


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def _picture_pattern() -> str:
    endings = durations.any_case(*(ending[1:] for ending in scalars.PICTURE_ENDINGS))
    # No part is empty, "." or ".."; no backslash and no drive.
    part = r"(?!\.{1,2}/)[^/\\:]+"
    return rf"^({part}/)*[^/\\:]*\.({endings})$"
