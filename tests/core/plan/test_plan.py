"""Plans: whose turn it is, what a week changes in a routine, and what can be wrong."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.plan.plan import (
    KnownRoutine,
    Plan,
    PlanSession,
    StepChange,
    changed_routine,
    plan_faults,
)
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known
from tests.core.plans import a_plan, a_session, a_week

EXERCISES = known(an_exercise(), an_exercise("bridge", "Bridge", sides=Sides.BOTH))
EVENING = a_routine(a_step(), a_rest(), a_step(exercise="bridge"))
ROUTINES = {"evening": KnownRoutine(EVENING, EXERCISES)}


def faults_of(plan: Plan) -> list[tuple[str, str]]:
    faults = plan_faults(plan, ROUTINES.get, list(ROUTINES))
    return [("/".join(map(str, fault.path)), fault.message) for fault in faults]


def exercise_steps(session: PlanSession) -> list[ExerciseStep]:
    steps = changed_routine(session, EVENING).steps
    return [step for step in steps if isinstance(step, ExerciseStep)]


def test_sessions_take_turns() -> None:
    one, other = a_session(days=3), a_session("morning", days=2)
    week = a_week(one, other)
    assert week.days == 5
    assert [week.session_of_day(day) for day in range(7)] == [
        one, other, one, other, one, None, None,
    ]  # fmt: skip


def test_what_comes_after_is_a_week_like_the_others() -> None:
    after = a_week(a_session("morning"), title="Later")
    plan = a_plan(a_week(a_session()), a_week(a_session()), after=after)
    assert plan.all_weeks == (*plan.weeks, after)
    assert plan.routine_ids == ("evening", "morning")
    assert replace(plan, after=None).all_weeks == plan.weeks


def test_changes_are_laid_over_every_step_with_the_exercise() -> None:
    changes = {"knee-hug": StepChange(hold_ms=20_000, sets=2)}
    hug, bridge = exercise_steps(a_session(changes=changes))
    assert (hug.hold_ms, hug.sets, hug.enabled) == (20_000, 2, True)
    assert bridge == EVENING.steps[2]


def test_a_pace_takes_the_place_of_the_hold() -> None:
    step = replace(a_step(Dose(hold_ms=30_000)), sets=3)
    routine = a_routine(step)
    changed = changed_routine(a_session(changes={"knee-hug": StepChange(pace_ms=4_000)}), routine)
    assert changed.steps == (replace(step, hold_ms=None, pace_ms=4_000),)


def test_notes_affected_doses_and_switched_off_steps() -> None:
    more = DoseChange(sets=4)
    changes = {"knee-hug": StepChange(enabled=False, note="Slowly.", affected=more)}
    hug, _ = exercise_steps(a_session(changes=changes))
    assert (hug.enabled, hug.note, hug.affected) == (False, "Slowly.", more)


def test_steps_of_blocks_are_changed_too() -> None:
    routine = a_routine(RepeatStep(repeat=2, steps=(a_step(),)))
    changed = changed_routine(a_session(changes={"knee-hug": StepChange(sets=2)}), routine)
    block = changed.steps[0]
    assert isinstance(block, RepeatStep)
    assert block.steps == (replace(a_step(), sets=2),)


def test_a_sound_plan_has_no_faults() -> None:
    changes = {"bridge": StepChange(enabled=False)}
    week = a_week(a_session(days=3), a_session(days=4, changes=changes))
    assert faults_of(a_plan(week, after=week)) == []


def test_an_unknown_routine_is_told_with_what_is_near() -> None:
    assert faults_of(a_plan(a_week(a_session("evning")))) == [
        (
            "weeks/0/sessions/0/routine",
            "no routine is called “evning” - did you mean “evening”?",
        )
    ]
    far = faults_of(a_plan(a_week(a_session()), after=a_week(a_session("xyz"))))
    assert far == [("after/sessions/0/routine", "no routine is called “xyz”")]


def test_a_week_has_no_eighth_day_for_one_routine() -> None:
    week = a_week(a_session(days=5), a_session(days=3))
    assert faults_of(a_plan(week))[0][0] == "weeks/0/sessions/1/routine"


def test_a_change_of_what_is_not_there_is_told() -> None:
    near = a_session(changes={"bridges": StepChange(sets=2)})
    far = a_session(changes={"pigeon": StepChange(sets=2)})
    assert faults_of(a_plan(a_week(near), a_week(far))) == [
        (
            "weeks/0/sessions/0/changes/bridges",
            "“evening” has no step with “bridges” - did you mean “bridge”?",
        ),
        ("weeks/1/sessions/0/changes/pigeon", "“evening” has no step with “pigeon”"),
    ]


def test_changes_must_leave_a_sound_routine() -> None:
    everything_off = {name: StepChange(enabled=False) for name in ("knee-hug", "bridge")}
    one_sided = {"bridge": StepChange(affected=DoseChange(sets=2))}
    places = [
        place
        for place, _ in faults_of(
            a_plan(a_week(a_session(changes=everything_off)), a_week(a_session(changes=one_sided)))
        )
    ]
    # A rest remains of the first one, so it is not empty.
    assert places == ["weeks/1/sessions/0/changes"]
