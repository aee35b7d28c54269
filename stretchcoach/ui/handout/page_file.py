"""The page of a routine as a file."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.phone_page import phone_page
from stretchcoach.core.work.watch import Watch, part_of, unwatched
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.page.render import page_html
from stretchcoach.ui.handout.page_pictures import page_pictures

PLANNED, PICTURED, WRITTEN = 0.1, 0.96, 0.99  # shares of the whole work, about


def write_page(
    entry: RoutineEntry,
    profile: Profile,
    path: Path,
    breath: Breath | None = None,
    watch: Watch = unwatched,
) -> tuple[str, ...]:
    """Write the page of a routine without errors, whole or not at all; what it lacks, as
    sentences. No `breath` is no breathing guide; `watch` hears how far it is. OSError."""
    assert entry.routine is not None
    planning = part_of(watch, 0, PLANNED)
    page = phone_page(entry.routine, entry.exercises, profile, breath, planning)
    pictures = page_pictures(page.exercises, entry.pictures, part_of(watch, PLANNED, PICTURED))
    watch(PICTURED)
    html = page_html(page, pictures)
    watch(WRITTEN)
    replace_bytes(path, html)
    planned = {step.exercise.id: step.exercise for step in page.timeline.steps if step.exercise}
    return tuple(
        tr("{name} has no picture on the page.", name=exercise.name)
        for exercise in planned.values()
        if exercise.id not in pictures
    )
