from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stretchcoach.core.content.dose import Breaths, Range
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.caution_filter import choice_key
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.plan.plan import Plan, changed_routine
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.shorten import shorten
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import read_plans
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.session.resume import resumed_performance

NOON = Moment("2026-11-22T12:00:00.000Z", 0)
RIGHT = Profile(AffectedSide.RIGHT)
LIMIT_MS = 5 * 60_000


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, ...]:
    folders = [bundled_dir("routines")]
    index = tmp_path_factory.mktemp("index") / "library.index"
    shelf = ShelfReader(folders, bundled_dir("assets"), index).read(lambda _some: None)
    return tuple(entry.plan for entry in read_plans(folders, shelf) if entry.plan is not None)


def begun(entry: RoutineEntry, routine: Routine, limit_ms: int | None = None) -> SessionRecord:
    timeline = expand(routine, entry.exercises, RIGHT)
    return new_record("id", routine, timeline, RIGHT.affected, NOON, limit_ms)


def a_routine(library: Library, name: str) -> tuple[RoutineEntry, Routine]:
    entry = library.routine(name)
    assert entry.routine is not None
    return entry, entry.routine


def test_it_goes_on_with_the_choices_and_the_breath_that_it_was_begun_with(
    library: Library,
) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    step = ExerciseStep(exercise="figure-4-supine", hold_ms=Breaths(Range(2, 4)))
    ranged = replace(routine, steps=(step, *routine.steps))
    entry = replace(entry, routine=ranged)
    picks = ((f"{routine.id}/figure-4-supine/1/hold_ms", 3),)
    person = Settings(affected=AffectedSide.LEFT, breathe_in_s=5, range_picks=picks)
    timeline = expand(ranged, entry.exercises, person.profile)
    record = new_record("id", ranged, timeline, AffectedSide.LEFT, NOON)
    performance = resumed_performance(record, entry, (), person)
    assert performance is not None
    assert performance.timeline.steps[0].plain_dose.hold_ms == 33_000
    assert resumed_performance(record, entry, (), Settings()) is None


def test_a_routine_goes_on_as_it_stands_for_the_side_that_was_affected(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    record = begun(entry, routine)
    left_now = Settings(affected=AffectedSide.LEFT)
    performance = resumed_performance(record, entry, (), left_now)
    assert performance is not None
    assert performance.affected is AffectedSide.RIGHT
    assert performance.timeline == expand(routine, entry.exercises, RIGHT)


def test_a_shortened_routine_goes_on_shortened(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    shorter = shorten(routine, entry.exercises, RIGHT, LIMIT_MS).routine
    record = begun(entry, shorter, LIMIT_MS)
    performance = resumed_performance(record, entry, (), Settings())
    assert performance is not None
    assert performance.timeline == expand(shorter, entry.exercises, RIGHT)
    assert performance.limit_ms == LIMIT_MS


def test_what_a_caution_took_out_stays_out(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    ticked = (Caution.KNEE,)
    view = RoutineView(routine, entry.exercises, entry.pictures, RIGHT, ticked=ticked)
    assert view.chosen != routine
    record = begun(entry, view.chosen)
    performance = resumed_performance(record, entry, (), Settings(hidden_cautions=ticked))
    assert performance is not None
    assert performance.timeline == view.now


def test_a_caution_ticked_since_does_not_hinder_going_on(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    record = begun(entry, routine)
    since = Settings(hidden_cautions=(Caution.KNEE,))
    assert resumed_performance(record, entry, (), since) is not None


def test_a_day_of_a_plan_goes_on_as_its_week_has_it(
    library: Library, plans: tuple[Plan, ...]
) -> None:
    [plan] = plans
    session = next(s for week in plan.all_weeks for s in week.sessions if s.changes)
    entry, routine = a_routine(library, session.routine)
    changed = changed_routine(session, routine)
    record = begun(entry, changed)
    assert resumed_performance(record, entry, (), Settings()) is None
    performance = resumed_performance(record, entry, plans, Settings())
    assert performance is not None
    assert performance.timeline == expand(changed, entry.exercises, RIGHT)


def test_a_routine_that_has_changed_since_is_not_resumed(library: Library) -> None:
    entry, routine = a_routine(library, "desk-break")
    record = begun(entry, routine)
    changed = replace(entry, routine=replace(routine, steps=routine.steps[:-1]))
    assert resumed_performance(record, changed, (), Settings()) is None


def test_a_broken_file_is_not_resumed(library: Library) -> None:
    entry, routine = a_routine(library, "desk-break")
    record = begun(entry, routine)
    broken = replace(entry, routine=None, path=Path("broken.yaml"))
    assert resumed_performance(record, broken, (), Settings()) is None


def test_what_became_easier_while_it_was_done_stays_so(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    record = begun(entry, routine)
    key = choice_key(routine.id, "figure-4-supine")
    eased = Settings(step_choices=((key, StepChoice.EASIER),))
    performance = resumed_performance(record, entry, (), eased)
    assert performance is not None
    timeline = performance.timeline
    done = {
        exercise.id
        for interval in timeline.intervals
        if interval.exercise == "figure-4-supine"
        and (exercise := timeline.exercise_of(interval)) is not None
    }
    assert done == {"figure-4-supine-foot-down"}


def test_what_was_easier_from_its_start_is_found_again(library: Library) -> None:
    entry, routine = a_routine(library, "deep-hip-rotators-15")
    choices = {choice_key(routine.id, "figure-4-supine"): StepChoice.EASIER}
    view = RoutineView(routine, entry.exercises, entry.pictures, choices=choices)
    record = begun(entry, view.chosen)
    eased = Settings(step_choices=tuple(choices.items()))
    performance = resumed_performance(record, entry, (), eased)
    assert performance is not None
    assert performance.routine == view.chosen
