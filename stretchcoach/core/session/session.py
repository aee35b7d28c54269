"""Session: one performance of a routine, as a cursor over its timeline.

Commands and the passing of time go in, events come out, in order. The session has no clock:
time passes only in `advance`, and what is left over at the end of an interval runs on into
the next one. However the same time is cut into calls of `advance`, the same events come out.

    READY --start--> RUNNING --pause, ease_off--> PAUSED --resume--> RUNNING
    RUNNING --advance over the last interval, next--> ENDED;  any --stop--> ENDED
"""

from __future__ import annotations

from collections.abc import Callable

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.events import (
    EasierTaken,
    Event,
    Events,
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
    TimeAdded,
)
from stretchcoach.core.session.landing import (
    after_block,
    exercise_before,
    exercise_start,
    landing_before,
    landing_of,
    next_exercise_index,
    next_side_index,
)
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline

SETTLE_MS = 3 * SECOND_MS
RESTART_MS = 2 * SECOND_MS
MORE_TIME_MS = 10 * SECOND_MS  # by one press of a button or key
Place = Callable[[Timeline, int], int]  # from an interval to another

_BEGUN = frozenset({State.RUNNING, State.PAUSED})
_GIVEN_IN = {
    Command.START: frozenset({State.READY}),
    Command.PAUSE: frozenset({State.RUNNING}),
    Command.RESUME: frozenset({State.PAUSED}),
    Command.STOP: frozenset({State.READY, State.RUNNING, State.PAUSED}),
}


class Session:
    """A cursor over `timeline`. A command that cannot be given now does nothing."""

    def __init__(self, timeline: Timeline) -> None:
        if not timeline.intervals:
            raise ValueError("a session needs at least one interval")
        self.timeline = timeline
        self._state = State.READY
        self._index = 0
        self._duration_ms = timeline.intervals[0].duration_ms
        self._elapsed_ms = 0
        self._settle_ms = 0
        self._halfway_passed = False
        self._eased: set[tuple[int, Side | None]] = set()

    # What is.

    @property
    def state(self) -> State:
        return self._state

    @property
    def index(self) -> int:
        return self._index

    @property
    def interval(self) -> Interval:
        """The interval one is in; after the end, the last one that was."""
        return self.timeline.intervals[self._index]

    @property
    def next_interval(self) -> Interval | None:
        following = self._index + 1
        intervals = self.timeline.intervals
        return intervals[following] if following < len(intervals) else None

    @property
    def duration_ms(self) -> int | None:
        """How long the interval lasts with what was added; None at one's own pace."""
        return self._duration_ms

    @property
    def elapsed_ms(self) -> int:
        return self._elapsed_ms

    @property
    def remaining_ms(self) -> int | None:
        return None if self._duration_ms is None else self._duration_ms - self._elapsed_ms

    @property
    def settle_ms(self) -> int:
        """What is left of the time to get back into a hold after a pause."""
        return self._settle_ms

    @property
    def to_next_ms(self) -> int:
        """How much time must pass until something happens of itself."""
        return self._settle_ms or self._to_boundary_ms()

    @property
    def total_remaining_ms(self) -> int:
        """The time to the end; intervals at one's own pace count nothing."""
        if self._state is State.ENDED:
            return 0
        following = self.timeline.intervals[self._index + 1 :]
        return (self.remaining_ms or 0) + sum(i.duration_ms or 0 for i in following)

    @property
    def progress(self) -> float:
        """From 0 at the start to 1 when the session has ended."""
        total_ms = self.timeline.total_ms
        if self._state is State.ENDED:
            return 1.0
        return 1 - min(self.total_remaining_ms, total_ms) / total_ms if total_ms else 0.0

    @property
    def is_eased(self) -> bool:
        """Whether the person has eased off on this side of this step."""
        return (self.interval.step_no, self.interval.side) in self._eased

    def can(self, command: Command) -> bool:
        """Whether `command` would do something now."""
        if self._state not in _GIVEN_IN.get(command, _BEGUN):
            return False
        if command is Command.DONE:
            return self._duration_ms is None
        if command is Command.ADD_TIME:
            return self._duration_ms is not None
        return command is not Command.EASE_OFF or self.interval.kind.is_work

    # What is done.

    def start(self, index: int = 0) -> Events:
        """Begin, or begin again at interval `index` after a session that was cut off.

        IndexError where there is no such interval.
        """
        self._check(index)
        if not self.can(Command.START):
            return ()
        self._state = State.RUNNING
        return (self._enter(index),)

    def pause(self, reason: PauseReason = PauseReason.ASKED) -> Events:
        return self._stop_clock(reason) if self.can(Command.PAUSE) else ()

    def resume(self) -> Events:
        """Run on; a hold that had begun gets time to settle first."""
        if not self.can(Command.RESUME):
            return ()
        self._state = State.RUNNING
        in_hold = self.interval.kind is IntervalKind.HOLD and self._elapsed_ms > 0
        self._settle_ms = SETTLE_MS if in_hold else 0
        return (Resumed(self._index, self._settle_ms),)

    def next(self) -> Events:
        """Leave the set or the pause that one is in for what comes after it."""
        return self._forth_to(after_block)

    def next_exercise(self) -> Events:
        """Leave the exercise for the one after it."""
        return self._forth_to(next_exercise_index)

    def previous(self) -> Events:
        """Back to the lead-in of the set one is in; from there, to that of the one before."""
        return self._back_to(landing_of, landing_before)

    def previous_exercise(self) -> Events:
        """Back to where the exercise begins; from there, to where the one before does."""
        return self._back_to(exercise_start, exercise_before)

    def _forth_to(self, place: Place) -> Events:
        if not self.can(Command.NEXT):
            return ()
        return self._leave_for(place(self.timeline, self._index))

    def _back_to(self, start_of: Place, start_before: Place) -> Events:
        if not self.can(Command.PREVIOUS):
            return ()
        start = start_of(self.timeline, self._index)
        if start == self._index and self._elapsed_ms < RESTART_MS:
            start = start_before(self.timeline, self._index)
        return self._leave_for(start)

    def go_to(self, index: int) -> Events:
        """Land on the lead-in of interval `index`; IndexError where there is none."""
        self._check(index)
        if not self.can(Command.GO_TO):
            return ()
        return self._leave_for(landing_of(self.timeline, index))

    def done(self) -> Events:
        """The person says that a movement at one's own pace is done."""
        if not self.can(Command.DONE):
            return ()
        return self._leave_for(self._index + 1, Outcome.DONE)

    def ease_off(self) -> Events:
        """Stop the clock in the middle of the work and remember that it was too much."""
        if not self.can(Command.EASE_OFF):
            return ()
        self._eased.add((self.interval.step_no, self.interval.side))
        return self._stop_clock(PauseReason.EASED_OFF)

    def take_easier(self, easier: Exercise, *, everywhere: bool = False) -> Events:
        """Do `easier` in the place of the exercise one is in, or of all of the same."""
        if self._state not in _BEGUN or self.interval.exercise is None:
            return ()
        self.timeline = self.timeline.with_easier(easier, self.interval, everywhere=everywhere)
        return (EasierTaken(self._index, self.timeline),)

    def skip_side(self) -> Events:
        """Leave this side of this exercise altogether."""
        return self._forth_to(next_side_index)

    def add_time(self, added_ms: int) -> Events:
        """Make the interval longer, or shorter by a negative time, but a second remains."""
        if not self.can(Command.ADD_TIME) or self._duration_ms is None:
            return ()
        shortest_ms = min(self._duration_ms, self._elapsed_ms + SECOND_MS)
        duration_ms = max(self._duration_ms + added_ms, shortest_ms)
        added_ms = duration_ms - self._duration_ms
        self._duration_ms = duration_ms
        if self._elapsed_ms >= self._halfway_ms():
            self._halfway_passed = True  # said now, it would be late
        return (TimeAdded(self._index, added_ms),) if added_ms else ()

    def stop(self) -> Events:
        """End before the end."""
        if not self.can(Command.STOP):
            return ()
        begun = self._state is not State.READY
        self._state = State.ENDED
        ended: Events = (self._ended(self._early_outcome()),) if begun else ()
        return (*ended, SessionEnded(finished=False))

    def advance(self, elapsed_ms: int) -> Events:
        """Let `elapsed_ms` pass; while not running, no time passes."""
        events: list[Event] = []
        while elapsed_ms > 0 and self._state is State.RUNNING:
            if self._settle_ms > 0:
                used_ms = min(self._settle_ms, elapsed_ms)
                self._settle_ms -= used_ms
                if self._settle_ms == 0:
                    events.append(Settled(self._index))
            else:
                used_ms = min(self._to_boundary_ms(), elapsed_ms)
                self._elapsed_ms += used_ms
                events.extend(self._boundary_events())
            elapsed_ms -= used_ms
        return tuple(events)

    def _stop_clock(self, reason: PauseReason) -> Events:
        self._state = State.PAUSED
        self._settle_ms = 0
        return (Paused(self._index, self._elapsed_ms, reason),)

    # How time passes within an interval.

    def _to_boundary_ms(self) -> int:
        """The time to the next moment at which something happens."""
        remaining_ms = self.remaining_ms
        if remaining_ms is None:
            return SECOND_MS - self._elapsed_ms % SECOND_MS
        to_second_ms = remaining_ms % SECOND_MS or SECOND_MS
        if self._halfway_passed:
            return to_second_ms
        return min(to_second_ms, self._halfway_ms() - self._elapsed_ms)

    def _halfway_ms(self) -> int:
        return (self._duration_ms or 0) // 2

    def _boundary_events(self) -> Events:
        """What happens at this very moment, which may be nothing."""
        remaining_ms = self.remaining_ms
        if remaining_ms == 0:
            return self._leave_for(self._index + 1, Outcome.DONE)
        events: list[Event] = []
        whole = self._elapsed_ms if remaining_ms is None else remaining_ms
        if whole % SECOND_MS == 0:
            events.append(SecondPassed(self._index, self._elapsed_ms, remaining_ms))
        if not self._halfway_passed and self._elapsed_ms >= self._halfway_ms():
            self._halfway_passed = True
            events.append(Halfway(self._index))
        return tuple(events)

    # How one gets from interval to interval.

    def _check(self, index: int) -> None:
        if not 0 <= index < len(self.timeline.intervals):
            raise IndexError(index)

    def _leave_for(self, index: int, outcome: Outcome | None = None) -> Events:
        ended = self._ended(outcome or self._early_outcome())
        if index >= len(self.timeline.intervals):
            self._state = State.ENDED
            return (ended, SessionEnded(finished=True))
        return (ended, self._enter(index))

    def _enter(self, index: int) -> IntervalStarted:
        interval = self.timeline.intervals[index]
        self._index = index
        self._duration_ms = interval.duration_ms
        self._elapsed_ms = 0
        self._settle_ms = 0
        self._halfway_passed = not (interval.kind.is_work and interval.duration_ms)
        return IntervalStarted(index, interval)

    def _ended(self, outcome: Outcome) -> IntervalEnded:
        if self.is_eased and self.interval.kind.is_work:
            outcome = Outcome.EASED_OFF
        return IntervalEnded(self._index, self._elapsed_ms, outcome)

    def _early_outcome(self) -> Outcome:
        return Outcome.SHORTENED if self._elapsed_ms > 0 else Outcome.SKIPPED
