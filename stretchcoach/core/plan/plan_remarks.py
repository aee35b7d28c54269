"""All remarks on a plan: its words, what its changes make of the routines, and its weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stretchcoach.core.content.profile import NOBODY
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, Routine
from stretchcoach.core.content.sides import Side
from stretchcoach.core.lint.exercise_remarks import Said, promises
from stretchcoach.core.lint.lint import routine_step_remarks, wanted
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.lint.week_total import too_much_remarks
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.core.measures.week_times import sessions_a_week, week_times
from stretchcoach.core.plan.plan import (
    FindRoutine,
    KnownRoutine,
    Plan,
    PlanSession,
    PlanWeek,
    changed_routine,
)
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.side_dose import Path


def lint_plan(plan: Plan, find: FindRoutine) -> list[Remark]:
    """The remarks on `plan`, which must have no faults; `find` has its routines."""
    remarks = list(promises(_texts(plan)))
    for path, week in _weeks(plan):
        remarks += _week_remarks(week, path, find)
    return wanted(remarks, plan.lint.ignore)


def _weeks(plan: Plan) -> Iterator[tuple[Path, PlanWeek]]:
    for number, week in enumerate(plan.weeks):
        yield ("weeks", number), week
    if plan.after is not None:
        yield ("after",), plan.after


def _texts(plan: Plan) -> Iterator[Said]:
    yield Said(("title",), plan.title, is_name=True)
    for key, text in (("goal", plan.goal), ("for", plan.for_), ("note", plan.note)):
        yield Said((key,), text)
    for path, week in _weeks(plan):
        yield Said((*path, "title"), week.title, is_name=True)
        yield Said((*path, "note"), week.note)
        for number, session in enumerate(week.sessions):
            here = (*path, "sessions", number)
            yield Said((*here, "note"), session.note)
            for name, change in session.changes.items():
                yield Said((*here, "changes", name, "note"), change.note or "")


def _week_remarks(week: PlanWeek, path: Path, find: FindRoutine) -> Iterator[Remark]:
    totals: Counter[tuple[MuscleGroup, Side]] = Counter()
    beside = {id(session): schedule for session, schedule in week.beside}
    for number, session in enumerate(week.sessions):
        known = find(session.routine)
        assert known is not None
        schedule = beside.get(id(session))
        times = session.days if schedule is None else sessions_a_week(schedule)
        routine = changed_routine(session, known.routine)
        timeline = expand(routine, known.exercises, NOBODY)
        for key, time_ms in week_times(routine, timeline, times).items():
            totals[key] += round(time_ms)
        yield from _change_remarks(session, routine, known, (*path, "sessions", number))
    yield from too_much_remarks(totals, path)


def _change_remarks(
    session: PlanSession, routine: Routine, known: KnownRoutine, path: Path
) -> Iterator[Remark]:
    """What is to be said of the steps of `routine`, as the session changes it, and not of those of
    the routine as it is. What a fix would change stands in the other file."""
    if not session.changes:
        return
    as_it_is = set(routine_step_remarks(known.routine, known.exercises))
    for remark in routine_step_remarks(routine, known.exercises):
        exercise = _exercise_at(routine, remark.path)
        if remark not in as_it_is and exercise in session.changes:
            here = (*path, "changes", exercise)
            yield Remark(remark.code, here, remark.message, remark.reason, remark.source)


def _exercise_at(routine: Routine, path: Path) -> str:
    """The exercise of the step at `path`, or of the step that it lies in."""
    steps = routine.steps
    for part in path:
        step = steps[part] if isinstance(part, int) else None
        if isinstance(step, ExerciseStep):
            return step.exercise
        steps = step.steps if isinstance(step, RepeatStep) else steps
    return ""
