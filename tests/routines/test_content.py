"""The bundled exercises and routines keep the rules of docs/content.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stretchcoach.core.content.dose import MINUTE_MS
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide, Sides
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.validate import exercise_faults, routine_faults
from stretchcoach.core.session.cues import COUNTDOWN_MS, speaking_ms
from stretchcoach.core.session.timeline import PlannedStep, expand, plan
from stretchcoach.files.yaml.reader import read_document

FOLDER = Path(__file__).parents[2] / "routines"
EXERCISE_FILES = sorted((FOLDER / "exercises").glob("*.yaml"))
ROUTINE_FILES = sorted(FOLDER.glob("*.yaml"))
MOST_LETTERS = {"setup": 160, "move": 160, "feel": 90, "avoid": 110}
MOST_LETTERS_OF_A_CUE = 40
SIDE = re.compile(r"\b(left|right)\b(?! angle)(?<!all right)", re.IGNORECASE)


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
    spoken = (how.setup, how.move, how.feel, how.avoid)
    return (exercise.name, *exercise.also_known_as, exercise.alt, *spoken, *exercise.cues)


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_an_exercise_is_whole_and_short_enough_to_hear(path: Path) -> None:
    exercise = read_exercise(path)
    assert exercise.id == path.stem
    assert exercise.figure == f"figures/{exercise.id}.webp"
    assert exercise_faults(exercise) == ()
    assert len(exercise.dose.kinds_of_work) == 1
    assert exercise.alt
    assert exercise.sources
    for field, most in MOST_LETTERS.items():
        assert len(getattr(exercise.instructions, field)) <= most, field
    assert 3 <= len(exercise.cues) <= 4
    assert all(len(cue) <= MOST_LETTERS_OF_A_CUE for cue in exercise.cues)


@pytest.mark.parametrize("path", EXERCISE_FILES, ids=lambda path: path.stem)
def test_no_text_of_an_exercise_names_a_side(path: Path) -> None:
    assert [text for text in texts_of(read_exercise(path)) if SIDE.search(text)] == []


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


@pytest.mark.parametrize("path", ROUTINE_FILES, ids=lambda path: path.stem)
def test_every_set_up_can_be_said_before_the_clock_runs(
    path: Path, exercises: dict[str, Exercise]
) -> None:
    told: set[str] = set()
    unheard = []
    for planned in plan(read_routine(path), exercises, Profile()):
        if planned.exercise and planned.exercise.id not in told:
            told.add(planned.exercise.id)  # at its first step; later ones are known
            if words_ms(planned) > planned.get_ready_ms:
                unheard.append(planned.exercise.id)
    assert unheard == []


def words_ms(planned: PlannedStep) -> int:
    """How long name, side, set-up and the countdown take before a step."""
    assert planned.exercise
    side = {Sides.EACH: ". Right side.", Sides.ALTERNATE: ", side to side.", Sides.BOTH: "."}
    name = planned.exercise.name + side[planned.exercise.sides]
    return speaking_ms(name) + speaking_ms(planned.exercise.instructions.setup) + COUNTDOWN_MS
