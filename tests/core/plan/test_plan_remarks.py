"""Remarks on plans: words, what changes make of a routine, and whole weeks."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.exercise import LintChoice
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    Routine,
    RoutineDefaults,
)
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.lint.remark import Remark
from stretchcoach.core.plan.plan import (
    PLAN_FORMAT,
    KnownRoutine,
    Plan,
    PlanSession,
    PlanWeek,
    StepChange,
)
from stretchcoach.core.plan.plan_remarks import lint_plan
from tests.core.builders import a_rest, a_routine
from tests.core.lint.exercises import EVERY

HUG = ExerciseStep(exercise="knee-hug")
SESSION = PlanSession(routine="evening", days=3)


def a_plan(*sessions: PlanSession, after: PlanWeek | None = None) -> Plan:
    week = PlanWeek(title="One", sessions=sessions or (SESSION,))
    return Plan(format=PLAN_FORMAT, id="plan", title="Hips", weeks=(week,), after=after)


def found(plan: Plan, routine: Routine | None = None) -> list[Remark]:
    routine = routine or a_routine(a_rest(), HUG)

    def find(name: str) -> KnownRoutine | None:
        return KnownRoutine(routine, EVERY) if name == "evening" else None

    return lint_plan(plan, find)


def changed(change: StepChange, name: str = "knee-hug") -> Plan:
    return a_plan(replace(SESSION, changes={name: change}))


def test_an_ordinary_plan_has_no_remarks() -> None:
    assert found(a_plan()) == []
    assert found(changed(StepChange(hold_ms=40_000))) == []


def test_words_are_looked_at_everywhere() -> None:
    session = replace(SESSION, note="A cure.", changes={"knee-hug": StepChange(note="It heals.")})
    after = PlanWeek(title="Sciatica", sessions=(SESSION,), note="Relief.")
    plan = replace(a_plan(session, after=after), title="For arthritis", goal="Therapy")
    assert [remark.path for remark in found(plan)] == [
        ("title",),
        ("goal",),
        ("weeks", 0, "sessions", 0, "note"),
        ("weeks", 0, "sessions", 0, "changes", "knee-hug", "note"),
        ("after", "title"),
        ("after", "note"),
    ]


def test_what_a_change_makes_of_a_step_is_told_at_the_change() -> None:
    [remark] = found(changed(StepChange(hold_ms=300_000)))
    assert remark.code is RemarkCode.UNUSUAL_HOLD
    assert remark.path == ("weeks", 0, "sessions", 0, "changes", "knee-hug")
    block = a_routine(RepeatStep(repeat=2, steps=(HUG,)))
    assert len(found(changed(StepChange(hold_ms=200_000)), block)) == 1


def test_what_the_routine_has_by_itself_is_told_in_its_own_file() -> None:
    long = a_routine(replace(HUG, hold_ms=200_000), ExerciseStep(exercise="bridge"))
    assert found(changed(StepChange(reps=5), "bridge"), long) == []
    assert found(changed(StepChange(reps=500), "bridge"), long)[0].path[-1] == "bridge"


def test_a_week_is_added_up_over_its_sessions() -> None:
    routine = a_routine(replace(HUG, sets=4, hold_ms=60_000))
    twice = PlanSession(routine="evening", schedule=Schedule(per_week=3))
    assert found(a_plan(SESSION), routine) == []
    [remark] = found(a_plan(SESSION, twice), routine)
    assert (remark.code, remark.path) == (RemarkCode.TOO_MUCH_IN_A_WEEK, ("weeks", 0))
    assert remark.message == "stretched on one side in a week: Deep rotators 24 min"
    lint = LintChoice((RemarkCode.TOO_MUCH_IN_A_WEEK,))
    assert found(replace(a_plan(SESSION, twice), lint=lint), routine) == []


def test_what_the_defaults_of_the_routine_bring_is_no_fault_of_the_plan() -> None:
    off = replace(HUG, enabled=False)
    routine = a_routine(off, defaults=RoutineDefaults(switch_ms=0))
    assert found(changed(StepChange(enabled=True)), routine) == []
