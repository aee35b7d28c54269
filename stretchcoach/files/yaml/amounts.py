"""Amounts: times, breaths, numbers, days and weeks, and ranges of them, within their bounds.

What people write in other ways than those that are read gets the sentence that helps.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from stretchcoach.core.content import fields
from stretchcoach.core.content.dose import MAX_BREATHS, Range
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.durations import (
    NUMBER_RANGE,
    DurationError,
    RangeError,
    format_duration,
    parse_breaths,
    parse_duration,
    parse_duration_range,
    parse_number_range,
)
from stretchcoach.files.yaml.problems import NotAllowedError, shown
from stretchcoach.files.yaml.shapes import ValueShape

WHOLE = "[-+]?[0-9]{1,15}"
DECIMAL = r"[-+]?([0-9]{1,15}(\.[0-9]{0,15})?|\.[0-9]{1,15})([eE][-+]?[0-9]{1,2})?"

_WHOLE = re.compile(WHOLE)
_DECIMAL = re.compile(DECIMAL)
_NUMBER_RANGE = re.compile(NUMBER_RANGE)
_BETWEEN = re.compile(r" *(\bto\b|\bor\b|\.\.+|…|—) *", re.IGNORECASE)
_SETS_AND_REPS = re.compile("([0-9]{1,3}) ?[x×*] ?([0-9]{1,3})", re.IGNORECASE)
_COUNTED = re.compile(
    f"({NUMBER_RANGE}|[0-9]{{1,9}}) ?([x×]|times|rounds|sets?|reps?|repetitions?)", re.IGNORECASE
)
_BREATHS = re.compile("breath", re.IGNORECASE)
_MOST_LETTERS = 40

SPAN = "0{0,2}([0-9]{1,2})( ?[-–] ?0{0,2}([0-9]{1,2}))?"
_SPAN = re.compile(SPAN)
_DAY_LETTERS = " days"


def amount_parser(shape: ValueShape) -> Callable[[str], Any]:
    """What reads a time: of a step, of a phase, or one that may be a range or breaths."""
    least, most = int(shape.rule.least or 0), int(shape.rule.most or 0)
    also = _other_ways(shape)

    def read(text: str) -> Any:
        if shape.in_breaths and (breaths := parse_breaths(text)):
            if not _lies_within(breaths.count, 1, MAX_BREATHS):
                raise NotAllowedError(_breaths_allowed(text))
            return breaths
        value = (shape.ranged and parse_duration_range(text)) or parse_duration(text)
        if not _lies_within(value, least, most):
            low = value.low if isinstance(value, Range) else value
            raise NotAllowedError(
                tr("“{text}” is too {size} - allowed: {least} to {most}",
                   text=shown(text), size=tr("short") if low < least else tr("long"),
                   least=format_duration(least), most=format_duration(most))
            )  # fmt: skip
        return value

    def parse(text: str) -> Any:
        try:
            return read(text)
        except RangeError as error:
            raise NotAllowedError(f"“{shown(text)}”: {error}") from None
        except DurationError as error:
            raise NotAllowedError(_why_no_time(text, shape, f"{error}{also}")) from None

    return parse


def number_parser(shape: ValueShape) -> Callable[[str], Any]:
    """What reads a plain number, or one that may be a range."""
    rule, number = shape.rule, shape.value_type
    pattern = _WHOLE if number is int else _DECIMAL
    least = float("-inf") if rule.least is None else rule.least
    most = float("inf") if rule.most is None else rule.most
    allowed = tr("allowed: {least} to {most}", least=f"{least:g}", most=f"{most:g}")
    if shape.ranged:
        allowed += tr(", or {word}", word=tr("a range such as 2-4"))

    def read(text: str) -> Any:
        if shape.ranged and (found := parse_number_range(text)):
            return found
        if not pattern.fullmatch(text):
            raise NotAllowedError(_why_no_number(text, shape, allowed))
        return int(text) if number is int else float(text)

    def parse(text: str) -> Any:
        try:
            value = read(text)
        except RangeError as error:
            raise NotAllowedError(f"“{shown(text)}”: {error}") from None
        if _lies_within(value, least, most):
            return value
        low = value.low if isinstance(value, Range) else value
        raise NotAllowedError(
            tr("{text} is too {size} - {allowed}", text=shown(text), allowed=allowed,
               size=tr("small") if low < least else tr("large"))
        )  # fmt: skip

    return parse


def _lies_within(value: float | Range, least: float, most: float) -> bool:
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    return least <= low and high <= most


def _other_ways(shape: ValueShape) -> str:
    words = ", ".join(f"“{word}”" for word in shape.known_words)
    ways = [words] if words else []
    ways += [tr("a range such as 15-30s")] * shape.ranged
    ways += [tr("breaths such as 5 breaths")] * shape.in_breaths
    return "".join(tr(", or {word}", word=word) for word in ways)


def _why_no_time(text: str, shape: ValueShape, otherwise: str) -> str:
    if shape.in_breaths and _BREATHS.search(text[:_MOST_LETTERS]):
        return _breaths_allowed(text)
    if shape.ranged and (meant := _meant_range(text, parse_duration_range)):
        return _range_by_hyphen(text, meant)
    return f"“{shown(text)}”: {otherwise}"


def _breaths_allowed(text: str) -> str:
    return tr("“{text}”: write a number of breaths from 1 to {most}, such as 5 breaths",
              text=shown(text), most=MAX_BREATHS)  # fmt: skip


def _why_no_number(text: str, shape: ValueShape, allowed: str) -> str:
    if not shape.ranged and _NUMBER_RANGE.fullmatch(text):
        return tr("“{text}”: a range cannot stand here - {allowed}", text=text, allowed=allowed)
    if shape.ranged and (both := _SETS_AND_REPS.fullmatch(text)):
        return tr("“{text}” says two things - write sets: {sets} and reps: {reps}",
                  text=text, sets=both[1], reps=both[2])  # fmt: skip
    if counted := _COUNTED.fullmatch(text):
        return tr("“{text}”: write the number alone, {number}", text=text, number=counted[1])
    if shape.ranged and (meant := _meant_range(text, parse_number_range)):
        return _range_by_hyphen(text, meant)
    kind = tr("a whole number") if shape.value_type is int else tr("a number")
    return tr("“{text}” is not {kind} - {allowed}", text=shown(text), kind=kind, allowed=allowed)


def _range_by_hyphen(text: str, meant: str) -> str:
    return tr("“{text}”: a range is written with a hyphen - write {range}",
              text=shown(text), range=meant)  # fmt: skip


def _meant_range(text: str, parse: Callable[[str], Range | None]) -> str:
    """`text` as a range with a hyphen; "" where that makes none."""
    if len(text) > _MOST_LETTERS:
        return ""
    meant = _BETWEEN.sub("-", text)
    try:
        return meant if parse(meant) else ""
    except RangeError:
        return ""


def span_parser(rule: fields.Rule) -> Callable[[str], Any]:
    least, most = int(rule.least or 0), int(rule.most or 0)

    def parse(text: str) -> fields.Span:
        found = _SPAN.fullmatch(text)
        if found:
            first, last = int(found[1]), int(found[3] or found[1])
            if least <= first <= last <= most:
                return fields.Span(first, last)
        raise NotAllowedError(
            tr("“{text}” are no numbers in a row - write 3-8 or 3, from {least} to {most}",
               text=shown(text), least=least, most=most)
        )  # fmt: skip

    return parse


def day_count_parser(rule: fields.Rule) -> Callable[[str], Any]:
    ways = tr("write 2 or 2 days, from {least} to {most} days", least=rule.least, most=rule.most)
    known = re.compile(day_count_pattern(rule))

    def parse(text: str) -> int:
        if known.fullmatch(text):
            return int(text.rstrip(_DAY_LETTERS))
        raise NotAllowedError(
            tr("“{text}” is no such number of days - {ways}", text=shown(text), ways=ways)
        )

    return parse


def day_count_pattern(rule: fields.Rule) -> str:
    """What a number of days within the bounds of `rule` looks like."""
    assert rule.least is not None
    assert rule.most is not None
    numbers = "|".join(str(number) for number in range(int(rule.least), int(rule.most) + 1))
    return f"0{{0,2}}({numbers})( ?(d|day|days))?"
