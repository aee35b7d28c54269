"""The facts on a card agree with the timeline that the person will do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from stretchcoach.core.content.dose import Dose, DoseChange, Manual
from stretchcoach.core.content.exercise import Exercise, Instructions, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine, RoutineDefaults
from stretchcoach.core.content.sides import AffectedSide, SideOrder, Sides
from stretchcoach.core.content.terms import Equipment, ExerciseKind, Position
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.library import gather_facts
from stretchcoach.core.library.gather_facts import routine_facts
from stretchcoach.core.session import shorten as shorten_module
from stretchcoach.core.session.shorten import shorten
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.planned_step import PlannedStep, plan
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known
from tests.core.strategies import LIBRARY, affected_sides, routines


@given(routines(), affected_sides)
def test_the_total_time_is_that_of_the_timeline(routine: Routine, affected: AffectedSide) -> None:
    facts = routine_facts(routine, LIBRARY)
    timelines = {a: expand(routine, LIBRARY, Profile(a)) for a in AffectedSide}
    assert facts.total_for(affected) == timelines[affected].total_ms
    assert facts.own_pace is any(
        interval.duration_ms is None for t in timelines.values() for interval in t.intervals
    )


def test_more_for_the_affected_side_takes_longer() -> None:
    step = ExerciseStep(exercise="knee-hug", get_ready_ms=0, affected=DoseChange(sets=2))
    facts = routine_facts(a_routine(step), known(an_exercise()))
    # Two holds of 30 s and 8 s between them; each set more has 10 s of rest before it.
    assert facts.total_for(AffectedSide.NONE) == 68_000
    assert facts.total_for(AffectedSide.LEFT) == facts.total_for(AffectedSide.RIGHT) == 108_000
    assert facts.total_for(AffectedSide.BOTH) == 148_000


def test_a_pace_of_ones_own_on_the_affected_side_alone_is_told() -> None:
    change = DoseChange(pace_ms=Manual.MANUAL)
    step = ExerciseStep(exercise="knee-hug", affected=change)
    assert routine_facts(a_routine(step), known(an_exercise())).own_pace


def on(position: Position, name: str, *equipment: Equipment) -> Exercise:
    return replace(an_exercise(name, name.title(), position=position), equipment=equipment)


def test_places_and_things_come_in_the_order_of_the_routine_and_once() -> None:
    exercises = known(
        on(Position.SUPINE, "one", Equipment.MAT),
        on(Position.SEATED, "two", Equipment.CHAIR),
        on(Position.PRONE, "three", Equipment.MAT, Equipment.STRAP),
    )
    routine = a_routine(*(a_step(exercise=name) for name in ("one", "two", "three")), a_rest())
    facts = routine_facts(routine, exercises)
    assert facts.places == (Place.LYING, Place.CHAIR)
    assert facts.equipment == (Equipment.MAT, Equipment.CHAIR, Equipment.STRAP)


def test_steps_that_are_switched_off_count_nothing() -> None:
    exercises = known(an_exercise(), on(Position.STANDING, "off", Equipment.BALL))
    off = replace(a_step(exercise="off"), enabled=False)
    facts = routine_facts(a_routine(a_step(), off), exercises)
    assert facts.places == (Place.LYING,)
    assert facts.equipment == ()


@pytest.mark.parametrize(
    ("pictures", "figures"),
    [
        ((), ("long",)),
        (("short",), ("short",)),
        (("rest",), ("rest",)),
        (("short", "long", "rest"), ("long", "short")),
    ],
)
def test_the_exercises_that_take_most_time_stand_for_the_routine(
    pictures: tuple[str, ...], figures: tuple[str, ...]
) -> None:
    rest = replace(an_exercise("rest", dose=Dose(hold_ms=600_000)), kind=ExerciseKind.REST)
    exercises = known(
        rest,
        an_exercise("short", dose=Dose(hold_ms=20_000)),
        an_exercise("long", dose=Dose(hold_ms=40_000), position=Position.SEATED),
    )
    routine = a_routine(*(a_step(exercise=name) for name in ("rest", "short", "long")))
    facts = routine_facts(routine, exercises, pictures)
    assert facts.figures == figures
    assert facts.figure_position is exercises[figures[0]].position
    assert facts.exercises == ("rest", "short", "long")


def test_a_routine_of_rests_alone_has_no_figure() -> None:
    facts = routine_facts(a_routine(a_rest(20)), {})
    assert (facts.figures, facts.figure_position, facts.total_ms) == ((), None, 20_000)
    assert (facts.shortest_ms, facts.exercises) == (20_000, ())


def test_what_is_searched() -> None:
    exercise = replace(
        an_exercise(name="Knie zur Hüfte"),
        also_known_as=("Thread the Needle",),
        targets=Targets((Muscle.PIRIFORMIS,), (Muscle.HAMSTRINGS,)),
    )
    routine = replace(a_routine(a_step()), goal="Quiet hips", for_="Runners")
    text = routine_facts(routine, known(exercise)).search_text
    title, about, *others = text.split("\n")
    assert (title, about) == ("evening", "quiet hips runners")
    assert others[:4] == ["knie zur hufte", "thread the needle", "piriformis", "hamstrings"]
    assert {"supine", "on the back", "stretch"} < set(others)
    assert len(others) == len(set(others))


def test_what_it_is_for_stands_in_a_line() -> None:
    routine, exercises = a_routine(a_step()), known(an_exercise())
    assert routine_facts(routine, exercises).purpose == ""
    for_all = replace(routine, for_="people who sit")
    assert routine_facts(for_all, exercises).purpose == "For people who sit."
    assert routine_facts(replace(for_all, goal="Quiet hips"), exercises).purpose == "Quiet hips"


@given(routines(), affected_sides)
def test_it_is_as_short_as_it_can_be_made(routine: Routine, affected: AffectedSide) -> None:
    least_ms = {side: shorten(routine, LIBRARY, Profile(side), 0).total_ms for side in AffectedSide}
    shortest_ms = routine_facts(routine, LIBRARY).shortest_ms
    assert shortest_ms >= least_ms[affected]
    assert shortest_ms in least_ms.values()


def test_a_set_more_on_one_side_cannot_be_left_out_where_the_other_has_but_one() -> None:
    more = replace(a_step(), sides=Sides.EACH, affected=DoseChange(sets=2))
    routine, exercises = a_routine(more), known(an_exercise())
    nobody_ms, left_ms = (
        shorten(routine, exercises, Profile(side), 0).total_ms
        for side in (AffectedSide.NONE, AffectedSide.LEFT)
    )
    assert routine_facts(routine, exercises).shortest_ms == left_ms > nobody_ms


def steps_planned(monkeypatch: pytest.MonkeyPatch, routine: Routine, exercise: Exercise) -> int:
    """How many steps are planned for the facts of `routine`: with thousands of files it counts."""
    planned: list[PlannedStep] = []

    def noted(*arguments: Any) -> Iterator[PlannedStep]:
        for step in plan(*arguments):
            planned.append(step)
            yield step

    monkeypatch.setattr(gather_facts, "plan", noted)
    monkeypatch.setattr(shorten_module, "plan", noted)
    routine_facts(routine, known(exercise))
    return len(planned)


SIDED = replace(
    an_exercise(),
    instructions=Instructions(move="Cross the (right|left) ankle over the (left|right) knee."),
)


def test_steps_that_are_as_long_for_everybody_are_planned_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    affected_last = RoutineDefaults(order=SideOrder.AFFECTED_LAST)
    routine = replace(a_routine(a_step(), a_step(), a_rest()), defaults=affected_last)
    assert steps_planned(monkeypatch, routine, SIDED) == 3


def test_only_what_depends_on_the_person_is_planned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    more = replace(a_step(), affected=DoseChange(sets=2))
    routine = a_routine(a_step(), more, a_step())
    # For left, right and both the one step; and all for how short each of them can have it.
    assert steps_planned(monkeypatch, routine, SIDED) == 3 + 3 * 1 + 3 * 3


def test_longer_words_for_one_side_make_the_time_depend_on_the_person() -> None:
    words = "Draw the leg in" + "(, and wait a long while for it to let go|)." * 6
    exercise = replace(an_exercise(), instructions=Instructions(move=words))
    step = replace(a_step(), get_ready_ms=None, order=SideOrder.AFFECTED_FIRST)
    facts = routine_facts(a_routine(step), known(exercise))
    timelines = {a: expand(a_routine(step), known(exercise), Profile(a)) for a in AffectedSide}
    assert facts.total_right_ms > facts.total_left_ms
    assert all(facts.total_for(a) == timelines[a].total_ms for a in AffectedSide)
