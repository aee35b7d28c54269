"""How the fields of the file formats are declared, once for all readers of the declaration.

A dataclass of `core` says with `Annotated[type, Rule(...)]` what may stand in a file. The
YAML reader, the JSON Schema, the reference in the docs and the form of the editor all walk
the same annotations, so they cannot disagree.

The name of a field is its key in the file, without its unit `_ms` or `_days` and without the
trailing underscore that keeps it apart from a Python keyword: `get_ready_ms` is `get_ready`,
`for_` is `for`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NamedTuple

MAX_NAME = 80
MAX_AMOUNT = 60
MAX_LANGUAGE = 12
MAX_LINE = 200
MAX_TEXT = 1000


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a value may be. `doc` explains the field to someone who writes a file.

    `least` and `most` bound a number by value, a text or a list by length, a duration in
    milliseconds; both ends are allowed.
    """

    doc: str = ""
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, kw_only=True)
class Number(Rule):
    """A plain whole or decimal number (the annotated type says which)."""

    unit: str = ""


class Duration(Rule):
    """Milliseconds in the code, `30`, `30s`, `1:30` or `1m 30s` in a file."""


class Span(NamedTuple):
    """Whole numbers from `first` to `last`, both among them."""

    first: int
    last: int


class NumberSpan(Rule):
    """Numbers in a row: `3-8`, or one alone, in a file; `least` and `most` bound both ends."""


class DayCount(Rule):
    """A number of days: `2` or `2 days` in a file."""


@dataclass(frozen=True, kw_only=True)
class Listed(Rule):
    """A list of words; `all_in_a_word` may stand in its place and means all there are.

    `counted_by` is the key for somebody who says only how many.
    """

    all_in_a_word: str
    counted_by: str


@dataclass(frozen=True, kw_only=True)
class Text(Rule):
    """Words for a person: one or more lines of plain text."""

    least: float | None = 1
    most: float | None = MAX_LINE


class SidedText(Text):
    """Words that may say one thing on the right and another on the left; see `sided_text`."""


@dataclass(frozen=True, kw_only=True)
class Identifier(Rule):
    """A name for the machine: small letters, digits and single hyphens."""

    most: float | None = 60


@dataclass(frozen=True, kw_only=True)
class ExerciseId(Text):
    """An exercise, by its id or another of its names; it must be known where the file is used."""

    most: float | None = MAX_NAME


@dataclass(frozen=True, kw_only=True)
class PicturePath(Rule):
    """A relative path to a picture inside the folder of the assets or of the file."""

    most: float | None = 200


@dataclass(frozen=True, kw_only=True)
class Exactly(Rule):
    """One fixed text, such as the name of the file format."""

    text: str


LanguageCode = Annotated[str, Identifier(most=MAX_LANGUAGE)]
TRANSLATIONS = Rule(doc="The words in other languages, by their codes: de, pt-br.", most=40)


@dataclass(frozen=True)
class AtLeastOne:
    """What a dataclass says of its fields together, in its class variable `KEYS`: one of them is
    needed. Names are those of fields."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class AtMostOne:
    """The same for fields of which only one can be given."""

    names: tuple[str, ...]


NOT_IN_FILES = {"in_files": False}  # metadata of a field that no file can give


def file_key(field_name: str) -> str:
    """The key in a file for the dataclass field `field_name`."""
    return field_name.removesuffix("_ms").removesuffix("_days").removesuffix("_")
