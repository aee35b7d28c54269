"""Writes the reference in docs/yaml.md anew, from the declarations that the reader follows.

`python tools/yaml_reference.py`. What stands above the line that begins the reference is written
by hand and stays.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from stretchcoach.core.content import fields  # noqa: E402
from stretchcoach.core.content.exercise import Exercise  # noqa: E402
from stretchcoach.core.content.routine import Routine  # noqa: E402
from stretchcoach.core.content.terms import RemarkCode  # noqa: E402
from stretchcoach.core.lint.rules import rules  # noqa: E402
from stretchcoach.core.plan.plan import Plan  # noqa: E402
from stretchcoach.files.yaml.durations import format_duration  # noqa: E402
from stretchcoach.files.yaml.shapes import (  # noqa: E402
    ChoiceShape,
    FieldShape,
    ListShape,
    MapShape,
    RecordShape,
    Shape,
    ValueShape,
    fields_of,
    key_sets_of,
)

PAGE = ROOT / "docs" / "yaml.md"
BEGIN = "<!-- From here on it is made by tools/yaml_reference.py -->"
FILES = (("A routine", Routine), ("An exercise", Exercise), ("A plan", Plan))


def page(written_by_hand: str) -> str:
    """The whole page; of `written_by_hand` what comes before the reference."""
    head = written_by_hand.partition(BEGIN)[0]
    return head + BEGIN + "\n\n" + "\n".join(_reference()).rstrip() + "\n"


def _reference() -> Iterator[str]:
    """Each kind of file with its parts, each part once."""
    told: set[type] = {record for _, record in FILES}
    for title, record in FILES:
        yield f"## {title}"
        yield ""
        yield from _table(record)
        waiting = list(_parts(record))
        while waiting:
            part = waiting.pop(0)
            if part in told:
                continue
            told.add(part)
            yield f"### {_name(part)}"
            yield ""
            yield from _table(part)
            waiting += _parts(part)
    yield from _remarks()


def _remarks() -> Iterator[str]:
    """What is remarked on, why, and who says so."""
    yield "## Remarks"
    yield ""
    yield "What `check` and Customize say of a file without errors, by the code that silences it."
    yield ""
    yield "| code | remarked | because | source |"
    yield "|---|---|---|---|"
    for code in RemarkCode:
        rule = rules()[code]
        yield f"| `{code.value}` | {rule.says} | {rule.reason} | {rule.source} |"
    yield ""


def _table(record: type) -> Iterator[str]:
    yield (record.__doc__ or "").partition("\n")[0]
    yield ""
    yield "| key | what | value | if not said |"
    yield "|---|---|---|---|"
    for field in fields_of(record):
        cells = (f"`{field.key}`", field.shape.rule.doc, _value(field.shape), _default(field))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""
    for bound in key_sets_of(record):
        rule = "At most one of" if bound.rivals else "At least one of"
        yield f"{rule} {', '.join(f'`{key}`' for key in bound.keys)}."
        yield ""


def _parts(record: type) -> list[type]:
    return [part for field in fields_of(record) for part in _records(field.shape)]


def _records(shape: Shape) -> list[type]:
    if isinstance(shape, RecordShape):
        return [shape.record]
    if isinstance(shape, ChoiceShape):
        return list(shape.records)
    return _records(shape.item) if isinstance(shape, (ListShape, MapShape)) else []


def _name(record: type) -> str:
    """“Exercise step” for ExerciseStep."""
    name = record.__name__
    return name[0] + "".join(f" {c.lower()}" if c.isupper() else c for c in name[1:])


def _link(record: type) -> str:
    title = next((title for title, known in FILES if known is record), _name(record))
    return f"[{_name(record).lower()}](#{title.lower().replace(' ', '-')})"


def _value(shape: Shape) -> str:
    rule = shape.rule
    if isinstance(shape, ListShape):
        word = f", or `{rule.all_in_a_word}`" if isinstance(rule, fields.Listed) else ""
        return f"a list of {_value(shape.item)}{_count(rule)}{word}"
    if isinstance(shape, MapShape):
        return f"names, each with {_value(shape.item)}{_count(rule)}"
    if isinstance(shape, RecordShape):
        return f"keys of {_link(shape.record)}" + (", those that change" if shape.partial else "")
    if isinstance(shape, ChoiceShape):
        return " or ".join(_link(record) for record in shape.records)
    assert isinstance(shape, ValueShape)
    typed = _typed(shape) if shape.value_type else ""
    parts = [f"{typed}, or a range" if shape.ranged else typed] if typed else []
    parts += ["`5 breaths`"] if shape.in_breaths else []
    parts += [f"`{word}`" for word in shape.known_words]
    return ", ".join(parts)


def _typed(shape: ValueShape) -> str:
    rule = shape.rule
    if isinstance(rule, fields.Duration):
        least, most = format_duration(int(rule.least or 0)), format_duration(int(rule.most or 0))
        ways = [f"a time, {least} to {most}"]
        ways += ["a range such as `15-30s`"] * shape.ranged
        ways += ["breaths such as `5 breaths`"] * shape.in_breaths
        return ", or ".join(ways)
    if isinstance(rule, fields.DayCount):
        return f"days, {rule.least:g} to {rule.most:g}"
    if isinstance(rule, fields.Exactly):
        return f"`{rule.text}`"
    if isinstance(rule, fields.ExerciseId):
        return "an exercise, by its id or its name"
    if isinstance(rule, fields.Identifier):
        return "small letters, digits and single hyphens"
    if isinstance(rule, fields.PicturePath):
        return "a file: .jpg, .png or .webp"
    if shape.value_type is bool:
        return "`true` or `false`"
    if shape.value_type in (int, float):
        kind = "a whole number" if shape.value_type is int else "a number"
        bounds = rule.least is not None and rule.most is not None
        words = f"{kind}, {rule.least:g} to {rule.most:g}" if bounds else kind
        return f"{words}, or a range such as `2-4`" if shape.ranged else words
    sided = ", may name [a side](#words-that-name-a-side)"
    return f"text, {rule.most:g} letters" + (sided if isinstance(rule, fields.SidedText) else "")


def _count(rule: fields.Rule) -> str:
    return f", at most {rule.most:g}" if rule.most else ""


def _default(field: FieldShape) -> str:
    if field.required:
        return "**needed**"
    default = field.default
    if isinstance(default, Enum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return "`true`" if default else "`false`"
    return f"`{default}`" if isinstance(default, (int, float)) else ""


def main() -> None:
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
