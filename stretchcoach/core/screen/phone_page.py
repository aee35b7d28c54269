"""A routine for a page that runs by itself, in a browser, without this program.

All that a session would ask of the timeline and of the coach is answered beforehand: what is
shown and said in each interval, where one lands from it, and what an easier version changes. What
the page has to do itself is to count the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, Routine
from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from stretchcoach.core.handout.handout import Handout, handout
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.screen.interval_view import IntervalView, interval_view
from stretchcoach.core.session.cues import Coach, Cue
from stretchcoach.core.session.events import (
    EasierTaken,
    Halfway,
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.landing import (
    after_block,
    landing_before,
    landing_of,
    next_side_index,
)
from stretchcoach.core.session.session import SETTLE_MS
from stretchcoach.core.session.talk import COUNTDOWN_S, CUE_AT_MS
from stretchcoach.core.session.timeline import Interval, Timeline, expand

Turn = tuple[int, Side | None]  # the step and the side on which one eases off


@dataclass(frozen=True)
class TimedCue:
    """What is heard when so much of an interval is over; 0 is its start."""

    at_ms: int
    cue: Cue


@dataclass(frozen=True)
class Ways:
    """Where one lands from an interval: by Next, by Back, by Back at once after that, and by
    leaving the side. One past the last is the end."""

    next: int
    back: int
    before: int
    skip: int


@dataclass(frozen=True)
class PageInterval:
    """An interval with what is shown and heard in it."""

    view: IntervalView
    cues: tuple[TimedCue, ...]


@dataclass(frozen=True)
class Easier:
    """The easier version of what is done on one side of a step: which intervals are another thing
    with it, and what is said when it is taken."""

    exercise: Exercise
    changed: Mapping[int, PageInterval]
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class PhonePage:
    """The whole. `moments` are the cues of what happens between intervals, by their names."""

    routine: Routine
    affected: AffectedSide
    timeline: Timeline
    handout: Handout
    intervals: tuple[PageInterval, ...]
    ways: tuple[Ways, ...]
    easier: Mapping[Turn, Easier] = field(hash=False)
    moments: Mapping[str, tuple[Cue, ...]] = field(hash=False)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All that can be pictured, in the order of the routine, the easier ones last."""
        planned = [step.exercise for step in self.timeline.steps if step.exercise is not None]
        easier = [one.exercise for one in self.easier.values()]
        return tuple({one.id: one for one in reversed((*planned, *easier))}.values())[::-1]


def turn_of(timeline: Timeline, interval: Interval) -> Turn:
    """Where `interval` is eased off: on its side, or in the whole step where sides take turns."""
    alternate = timeline.step_of(interval).sides is Sides.ALTERNATE
    return interval.step_no, None if alternate else interval.side


def phone_page(routine: Routine, exercises: Exercises, profile: Profile) -> PhonePage:
    """The page of `routine` for a person. The routine must have no errors."""
    affected = routine.affected_of(profile.affected)
    timeline = expand(routine, exercises, profile)
    coach = Coach(timeline)
    everywhere = range(len(timeline.intervals))
    intervals = tuple(_page_interval(timeline, affected, coach, i) for i in everywhere)
    return PhonePage(
        routine=routine,
        affected=affected,
        timeline=timeline,
        handout=handout(routine, exercises, profile),
        intervals=intervals,
        ways=tuple(_ways(timeline, index) for index in everywhere),
        easier=dict(_all_easier(timeline, exercises, affected, intervals)),
        moments=_moments(coach),
    )


def _page_interval(
    timeline: Timeline, affected: AffectedSide, coach: Coach, index: int
) -> PageInterval:
    view = interval_view(timeline, affected, coach, index)
    return PageInterval(view, tuple(_cues(timeline, coach, index)))


def _cues(timeline: Timeline, coach: Coach, index: int) -> Iterator[TimedCue]:
    """All that is heard in the interval `index`, in the order of the events of a session."""
    interval = timeline.intervals[index]
    for cue in coach.cues(IntervalStarted(index, interval)):
        yield TimedCue(0, cue)
    total_ms = interval.duration_ms
    if total_ms is None:  # nothing is said of itself at one's own pace
        return
    for at_ms in sorted(_moments_within(total_ms)):
        left_ms = total_ms - at_ms
        if left_ms % SECOND_MS == 0:
            for cue in coach.cues(SecondPassed(index, at_ms, left_ms)):
                yield TimedCue(at_ms, cue)
        if interval.kind.is_work and at_ms == total_ms // 2:
            for cue in coach.cues(Halfway(index)):
                yield TimedCue(at_ms, cue)


def _moments_within(total_ms: int) -> set[int]:
    """When something may be said in an interval that is so long."""
    moments = {CUE_AT_MS, total_ms // 2, *(total_ms - n * SECOND_MS for n in COUNTDOWN_S)}
    return {at_ms for at_ms in moments if 0 < at_ms < total_ms}


def _ways(timeline: Timeline, index: int) -> Ways:
    return Ways(
        next=after_block(timeline, index),
        back=landing_of(timeline, index),
        before=landing_before(timeline, index),
        skip=next_side_index(timeline, index),
    )


def _all_easier(
    timeline: Timeline,
    exercises: Exercises,
    affected: AffectedSide,
    intervals: tuple[PageInterval, ...],
) -> Iterator[tuple[Turn, Easier]]:
    """The easier version for each side of each step, where there is one."""
    seen: set[Turn] = set()
    coach = Coach(timeline)
    for index, interval in enumerate(timeline.intervals):
        planned = timeline.exercise_of(interval)
        easier = exercises.get(planned.easier or "") if planned is not None else None
        turn = turn_of(timeline, interval)
        if easier is None or not interval.kind.is_work or turn in seen:
            continue
        seen.add(turn)
        eased = timeline.with_easier(easier, interval)
        cues = coach.cues(EasierTaken(index, eased))  # it speaks of that from here on
        changed = {
            i: there
            for i in _near(timeline, interval.step_no)
            if (there := _page_interval(eased, affected, coach, i)) != intervals[i]
        }
        yield turn, Easier(easier, changed, cues)


def _near(timeline: Timeline, step_no: int) -> list[int]:
    """The intervals of a step, and those of the step before it, which announces it."""
    numbers = (step_no - 1, step_no)
    return [i for i, there in enumerate(timeline.intervals) if there.step_no in numbers]


def _moments(coach: Coach) -> dict[str, tuple[Cue, ...]]:
    return {
        "paused": coach.cues(Paused(0, 0, PauseReason.ASKED)),
        "eased": coach.cues(Paused(0, 0, PauseReason.EASED_OFF)),
        "resumed": coach.cues(Resumed(0, 0)),
        "settling": coach.cues(Resumed(0, SETTLE_MS)),
        "settled": coach.cues(Settled(0)),
        "finished": coach.cues(SessionEnded(finished=True)),
        "stopped": coach.cues(SessionEnded(finished=False)),
    }
