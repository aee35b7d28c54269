"""Time to get ready: for moving, for hearing what to do, for what the exercise needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Auto, Dose
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, RestStep, RoutineDefaults
from stretchcoach.core.content.sides import OneSide, Side, SideOrder, Sides
from stretchcoach.core.content.terms import Position
from stretchcoach.core.language import i18n
from stretchcoach.core.session.timeline import IntervalKind, expand
from stretchcoach.core.steps.get_ready import hearing_s
from tests.core.builders import (
    a_rest,
    a_routine,
    a_silent_exercise,
    a_step,
    a_timeline,
    an_exercise,
    known,
    lines,
)


def written(*steps: ExerciseStep | RestStep | RepeatStep, sides: Sides = Sides.EACH) -> list[str]:
    """The intervals of `steps` where the knee hug has `sides`."""
    return lines(a_timeline(*steps, exercises=known(an_exercise(sides=sides))).intervals)


def get_ready_ms(*positions: Position, between: tuple[RestStep, ...] = ()) -> int | None:
    """The automatic get-ready of the last of exercises in these positions."""
    exercises = known(
        *(a_silent_exercise(p.value, position=p, dose=Dose(hold_ms=1000)) for p in positions)
    )
    *before, last = [ExerciseStep(exercise=position.value) for position in positions]
    timeline = a_timeline(*before, *between, last, exercises=exercises)
    first = next(i for i in timeline.intervals if i.step_no == len(timeline.steps))
    return first.duration_ms


def test_a_get_ready_names_the_side_that_comes_first() -> None:
    step = ExerciseStep(exercise="knee-hug", order=SideOrder.RIGHT_FIRST, get_ready_ms=7000)
    assert written(step)[0] == "get-ready 7 right"
    assert written(step, sides=Sides.ALTERNATE)[0] == "get-ready 7 right"
    assert written(step, sides=Sides.BOTH)[0] == "get-ready 7"


def test_getting_ready_for_the_first_exercise_takes_15_seconds() -> None:
    assert get_ready_ms(Position.STANDING) == 15_000
    assert get_ready_ms(Position.SUPINE, between=(a_rest(),)) == 15_000


def test_getting_ready_in_the_same_position_takes_8_seconds_also_after_a_rest() -> None:
    assert get_ready_ms(Position.SUPINE, Position.SUPINE) == 8_000
    assert get_ready_ms(Position.SEATED, Position.SEATED, between=(a_rest(),)) == 8_000


@pytest.mark.parametrize("floor", [p for p in Position if p.on_floor])
@pytest.mark.parametrize("up", [Position.SEATED, Position.STANDING])
def test_getting_down_to_the_floor_or_up_takes_25_seconds(floor: Position, up: Position) -> None:
    assert get_ready_ms(floor, up) == 25_000
    assert get_ready_ms(up, floor) == 25_000


def test_any_other_change_of_position_takes_12_seconds() -> None:
    assert get_ready_ms(Position.SUPINE, Position.PRONE) == 12_000
    assert get_ready_ms(Position.SEATED, Position.STANDING) == 12_000


def test_the_floor_is_where_the_design_says() -> None:
    assert {position.value for position in Position if position.on_floor} == {
        "supine", "prone", "side", "quadruped", "kneeling", "floor",
    }  # fmt: skip


def test_an_exercise_that_is_off_is_not_the_one_before() -> None:
    exercises = known(a_silent_exercise("a", position=Position.STANDING), a_silent_exercise("b"))
    off = ExerciseStep(exercise="a", enabled=False)
    timeline = a_timeline(off, ExerciseStep(exercise="b"), exercises=exercises)
    assert lines(timeline.intervals)[0] == "get-ready 15 left"


def test_a_get_ready_of_nothing_is_no_interval() -> None:
    assert written(a_step(get_ready_ms=0))[0] == "hold 30 left 1.1"


def test_the_step_decides_on_get_ready_then_the_routine() -> None:
    routine_says = RoutineDefaults(get_ready_ms=3000)
    known_ones = known(a_silent_exercise())
    own, auto, silent = (
        a_timeline(a_step(get_ready_ms=said), exercises=known_ones, defaults=routine_says)
        for said in (4000, Auto.AUTO, None)
    )
    first = [lines(timeline.intervals)[0] for timeline in (own, auto, silent)]
    assert first == ["get-ready 4 left", "get-ready 15 left", "get-ready 3 left"]


# What there is to hear: 4 s, and a second for every 14 characters begun.


def told_ms(*steps: ExerciseStep | RepeatStep, **said: str) -> list[int | None]:
    """The automatic get-readies of `steps`, one of which must be for the knee hug."""
    exercise = an_exercise(setup=said.get("setup", ""), move=said.get("move", ""))
    timeline = a_timeline(*steps, exercises=known(exercise))
    return [i.duration_ms for i in timeline.intervals if i.kind is IntervalKind.GET_READY]


HUG = ExerciseStep(exercise="knee-hug", hold_ms=1000)


@pytest.mark.parametrize(
    ("setup", "move", "seconds"),
    [
        ("x" * 154, "", 15),
        ("x" * 155, "", 16),
        ("", "x" * 168, 16),
        ("x" * 83, "x" * 84, 16),  # and the space between them
        ("x" * 84, "x" * 84, 17),
        ("", "", 15),
    ],
)
def test_the_first_step_with_an_exercise_leaves_time_to_hear_how(
    setup: str, move: str, seconds: int
) -> None:
    assert told_ms(HUG, setup=setup, move=move) == [seconds * 1000]


def test_the_next_step_with_it_leaves_time_for_its_note_alone() -> None:
    noted = replace(HUG, note="x" * 57)
    assert told_ms(HUG, noted, HUG, setup="x" * 300) == [26_000, 9_000, 8_000]
    assert told_ms(noted, setup="x" * 111) == [17_000]
    assert told_ms(RepeatStep(repeat=2, steps=(HUG,)), setup="x" * 300) == [26_000, 8_000]


def test_what_is_switched_off_was_not_heard() -> None:
    assert told_ms(replace(HUG, enabled=False), HUG, setup="x" * 300) == [26_000]


@pytest.mark.parametrize(
    ("sides", "order", "figure_side", "seconds"),
    [
        (Sides.EACH, SideOrder.RIGHT_FIRST, Side.LEFT, 19),
        (Sides.EACH, SideOrder.LEFT_FIRST, Side.RIGHT, 26),
        (Sides.BOTH, None, Side.RIGHT, 19),
        (Sides.BOTH, None, Side.LEFT, 26),
        (OneSide.RIGHT, SideOrder.LEFT_FIRST, Side.LEFT, 19),
    ],
)
def test_the_words_for_the_side_that_comes_first_count(
    sides: Sides | OneSide, order: SideOrder | None, figure_side: Side, seconds: int
) -> None:
    text = f"({'r' * 210}|{'l' * 308})"
    exercise = an_exercise(setup=text, move="", figure_side=figure_side)
    step = ExerciseStep(exercise="knee-hug", sides=sides, order=order)
    timeline = a_timeline(step, exercises=known(exercise))
    assert timeline.intervals[0].duration_ms == seconds * 1000


@pytest.mark.parametrize(
    ("needed_ms", "ready_ms"),
    [(20_000, 20_000), (10_000, 15_000), (20_500, 21_000), (Auto.AUTO, 15_000), (0, 15_000)],
)
def test_an_exercise_may_need_more_time(needed_ms: int | Auto, ready_ms: int) -> None:
    dose = Dose(hold_ms=30_000, get_ready_ms=needed_ms)
    exercises = known(a_silent_exercise(dose=dose))
    auto = a_timeline(a_step(get_ready_ms=Auto.AUTO), exercises=exercises)
    own = a_timeline(a_step(get_ready_ms=3_000), exercises=exercises)
    assert auto.intervals[0].duration_ms == ready_ms
    assert own.intervals[0].duration_ms == 3_000


def test_a_person_may_have_more_time_to_get_ready() -> None:
    slow = Profile(extra_get_ready_ms=5_000)
    steps = (
        a_step(get_ready_ms=None),
        a_step(get_ready_ms=7_000),
        a_step(get_ready_ms=0),
        a_rest(20),
    )
    routine, exercises = a_routine(*steps), known(a_silent_exercise())
    plain, longer = expand(routine, exercises), expand(routine, exercises, slow)
    ready = [i.duration_ms for i in longer.intervals if i.kind is IntervalKind.GET_READY]
    assert ready == [20_000, 12_000]
    assert longer.total_ms == plain.total_ms + 10_000
    assert len(longer.intervals) == len(plain.intervals)


class SlowlyRead(i18n.SourceText):
    """A language that is read at seven letters a second."""

    def pgettext(self, context: str, message: str) -> str:
        return "7" if context == "letters a second" else message


def test_the_time_to_hear_follows_the_language() -> None:
    exercise = an_exercise()
    assert hearing_s(exercise, ("x" * 140,), None) == 14
    i18n.use(SlowlyRead())
    try:
        assert hearing_s(exercise, ("x" * 140,), None) == 24
    finally:
        i18n.use(i18n.SourceText())
