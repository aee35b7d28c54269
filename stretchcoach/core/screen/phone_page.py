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
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.interval_view import IntervalView, interval_view
from stretchcoach.core.session.cues import Coach, Cue, counted
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
from stretchcoach.core.work.watch import Watch, part_of, unwatched, watched

PLAIN = 0.3  # the share of the work that the intervals without what is easier are, about
Turn = tuple[int, Side | None]  # the step and the side on which one eases off


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
    """An interval with what is shown in it, and what is heard: at its start, when CUE_AT_MS of it
    are over, and at its half. Its last seconds are counted where it lasts `counted_from_ms`, which
    it may do only with time that is added."""

    view: IntervalView
    at_start: tuple[Cue, ...]
    later: tuple[Cue, ...]
    halfway: tuple[Cue, ...]
    counted_from_ms: int | None


@dataclass(frozen=True)
class Easier:
    """The easier version of what is done on one side of a step: which intervals are another thing
    with it, and what is said when it is taken."""

    exercise: Exercise
    changed: Mapping[int, PageInterval]
    cues: tuple[Cue, ...]


@dataclass(frozen=True)
class PhonePage:
    """The whole. `moments` are the cues of what happens between intervals, by their names, and of
    the seconds that are counted, by their numbers. No `breath` is no breathing guide."""

    routine: Routine
    affected: AffectedSide
    timeline: Timeline
    handout: Handout
    intervals: tuple[PageInterval, ...]
    ways: tuple[Ways, ...]
    easier: Mapping[Turn, Easier] = field(hash=False)
    moments: Mapping[str, tuple[Cue, ...]] = field(hash=False)
    breath: Breath | None = None

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


def phone_page(
    routine: Routine,
    exercises: Exercises,
    profile: Profile,
    breath: Breath | None = None,
    watch: Watch = unwatched,
) -> PhonePage:
    """The page of `routine` for a person. The routine must have no errors.

    `watch` hears of it now and then.
    """
    affected = routine.affected_of(profile.affected)
    timeline = expand(routine, exercises, profile)
    coach = Coach(timeline)
    everywhere = range(len(timeline.intervals))
    intervals = tuple(
        _page_interval(timeline, affected, coach, i)
        for i in watched(everywhere, part_of(watch, 0.0, PLAIN))
    )
    rest = part_of(watch, PLAIN, 1.0)
    easier = _all_easier(timeline, exercises, affected, intervals, rest)
    return PhonePage(
        routine=routine,
        affected=affected,
        timeline=timeline,
        handout=handout(routine, exercises, profile),
        intervals=intervals,
        ways=tuple(_ways(timeline, index) for index in everywhere),
        easier=dict(easier),
        moments=_moments(coach),
        breath=breath,
    )


def _page_interval(
    timeline: Timeline, affected: AffectedSide, coach: Coach, index: int
) -> PageInterval:
    view = interval_view(timeline, affected, coach, index)
    interval = timeline.intervals[index]
    at_start = coach.cues(IntervalStarted(index, interval))
    total_ms = interval.duration_ms
    if total_ms is None:  # nothing is said of itself at one's own pace
        return PageInterval(view, at_start, (), (), None)
    is_work = interval.kind.is_work
    return PageInterval(
        view,
        at_start,
        later=_later(coach, index, total_ms) if is_work else (),
        halfway=coach.cues(Halfway(index)) if is_work else (),
        counted_from_ms=coach.counted_from_ms(index),
    )


def _later(coach: Coach, index: int, total_ms: int) -> tuple[Cue, ...]:
    """What is said when CUE_AT_MS of the work `index` are over, where a second ends then."""
    left_ms = total_ms - CUE_AT_MS
    if left_ms <= 0 or left_ms % SECOND_MS:
        return ()
    return coach.cues(SecondPassed(index, CUE_AT_MS, left_ms))


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
    watch: Watch,
) -> Iterator[tuple[Turn, Easier]]:
    """The easier version for each side of each step, where there is one."""
    seen: set[Turn] = set()
    coach = Coach(timeline)
    for index in watched(range(len(timeline.intervals)), watch):
        interval = timeline.intervals[index]
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
        **{str(n): (counted(n),) for n in COUNTDOWN_S},
    }
