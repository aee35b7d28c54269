"""What is in a pack, as lines for a person who decides whether to take it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.packs.receiving import Offer, OfferedPlan, OfferedRoutine


@dataclass(frozen=True)
class Told:
    """What is said of a routine or a plan of a pack: `about` it line by line, then how it stands to
    what is at hand."""

    title: str
    about: tuple[str, ...]
    standing: str
    changes: tuple[str, ...]

    @property
    def lines(self) -> Iterator[str]:
        """All of it, line by line."""
        yield self.title
        for text in (*self.about, self.standing):
            yield f"  {text}"
        for change in self.changes:
            yield f"  - {change}"


def told(offer: Offer, profile: Profile) -> Iterator[Told]:
    """What a person reads of each plan and routine; those of one title are told apart."""
    titles = Counter(fold(one.entry.title) for one in offer.everything)
    for one in offer.everything:
        title, id_ = one.entry.title, one.entry.id
        if titles[fold(title)] > 1:
            title = tr("{title} ({id})", title=title, id=id_)
        if isinstance(one, OfferedPlan):
            about = _plan_facts_words(one), _plan_goal_words(one)
        else:
            about = _facts_words(one, profile), _from_words(one)
        yield Told(title, tuple(filter(None, about)), _standing_words(one), one.changes)


def _facts_words(offered: OfferedRoutine, profile: Profile) -> str:
    """“12 min, 5 steps, 2 exercises of its own”."""
    routine = offered.entry.routine
    if routine is None:
        return ""
    timeline = expand(routine, offered.entry.exercises, profile)
    parts = [time_words(timeline.total_ms), trn("{n} step", "{n} steps", len(timeline.steps))]
    if offered.exercises:
        parts.append(trn("{n} exercise of its own", "{n} exercises of its own", offered.exercises))
    return ", ".join(parts)


def _from_words(offered: OfferedRoutine) -> str:
    """What it is for, for whom and by whom, as far as it says so."""
    routine = offered.entry.routine
    return "" if routine is None else goal_words(routine.goal, routine.for_, routine.author)


def _plan_facts_words(offered: OfferedPlan) -> str:
    """“A plan of 6 weeks”."""
    plan = offered.entry.plan
    if plan is None:
        return ""
    return trn("A plan of {n} week", "A plan of {n} weeks", plan.last_week_no)


def _plan_goal_words(offered: OfferedPlan) -> str:
    """What it is for and for whom, as far as it says so."""
    plan = offered.entry.plan
    return "" if plan is None else goal_words(plan.goal, plan.for_)


def _standing_words(offered: OfferedRoutine | OfferedPlan) -> str:
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
