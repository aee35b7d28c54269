"""When a routine is meant to be done, and what it is for the person."""

from __future__ import annotations

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.files.library.card_library import Shelf


def planned_of(
    library: Shelf | None, profile: Profile, routine_id: str
) -> tuple[Schedule | None, Timeline | None]:
    """Its schedule, and the routine written out; nothing where it is not there or is broken."""
    entry = library.routine_by_id(routine_id) if library else None
    if entry is None or entry.routine is None:
        return None, None
    return entry.routine.schedule, expand(entry.routine, entry.exercises, profile)
