"""The bundled routines for people who ticked a caution."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.caution_filter import flagged_steps, with_choices
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.library.validate import routine_faults
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry

LIBRARY = Library.read((bundled_dir("routines"),), bundled_dir("assets"))


@pytest.mark.parametrize("entry", LIBRARY.routines, ids=lambda entry: entry.id)
@pytest.mark.parametrize("choice", list(StepChoice))
def test_every_choice_gives_a_routine_that_can_be_done(
    entry: RoutineEntry, choice: StepChoice
) -> None:
    assert entry.routine is not None
    for caution in Caution:
        flagged = flagged_steps(entry.routine, entry.exercises, {caution})
        choices = {item.path: choice for item in flagged}
        chosen = with_choices(entry.routine, flagged, choices)
        faults = routine_faults(chosen, entry.exercises)
        # That nothing may be left is for the page of the routine to say.
        assert [fault for fault in faults if fault.path != ("steps",)] == []
        done = {i.exercise for i in expand(chosen, entry.exercises).intervals if i.exercise}
        if choice is not StepChoice.KEEP:
            assert all(caution not in entry.exercises[name].cautions for name in done)


def cautions_with_reasons() -> dict[str, dict[str, str]]:
    """The table of docs/content.md: for each exercise its cautions, each with its reason."""
    text = (Path(__file__).parents[2] / "docs" / "content.md").read_text("utf-8")
    table = text.split("## Cautions, exercise by exercise")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (.*) \|$", table, re.MULTILINE)
    assert len(rows) == len(dict(rows))
    return {
        exercise: dict(cell.split(": ", 1) for cell in cells.split("; ") if cell)
        for exercise, cells in rows
    }


def test_every_caution_has_its_reason_and_every_reason_its_caution() -> None:
    told = {exercise: set(cells) for exercise, cells in cautions_with_reasons().items()}
    held = {
        exercise.id: {caution.value for caution in exercise.cautions}
        for exercise in LIBRARY.exercises.values()
    }
    assert told == held


def test_no_reason_is_left_blank() -> None:
    cells = cautions_with_reasons().values()
    assert all(len(reason) > 5 for reasons in cells for reason in reasons.values())
