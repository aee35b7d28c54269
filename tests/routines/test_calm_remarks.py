"""Programmes that clinics publish, with the doses of the exercises: hardly a remark."""

from __future__ import annotations

import csv
from functools import cache

from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.lint.lint import Bundled, lint
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from tests.source_code import ROOT

# An order with less getting up, a routine that does not say that it is demanding, one that is
# long, and one with five stretches for the same muscle.
FAIR = {"many-changes", "harder-than-said", "many-exercises", "too-much-in-a-week"}
LIKE_A_COMMON_HANDOUT = (
    ExerciseStep(exercise="knee-to-chest", sets=4, hold_ms=30_000),
    ExerciseStep(exercise="figure-4-supine", sets=4, hold_ms=30_000, note="Hold for 30 seconds."),
    ExerciseStep(exercise="hamstring-strap", sets=3, hold_ms=30_000),
    ExerciseStep(exercise="bridge", sets=3, reps=10, hold_ms=5_000),
    ExerciseStep(exercise="side-leg-lift", sets=3, reps=20),
    ExerciseStep(exercise="heel-raises", sets=3, reps=10),
)


@cache
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


def test_published_programmes_are_told_next_to_nothing() -> None:
    exercises = library().known.exercises
    programmes: dict[str, dict[str, None]] = {}
    with (ROOT / "docs" / "programmes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["exercise"] in exercises:
                programmes.setdefault(row["programme"], {})[row["exercise"]] = None
    told = []
    for names in programmes.values():
        codes = remarks(*(ExerciseStep(exercise=name) for name in names))
        assert set(codes) <= FAIR
        told += codes
    assert len(programmes) > 50
    assert len(told) < len(programmes) / 5


def test_a_common_handout_on_five_days_is_told_nothing() -> None:
    assert remarks(*LIKE_A_COMMON_HANDOUT) == []


def remarks(*steps: ExerciseStep) -> list[str]:
    exercises = library().known.exercises
    routine = Routine(
        format=ROUTINE_FORMAT,
        id="p",
        title="Programme",
        steps=steps,
        schedule=Schedule(per_week=5),
    )
    found = lint(routine, exercises, bundled=Bundled(exercises=exercises.keys()))
    return [remark.code.value for remark in found]
