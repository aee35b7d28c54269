"""What a routine asks of a person; nothing where there is none."""

from __future__ import annotations

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.keepers.planned import planned_of


def test_a_routine_is_written_out_and_another_is_not() -> None:
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    one = library.routines[0]
    schedule, timeline = planned_of(library, Profile(), one.id)  # type: ignore[arg-type]
    assert one.routine is not None
    assert schedule == one.routine.schedule
    assert timeline is not None
    assert timeline.intervals
    assert planned_of(library, Profile(), "nowhere") == (None, None)  # type: ignore[arg-type]
    assert planned_of(None, Profile(), one.id) == (None, None)
