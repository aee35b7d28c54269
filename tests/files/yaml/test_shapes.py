from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.fields import Number, Rule, Text
from stretchcoach.core.content.pose import Bend
from stretchcoach.core.content.routine import Routine, Step
from stretchcoach.files.yaml.shapes import (
    ChoiceShape,
    FieldShape,
    ListShape,
    MapShape,
    RecordShape,
    ValueShape,
    fields_of,
    shape_of,
    telling_keys,
)


def field(record: type, name: str) -> FieldShape:
    return next(declared for declared in fields_of(record) if declared.name == name)


def test_keys_are_the_names_without_units() -> None:
    assert [declared.key for declared in fields_of(Dose)] == [
        *("sets", "reps", "hold", "pace", "time", "relax", "rest", "rep", "get_ready", "switch"),
    ]
    assert field(Routine, "for_").key == "for"


def test_required_fields_have_no_default() -> None:
    assert field(Routine, "steps").required
    assert field(Routine, "level").default == 1
    assert field(Exercise, "dose").default == Dose()


def test_shapes_of_fields() -> None:
    pace = field(Dose, "pace_ms").shape
    assert isinstance(pace, ValueShape)
    assert pace.value_type is int
    assert list(pace.known_words) == ["manual"]
    assert (pace.ranged, pace.in_breaths) == (True, False)
    assert isinstance(field(Dose, "rep").shape, ListShape)
    own = field(Routine, "exercises").shape
    assert isinstance(own, MapShape)
    assert own.item == RecordShape(Rule(), Exercise, partial=True)


def test_the_telling_keys_of_steps_are_those_of_one_kind_first() -> None:
    shape = shape_of(Step)
    assert isinstance(shape, ChoiceShape)
    assert list(telling_keys(shape)) == ["exercise", "repeat", "rest"]


def test_the_outer_of_two_rules_adds_to_the_inner() -> None:
    rule = field(Bend, "flexion").shape.rule
    assert rule == Number(unit="degrees", least=-180, most=180, doc=rule.doc)
    assert rule.doc
    nested = Annotated[Annotated[str, Text(most=5)], Rule(least=0)]
    assert shape_of(nested).rule == Text(most=5, least=0)


@dataclass
class Unannotated:
    number: int = 3


@pytest.mark.parametrize(
    "annotation",
    [dict[str, int], list[int], tuple[int, str], bytes, int | bytes, int | tuple[int, ...], Any],
)
def test_what_files_cannot_hold(annotation: Any) -> None:
    with pytest.raises(TypeError, match="a file cannot hold"):
        shape_of(annotation)


def test_fields_need_no_rule() -> None:
    (declared,) = fields_of(Unannotated)
    assert declared.shape == ValueShape(Rule(), int)
