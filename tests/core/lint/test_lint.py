"""Remarks: each is made where it is due, and not where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Dose, Phase
from stretchcoach.core.content.exercise import Exercise, Instructions, LintChoice, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.routine import (
    ExercisePatch,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    RoutineDefaults,
    Step,
)
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import ExerciseKind, Position, RemarkCode
from stretchcoach.core.lint.dose_remarks import usual_hold
from stretchcoach.core.lint.lint import Bundled, lint, lint_exercise, used_exercise_remarks
from stretchcoach.core.lint.remark import Edit, Remark
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

WHOLE = replace(
    an_exercise(cues=("Breathe out",)), figure="figures/hug.webp", alt="A knee is hugged."
)
TILT = replace(
    an_exercise("tilt", "Tilt", sides=Sides.BOTH, dose=Dose(sets=2, reps=10, pace_ms=4_000)),
    kind=ExerciseKind.STRENGTH,
)
STAND = an_exercise("stand", "Stand", position=Position.STANDING)
GLIDE = replace(an_exercise("glide", "Glide", dose=Dose(pace_ms=5_000)), kind=ExerciseKind.GLIDE)
ALL = known(WHOLE, TILT, STAND, GLIDE)


def remarks(
    *steps: Step,
    exercises: dict[str, Exercise] | None = None,
    defaults: RoutineDefaults = RoutineDefaults(),
) -> list[Remark]:
    return lint(a_routine(*steps, defaults=defaults), exercises or dict(ALL))


def codes(found: list[Remark]) -> list[str]:
    return [remark.code.value for remark in found]


def test_an_ordinary_routine_has_no_remarks() -> None:
    assert remarks(ExerciseStep(exercise="knee-hug"), a_rest(), ExerciseStep(exercise="tilt")) == []


# Doses.


def test_a_held_glide_is_told_and_can_be_mended() -> None:
    [remark] = remarks(ExerciseStep(exercise="glide", hold_ms=3_000))
    assert (remark.code, remark.path) == (RemarkCode.GLIDE_HELD, ("steps", 0, "hold"))
    assert remark.fix is not None
    assert remark.fix.edits == (
        Edit(("steps", 0, "hold"), None),
        Edit(("steps", 0, "pace"), "5s"),
    )
    assert remark.words == (
        "a nerve glide is held here - it is done to and fro, about 5 s a rep, and never held"
        " (Liebenson; Ellis 2012: sliding moves the nerve most); write “pace: 5s” instead of “hold”"
        " [glide-held]"
    )


def test_a_glide_of_phases_is_held_only_where_a_phase_is_long() -> None:
    quick = (Phase("Straighten", 3_000), Phase("Bend", 3_000))
    assert remarks(ExerciseStep(exercise="glide", rep=quick)) == []
    slow = (Phase("Straighten", 3_000), Phase("Stay", 10_000))
    [remark] = remarks(ExerciseStep(exercise="glide", rep=slow))
    assert (remark.code, remark.path, remark.fix) == (RemarkCode.GLIDE_HELD, ("steps", 0), None)
    held = {"glide": replace(GLIDE, dose=Dose(hold_ms=9_000))}
    [own] = remarks(ExerciseStep(exercise="glide"), exercises=held)
    assert (own.path, own.fix) == (("steps", 0), None)


@pytest.mark.parametrize(
    ("kind", "hold_ms", "words"),
    [
        (ExerciseKind.STRETCH, 4_000, "4 s is a very short hold"),
        (ExerciseKind.STRETCH, 5_000, ""),
        (ExerciseKind.STRETCH, 90_000, ""),
        (ExerciseKind.STRETCH, 120_000, "2 min is a very long hold"),
        (ExerciseKind.RELEASE, 180_000, ""),
        (ExerciseKind.RELEASE, 5_000, "5 s is a very short hold"),
        (ExerciseKind.STRENGTH, 90_000, "1 min 30 s is a very long hold"),
        (ExerciseKind.MOBILITY, 61_000, "1 min 01 s is a very long hold"),
        (ExerciseKind.REST, 600_000, ""),
    ],
)
def test_a_hold_far_outside_of_what_is_usual(kind: ExerciseKind, hold_ms: int, words: str) -> None:
    exercises = {"knee-hug": replace(WHOLE, kind=kind)}
    found = remarks(ExerciseStep(exercise="knee-hug", hold_ms=hold_ms), exercises=exercises)
    assert [remark.message for remark in found] == ([words] if words else [])
    for remark in found:
        assert remark.code is RemarkCode.UNUSUAL_HOLD
        assert remark.path == ("steps", 0, "hold")
        assert remark.source


def test_the_short_phases_of_a_rep_are_no_short_holds() -> None:
    phases = (Phase("Press", 3_000), Phase("Ease further", 20_000))
    assert remarks(ExerciseStep(exercise="knee-hug", rep=phases)) == []
    endless = (*phases, Phase("Stay", 200_000))
    [remark] = remarks(ExerciseStep(exercise="knee-hug", rep=endless))
    assert (remark.message, remark.path) == ("3 min 20 s is a very long hold", ("steps", 0))


def test_what_is_usual_has_a_source_for_every_kind_that_is_held() -> None:
    for kind in ExerciseKind:
        usual = usual_hold(kind)
        assert (usual is None) is (kind in (ExerciseKind.GLIDE, ExerciseKind.REST))


def test_reps_that_come_from_another_kind_of_work() -> None:
    [remark] = remarks(ExerciseStep(exercise="tilt", hold_ms=30_000))
    assert (remark.code, remark.path) == (RemarkCode.REPS_INHERITED, ("steps", 0, "hold"))
    assert remark.message.startswith("with “hold”, this is done 10 times a set")
    assert remark.fix
    assert remark.fix.edits == (Edit(("steps", 0, "reps"), "1"),)


@pytest.mark.parametrize(
    "step",
    [
        ExerciseStep(exercise="tilt", hold_ms=30_000, reps=2),
        ExerciseStep(exercise="tilt", pace_ms=6_000),
        ExerciseStep(exercise="tilt", sets=1),
        ExerciseStep(exercise="knee-hug", pace_ms=6_000),
    ],
)
def test_reps_that_are_meant(step: ExerciseStep) -> None:
    assert codes(remarks(step)) == []


def test_a_muscle_that_is_stretched_for_too_long_on_one_side() -> None:
    long = ExerciseStep(exercise="knee-hug", sets=4, hold_ms=60_000)
    assert remarks(long) == []
    [remark] = remarks(long, ExerciseStep(exercise="tilt"), RepeatStep(repeat=2, steps=(long,)))
    assert remark.code is RemarkCode.TOO_MUCH_IN_A_SESSION
    assert remark.path == ("steps", 2, "steps", 0)
    assert remark.message.endswith("6 min in a session: Deep rotators")
    both = {"knee-hug": replace(WHOLE, sides=Sides.BOTH)}
    assert codes(remarks(long, long, exercises=both)) == ["too-much-in-a-session"]


def test_muscles_that_have_too_much_from_one_step_on_are_told_together() -> None:
    both = replace(WHOLE, targets=Targets((Muscle.PIRIFORMIS, Muscle.GLUTEUS_MAXIMUS)))
    long = ExerciseStep(exercise="knee-hug", sets=7, hold_ms=60_000)
    [remark] = remarks(long, exercises={"knee-hug": both})
    assert remark.message.endswith(": Deep rotators, Gluteals")


# Times.


def test_no_time_to_get_up_or_down() -> None:
    hug = ExerciseStep(exercise="knee-hug")
    up = ExerciseStep(exercise="stand", get_ready_ms=5_000)
    down = ExerciseStep(exercise="knee-hug", get_ready_ms=0)
    found = remarks(hug, up, down)
    assert [(r.path, r.message) for r in found] == [
        (("steps", 1, "get_ready"), "5 s is too short to get up from the floor"),
        (("steps", 2, "get_ready"), "0 s is too short to get down to the floor"),
    ]
    assert found[0].fix
    assert found[0].fix.edits == (Edit(("steps", 1, "get_ready"), None),)
    defaults = RoutineDefaults(get_ready_ms=5_000)
    [remark] = remarks(hug, ExerciseStep(exercise="stand"), defaults=defaults)
    assert remark.path == ("defaults", "get_ready")


def test_a_rest_before_it_is_time_to_get_up() -> None:
    hug, up = ExerciseStep(exercise="knee-hug"), ExerciseStep(exercise="stand", get_ready_ms=5_000)
    assert remarks(hug, RestStep(rest_ms=10_000), up) == []
    assert remarks(hug, ExerciseStep(exercise="stand")) == []
    nowhere = {**ALL, "stand": replace(STAND, position=None)}
    assert remarks(hug, up, hug, exercises=nowhere) == []
    assert remarks(hug, ExerciseStep(exercise="tilt", get_ready_ms=0)) == []


def test_no_time_to_change_sides() -> None:
    [remark] = remarks(ExerciseStep(exercise="knee-hug", switch_ms=0))
    assert (remark.code, remark.path) == (RemarkCode.NO_TIME_TO_SWITCH, ("steps", 0, "switch"))
    assert remark.fix
    assert remark.fix.edits == (Edit(("steps", 0, "switch"), None),)
    quick = {"knee-hug": replace(WHOLE, dose=Dose(hold_ms=30_000, switch_ms=1_000))}
    [own] = remarks(ExerciseStep(exercise="knee-hug"), exercises=quick)
    assert (own.path, own.fix) == (("steps", 0), None)
    defaults = RoutineDefaults(switch_ms=1_000)
    [remark] = remarks(ExerciseStep(exercise="knee-hug"), defaults=defaults)
    assert remark.path == ("defaults", "switch")


def test_holds_in_turn_need_time_as_well() -> None:
    turns = ExerciseStep(
        exercise="knee-hug", sides=Sides.ALTERNATE, reps=3, switch_ms=0, relax_ms=0
    )
    [remark] = remarks(turns)
    assert (remark.code, remark.path) == (RemarkCode.NO_TIME_TO_SWITCH, ("steps", 0, "switch"))
    assert remarks(replace(turns, relax_ms=3_000)) == []
    assert remarks(replace(turns, hold_ms=None, pace_ms=3_000)) == []


# Texts and names.


def test_what_an_own_exercise_does_not_say() -> None:
    bare = Exercise(
        format="",
        id="slide",
        name="Slide",
        instructions=Instructions(move="Slide."),
    )
    found = lint_exercise(bare)
    assert codes(found) == ["unsaid", "no-picture"]
    assert found[0].message == "not said: setup, feel, position, targets, cues"
    assert lint_exercise(WHOLE) == []
    one = Instructions(setup="Lie down.", feel="There.")
    assert lint_exercise(replace(WHOLE, instructions=one))[0].message == "not said: move"


def test_a_text_that_names_a_side_where_there_is_none() -> None:
    how = replace(WHOLE.instructions, move="Lift the (right|left) leg.")
    sided = replace(WHOLE, instructions=how)
    assert lint_exercise(sided) == []
    [remark] = lint_exercise(replace(sided, sides=Sides.BOTH))
    assert (remark.code, remark.path) == (RemarkCode.SIDE_NOT_SAID, ("instructions", "move"))
    assert remark.fix
    assert remark.fix.edits == (Edit(("sides",), "each"),)


def test_words_that_promise_something() -> None:
    texts = replace(
        WHOLE,
        also_known_as=("sciatic stretch",),
        cues=("It relieves",),
        alt="A cure.",
        instructions=replace(WHOLE.instructions, feel="Pain relief."),
    )
    found = lint_exercise(texts)
    assert codes(found) == ["promise"] * 4
    assert found[0].message.startswith("“sciatic” is a condition")
    assert found[2].message.startswith("“relieves” says more")
    assert [remark.path for remark in found] == [
        ("also_known_as", 0), ("instructions", "feel"), ("cues", 0), ("alt",),
    ]  # fmt: skip
    noted = replace(ExerciseStep(exercise="knee-hug"), note="This heals.")
    phased = ExerciseStep(exercise="knee-hug", rep=(Phase("Relief", 20_000),))
    block = RepeatStep(repeat=2, steps=(noted, phased))
    routine = replace(a_routine(block), title="Sciatica", for_="people in rehab")
    assert [remark.path for remark in lint(routine, ALL)] == [
        ("title",),
        ("for",),
        ("steps", 0, "steps", 0, "note"),
        ("steps", 0, "steps", 1, "rep", 0, "say"),
    ]


def test_what_hides_something_that_comes_with_the_program() -> None:
    bundled = Bundled(exercises={"knee-hug"}, routines={"evening"})
    [remark] = lint(a_routine(a_step()), ALL, bundled=bundled)
    assert (remark.code, remark.path) == (RemarkCode.HIDES_BUNDLED, ("id",))
    assert codes(lint_exercise(WHOLE, bundled)) == ["hides-bundled"]
    assert lint_exercise(WHOLE) == []


def own(given: dict[str, object], exercise: Exercise = WHOLE) -> list[Remark]:
    """The remarks on a routine whose file says `given` about the exercise."""
    routine = replace(a_routine(a_step()), exercises={exercise.id: ExercisePatch(given)})
    return lint(routine, {exercise.id: exercise}, bundled=Bundled(exercises={"knee-hug"}))


def test_a_change_to_a_bundled_exercise_is_meant_unless_it_is_whole() -> None:
    bare = replace(WHOLE, figure=None, cues=())
    assert own({"name": "My hug"}, bare) == []
    assert codes(own({"name": "Cure"}, replace(WHOLE, name="Cure"))) == ["promise"]
    whole = {"name": "My hug", "position": Position.SUPINE, "instructions": WHOLE.instructions}
    [remark] = own(whole)
    assert (remark.code, remark.path) == (RemarkCode.HIDES_BUNDLED, ("exercises", "knee-hug"))


def test_an_own_exercise_in_a_routine_has_its_remarks_at_its_place() -> None:
    mine = replace(WHOLE, id="mine", targets=Targets(()), figure=None)
    routine = replace(a_routine(a_step(exercise="mine")), exercises={"mine": ExercisePatch({})})
    found = lint(routine, {"mine": mine})
    assert [(remark.code.value, remark.path) for remark in found] == [
        ("unsaid", ("exercises", "mine")),
        ("no-picture", ("exercises", "mine")),
    ]


def test_exercises_with_files_of_their_own_are_told_at_the_step_where_they_are_used() -> None:
    bare = replace(WHOLE, id="mine", name="Mine", figure=None, cues=())
    quiet = replace(bare, id="quiet", lint=LintChoice((RemarkCode.NO_PICTURE,)))
    inside = replace(bare, id="inside")
    exercises = known(WHOLE, bare, quiet, inside)
    names = ("knee-hug", "mine", "quiet", "mine", "inside")
    routine = replace(
        a_routine(a_rest(), *(ExerciseStep(exercise=name) for name in names)),
        exercises={"inside": ExercisePatch({})},
    )
    bundled = Bundled(exercises={"knee-hug"})
    found = used_exercise_remarks(routine, exercises, bundled)
    assert [(remark.path, remark.message) for remark in found] == [
        (("steps", 2, "exercise"), "Mine: not said: cues"),
        (("steps", 2, "exercise"), "Mine: this exercise has no picture"),
        (("steps", 3, "exercise"), "Mine: not said: cues"),
    ]
    silent = replace(routine, lint=LintChoice((RemarkCode.UNSAID, RemarkCode.NO_PICTURE)))
    assert used_exercise_remarks(silent, exercises, bundled) == []


# Silence.


def test_a_file_can_silence_a_remark() -> None:
    routine: Routine = a_routine(ExerciseStep(exercise="knee-hug", switch_ms=0))
    silent = replace(routine, lint=LintChoice((RemarkCode.NO_TIME_TO_SWITCH,)))
    assert lint(routine, ALL)
    assert lint(silent, ALL) == []
    bare = replace(WHOLE, figure=None)
    quiet = replace(bare, lint=LintChoice((RemarkCode.NO_PICTURE,)))
    assert codes(lint_exercise(bare)) == ["no-picture"]
    assert lint_exercise(quiet) == []
    inside = replace(a_routine(a_step(exercise="q")), exercises={"q": ExercisePatch({})})
    assert lint(inside, {"q": replace(quiet, id="q")}) == []


def test_a_step_that_is_repeated_is_told_once() -> None:
    step = ExerciseStep(exercise="glide", hold_ms=9_000, switch_ms=0)
    assert codes(remarks(RepeatStep(repeat=3, steps=(step,)))) == [
        "glide-held",
        "no-time-to-switch",
    ]


def test_targets_tell_the_muscle_that_is_counted() -> None:
    calf = {"knee-hug": replace(WHOLE, targets=Targets((Muscle.CALF,)))}
    long = ExerciseStep(exercise="knee-hug", sets=7, hold_ms=60_000)
    assert "Calves" in remarks(long, exercises=calf)[0].message
