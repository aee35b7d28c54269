"""The pages of a routine and of a plan in long words: nothing clipped, nothing in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.exercise import Exercise, Instructions
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import read_plans
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.plan.plan_page import PlanPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language
from tools.pseudo_language import pseudo

SIZES = [(1.0, 624, 540), (1.0, 1184, 800), (1.5, 928, 700), (2.0, 1080, 800)]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(affected=AffectedSide.RIGHT, hidden_cautions=(Caution.BALANCE,))
    return store


def in_pseudo(entry: RoutineEntry) -> RoutineEntry:
    """The same routine, its content translated like the rest."""
    assert entry.routine
    exercises = {name: _exercise(known) for name, known in entry.exercises.items()}
    return replace(entry, routine=_routine(entry.routine), exercises=exercises)


def _routine(routine: Routine) -> Routine:
    steps = tuple(
        replace(step, note=step.note and pseudo(step.note))
        if isinstance(step, ExerciseStep)
        else step
        for step in routine.steps
    )
    return replace(
        routine,
        steps=steps,
        title=pseudo(routine.title),
        goal=routine.goal and pseudo(routine.goal),
        for_=routine.for_ and pseudo(routine.for_),
        note=routine.note and pseudo(routine.note),
    )


def _exercise(exercise: Exercise) -> Exercise:
    how = exercise.instructions
    return replace(
        exercise,
        name=pseudo(exercise.name),
        alt=pseudo(exercise.alt),
        instructions=Instructions(**{name: pseudo(text) for name, text in vars(how).items()}),
        also_known_as=tuple(map(pseudo, exercise.also_known_as)),
        cues=tuple(map(pseudo, exercise.cues)),
        sources=tuple(map(pseudo, exercise.sources)),
    )


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_a_routine(
    qtbot: QtBot,
    theme: Theme,
    store: SettingsStore,
    library: Library,
    scale: float,
    width: int,
    height: int,
) -> None:
    theme.set_text_scale(scale)
    with pseudo_language():
        page = RoutinePage(theme, store, Path("elsewhere"))
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show_entry(in_pseudo(library.routine("after-a-run")))
        page.show()
        assert page.panel.limits
        page.panel.limits.button("5").click()
        page.step_list.rows[0].click()
        page.panel.feeling_row.link.click()
        assert_translated_and_unclipped(page)


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_a_plan(
    qtbot: QtBot,
    theme: Theme,
    store: SettingsStore,
    library: Library,
    scale: float,
    width: int,
    height: int,
) -> None:
    theme.set_text_scale(scale)
    (entry,) = read_plans([bundled_dir("routines")], library)
    assert entry.plan
    plan = entry.plan
    weeks = tuple(
        replace(week, title=pseudo(week.title), note=pseudo(week.note)) for week in plan.all_weeks
    )
    entry = replace(
        entry,
        plan=replace(
            plan,
            title=pseudo(plan.title),
            goal=pseudo(plan.goal),
            for_=pseudo(plan.for_),
            note=pseudo(plan.note),
            weeks=weeks[:-1],
            after=weeks[-1],
        ),
        routines={name: in_pseudo(known) for name, known in entry.routines.items()},
    )
    store.change(plan_id=plan.id, plan_week=3, plan_week_started="2026-11-16")
    with pseudo_language():
        page = PlanPage(theme, store)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show_plan(entry, [(date(2026, 11, 16), "hip-basics")], date(2026, 11, 18))
        page.show()
        assert_translated_and_unclipped(page)
