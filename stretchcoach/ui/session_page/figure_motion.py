"""When the figure moves: into the hold at the end of get-ready, back after it, with each rep."""

from __future__ import annotations

from stretchcoach.core.session.events import Event, Halfway, IntervalStarted, SecondPassed
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.ui.widgets.figure.figure_view import FigureView

INTO_HOLD_AT_MS = 4000
INTO_HOLD_MS = 3000
QUICK_MS = 1200
OWN_PACE_HALF_MS = 2000


class FigureMotion:
    """Moves `figure` with the events of a session over `timeline`."""

    def __init__(self, figure: FigureView, timeline: Timeline) -> None:
        self._figure = figure
        self._timeline = timeline

    def on_event(self, event: Event) -> None:
        if isinstance(event, IntervalStarted):
            self._start(event.index, event.interval)
        elif isinstance(event, SecondPassed):
            self._second(self._timeline.intervals[event.index], event)
        elif isinstance(event, Halfway):
            interval = self._timeline.intervals[event.index]
            if interval.kind is IntervalKind.MOVE and interval.duration_ms:
                self._figure.play_to_start(interval.duration_ms // 2)

    def _start(self, index: int, interval: Interval) -> None:
        duration_ms = interval.duration_ms
        if interval.kind is IntervalKind.HOLD:
            self._figure.play_to_hold(min(QUICK_MS, (duration_ms or QUICK_MS) // 2))
        elif interval.kind is IntervalKind.MOVE:
            self._figure.play_to_hold((duration_ms or 2 * OWN_PACE_HALF_MS) // 2)
        elif interval.kind is IntervalKind.RELAX:
            self._figure.play_to_start(min(QUICK_MS, duration_ms or QUICK_MS))
        elif self._leads_into_hold(index) and (duration_ms or 0) <= INTO_HOLD_AT_MS:
            self._figure.play_to_hold(duration_ms or QUICK_MS)

    def _second(self, interval: Interval, event: SecondPassed) -> None:
        if self._leads_into_hold(event.index) and event.remaining_ms == INTO_HOLD_AT_MS:
            self._figure.play_to_hold(INTO_HOLD_MS)
        elif interval.kind is IntervalKind.MOVE and event.remaining_ms is None:
            half, rest = divmod(event.elapsed_ms, OWN_PACE_HALF_MS)
            if rest == 0 and half % 2 == 1:
                self._figure.play_to_start(OWN_PACE_HALF_MS)
            elif rest == 0:
                self._figure.play_to_hold(OWN_PACE_HALF_MS)

    def _leads_into_hold(self, index: int) -> bool:
        """Whether a hold follows: before a movement the figure waits at its start."""
        here, *following = self._timeline.intervals[index : index + 2]
        leads = here.kind in (IntervalKind.GET_READY, IntervalKind.SWITCH)
        return leads and any(after.kind is IntervalKind.HOLD for after in following)
