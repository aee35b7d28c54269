"""What holds for every session, whatever happens and in whatever order."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.events import (
    Event,
    Events,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    TimeAdded,
)
from stretchcoach.core.session.session import SETTLE_MS, Session
from stretchcoach.core.session.timeline import Timeline
from tests.core.strategies import timelines

Action = Callable[[Session], Events]

slices = st.lists(st.integers(0, 45_000), min_size=1, max_size=12)
commands: st.SearchStrategy[Action] = st.sampled_from(
    [
        Session.pause,
        Session.resume,
        Session.next,
        Session.next_exercise,
        Session.previous,
        Session.previous_exercise,
        Session.done,
        Session.ease_off,
        Session.skip_side,
        lambda session: session.add_time(10_000),
        lambda session: session.add_time(-10_000),
        lambda session: session.add_time(-1_700),
    ]
)
# Time that passes as one piece, as many, and a command after it.
stories = st.lists(st.tuples(slices, commands), min_size=1, max_size=6)


def end_state(session: Session) -> tuple[object, ...]:
    return (
        session.state,
        session.index,
        session.elapsed_ms,
        session.duration_ms,
        session.settle_ms,
        session.total_remaining_ms,
        session.is_eased,
    )


@given(timeline=timelines, story=stories)
@settings(max_examples=100)
def test_the_same_time_cut_differently_brings_the_same_events(
    timeline: Timeline, story: list[tuple[list[int], Action]]
) -> None:
    whole, cut = Session(timeline), Session(timeline)
    told_whole, told_cut = list(whole.start()), list(cut.start())
    for pieces_ms, command in story:
        told_whole += whole.advance(sum(pieces_ms))
        told_whole += command(whole)
        for piece_ms in pieces_ms:
            told_cut += cut.advance(piece_ms)
        told_cut += command(cut)
    assert told_cut == told_whole
    assert end_state(cut) == end_state(whole)


@given(timeline=timelines, step_ms=st.sampled_from([333, 999, 1_001, 7_777, 600_001]))
@settings(max_examples=25)
def test_a_session_left_alone_holds_each_interval_for_its_time(
    timeline: Timeline, step_ms: int
) -> None:
    session = Session(timeline)
    session.start()
    held: list[int | None] = []
    while session.state is not State.ENDED:
        if session.duration_ms is None:
            session.done()
            held.append(None)
        events = session.advance(step_ms)
        held += [event.held_ms for event in events if isinstance(event, IntervalEnded)]
    assert held == [interval.duration_ms for interval in timeline.intervals]


class AnySession(RuleBasedStateMachine):
    """All commands in any order, with time between them."""

    def __init__(self) -> None:
        super().__init__()
        self.passed_ms = 0
        self.settled_ms = 0
        self.held_ms = 0
        self.open_index: int | None = None
        self.paused = False
        self.ends: list[SessionEnded] = []

    @initialize(timeline=timelines)
    def begin(self, timeline: Timeline) -> None:
        self.session = Session(timeline)

    def hear(self, events: Events) -> None:
        for event in events:
            assert not self.ends, "something was told after the end"
            self.hear_one(event)

    def hear_one(self, event: Event) -> None:
        if isinstance(event, IntervalStarted):
            assert self.open_index is None
            assert event.interval is self.session.timeline.intervals[event.index]
            self.open_index = event.index
        elif isinstance(event, IntervalEnded):
            assert event.index == self.open_index
            assert (event.outcome is Outcome.SKIPPED) <= (event.held_ms == 0)
            self.held_ms += event.held_ms
            self.open_index = None
        elif isinstance(event, SessionEnded):
            assert self.open_index is None
            self.ends.append(event)
        else:
            assert event.index == self.open_index
            self.hear_within(event)

    def hear_within(self, event: Event) -> None:
        if isinstance(event, Paused):
            assert not self.paused or event.reason is PauseReason.EASED_OFF
            self.paused = True
        elif isinstance(event, Resumed):
            assert self.paused
            self.paused = False
        elif isinstance(event, TimeAdded):
            assert event.added_ms != 0
        elif isinstance(event, SecondPassed):
            shown_ms = event.elapsed_ms if event.remaining_ms is None else event.remaining_ms
            assert shown_ms % SECOND_MS == 0
            assert shown_ms > 0

    # Time.

    @rule(elapsed_ms=st.integers(0, 4_000) | st.integers(0, 60_000))
    def pass_time(self, elapsed_ms: int) -> None:
        before_ms = self.session.total_remaining_ms
        settle_ms = self.session.settle_ms
        was_running = self.session.state is State.RUNNING
        self.hear(self.session.advance(elapsed_ms))
        assert self.session.total_remaining_ms <= before_ms
        if was_running:
            self.settled_ms += min(settle_ms, elapsed_ms)
            # After the end there is nothing that time could pass in.
            over = self.session.state is State.ENDED
            self.passed_ms += before_ms + settle_ms if over else elapsed_ms
        else:
            assert self.session.total_remaining_ms == before_ms

    @precondition(lambda self: self.session.state is State.RUNNING)
    @rule()
    def pass_time_to_the_next_event(self) -> None:
        due_ms = self.session.to_next_ms
        assert due_ms > 0
        settling = self.session.settle_ms > 0
        assert self.session.advance(due_ms - 1) == ()
        events = self.session.advance(1)
        assert events
        self.passed_ms += due_ms
        self.settled_ms += due_ms if settling else 0
        self.hear(events)

    # Commands. Each does something exactly when it says that it can.

    def give(self, command: Command, action: Action) -> None:
        could = self.session.can(command)
        events = action(self.session)
        assert could or not events
        if command is not Command.ADD_TIME:
            assert bool(events) is could
        self.hear(events)

    @rule(share=st.floats(0, 1, exclude_max=True))
    def start(self, share: float) -> None:
        index = int(share * len(self.session.timeline.intervals))
        self.give(Command.START, lambda session: session.start(index))

    @rule(reason=st.sampled_from(PauseReason))
    def pause(self, reason: PauseReason) -> None:
        self.give(Command.PAUSE, lambda session: session.pause(reason))

    @rule()
    def resume(self) -> None:
        self.give(Command.RESUME, Session.resume)

    @rule()
    def next(self) -> None:
        self.give(Command.NEXT, Session.next)

    @rule()
    def previous(self) -> None:
        before = self.session.index
        self.give(Command.PREVIOUS, Session.previous)
        assert self.session.index <= before

    @rule()
    def next_exercise(self) -> None:
        before = self.session.interval
        self.give(Command.NEXT, Session.next_exercise)
        if self.open_index is not None and self.session.interval is not before:
            assert self.session.interval.step_no > before.step_no

    @rule()
    def previous_exercise(self) -> None:
        before = self.session.index
        self.give(Command.PREVIOUS, Session.previous_exercise)
        assert self.session.index <= before

    @rule()
    def done(self) -> None:
        self.give(Command.DONE, Session.done)

    @rule()
    def ease_off(self) -> None:
        self.give(Command.EASE_OFF, Session.ease_off)

    @rule()
    def skip_side(self) -> None:
        before = self.session.interval
        self.give(Command.SKIP_SIDE, Session.skip_side)
        if self.open_index is not None and self.session.interval is not before:
            here = self.session.interval
            assert (here.step_no, here.side) != (before.step_no, before.side)

    @rule(share=st.floats(0, 1, exclude_max=True))
    def go_to(self, share: float) -> None:
        index = int(share * len(self.session.timeline.intervals))
        self.give(Command.GO_TO, lambda session: session.go_to(index))

    @rule(added_ms=st.integers(-30_000, 30_000))
    def add_time(self, added_ms: int) -> None:
        self.give(Command.ADD_TIME, lambda session: session.add_time(added_ms))

    @precondition(lambda self: self.held_ms > 60_000)
    @rule()
    def stop(self) -> None:
        self.give(Command.STOP, Session.stop)

    # What is always so.

    @invariant()
    def the_cursor_is_inside(self) -> None:
        session = self.session
        assert 0 <= session.index < len(session.timeline.intervals)
        assert session.elapsed_ms >= 0
        if session.duration_ms is not None:
            assert session.elapsed_ms <= session.duration_ms
        assert 0 <= session.settle_ms <= SETTLE_MS
        assert session.total_remaining_ms >= 0
        assert 0.0 <= session.progress <= 1.0

    @invariant()
    def the_state_is_what_was_told(self) -> None:
        state = self.session.state
        assert len(self.ends) == (state is State.ENDED)
        if state in (State.RUNNING, State.PAUSED):
            assert self.open_index == self.session.index
            assert self.paused is (state is State.PAUSED)

    @invariant()
    def the_held_times_add_up(self) -> None:
        begun = self.open_index is not None
        held_ms = self.held_ms + (self.session.elapsed_ms if begun else 0)
        assert held_ms == self.passed_ms - self.settled_ms


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(max_examples=80, stateful_step_count=40)
