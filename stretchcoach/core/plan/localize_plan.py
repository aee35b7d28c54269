"""A plan in the person's language, field by field as far as it is translated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stretchcoach.core.library.localize import in_language, localized_dose
from stretchcoach.core.plan.plan import Plan, PlanSession, PlanWeek


def localized_plan(plan: Plan, languages: Sequence[str]) -> Plan:
    """`plan` in the first of `languages` that has each of its texts, else as it is written."""
    weeks = tuple(_localized_week(week, languages) for week in plan.weeks)
    after = plan.after and _localized_week(plan.after, languages)
    return in_language(replace(plan, weeks=weeks, after=after), languages)


def _localized_week(week: PlanWeek, languages: Sequence[str]) -> PlanWeek:
    sessions = tuple(_localized_session(session, languages) for session in week.sessions)
    return in_language(replace(week, sessions=sessions), languages)


def _localized_session(session: PlanSession, languages: Sequence[str]) -> PlanSession:
    changes = {
        name: in_language(localized_dose(change, languages), languages)
        for name, change in session.changes.items()
    }
    return in_language(replace(session, changes=changes), languages)
