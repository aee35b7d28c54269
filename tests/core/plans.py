"""Short ways to say plans."""

from __future__ import annotations

from collections.abc import Mapping

from stretchcoach.core.plan.plan import PLAN_FORMAT, Plan, PlanSession, PlanWeek, StepChange


def a_session(
    routine: str = "evening", days: int = 1, changes: Mapping[str, StepChange] | None = None
) -> PlanSession:
    return PlanSession(routine=routine, days=days, changes=changes or {})


def a_week(*sessions: PlanSession, title: str = "First") -> PlanWeek:
    return PlanWeek(title=title, sessions=sessions)


def a_plan(*weeks: PlanWeek, after: PlanWeek | None = None) -> Plan:
    return Plan(format=PLAN_FORMAT, id="hips", title="Hips", weeks=weeks, after=after)
