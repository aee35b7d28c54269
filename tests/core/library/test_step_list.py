"""The steps as a page lists them: numbers, what was left out, order, cautions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    Step,
)
from stretchcoach.core.content.sides import AffectedSide, SideOrder, Sides
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.library.step_list import (
    CautionLine,
    StepLine,
    caution_lines,
    limit_words,
    minutes_offered,
    order_words,
    step_lines,
    step_names,
    step_numbers_words,
)
from stretchcoach.core.session.shorten import shorten
from stretchcoach.core.session.timeline import expand
from tests.core.builders import a_rest, a_routine, a_step, a_timeline, an_exercise, known

BRIDGE = an_exercise("bridge", "Bridge", sides=Sides.BOTH)
KNOWN = known(an_exercise(), BRIDGE)
LAST, FIRST = SideOrder.AFFECTED_LAST, SideOrder.AFFECTED_FIRST


def lines_of(*steps: Step, limit_min: float = 99) -> tuple[StepLine, ...]:
    routine, profile = a_routine(*steps), Profile(AffectedSide.RIGHT)
    short = shorten(routine, KNOWN, profile, round(limit_min * MINUTE_MS))
    return step_lines(expand(routine, KNOWN, profile), expand(short.routine, KNOWN, profile))


def test_every_step_is_listed_with_its_time() -> None:
    lines = lines_of(a_step(), a_rest(20), a_step(exercise="bridge"))
    assert [line.number for line in lines] == [1, 2, 3]
    assert [line.time_ms for line in lines] == [68_000, 20_000, 30_000]
    assert not any(line.left_out or line.sets_left_out for line in lines)
    assert {(line.round_no, line.rounds) for line in lines} == {(1, 1)}


def test_what_was_left_out_keeps_its_place_and_number() -> None:
    optional = replace(a_step(exercise="bridge"), optional=True)
    lines = lines_of(optional, a_step(Dose(sets=2)), limit_min=1.5)
    assert [(line.number, line.left_out, line.time_ms) for line in lines] == [
        (1, True, 0),
        (2, False, 68_000),
    ]
    assert lines[0].planned.exercise == BRIDGE
    assert lines[1].sets_left_out == 1
    assert lines[1].planned.turns[0][1].sets == 1


def test_rounds_of_a_block_are_written_out_and_counted() -> None:
    lines = lines_of(RepeatStep(repeat=2, steps=(a_step(), a_rest())), a_step(exercise="bridge"))
    counted = [(line.number, line.round_no, line.rounds) for line in lines]
    assert counted == [(1, 1, 2), (2, 1, 2), (3, 2, 2), (4, 2, 2), (5, 1, 1)]


def test_only_shorter_times_are_offered() -> None:
    assert minutes_offered(4 * MINUTE_MS, MINUTE_MS) == ()
    assert minutes_offered(5 * MINUTE_MS, MINUTE_MS) == ()
    assert minutes_offered(9 * MINUTE_MS, MINUTE_MS) == (5,)
    assert minutes_offered(11 * MINUTE_MS, MINUTE_MS) == (5, 10)


@pytest.mark.parametrize(
    ("orders", "words"),
    [
        ((LAST,), "The left goes first, the right goes last."),
        ((FIRST, FIRST), "The right goes first, the left goes last."),
        ((LAST, FIRST), "Which side goes first differs from step to step."),
    ],
)
def test_the_order_as_a_sentence(orders: tuple[SideOrder, ...], words: str) -> None:
    steps = [replace(a_step(), order=order) for order in orders]
    assert order_words(a_timeline(*steps, affected=AffectedSide.RIGHT).steps) == words


def test_no_order_where_no_side_follows_the_other() -> None:
    alternate = ExerciseStep(exercise="knee-hug", sides=Sides.ALTERNATE)
    both = ExerciseStep(exercise="knee-hug", sides=Sides.BOTH)
    assert order_words(a_timeline(alternate, both, a_rest()).steps) == ""


def test_each_caution_names_its_steps_and_the_widest_comes_first() -> None:
    exercises: Exercises = known(
        with_cautions("knee-hug", Caution.KNEE, Caution.PREGNANCY),
        with_cautions("bridge", Caution.PREGNANCY, Caution.WRIST),
    )
    whole = a_timeline(a_step(), a_rest(), a_step(exercise="bridge"), exercises=exercises)
    lines = step_lines(whole, whole)
    assert caution_lines(lines) == (
        CautionLine((Caution.PREGNANCY,), (1, 3)),
        CautionLine((Caution.KNEE,), (1,)),
        CautionLine((Caution.WRIST,), (3,)),
    )


def test_cautions_of_the_same_steps_stand_together() -> None:
    exercises = known(with_cautions("knee-hug", Caution.PREGNANCY, Caution.KNEE))
    whole = a_timeline(a_step(), exercises=exercises)
    lines = step_lines(whole, whole)
    assert caution_lines(lines) == (CautionLine((Caution.PREGNANCY, Caution.KNEE), (1,)),)
    assert caution_lines([replace(line, left_out=True) for line in lines]) == ()


def with_cautions(name: str, *cautions: Caution) -> Exercise:
    return replace(an_exercise(name), cautions=cautions)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((2,), "step 2"),
        ((2, 3), "steps 2 and 3"),
        ((2, 4, 6), "steps 2, 4 and 6"),
        ((1, 2, 3, 4, 6), "steps 1 to 4 and 6"),
        ((1, 3, 4, 5), "steps 1 and 3 to 5"),
        ((1, 2, 3), "steps 1 to 3"),
    ],
)
def test_numbers_of_steps_in_words(numbers: tuple[int, ...], words: str) -> None:
    assert step_numbers_words(numbers) == words


def test_a_block_is_named_by_its_exercises_each_once() -> None:
    exercises = known(an_exercise("hug", "Knee hug"), an_exercise("bridge", "Bridge"))
    hug, bridge = a_step(exercise="hug"), a_step(exercise="bridge")
    block = RepeatStep(repeat=2, steps=(hug, a_rest(), bridge, hug))
    assert step_names(block, exercises) == "Knee hug, Bridge"
    assert step_names(a_rest(), exercises) == ""


@pytest.mark.parametrize(
    ("total", "least", "wished", "offered"),
    [
        (20, 4, None, (5, 10)),
        (20, 4, 15, (5, 10, 15)),
        (14, 4, 15, (5, 10)),
        (20, 6, None, (5, 10)),
        (20, 12, None, (10,)),
        (20, 12, 5, (5,)),
        (20, 5.5, None, (5, 10)),
        (20, 20, None, ()),
    ],
)
def test_what_cannot_be_had_is_offered_once_at_most(
    total: float, least: float, wished: int | None, offered: tuple[int, ...]
) -> None:
    found = minutes_offered(round(total * MINUTE_MS), round(least * MINUTE_MS), wished)
    assert found == offered


@pytest.mark.parametrize(
    ("minutes", "least", "words"),
    [(5, 4, "5 min"), (5, 5.5, "5 min"), (5, 5.6, "6 min, shortest"), (5, 6, "6 min, shortest"),
     (10, 6, "10 min"), (10, 12.2, "12 min, shortest")],
)  # fmt: skip
def test_a_time_says_what_it_can_only_be(minutes: int, least: float, words: str) -> None:
    assert limit_words(minutes, round(least * MINUTE_MS)) == words
