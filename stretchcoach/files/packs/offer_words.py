"""What is in a pack, as lines for a person who decides whether to take it in."""

from __future__ import annotations

from collections.abc import Iterator

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.packs.receiving import OfferedPlan, OfferedRoutine


def facts_words(offered: OfferedRoutine, profile: Profile) -> str:
    """“12 min, 5 steps, 2 exercises of its own”."""
    routine = offered.entry.routine
    if routine is None:
        return ""
    timeline = expand(routine, offered.entry.exercises, profile)
    parts = [time_words(timeline.total_ms), trn("{n} step", "{n} steps", len(timeline.steps))]
    if offered.exercises:
        parts.append(trn("{n} exercise of its own", "{n} exercises of its own", offered.exercises))
    return ", ".join(parts)


def from_words(offered: OfferedRoutine) -> str:
    """What it is for, for whom and by whom, as far as it says so."""
    routine = offered.entry.routine
    return "" if routine is None else goal_words(routine.goal, routine.for_, routine.author)


def plan_facts_words(offered: OfferedPlan) -> str:
    """“A plan of 6 weeks”."""
    plan = offered.entry.plan
    if plan is None:
        return ""
    return trn("A plan of {n} week", "A plan of {n} weeks", plan.last_week_no)


def plan_goal_words(offered: OfferedPlan) -> str:
    """What it is for and for whom, as far as it says so."""
    plan = offered.entry.plan
    return "" if plan is None else goal_words(plan.goal, plan.for_)


def standing_words(offered: OfferedRoutine | OfferedPlan) -> str:
    """How it stands to what is at hand."""
    before = offered.at_hand
    if before is None:
        return tr("It is new to you.")
    if not offered.changes:
        words = tr("You have it already, and nothing in it has changed.")
    elif offered.replaces:
        words = tr("It takes the place of the one that you took in before. What changed:")
    else:
        words = tr("It comes beside “{title}”, which you have. What differs:", title=before.title)
    return words


def offer_lines(offered: OfferedRoutine, profile: Profile) -> Iterator[str]:
    """All of a routine, line by line."""
    return _lines(offered, facts_words(offered, profile), from_words(offered))


def plan_lines(offered: OfferedPlan) -> Iterator[str]:
    """All of a plan, line by line."""
    return _lines(offered, plan_facts_words(offered), plan_goal_words(offered))


def _lines(offered: OfferedRoutine | OfferedPlan, *texts: str) -> Iterator[str]:
    yield offered.entry.title
    for text in (*texts, standing_words(offered)):
        if text:
            yield f"  {text}"
    for change in offered.changes:
        yield f"  - {change}"
