"""Single values: from the text of a node to what its field holds.

Each reader is made once for a field and called for every node. It returns INVALID where it
has added to the findings what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches
from typing import Any, Final

from stretchcoach.core.content import fields
from stretchcoach.core.content.dose import MAX_BREATHS, Range
from stretchcoach.core.content.sided_text import is_whole
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.day_values import day_count_parser, span_parser
from stretchcoach.files.yaml.durations import (
    DurationError,
    RangeError,
    format_duration,
    parse_breaths,
    parse_duration,
    parse_duration_range,
    parse_number_range,
)
from stretchcoach.files.yaml.guard import Findings, unsafe_message
from stretchcoach.files.yaml.lookalike_notes import note_in_value
from stretchcoach.files.yaml.lookalikes import is_seen
from stretchcoach.files.yaml.nodes import Node, Scalar, Sequence
from stretchcoach.files.yaml.problems import UNSAFE, NotAllowedError, shown
from stretchcoach.files.yaml.shapes import ValueShape

Read = Callable[[Node, Findings], Any]
INVALID: Final = object()

YES = ("true", "yes", "on")
NO = ("false", "no", "off")
YES_OR_NO = YES + NO
IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"
WHOLE = "[-+]?[0-9]{1,15}"
DECIMAL = r"[-+]?([0-9]{1,15}(\.[0-9]{0,15})?|\.[0-9]{1,15})([eE][-+]?[0-9]{1,2})?"
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")

_IDENTIFIER = re.compile(IDENTIFIER)
_WHOLE = re.compile(WHOLE)
_DECIMAL = re.compile(DECIMAL)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be."""
    if len(word) > fields.MAX_NAME:
        return None
    word = word.lower()
    for name in known:
        if word == name or (len(name) > 2 and word.startswith(name)):
            return name
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def value_reader(shape: ValueShape) -> Read:
    """What reads a value of `shape`."""
    parse = _parser(shape)
    words = shape.known_words
    is_free_text = isinstance(shape.rule, fields.Text)

    def read(node: Node, findings: Findings) -> Any:
        if not isinstance(node, Scalar):
            findings.add(node, _one_value_wanted(node))
            return INVALID
        text = node.text
        if text in words:
            return words[text]
        try:
            return parse(text)
        except NotAllowedError as error:
            # Words for people may have any character; so none of them is why they are refused.
            if is_free_text or not note_in_value(findings, node, accepted):
                findings.add(node, str(error))
            return INVALID

    def accepted(text: str) -> bool:
        try:
            return text in words or parse(text) is not INVALID
        except NotAllowedError:
            return False

    return read


def _one_value_wanted(node: Node) -> str:
    if isinstance(node, Sequence):
        return tr("a list cannot stand here - write one value")
    return tr("keys of their own cannot stand here - write one value")


def _parser(shape: ValueShape) -> Callable[[str], Any]:
    rule = shape.rule
    if shape.value_type is None:
        return _word_parser(list(shape.known_words))
    if isinstance(rule, fields.Duration):
        return _duration_parser(shape)
    if isinstance(rule, fields.DayCount):
        return day_count_parser(rule)
    if isinstance(rule, fields.NumberSpan):
        return span_parser(rule)
    if shape.value_type is bool:
        return _parse_bool
    if shape.value_type in (int, float):
        return _number_parser(shape)
    if isinstance(rule, fields.Exactly):
        return _exact_parser(rule)
    if isinstance(rule, fields.Identifier):
        return _identifier_parser(rule)
    if isinstance(rule, fields.PicturePath):
        return _picture_parser(rule)
    return _sided_parser(rule) if isinstance(rule, fields.SidedText) else _text_parser(rule)


def _word_parser(known: list[str]) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        near = nearest(text, known)
        allowed = ", ".join(known)
        if near:
            raise NotAllowedError(
                tr("“{text}” is not known here - did you mean “{near}”? Allowed: {allowed}",
                   text=shown(text), near=near, allowed=allowed)
            )  # fmt: skip
        raise NotAllowedError(
            tr("“{text}” is not known here - allowed: {allowed}", text=shown(text), allowed=allowed)
        )

    return parse


def _duration_parser(shape: ValueShape) -> Callable[[str], Any]:
    least, most = int(shape.rule.least or 0), int(shape.rule.most or 0)
    words = ", ".join(f"“{word}”" for word in shape.known_words)
    more = [*([words] if words else []),
            *([tr("a range such as 15-30s")] if shape.ranged else []),
            *([tr("breaths such as 5 breaths")] if shape.in_breaths else [])]  # fmt: skip
    also = "".join(tr(", or {word}", word=word) for word in more)

    def read(text: str) -> Any:
        if shape.in_breaths and (breaths := parse_breaths(text)):
            check_bounds(text, breaths.count, 1, MAX_BREATHS, str)
            return breaths
        value = (shape.ranged and parse_duration_range(text)) or parse_duration(text)
        check_bounds(text, value, least, most, format_duration)
        return value

    def parse(text: str) -> Any:
        try:
            return read(text)
        except RangeError as error:
            raise NotAllowedError(f"“{shown(text)}”: {error}") from None
        except DurationError as error:
            raise NotAllowedError(f"“{shown(text)}”: {error}{also}") from None

    return parse


def check_bounds(
    text: str, value: int | Range, least: int, most: int, show: Callable[[int], str]
) -> None:
    """NotAllowedError where a time or an end of a range lies outside of `least` and `most`."""
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    if low < least or high > most:
        raise NotAllowedError(
            tr("“{text}” is too {size} - allowed: {least} to {most}",
               text=shown(text), size=tr("short") if low < least else tr("long"),
               least=show(least), most=show(most))
        )  # fmt: skip


def _parse_bool(text: str) -> bool:
    word = text.lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise NotAllowedError(
        tr("“{text}” is neither yes nor no - write true or false", text=shown(text))
    )


def _number_parser(shape: ValueShape) -> Callable[[str], Any]:
    rule, number = shape.rule, shape.value_type
    pattern = _WHOLE if number is int else _DECIMAL
    least = float("-inf") if rule.least is None else rule.least
    most = float("inf") if rule.most is None else rule.most
    allowed = tr("allowed: {least} to {most}", least=f"{least:g}", most=f"{most:g}")
    if shape.ranged:
        allowed += tr(", or {word}", word=tr("a range such as 2-4"))

    def read(text: str) -> Any:
        if shape.ranged and (found := parse_number_range(text)):
            return found, found.low, found.high
        if not pattern.fullmatch(text):
            raise NotAllowedError(_no_number(text, number is int, allowed))
        value = int(text) if number is int else float(text)
        return value, value, value

    def parse(text: str) -> Any:
        try:
            value, low, high = read(text)
        except RangeError as error:
            raise NotAllowedError(f"“{shown(text)}”: {error}") from None
        if least <= low and high <= most:
            return value
        raise NotAllowedError(
            tr("{text} is too {size} - {allowed}", text=shown(text), allowed=allowed,
               size=tr("small") if low < least else tr("large"))
        )  # fmt: skip

    return parse


def _no_number(text: str, whole: bool, allowed: str) -> str:
    if parse_number_range(text):
        return tr("“{text}”: a range cannot stand here - {allowed}", text=text, allowed=allowed)
    kind = tr("a whole number") if whole else tr("a number")
    return tr("“{text}” is not {kind} - {allowed}", text=shown(text), kind=kind, allowed=allowed)


def _exact_parser(rule: fields.Exactly) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text == rule.text:
            return text
        name, _, version = rule.text.rpartition("/")
        given_name, _, given = text.rpartition("/")
        if given_name == name and given.isdecimal() and int(given[:9]) > int(version):
            raise NotAllowedError(
                tr("“{text}” is of a newer program - this one reads {known}",
                   text=shown(text), known=rule.text)
            )  # fmt: skip
        raise NotAllowedError(
            tr("“{text}” is not known here - write {known}", text=shown(text), known=rule.text)
        )

    return parse


def _identifier_parser(rule: fields.Rule) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if _IDENTIFIER.fullmatch(text):
            return _within(text, rule)
        raise NotAllowedError(
            tr("“{text}” is no name for the program - small letters, digits and single hyphens, "
               "such as figure-4", text=shown(text))
        )  # fmt: skip

    return parse


def _picture_parser(rule: fields.Rule) -> Callable[[str], str]:
    def parse(text: str) -> str:
        parts = text.split("/")
        if "\\" in text or ":" in text or "" in parts or "." in parts or ".." in parts:
            raise NotAllowedError(
                tr("“{text}” leads out of the folder - write a relative path with /, such as "
                   "figures/pigeon.webp", text=shown(text))
            )  # fmt: skip
        if not text.lower().endswith(PICTURE_ENDINGS):
            raise NotAllowedError(
                tr("“{text}” is no picture that can be shown - allowed: {endings}",
                   text=shown(text), endings=", ".join(PICTURE_ENDINGS))
            )  # fmt: skip
        return _safe(_within(text, rule))

    return parse


def _text_parser(rule: fields.Rule) -> Callable[[str], str]:
    least, most = rule.least or 0, rule.most or fields.MAX_TEXT

    def parse(text: str) -> str:
        text = text.strip()
        if least <= len(text) <= most and text.isprintable() and (text.isascii() or is_seen(text)):
            return text
        if least and not is_seen(text):
            raise NotAllowedError(tr("the text is empty - write at least one word"))
        return _safe(_within(text, rule))

    return parse


def _sided_parser(rule: fields.Rule) -> Callable[[str], str]:
    parse = _text_parser(rule)

    def parse_sided(text: str) -> str:
        text = parse(text)
        if not is_whole(text):
            raise NotAllowedError(
                tr("here a | parts what is said on the right from what is said on the left - "
                   "write (right|left), both in one pair of parentheses")
            )  # fmt: skip
        return text

    return parse_sided


def _within(text: str, rule: fields.Rule) -> str:
    most = rule.most or fields.MAX_TEXT
    if len(text) <= most:
        return text
    raise NotAllowedError(
        tr("the text is {length} characters long - at most {most}", length=len(text), most=most)
    )


def _safe(text: str) -> str:
    """`text`, unless an escape such as "\\u202e" has brought in what the guard keeps out."""
    if found := UNSAFE.search(text):
        raise NotAllowedError(unsafe_message(found.group()))
    return text
