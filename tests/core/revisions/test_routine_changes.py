"""What a revision says otherwise, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import (
    Exercises,
    ExerciseStep,
    RepeatStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, SideOrder, Sides
from stretchcoach.core.content.terms import Caution, Equipment
from stretchcoach.core.revisions.routine_changes import Revision, routine_changes
from stretchcoach.core.steps.planned_step import DEFAULT_SWITCH_MS, whole_dose
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

BRIDGE = an_exercise("bridge", "Bridge", sides=Sides.BOTH)
CLAM = an_exercise("clam", "Clam")
KNOWN = known(an_exercise(), BRIDGE, CLAM)
HUG, LIFT, OPEN = a_step(), a_step(exercise="bridge"), a_step(exercise="clam")
EVENING = a_routine(HUG)


def changes(
    before: Routine,
    after: Routine,
    exercises: Exercises = KNOWN,
    affected: AffectedSide = AffectedSide.NONE,
) -> tuple[str, ...]:
    return routine_changes(Revision(before, KNOWN), Revision(after, exercises), Profile(affected))


def of_steps(before: tuple[Step, ...], after: tuple[Step, ...]) -> tuple[str, ...]:
    return changes(a_routine(*before), a_routine(*after))


def test_the_same_routine_has_no_changes() -> None:
    block = RepeatStep(repeat=2, steps=(LIFT, a_rest()))
    assert of_steps((HUG, block), (HUG, block)) == ()


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (replace(EVENING, title="Dawn"), "It is called “Dawn” instead of “Evening”."),
        (
            replace(EVENING, schedule=Schedule(per_week=3)),
            "How often: 3 times a week instead of as one likes.",
        ),
        (
            replace(EVENING, affected=AffectedSide.LEFT),
            "The affected side that it is written for: left instead of that of the person.",
        ),
        (replace(EVENING, goal="Supple hips"), "What it is for is said in other words."),
        (replace(EVENING, level=3), "Its level: 3 instead of 1."),
        (
            replace(EVENING, defaults=RoutineDefaults(order=SideOrder.AFFECTED_FIRST)),
            "Order of the sides, where a step says nothing else: Affected first instead of"
            " Left first.",
        ),
        (
            replace(EVENING, defaults=RoutineDefaults(get_ready_ms=5_000)),
            "Time to get ready, where a step says nothing else: 5 s instead of as long as it"
            " takes.",
        ),
        (replace(EVENING, author="Ada"), "It says now by whom it is: Ada."),
        (replace(EVENING, note="Calmly."), "The note before the start is new: “Calmly.”"),
    ],
)
def test_what_is_said_of_the_whole(after: Routine, sentence: str) -> None:
    assert changes(EVENING, after) == (sentence,)


def test_a_note_that_is_another_or_gone() -> None:
    before, after = (replace(a_routine(HUG), note=note) for note in ("Calmly.", "Softly."))
    assert changes(before, after) == ("The note before the start is another: “Softly.”",)
    assert changes(before, a_routine(HUG)) == ("The note before the start is gone.",)


def test_doses_are_told_in_words() -> None:
    assert of_steps((HUG,), (a_step(Dose(sets=3)),)) == (
        "Step 1, Knee hug: 3 × 30 s each side instead of 1 × 30 s each side.",
    )
    assert of_steps((HUG,), (replace(HUG, load="yellow band"),)) == (
        "Step 1, Knee hug: 1 × 30 s each side, yellow band instead of 1 × 30 s each side.",
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (AffectedSide.LEFT, AffectedSide.RIGHT, "right instead of left"),
        (AffectedSide.BOTH, AffectedSide.NONE, "none instead of both"),
    ],
)
def test_the_affected_sides_are_named(old: AffectedSide, new: AffectedSide, words: str) -> None:
    before, after = (replace(EVENING, affected=side) for side in (old, new))
    assert changes(before, after) == (f"The affected side that it is written for: {words}.",)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (replace(HUG, note="Slowly."), "Step 1, Knee hug: the note is new: “Slowly.”"),
        (
            replace(HUG, schedule=Schedule(every_days=2)),
            "Step 1, Knee hug: Every 2 days instead of as one likes.",
        ),
        (
            replace(HUG, optional=True),
            "Step 1, Knee hug: may be left out first when time is short.",
        ),
    ],
)
def test_what_else_a_step_says(step: Step, sentence: str) -> None:
    assert of_steps((HUG,), (step,)) == (sentence,)


def test_what_was_optional_is_not_any_more() -> None:
    assert of_steps((replace(HUG, optional=True),), (HUG,)) == (
        "Step 1, Knee hug: is no longer the first to be left out.",
    )


def test_steps_that_come_go_and_move() -> None:
    assert of_steps((HUG, LIFT), (HUG, LIFT, OPEN)) == ("Step 3 is new: Clam, 1 × 30 s each side.",)
    assert of_steps((HUG, LIFT), (LIFT,)) == ("Left out: Knee hug, 1 × 30 s each side.",)
    assert of_steps((HUG, LIFT, OPEN), (LIFT, OPEN, a_step(Dose(sets=2)))) == (
        "Knee hug is step 3 now, it was step 1.",
        "Step 3, Knee hug: 2 × 30 s each side instead of 1 × 30 s each side.",
    )
    assert of_steps((HUG,), (HUG, a_rest())) == ("Step 2 is new: Rest.",)
    assert of_steps((HUG, OPEN), (HUG, replace(OPEN, enabled=False))) == (
        "Left out: Clam, 1 × 30 s each side.",
    )


def test_a_block_that_is_done_more_often() -> None:
    twice, once = (RepeatStep(repeat=n, steps=(LIFT, a_rest(), HUG)) for n in (2, 1))
    assert of_steps((twice,), (once,)) == (
        "The block of Bridge, Knee hug is done 1 time instead of 2.",
    )
    assert of_steps((HUG,), (HUG, replace(twice, enabled=False))) == ()


def test_who_wrote_it() -> None:
    ada, bo = (replace(EVENING, author=name) for name in ("Ada", "Bo"))
    assert changes(ada, bo) == ("It is by Bo now, before it was by Ada.",)
    assert changes(ada, EVENING) == ("It no longer says by whom it is; it was Ada.",)


def test_blocks_that_come_go_grow_and_have_a_rhythm() -> None:
    twice = RepeatStep(repeat=2, steps=(LIFT, HUG))
    assert of_steps((LIFT, HUG), (twice,)) == ("Bridge, Knee hug: a block now, done 2 times.",)
    assert of_steps((twice,), (LIFT, HUG)) == ("Bridge, Knee hug: no block any more.",)
    once = replace(twice, repeat=1)
    assert of_steps((once,), (LIFT, HUG)) == of_steps((LIFT, HUG), (once,)) == ()
    less = RepeatStep(repeat=2, steps=(HUG,))
    assert of_steps((LIFT, less), (twice,)) == (
        "The block of Knee hug is one of Bridge, Knee hug now.",
    )
    thrice = replace(twice, schedule=Schedule(per_week=3))
    assert of_steps((twice,), (thrice,)) == (
        "The block of Bridge, Knee hug: 3 times a week instead of as one likes.",
    )
    outer = RepeatStep(repeat=3, steps=(twice,))
    assert of_steps((twice,), (outer,)) == (
        "The block of Bridge, Knee hug is done 3 times instead of 2.",
        "Bridge, Knee hug: a block now, done 2 times.",
    )
    pause = RepeatStep(repeat=2, steps=(a_rest(),))
    assert of_steps((HUG, a_rest()), (HUG, pause)) == ("Rest: a block now, done 2 times.",)


def test_words_of_exercises() -> None:
    other = replace(BRIDGE, cues=("Heels down",))
    exercises = known(an_exercise(), other, replace(CLAM, name="Clamshell"))
    assert changes(a_routine(HUG, LIFT), a_routine(HUG, LIFT), exercises) == (
        "How to do Bridge is said in other words.",
    )


def test_a_new_name_of_an_exercise_is_told_with_the_old_one() -> None:
    exercises = known(*KNOWN.values(), replace(CLAM, name="Clamshell"))
    assert changes(a_routine(OPEN), a_routine(OPEN), exercises) == (
        "The exercise “Clam” is called “Clamshell” now.",
    )


def test_an_exercise_that_was_not_known_before() -> None:
    new = known(*KNOWN.values(), an_exercise("squat", "Squat"))
    after = a_routine(HUG, a_step(exercise="squat"))
    assert changes(a_routine(HUG), after, new) == ("Step 2 is new: Squat, 1 × 30 s each side.",)


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        (
            {"cautions": (Caution.HIP_REPLACEMENT_ANTERIOR,)},
            "With what one asks a health professional",
        ),
        ({"easier": "clam"}, "What is offered as easier or harder than Bridge"),
        ({"equipment": (Equipment.BAND,)}, "What Bridge needs is different"),
        ({"level": 3}, "What is known of Bridge is different"),
        ({"alt": "A bridge"}, "The picture of Bridge is described in other words."),
    ],
)
def test_what_else_is_said_of_an_exercise(other: dict[str, Any], sentence: str) -> None:
    exercises = known(*KNOWN.values(), replace(BRIDGE, **other))
    (told,) = changes(a_routine(LIFT), a_routine(LIFT), exercises)
    assert told.startswith(sentence)


def test_what_is_offered_in_the_place_of_a_step_is_told_too() -> None:
    linked = known(replace(BRIDGE, easier="clam"), replace(CLAM, easier="bridge"))
    other = replace(linked["clam"], name="Shell", dose=Dose(hold_ms=10_000))
    revisions = [Revision(a_routine(LIFT), one) for one in (linked, known(linked["bridge"], other))]
    assert routine_changes(revisions[0], revisions[1], Profile()) == (
        "The exercise “Clam” is called “Shell” now.",
        "How much of Shell is done is different, where it is chosen as easier or harder.",
    )


def test_pictures() -> None:
    def told(before: dict[str, str], after: dict[str, str]) -> tuple[str, ...]:
        old, new = (Revision(a_routine(LIFT), KNOWN, one) for one in (before, after))
        return routine_changes(old, new, Profile())

    assert told({"bridge": "1"}, {"bridge": "1", "clam": "2"}) == ()
    assert told({"bridge": "1"}, {"bridge": "2"}) == ("Bridge has another picture.",)
    assert told({}, {"bridge": "2"}) == ("Bridge has a picture now.",)
    assert told({"bridge": "1"}, {}) == ("Bridge has no picture any more.",)


SINGLE = st.builds(
    ExerciseStep,
    exercise=st.sampled_from(["knee-hug", "bridge", "clam"]),
    sets=st.sampled_from([None, 1, 2]),
    hold_ms=st.sampled_from([None, 20_000]),
    switch_ms=st.sampled_from([None, 5_000]),
    load=st.sampled_from(["", "band"]),
    note=st.sampled_from(["", "Slowly."]),
    affected=st.sampled_from([None, DoseChange(sets=3)]),
    schedule=st.sampled_from([None, Schedule(per_week=2)]),
    optional=st.booleans(),
    enabled=st.booleans(),
)
BLOCK = st.builds(
    RepeatStep,
    repeat=st.integers(1, 2),
    steps=st.lists(SINGLE, min_size=1, max_size=2).map(tuple),
    schedule=st.sampled_from([None, Schedule(every_days=2)]),
)
REST = st.integers(1, 2).map(a_rest)
ROUTINES = st.lists(SINGLE | BLOCK | REST, min_size=1, max_size=4).map(lambda s: a_routine(*s))


def walked(
    steps: tuple[Step, ...], above: tuple[Schedule | None, ...] = ()
) -> Iterator[tuple[object, ...]]:
    """All that is done, one after the other, with all that its file says of it."""
    for step in steps:
        if not step.enabled:
            continue
        if isinstance(step, RepeatStep):
            for _ in range(step.repeat):
                here = (*above, step.schedule) if step.schedule else above
                yield from walked(step.steps, here)
        elif isinstance(step, ExerciseStep):
            exercise = KNOWN[step.exercise]
            whole = whole_dose(step, exercise, RoutineDefaults())
            sets, switch_ms = whole.sets or 1, DEFAULT_SWITCH_MS
            if step.switch_ms is not None:
                switch_ms = step.switch_ms
            said = replace(step, sets=sets, hold_ms=whole.hold_ms, switch_ms=switch_ms)
            yield (said, above)
        else:
            yield (step, above)


@given(ROUTINES, ROUTINES)
def test_whatever_differs_is_told(one: Routine, other: Routine) -> None:
    assert changes(one, one) == ()
    if [*walked(one.steps)] != [*walked(other.steps)]:
        assert changes(one, other)
