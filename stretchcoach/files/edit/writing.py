"""Values as YAML, in the shortest form that reads as what was meant."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import yaml

from stretchcoach.files.edit.spans import Plain

_PARSER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LIKE_NOTHING = {"", "~", "null", "Null", "NULL"}
_MOST_IN_A_LINE = 100  # characters of a list or keys in one line


def scalar(text: str, quote: str | None = None) -> str:
    """`text` as one value, in quotes only where it needs them, or in `quote` where that is said."""
    if quote is None and _may_be_bare(text):
        return text
    single = "'" not in text if quote is None else quote == "'"
    if single and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def inline(value: Plain) -> str:
    """`value` in one line: `{sets: 3}`, `[mon, wed]`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(k)}: {inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return scalar(value)


def pair_lines(key: str, value: Plain, indent: int) -> str:
    """The lines of `key` with its value, as they stand at `indent`."""
    head = " " * indent + scalar(key) + ":"
    line = f"{head} {inline(value)}\n"
    if isinstance(value, str) or not value:
        return line
    if isinstance(value, list):
        inline_is_best = not all(isinstance(each, dict) for each in value)
    else:
        inline_is_best = len(line) <= _MOST_IN_A_LINE
    return line if inline_is_best else head + "\n" + lines_of(value, indent + 2)


def lines_of(value: list[Plain] | dict[str, Plain], indent: int) -> str:
    """What is in a list or a mapping, each in lines of its own at `indent`."""
    if isinstance(value, list):
        return "".join(entry_lines(each, indent) for each in value)
    return "".join(pair_lines(key, each, indent) for key, each in value.items())


def entry_lines(value: Plain, indent: int) -> str:
    """The lines of an entry of a list whose dashes stand at `indent`."""
    if not isinstance(value, dict) or not value:
        return f"{' ' * indent}- {inline(value)}\n"
    lines = lines_of(value, indent + 2)
    return f"{' ' * indent}- {lines[indent + 2 :]}"


@lru_cache(maxsize=2000)
def _may_be_bare(text: str) -> bool:
    """Whether it can stand without quotes, among others in one line too."""
    if text in _LIKE_NOTHING or text != text.strip():
        return False
    return _is_value_in(f"a: {text}", text) and _is_value_in("{a: " + text + "}", text)


def _is_value_in(pair: str, text: str) -> bool:
    try:
        events = list(yaml.parse(pair, _PARSER))
    except yaml.YAMLError:
        return False
    said = [e for e in events if isinstance(e, yaml.NodeEvent)]
    values = [(e.value, e.tag, e.anchor) for e in said if isinstance(e, yaml.ScalarEvent)]
    return values == [("a", None, None), (text, None, None)] and len(said) == len(values) + 1


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return {"\n": "\\n", "\t": "\\t"}.get(character, character)
