"""What a routine asks of a person; nothing where there is none, or it was not taken up."""

from __future__ import annotations

from datetime import date

from stretchcoach.core.diary.period import Asked
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.keepers.planned import planned_of


def test_a_routine_is_written_out_and_planned_once_it_was_taken_up() -> None:
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    one = library.routines[0]
    taken_up = Settings(schedules_taken_up=((one.id, "2026-11-16"),))
    asked = planned_of(library, taken_up, one.id)  # type: ignore[arg-type]
    assert one.routine is not None
    assert (asked.schedule, asked.since) == (one.routine.schedule, date(2026, 11, 16))
    assert asked.timeline is not None
    assert asked.timeline.intervals
    free = planned_of(library, Settings(), one.id)  # type: ignore[arg-type]
    assert free == Asked(None, asked.timeline)
    assert planned_of(library, taken_up, "nowhere") == Asked()  # type: ignore[arg-type]
    assert planned_of(None, taken_up, one.id) == Asked()
