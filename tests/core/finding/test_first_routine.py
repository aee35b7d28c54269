"""Three answers lead to a routine to begin with."""

from __future__ import annotations

from itertools import product

import pytest

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.first_routine import MEANT_FOR_ALL, Habit, first_routine
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.core.finding.routine_search import MINUTES, Where, where_it_begins
from stretchcoach.core.library.gather_facts import routine_facts
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from tests.core.facts import some_facts

LYING, CHAIR = (Place.LYING,), (Place.CHAIR,)
BASICS = some_facts("Hip basics", minutes=12, shortest_minutes=4, places=LYING)
ROTATORS = some_facts("Deep hip rotators 15", minutes=15, shortest_minutes=8, level=2, places=LYING)
OPEN = some_facts("Open hips", minutes=13, shortest_minutes=12, level=3, places=LYING)
SITTING = some_facts("Desk break", minutes=6, places=CHAIR, level=2)
ALL = (OPEN, ROTATORS, BASICS, SITTING, some_facts("Pregnancy easy", places=CHAIR))


@pytest.mark.parametrize(
    ("where", "minutes", "habit", "title", "shortened_to"),
    [
        (Where.LYING, 15, Habit.NEW, "Hip basics", None),
        (Where.LYING, 10, Habit.NEW, "Hip basics", 10),
        (Where.LYING, 15, Habit.SOMETIMES, "Deep hip rotators 15", None),
        (Where.LYING, 5, Habit.SOMETIMES, "Hip basics", 5),
        (Where.LYING, 15, Habit.OFTEN, "Open hips", None),
        (Where.LYING, 10, Habit.OFTEN, "Deep hip rotators 15", 10),
        (Where.CHAIR, 5, Habit.NEW, "Desk break", 5),  # the easiest there is
    ],
)
def test_the_answers_decide(
    where: Where, minutes: int, habit: Habit, title: str, shortened_to: int | None
) -> None:
    found = first_routine(ALL, where, minutes, habit)
    assert found
    assert (found.routine.title, found.minutes) == (title, shortened_to)


def test_the_time_is_that_of_the_person() -> None:
    twists = some_facts("Hip basics", minutes=5, one_side_minutes=9, shortest_minutes=5,
                        places=LYING)  # fmt: skip
    found = first_routine([twists], Where.LYING, 5, Habit.NEW, AffectedSide.LEFT)
    assert found
    assert found.minutes == 5


def test_nothing_begins_there() -> None:
    assert first_routine(ALL, Where.STANDING, 15, Habit.OFTEN) is None
    assert first_routine([], Where.LYING, 15, Habit.OFTEN) is None


@pytest.fixture(scope="module")
def bundled() -> list[RoutineFacts]:
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    return [routine_facts(e.routine, e.exercises) for e in library.routines if e.routine]


def test_those_that_are_named_are_there(bundled: list[RoutineFacts]) -> None:
    assert set(MEANT_FOR_ALL) <= {facts.id for facts in bundled}


def test_every_answer_leads_somewhere(bundled: list[RoutineFacts]) -> None:
    for where, minutes, habit in product(Where, MINUTES, Habit):
        found = first_routine(bundled, where, minutes, habit)
        assert found
        assert where_it_begins(found.routine) is where
