"""Numbers of days and of weeks as people write them: `2 days`, `3-8`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from stretchcoach.core.content import fields
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import NotAllowedError, shown

SPAN = "0{0,2}([0-9]{1,2})( ?[-–] ?0{0,2}([0-9]{1,2}))?"
_SPAN = re.compile(SPAN)
_DAY_LETTERS = " days"


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
