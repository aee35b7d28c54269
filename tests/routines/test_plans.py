"""The bundled plans keep the rules of docs/content.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.plan.plan import changed_routine
from stretchcoach.core.plan.plan_progress import change_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import PlanEntry, known_routine, read_plan_file

FILES = sorted((Path(__file__).parents[2] / "routines" / "plans").glob("*.yaml"))
LONGEST_MS = 20 * MINUTE_MS


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


def read(path: Path, library: Library) -> PlanEntry:
    entry = read_plan_file(path, library)
    assert entry.problems == ()
    return entry


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_plan_is_sound(path: Path, library: Library) -> None:
    assert read(path, library).id == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_day_is_longer_than_twenty_minutes_and_every_change_changes(
    path: Path, library: Library
) -> None:
    entry = read(path, library)
    assert entry.plan
    for session in (s for week in entry.plan.all_weeks for s in week.sessions):
        known = known_routine(entry.routines[session.routine])
        changed = changed_routine(session, known.routine)
        assert expand(changed, known.exercises).total_ms < LONGEST_MS
        assert len(change_words(session, known)) == len(session.changes)
