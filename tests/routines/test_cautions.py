"""The bundled routines for people who ticked a caution."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.exercise import Caution
from stretchcoach.core.library.caution_filter import StepChoice, flagged_steps, with_choices
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
