"""A routine made shorter: what goes first, what stays equal, what is told."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.session.shorten import LeftOut, Shortened, left_out_words, shorten, shortest
from stretchcoach.core.session.timeline import IntervalKind, expand
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known
from tests.core.strategies import LIBRARY, affected_sides, routines

KNOWN = known(
    an_exercise(),
    an_exercise("bridge", "Bridge", sides=Sides.BOTH),
    an_exercise("pigeon", "Half pigeon"),
)
NO_RESTS = RoutineDefaults(rest_ms=0, switch_ms=0)
RIGHT = Profile(AffectedSide.RIGHT)


def a_plain(exercise: str = "knee-hug", sets: int = 1, *, optional: bool = False) -> ExerciseStep:
    """A minute a set with `each`, half of one with `both`."""
    return replace(a_step(Dose(sets=sets), exercise), optional=optional)


def routine_of(*steps: Step) -> Routine:
    return a_routine(*steps, defaults=NO_RESTS)


def shortened(minutes: float, *steps: Step, profile: Profile = RIGHT) -> Shortened:
    return shorten(routine_of(*steps), KNOWN, profile, round(minutes * MINUTE_MS))


def names(short: Shortened) -> list[tuple[str, int | None]]:
    return [(item.name, item.sets) for item in short.left_out]


def test_what_is_short_enough_stays_as_it_is() -> None:
    short = shortened(2, a_plain(), a_plain("bridge", 2, optional=True))
    assert short.left_out == ()
    assert short.routine == routine_of(a_plain(), a_plain("bridge", 2, optional=True))
    assert short.total_ms == 2 * MINUTE_MS


def test_optional_steps_go_first_and_the_last_before_the_others() -> None:
    steps = (a_plain("bridge", optional=True), a_plain(sets=2), a_plain("pigeon", optional=True))
    assert names(shortened(3, *steps)) == [("Half pigeon", None)]
    assert names(shortened(2, *steps)) == [("Bridge", None), ("Half pigeon", None)]


def test_then_sets_go_from_the_step_with_most() -> None:
    short = shortened(3, a_plain(sets=3), a_plain("pigeon", sets=2))
    assert names(short) == [("Knee hug", 1), ("Half pigeon", 1)]
    assert short.total_ms == 3 * MINUTE_MS


def test_of_equals_the_last_one_loses_a_set() -> None:
    assert names(shortened(3, a_plain(sets=2), a_plain("pigeon", sets=2))) == [("Half pigeon", 1)]


def test_the_last_set_of_a_step_that_is_not_optional_stays() -> None:
    short = shortened(1, a_plain(sets=3), a_plain("pigeon"))
    assert names(short) == [("Knee hug", 2)]
    assert short.total_ms == 2 * MINUTE_MS


def test_something_remains_where_all_is_optional() -> None:
    short = shortened(0.1, a_plain(optional=True), a_plain("pigeon", optional=True))
    assert names(short) == [("Half pigeon", None)]


def test_the_set_goes_on_both_sides() -> None:
    step = replace(a_plain(sets=2), affected=DoseChange(sets=3))
    short = shortened(2, step)
    assert names(short) == [("Knee hug", 1)]
    sets = {
        (i.side, i.set_no)
        for i in expand(short.routine, KNOWN, RIGHT).intervals
        if i.kind is IntervalKind.HOLD and i.side is not None
    }
    assert len(sets) == 1 + 2


def test_the_affected_side_keeps_at_least_one_set() -> None:
    step = replace(a_plain(sets=3), affected=DoseChange(sets=1))
    short = shortened(0.5, step)
    assert isinstance(short.routine.steps[0], ExerciseStep)
    assert short.routine.steps[0].affected == DoseChange(sets=1)
    assert short.routine.steps[0].sets == 1


def test_what_else_is_different_on_the_affected_side_is_left_alone() -> None:
    step = replace(a_plain(sets=2), affected=DoseChange(hold_ms=40_000))
    short = shortened(1.2, step)
    assert isinstance(short.routine.steps[0], ExerciseStep)
    assert short.routine.steps[0].affected == DoseChange(hold_ms=40_000)


def test_an_optional_rest_goes_too_and_has_a_name() -> None:
    short = shortened(1, a_plain(), replace(a_rest(), optional=True))
    assert names(short) == [("Rest", None)]


def test_a_rest_that_is_not_optional_stays() -> None:
    short = shortened(1, a_plain(sets=2), a_rest(20))
    assert short.total_ms == MINUTE_MS + 20_000


def test_what_is_switched_off_is_neither_shortened_nor_told() -> None:
    off = replace(a_plain(sets=9, optional=True), enabled=False)
    assert names(shortened(1, off, a_plain(sets=2))) == [("Knee hug", 1)]


def test_steps_of_a_block_are_left_out_in_all_its_rounds() -> None:
    block = RepeatStep(repeat=2, steps=(a_plain(), a_plain("bridge", optional=True)))
    short = shortened(2, block)
    assert short.left_out == (LeftOut(("steps", 0, "steps", 1), "Bridge"),)
    assert short.total_ms == 2 * MINUTE_MS


def test_sets_of_the_exercise_itself_can_go() -> None:
    bridge = an_exercise("bridge", "Bridge", sides=Sides.BOTH, dose=Dose(sets=2, hold_ms=60_000))
    routine = routine_of(a_step(exercise="bridge"))
    short = shorten(routine, known(bridge), RIGHT, MINUTE_MS)
    assert names(short) == [("Bridge", 1)]
    assert short.total_ms == MINUTE_MS


def test_what_was_left_out_in_words() -> None:
    left_out = (
        LeftOut((), "Bridge"),
        LeftOut((), "Clamshell", 1),
        LeftOut((), "Half pigeon", 2),
    )
    assert left_out_words(left_out) == "Bridge, 1 set of Clamshell, 2 sets of Half pigeon"
    assert left_out_words(()) == ""


SOME_STEPS = st.lists(
    st.one_of(
        st.builds(
            a_plain, st.sampled_from(sorted(KNOWN)), st.integers(1, 4), optional=st.booleans()
        ),
        st.builds(RestStep, rest_ms=st.just(20_000), optional=st.booleans()),
    ),
    min_size=1,
    max_size=5,
)


@given(SOME_STEPS, st.floats(0.1, 12), st.sampled_from(AffectedSide))
def test_it_is_as_long_as_told_never_longer_and_never_empty(
    steps: list[ExerciseStep | RestStep], minutes: float, affected: AffectedSide
) -> None:
    profile = Profile(affected)
    whole_ms = expand(routine_of(*steps), KNOWN, profile).total_ms
    short = shortened(minutes, *steps, profile=profile)
    assert expand(short.routine, KNOWN, profile).total_ms == short.total_ms
    assert 0 < short.total_ms <= whole_ms
    if short.total_ms > round(minutes * MINUTE_MS):
        assert (
            all(
                not step.optional and (not isinstance(step, ExerciseStep) or step.sets in (None, 1))
                for step in short.routine.steps
                if not isinstance(step, RepeatStep) and step.enabled
            )
            or sum(getattr(step, "enabled", False) for step in short.routine.steps) == 1
        )


@given(routines(), affected_sides)
def test_the_shortest_is_found_at_once(routine: Routine, affected: AffectedSide) -> None:
    profile = Profile(affected)
    step_by_step = shorten(routine, LIBRARY, profile, 0)
    assert expand(shortest(routine, LIBRARY, profile), LIBRARY, profile).total_ms == (
        step_by_step.total_ms
    )


def test_where_all_is_optional_something_remains_of_the_shortest() -> None:
    routine = routine_of(a_plain(sets=2, optional=True), a_plain("bridge", 2, optional=True))
    found = shortest(routine, KNOWN, RIGHT)
    assert found == shorten(routine, KNOWN, RIGHT, 0).routine
    assert expand(found, KNOWN, RIGHT).total_ms == MINUTE_MS
