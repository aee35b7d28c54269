"""What a routine asks of the person's weeks: nothing that was not taken up."""

from __future__ import annotations

from stretchcoach.core.diary.period import Asked
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.settings import Settings
from stretchcoach.files.library.card_library import Shelf


def planned_of(library: Shelf | None, settings: Settings, routine_id: str) -> Asked:
    """The schedule where it was taken up, and the routine written out; nothing where it is not
    there or is broken."""
    entry = library.routine_by_id(routine_id) if library else None
    if entry is None or entry.routine is None:
        return Asked()
    timeline = expand(entry.routine, entry.exercises, settings.profile)
    since = settings.taken_up_since(routine_id)
    return Asked(entry.routine.schedule, timeline, since) if since else Asked(None, timeline)
