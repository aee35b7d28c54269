"""What a newer revision of a plan says otherwise, in sentences: its weeks, their routines, on how
many days they are done, the doses that differ in them, and words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from operator import attrgetter

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.plan.plan import (
    KnownRoutine,
    Plan,
    PlanSession,
    PlanWeek,
    changed_routine,
)
from stretchcoach.core.revisions.change_words import note_words, often_words
from stretchcoach.core.revisions.routine_changes import Revision, routine_changes

Routines = Mapping[str, KnownRoutine]


def plan_changes(
    before: Plan, after: Plan, routines: Routines, profile: Profile
) -> tuple[str, ...]:
    """Each change from `before` to `after` as a sentence, for this person; none where they say
    the same. `routines` are those of `after`, and of `before` as far as they are known; what
    changed in themselves is told with them."""
    return (*_head_changes(before, after), *_Weeks(routines, profile).changes(before, after))


def _head_changes(old: Plan, new: Plan) -> Iterator[str]:
    if old.title != new.title:
        yield tr("It is called “{new}” instead of “{old}”.", new=new.title, old=old.title)
    if (old.goal, old.for_) != (new.goal, new.for_):
        yield tr("What it is for is said in other words.")
    if old.note != new.note:
        yield note_words(tr("The note to the plan"), old.note, new.note)
    if old.last_week_no != new.last_week_no:
        yield trn("It lasts {n} week instead of {old}.", "It lasts {n} weeks instead of {old}.",
                  new.last_week_no, old=old.last_week_no)  # fmt: skip


@dataclass(frozen=True)
class _Numbered:
    """A week where it stands in its plan; what comes after the last one has no number."""

    number: int | None
    week: PlanWeek


_Pair = tuple[_Numbered | None, _Numbered | None]  # of before and of now; None where there is none
_Alike = Callable[[PlanWeek], Hashable]


def _pairs(before: Plan, after: Plan) -> Iterator[_Pair]:
    """Week by week, each beside the one that it was; what comes after the last one at the end."""
    old, new = _numbered(before), _numbered(after)
    same = [one.week for one in (*old, *new)].index
    yield from _aligned(old, new, (same, attrgetter("title")))
    last = _last(before), _last(after)
    if any(last):
        yield last


def _aligned(
    old: Sequence[_Numbered], new: Sequence[_Numbered], ways: Sequence[_Alike]
) -> Iterator[_Pair]:
    """Those that are alike in the first of `ways` stand side by side, those between them are
    aligned in the next one; at last they are only counted."""
    if not ways:
        yield from zip_longest(old, new)
        return
    was, now = ([ways[0](one.week) for one in side] for side in (old, new))
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        here, there = old[from_old:to_old], new[from_new:to_new]
        is_alike = kind == "equal"
        yield from zip(here, there, strict=True) if is_alike else _aligned(here, there, ways[1:])


def _numbered(plan: Plan) -> tuple[_Numbered, ...]:
    """Each week, one by one; they do not tell which are written as one."""
    weeks = replace(plan, after=None).all_weeks
    return tuple(_Numbered(n, replace(week, weeks=None)) for n, week in enumerate(weeks, start=1))


def _last(plan: Plan) -> _Numbered | None:
    return None if plan.after is None else _Numbered(None, replace(plan.after, weeks=None))


def _told_together(pair: _Pair) -> object:
    return [one and (one.number is None, one.week) for one in pair]


class _Weeks:
    def __init__(self, routines: Routines, profile: Profile) -> None:
        self._routines = routines
        self._profile = profile

    def changes(self, before: Plan, after: Plan) -> Iterator[str]:
        for _, group in groupby(_pairs(before, after), _told_together):
            pairs = list(group)
            old, new = pairs[0]
            where = _where([one.number for pair in pairs if (one := pair[1] or pair[0])])
            if new is None and old is not None:
                yield tr("{week}: gone, “{title}”.", week=where, title=old.week.title)
            elif old is None and new is not None:
                yield tr("{week}: new, “{title}” with {sessions}.", week=where,
                         title=new.week.title, sessions=self._sessions(new.week))  # fmt: skip
            elif old is not None and new is not None and old.week != new.week:
                yield from self._week_changes(where, old.week, new.week)

    def _week_changes(self, where: str, old: PlanWeek, new: PlanWeek) -> Iterator[str]:
        if old.title != new.title:
            yield tr("{week}: it is called “{new}” instead of “{old}”.",
                     week=where, new=new.title, old=old.title)  # fmt: skip
        if old.note != new.note:
            yield note_words(tr("{week}: the note", week=where), old.note, new.note)
        places, gone = _places(old.sessions, new.sessions)
        for place, session in zip(places, new.sessions, strict=True):
            if place is None:
                yield tr("{week}: new is {session}.", week=where, session=self._session(session))
            else:
                here = tr("{week}, {routine}", week=where, routine=self._title(session))
                yield from self._session_changes(here, old.sessions[place], session)
        for session in gone:
            yield tr("{week}: without {routine}.", week=where, routine=self._title(session))
        stayed = [place for place in places if place is not None]
        if stayed != sorted(stayed):
            yield tr("{week}: the order is {routines} now.", week=where,
                     routines=", ".join(map(self._title, new.sessions)))  # fmt: skip

    def _session_changes(self, here: str, old: PlanSession, new: PlanSession) -> Iterator[str]:
        days = [_often(session) for session in (old, new)]
        if days[0] != days[1]:
            yield tr("{step}: {new} instead of {old}.", step=here, new=days[1], old=days[0])
        if old.note != new.note:
            yield note_words(tr("{step}: the note", step=here), old.note, new.note)
        known = self._routines.get(new.routine)
        if known is not None and old.changes != new.changes:
            revisions = [
                Revision(changed_routine(session, known.routine), known.exercises)
                for session in (old, new)
            ]
            for change in routine_changes(revisions[0], revisions[1], self._profile):
                yield tr("{where}: {change}", where=here, change=change)

    def _sessions(self, week: PlanWeek) -> str:
        return "; ".join(map(self._session, week.sessions))

    def _session(self, session: PlanSession) -> str:
        return tr("{routine}, {often}", routine=self._title(session), often=_often(session))

    def _title(self, session: PlanSession) -> str:
        known = self._routines.get(session.routine)
        return known.routine.title if known is not None else session.routine


def _where(numbers: list[int | None]) -> str:
    first, last = numbers[0], numbers[-1]
    if first is None or last is None:
        return tr("After the last week")
    if first == last:
        return tr("Week {n}", n=first)
    return tr("Weeks {first} to {last}", first=first, last=last)


def _often(session: PlanSession) -> str:
    if session.schedule is not None:
        return often_words(session.schedule)
    return trn("on {n} day", "on {n} days", session.days)


def _places(
    old: Sequence[PlanSession], new: Iterable[PlanSession]
) -> tuple[list[int | None], list[PlanSession]]:
    """Where each of `new` stood before, those of one routine in their order, None for none; and
    those that are not there any more."""
    left = dict(enumerate(old))
    places = []
    for session in new:
        same = (place for place, one in left.items() if one.routine == session.routine)
        place = next(same, None)
        if place is not None:
            del left[place]
        places.append(place)
    return places, list(left.values())
