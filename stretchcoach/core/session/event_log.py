"""What the events of a running session make of its record in the diary."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.events import (
    Event,
    IntervalEnded,
    IntervalStarted,
    Paused,
    PauseReason,
    SecondPassed,
    SessionEnded,
)
from stretchcoach.core.session.record import (
    Feeling,
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
)

SAVE_EVERY_MS = 5 * SECOND_MS


class SessionLog:
    """Keeps `record` as the events tell; `changed` names the intervals not yet written.

    `has_said` is on while what the person said is not yet written.
    """

    def __init__(self, record: SessionRecord) -> None:
        self.record = record
        self.changed: set[int] = set(range(len(record.intervals)))
        self.has_said = False
        self._here = record.at_index

    def hear(self, event: Event) -> bool:
        """Keep what `event` means; whether there is something to write now."""
        if isinstance(event, IntervalStarted):
            self._here = event.index
            is_new = self.record.ended is None
            return self.keep_place(event.index, 0) or is_new
        if isinstance(event, SecondPassed):
            return self._second(event)
        if isinstance(event, Paused):
            return self._pause(event)
        if isinstance(event, IntervalEnded):
            self._end_interval(event)
            return True
        if isinstance(event, SessionEnded):
            self._end(event)
            return True
        return False

    def keep_place(self, index: int, elapsed_ms: int) -> bool:
        """Remember where one is, to resume there; whether that is another place."""
        before = (self.record.at_index, self.record.at_elapsed_ms)
        self.record = replace(self.record, at_index=index, at_elapsed_ms=elapsed_ms)
        return before != (index, elapsed_ms)

    def note_time(self, now: Moment) -> None:
        """The session was alive at `now`."""
        self.record = replace(self.record, ended=now)

    def feel_before(self, feeling: Feeling) -> None:
        self.record = replace(self.record, before=feeling)
        self.has_said = True

    def feel_after(self, feeling: Feeling, note: str) -> None:
        self.record = replace(self.record, after=feeling, note=note)
        self.has_said = True

    def _second(self, event: SecondPassed) -> bool:
        """Often enough that the next second would not be later than SAVE_EVERY_MS."""
        same = event.index == self.record.at_index
        kept_ms = self.record.at_elapsed_ms if same else 0
        if event.elapsed_ms - kept_ms <= SAVE_EVERY_MS - SECOND_MS:
            return False
        return self.keep_place(event.index, event.elapsed_ms)

    def _pause(self, event: Paused) -> bool:
        moved = self.keep_place(event.index, event.elapsed_ms)
        if event.reason is not PauseReason.EASED_OFF:
            return moved
        here = self.record.intervals[event.index]
        self._change(replace(here, eased_at_ms=event.elapsed_ms))
        return True

    def _end_interval(self, event: IntervalEnded) -> None:
        here = self.record.intervals[event.index]
        self._change(here.done_again(event.held_ms, event.outcome))
        self.keep_place(event.index + 1, 0)

    def _end(self, event: SessionEnded) -> None:
        state = SessionState.FINISHED if event.finished else SessionState.STOPPED
        self.record = replace(self.record, state=state)
        if not event.finished:
            self.keep_place(self._here, 0)

    def _change(self, changed: IntervalRecord) -> None:
        self.record = self.record.with_interval(changed)
        self.changed.add(changed.index)
