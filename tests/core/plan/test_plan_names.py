"""A plan may name the exercises that it changes by any of their names."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.plan.plan import KnownRoutine, PlanSession, StepChange, plan_faults
from stretchcoach.core.plan.plan_names import plan_with_ids
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.core.plans import a_plan, a_week

HUG = replace(an_exercise(), also_known_as=("Cuddle",))
FOUND = KnownRoutine(a_routine(a_step()), known(HUG, an_exercise("bridge", "Bridge")))
THREE = StepChange(sets=3)


def find(routine_id: str) -> KnownRoutine | None:
    return FOUND if routine_id == "evening" else None


def session(*names: str, routine: str = "evening") -> PlanSession:
    return PlanSession(routine=routine, changes=dict.fromkeys(names, THREE))


def changed(one: PlanSession) -> list[str]:
    plan = plan_with_ids(a_plan(a_week(one)), find)
    return list(plan.weeks[0].sessions[0].changes)


def test_names_become_ids() -> None:
    assert changed(session("Knee Hug")) == ["knee-hug"]
    assert changed(session("cuddle")) == ["knee-hug"]
    assert changed(session("knee-hug")) == ["knee-hug"]


def test_what_the_routine_has_not_stays_as_it_is_written() -> None:
    assert changed(session("Bridge")) == ["Bridge"]
    assert changed(session("Knee Hug", routine="other")) == ["Knee Hug"]
    assert changed(session()) == []


def test_an_exercise_named_twice_is_told() -> None:
    plan = plan_with_ids(a_plan(a_week(session("knee-hug", "Cuddle"))), find)
    [fault] = plan_faults(plan, find, ["evening"])
    assert fault.path == ("weeks", 0, "sessions", 0, "changes", "Cuddle")


def test_what_comes_after_the_last_week_has_ids_too() -> None:
    plan = replace(a_plan(a_week(session())), after=a_week(session("Cuddle")))
    after = plan_with_ids(plan, find).after
    assert after is not None
    assert list(after.sessions[0].changes) == ["knee-hug"]
