"""What is for today, and the words for it."""

from __future__ import annotations

from datetime import date

import pytest

from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.plan.today import (
    DayPart,
    Today,
    Why,
    day_part,
    for_today,
    why_words,
)
from stretchcoach.files.disk.bundled import bundled_dir
from tests.core.facts import some_facts

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
MORNING = some_facts("Morning gentle", places=(Place.LYING,))
DESK = some_facts("Desk break", places=(Place.CHAIR,))
BED = some_facts("Before bed", places=(Place.LYING,))
STRONG = some_facts("Strong", level=3, minutes=2)
ALL = (STRONG, MORNING, DESK, BED)


def test_what_was_planned_comes_first() -> None:
    planned = [("gone", Why.PLAN), ("strong", Why.SCHEDULE)]
    assert for_today(planned, {"desk-break": MONDAY}, ALL, 8) == Today("strong", Why.SCHEDULE)


def test_then_what_was_done_last_of_all() -> None:
    last_days = {"desk-break": MONDAY, "strong": TUESDAY, "gone": date(2026, 3, 9)}
    assert for_today([], last_days, ALL, 8) == Today("strong", Why.LAST)


@pytest.mark.parametrize(
    ("hour", "part", "name"),
    [
        (4, DayPart.MORNING, "morning-gentle"),
        (10, DayPart.MORNING, "morning-gentle"),
        (11, DayPart.DAY, "desk-break"),
        (18, DayPart.DAY, "desk-break"),
        (19, DayPart.EVENING, "before-bed"),
        (3, DayPart.EVENING, "before-bed"),
    ],
)
def test_else_something_gentle_for_the_hour(hour: int, part: DayPart, name: str) -> None:
    assert day_part(hour) is part
    assert for_today([], {}, ALL, hour) == Today(name, Why.GENTLE, part)
    assert (bundled_dir("routines") / f"{name}.yaml").exists()


def test_where_the_usual_ones_are_not_there_the_shortest_easy_one_in_that_position() -> None:
    lying = some_facts("Lying", minutes=9, places=(Place.LYING,))
    longer = some_facts("Longer", minutes=12, places=(Place.LYING,))
    chair = some_facts("Sitting", minutes=4, places=(Place.CHAIR,))
    routines = (STRONG, longer, lying, chair)
    assert for_today([], {}, routines, 8) == Today("lying", Why.GENTLE, DayPart.MORNING)
    assert for_today([], {}, routines, 12) == Today("sitting", Why.GENTLE, DayPart.DAY)
    assert for_today([], {}, (longer,), 12) == Today("longer", Why.GENTLE, DayPart.DAY)
    assert for_today([], {}, (STRONG,), 12) is None


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (Today("one", Why.PLAN), "From your plan"),
        (Today("one", Why.SCHEDULE), "You planned it for today"),
        (Today("one", Why.LAST), "Last done yesterday"),
        (Today("one", Why.GENTLE, DayPart.MORNING), "Something gentle for the morning"),
        (Today("one", Why.GENTLE, DayPart.DAY), "Something gentle in between"),
        (Today("one", Why.GENTLE, DayPart.EVENING), "Something gentle for the evening"),
    ],
)
def test_the_reason_in_words(today: Today, words: str) -> None:
    assert why_words(today, MONDAY, TUESDAY) == words
