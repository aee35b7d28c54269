"""Where a person is in a plan, and what is due: reckoned from the diary, decided by the person.

Nothing in here moves anybody on. The week is the one that the person chose, and it lasts until
the person chooses another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stretchcoach.core.content.profile import NOBODY
from stretchcoach.core.content.schedule import DAYS_OF_A_WEEK, Schedule
from stretchcoach.core.diary.stats import SessionSummary
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.plan.plan import (
    KnownRoutine,
    Plan,
    PlanSession,
    PlanWeek,
    changed_routine,
)
from stretchcoach.core.schedule.due import times_due
from stretchcoach.core.session.dose_words import dose_words, load_words, step_title
from stretchcoach.core.session.record import SessionState
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.steps.planned_step import PlannedStep

Done = tuple[date, str]


@dataclass(frozen=True)
class PlanPlace:
    """The week that the person chose, from 1, and its first day."""

    week_no: int
    started: date


@dataclass(frozen=True)
class BesideProgress:
    """A session that stands beside the others. `done` has a day once for each time in the week;
    `times_due` is how often it is still asked for today."""

    session: PlanSession
    schedule: Schedule
    done: tuple[date, ...]
    times_due: int

    @property
    def days_done(self) -> int:
        return len(set(self.done))

    @property
    def days(self) -> int | None:
        """On how many days of a week it is done; None where that is not fixed."""
        return None if self.schedule.every_days else int(self.schedule.days_a_week) or None


@dataclass(frozen=True)
class WeekProgress:
    """A week of a plan as it stands today. `days_done` are days with a session of those that
    take turns, `beside` is how the others stand."""

    week_no: int
    week: PlanWeek
    started: date
    today: date
    days_done: tuple[date, ...]
    beside: tuple[BesideProgress, ...] = ()

    @property
    def done_today(self) -> bool:
        return self.today in self.days_done

    @property
    def due(self) -> PlanSession | None:
        """Whose turn is next in this week; None when all its days are done."""
        return self.week.session_of_day(len(self.days_done))

    @property
    def due_today(self) -> tuple[PlanSession, ...]:
        """All that today asks for, the one whose turn it is first."""
        if self.today < self.started:
            return ()
        turn = () if self.due is None or self.done_today else (self.due,)
        return (*turn, *(one.session for one in self.beside if one.times_due))

    @property
    def days_left(self) -> int:
        """How many days the calendar has left for it, today included; never below 0."""
        return max(0, DAYS_OF_A_WEEK - max(0, (self.today - self.started).days))


def place_in(plan: Plan, plan_id: str, week_no: int, started: str) -> PlanPlace | None:
    """The place that the settings tell of; None when it is of another plan or makes no sense."""
    if plan_id != plan.id or not 1 <= week_no <= len(plan.all_weeks):
        return None
    try:
        return PlanPlace(week_no, date.fromisoformat(started))
    except ValueError:
        return None


def sessions_done(summaries: Iterable[SessionSummary]) -> tuple[Done, ...]:
    """The sessions that count: those that were finished."""
    return tuple(
        (summary.day, summary.routine_id)
        for summary in summaries
        if summary.state is SessionState.FINISHED
    )


def week_progress(plan: Plan, place: PlanPlace, done: Iterable[Done], today: date) -> WeekProgress:
    """How the week at `place` stands. Of those that take turns a day counts once, whatever was
    done on it."""
    done = sorted(done)
    week = plan.all_weeks[place.week_no - 1]
    routines = {session.routine for session in week.turns}
    days = {day for day, routine in done if routine in routines and day >= place.started}
    beside = tuple(
        _beside(session, schedule, [day for day, name in done if name == session.routine], place,
                today)
        for session, schedule in week.beside
    )  # fmt: skip
    return WeekProgress(place.week_no, week, place.started, today, tuple(sorted(days)), beside)


def _beside(
    session: PlanSession, schedule: Schedule, done: list[date], place: PlanPlace, today: date
) -> BesideProgress:
    this_week = tuple(day for day in done if day >= place.started)
    return BesideProgress(session, schedule, this_week, times_due(schedule, today, done))


def place_from_today(plan: Plan, week_no: int, done: Iterable[Done], today: date) -> PlanPlace:
    """The place of somebody who chooses the week `week_no` today.

    It begins tomorrow where a session of the plan was done today, which belongs to the week
    before.
    """
    busy = any(day == today and routine in plan.routine_ids for day, routine in done)
    return PlanPlace(week_no, today + timedelta(days=1) if busy else today)


def days_words(done: int, total: int | None) -> str:
    """How many days are done: “2 of 4 days done”."""
    if total is None:
        return trn("{n} day done", "{n} days done", done)
    return trn("{done} of {n} day done", "{done} of {n} days done", total,
               done=min(done, total))  # fmt: skip


def place_words(progress: WeekProgress) -> str:
    """Where one is, in a line: “Your plan, week 1: 2 of 4 days done”."""
    if not progress.week.turns:
        return tr("Your plan: week {n}", n=progress.week_no)
    days = days_words(len(progress.days_done), progress.week.days)
    return tr("Your plan, week {n}: {days}", n=progress.week_no, days=days)


def today_words(progress: WeekProgress) -> str:
    """What today asks for, as a sentence."""
    if progress.today < progress.started:
        return tr("This week begins tomorrow.")
    if progress.beside:
        due = len(progress.due_today)
        return (
            trn("Today asks for {n} routine.", "Today asks for {n} routines.", due)
            if due
            else tr("Today asks for nothing more.")
        )
    if progress.due is None:
        return tr("All days of this week are done. Go on when you want to, or do it once more.")
    if progress.done_today:
        return tr("Today is done. See you on another day.")
    if progress.days_left == 0:
        return tr("Seven days have gone by. Take the time you need, there is no hurry.")
    left = progress.week.days - len(progress.days_done)
    return trn("{n} day of this week is left to do.", "{n} days of this week are left to do.",
               left)  # fmt: skip


def change_words(session: PlanSession, known: KnownRoutine) -> tuple[str, ...]:
    """What is different from the routine: “without Bridge”, “Clamshell: 3 × 10 reps each side”."""
    changed = changed_routine(session, known.routine)
    before = {step.path: step for step in expand(known.routine, known.exercises, NOBODY).steps}
    after = {step.path: step for step in expand(changed, known.exercises, NOBODY).steps}
    words = [
        tr("without {name}", name=step_title(step))
        for path, step in before.items()
        if path not in after
    ]
    for path, step in after.items():
        if path not in before:
            words.append(tr("with {name}", name=step_title(step)))
        elif _dose(step) != _dose(before[path]):
            words.append(tr("{name}: {dose}", name=step_title(step), dose=_dose(step)))
    return tuple(words)


def _dose(step: PlannedStep) -> str:
    """How much, with what and how hard."""
    return ", ".join(filter(None, (dose_words(step, as_written=True), *load_words(step))))
