"""Finding again what a session was begun with, so that it can go on where it was cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.library.caution_filter import eased_exercises
from stretchcoach.core.plan.plan import Plan, changed_routine
from stretchcoach.core.session.record import SessionRecord, resumed_timeline
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.settings import Settings
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.running.performance import Performance


def resumed_performance(
    record: SessionRecord, entry: RoutineEntry, plans: Iterable[Plan], settings: Settings
) -> Performance | None:
    """What `record` was begun with: the routine of `entry` as it stands there, as a week of
    one of the `plans` changes it, or without what the cautions of `settings` take out.

    None when none of them is what it was begun with: the file has changed since.
    """
    for routine in _forms(entry, plans, settings):
        timeline = resumed_timeline(record, routine, entry.exercises, settings.profile)
        if timeline is not None:
            return Performance(
                routine,
                _eased_again(timeline, routine, entry, settings),
                record.affected,
                entry.exercises,
                entry.pictures,
                record.limit_ms,
                record.before,
            )
    return None


def _forms(entry: RoutineEntry, plans: Iterable[Plan], settings: Settings) -> Iterator[Routine]:
    """The routine in all forms in which it can have been begun, the likely ones first."""
    if entry.routine is None:
        return
    for routine in (entry.routine, *_planned(entry.routine, plans)):
        view = RoutineView(
            routine,
            entry.exercises,
            entry.pictures,
            ticked=settings.hidden_cautions,
            choices=dict(settings.step_choices),
        )
        yield view.chosen
        if eased_exercises(routine, view.choices):  # maybe only since it was begun
            kept = {key: choice for key, choice in view.choices.items() if not key.endswith("/")}
            yield replace(view, choices=kept).chosen
        if settings.hidden_cautions:
            yield routine


def _eased_again(
    timeline: Timeline, routine: Routine, entry: RoutineEntry, settings: Settings
) -> Timeline:
    """`timeline` with the easier exercises that the person chose while it was done."""
    for exercise_id in eased_exercises(routine, dict(settings.step_choices)):
        exercise = entry.exercises.get(exercise_id)
        easier = entry.exercises.get(exercise.easier or "") if exercise else None
        here = next((i for i in timeline.intervals if i.exercise == exercise_id), None)
        if easier is not None and here is not None:
            timeline = timeline.with_easier(easier, here, everywhere=True)
    return timeline


def _planned(routine: Routine, plans: Iterable[Plan]) -> Iterator[Routine]:
    for plan in plans:
        for week in plan.all_weeks:
            for session in week.sessions:
                if session.routine == routine.id:
                    yield changed_routine(session, routine)
