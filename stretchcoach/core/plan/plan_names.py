"""The exercises that a plan changes, found by any of their names."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.library.exercise_names import ExerciseNames, id_of
from stretchcoach.core.plan.plan import FindRoutine, KnownRoutine, Plan, PlanSession, PlanWeek
from stretchcoach.core.session.shorten import single_steps


def plan_with_ids(plan: Plan, find: FindRoutine) -> Plan:
    """`plan` with ids in the place of other names of exercises, where its routines have them."""
    weeks = tuple(_week_with_ids(week, find) for week in plan.weeks)
    after = plan.after and _week_with_ids(plan.after, find)
    return replace(plan, weeks=weeks, after=after)


def _week_with_ids(week: PlanWeek, find: FindRoutine) -> PlanWeek:
    sessions = tuple(_session_with_ids(session, find(session.routine)) for session in week.sessions)
    return replace(week, sessions=sessions)


def _session_with_ids(session: PlanSession, found: KnownRoutine | None) -> PlanSession:
    if found is None or not session.changes:
        return session
    steps = (step for _, step in single_steps(found.routine.steps))
    there = {step.exercise for step in steps if isinstance(step, ExerciseStep)}
    names = ExerciseNames({id_: found.exercises[id_] for id_ in there if id_ in found.exercises})
    changes = {}
    for word, change in session.changes.items():
        id_ = id_of(word, names)
        # Named twice, it stays as it is written, and is told as one that the routine lacks.
        changes[word if id_ in changes else id_] = change
    return replace(session, changes=changes)
