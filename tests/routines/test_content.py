"""The bundled exercises and routines keep the rules of docs/content.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sided_text import ALTERNATIVES, names_a_side, seen_on
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.content.terms import Caution, ExerciseKind
from stretchcoach.core.language.speaking import sentences
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.validate import exercise_faults, routine_faults
from stretchcoach.core.session.shorten import single_steps
from stretchcoach.core.session.timeline import IntervalKind, expand
from stretchcoach.files.yaml.reader import read_document

FOLDER = Path(__file__).parents[2] / "routines"
EXERCISE_FILES = sorted((FOLDER / "exercises").glob("*.yaml"))
ROUTINE_FILES = sorted(FOLDER.glob("*.yaml"))
MOST_LETTERS = {"setup": 160, "move": 140, "feel": 90, "avoid": 110, "stop": 48}
MOST_WORDS = 16
MOST_LETTERS_OF_A_CUE = 40
SIDE = re.compile(r"\b(left|right)\b(?! angle)(?<!all right)", re.IGNORECASE)
OLD_SIDE = re.compile(r"\b(working|other (leg|foot|knee|thigh|arm|ankle|shin)|opposite)\b")


def read_exercise(path: Path) -> Exercise:
    document = read_document(path, Exercise)
    assert not document.problems
    assert document.value is not None
    return document.value


def read_routine(path: Path) -> Routine:
    document = read_document(path, Routine)
    assert not document.problems
    assert document.value is not None
    return document.value


@pytest.fixture(scope="module")
def exercises() -> dict[str, Exercise]:
    return {path.stem: read_exercise(path) for path in EXERCISE_FILES}


def texts_of(exercise: Exercise) -> tuple[str, ...]:
    how = exercise.instructions
    return (exercise.alt, *(getattr(how, field) for field in MOST_LETTERS), *exercise.cues)


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_an_exercise_is_whole_and_short_enough_to_hear(path: Path) -> None:
    exercise = read_exercise(path)
    assert exercise.id == path.stem
    assert exercise.figure == f"figures/{exercise.id}.webp"
    assert exercise_faults(exercise) == ()
    assert len(exercise.dose.kinds_of_work) == 1
    assert exercise.alt
    assert exercise.sources
    for side in Side:
        seen = seen_on(exercise, side)
        for field, most in MOST_LETTERS.items():
            assert 0 < len(getattr(seen.instructions, field)) <= most, field
        assert 3 <= len(seen.cues) <= 4
        assert all(len(cue) <= MOST_LETTERS_OF_A_CUE for cue in seen.cues)


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_a_text_names_a_side_for_both_or_not_at_all(path: Path) -> None:
    exercise = read_exercise(path)
    texts = texts_of(exercise)
    assert [text for text in texts if SIDE.search(ALTERNATIVES.sub("", text))] == []
    assert [text for text in texts if OLD_SIDE.search(text)] == []
    for text in texts:
        for right, left in ALTERNATIVES.findall(text):
            assert {right.lower(), left.lower()} == {"right", "left"}
    if exercise.sides is Sides.BOTH:
        assert not any(map(names_a_side, texts))


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_what_is_said_before_the_first_repetition_is_in_whole_sentences(path: Path) -> None:
    how = read_exercise(path).instructions
    for text in (how.setup, how.move, how.stop):
        assert text.endswith(".")
        assert all(sentence[0] in "(" or sentence[0].isupper() for sentence in sentences(text))
        assert all(len(sentence.split()) <= MOST_WORDS for sentence in sentences(text))


def test_easier_and_harder_lead_somewhere_and_end(exercises: dict[str, Exercise]) -> None:
    assert link_faults(exercises) == {}


@pytest.mark.parametrize("path", ROUTINE_FILES, ids=lambda path: path.stem)
def test_a_routine_is_sound(path: Path, exercises: dict[str, Exercise]) -> None:
    routine = read_routine(path)
    assert routine.id == path.stem
    assert routine_faults(routine, exercises) == ()
    enabled = [s for s in routine.steps if isinstance(s, ExerciseStep) and s.enabled]
    assert 4 <= len(enabled) <= 7
    assert any(not step.optional for step in enabled)


def test_a_routine_takes_the_minutes_that_its_title_says(exercises: dict[str, Exercise]) -> None:
    routine = read_routine(FOLDER / "deep-hip-rotators-15.yaml")
    assert "15 minutes" in routine.title
    for affected in AffectedSide:
        total_ms = expand(routine, exercises, Profile(affected)).total_ms
        assert 14 * MINUTE_MS <= total_ms <= 16 * MINUTE_MS


def test_every_exercise_is_done_somewhere_or_is_an_easier_or_harder_one(
    exercises: dict[str, Exercise],
) -> None:
    steps = [step for path in ROUTINE_FILES for _, step in single_steps(read_routine(path).steps)]
    done = {step.exercise for step in steps if isinstance(step, ExerciseStep)}
    beside = {name for here in done for name in (exercises[here].easier, exercises[here].harder)}
    assert exercises.keys() - done - beside == set()


@pytest.mark.parametrize(
    ("name", "cautions"),
    [
        ("pregnancy-easy", {Caution.PREGNANCY, Caution.PELVIC_GIRDLE_PAIN}),
        ("morning-gentle", {Caution.BENDING}),
        (
            "after-a-hip-replacement",
            {Caution.HIP_REPLACEMENT_POSTERIOR, Caution.HIP_REPLACEMENT_ANTERIOR},
        ),
    ],
)
def test_a_routine_keeps_what_it_says_of_itself(
    name: str, cautions: set[Caution], exercises: dict[str, Exercise]
) -> None:
    """What is for somebody in particular has no exercise that they should ask about first."""
    routine = read_routine(FOLDER / f"{name}.yaml")
    met = {
        (step.exercise, caution.value)
        for _, step in single_steps(routine.steps)
        if isinstance(step, ExerciseStep)
        for caution in exercises[step.exercise].cautions
        if caution in cautions
    }
    assert met == set()


def test_after_a_hip_replacement_nothing_is_stretched(exercises: dict[str, Exercise]) -> None:
    routine = read_routine(FOLDER / "after-a-hip-replacement.yaml")
    steps = [step for _, step in single_steps(routine.steps) if isinstance(step, ExerciseStep)]
    assert not any(exercises[step.exercise].kind is ExerciseKind.STRETCH for step in steps)


def test_before_a_run_nothing_is_held(exercises: dict[str, Exercise]) -> None:
    timeline = expand(read_routine(FOLDER / "before-a-run.yaml"), exercises)
    assert not any(interval.kind is IntervalKind.HOLD for interval in timeline.intervals)
