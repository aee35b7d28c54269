"""Runs a session in the terminal: prints what the coach says and shows, reads keys."""

from __future__ import annotations

from collections.abc import Callable

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words, time_words
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.dose_words import load_words, step_title
from stretchcoach.core.session.events import (
    Event,
    Events,
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
)
from stretchcoach.core.session.phase_words import next_words, pause_words, phase_word
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.terminal.keys import Keys

EXIT_FINISHED = 0
EXIT_STOPPED = 130
TICK_S = 0.1
STOOD_STILL_MS = 2 * SECOND_MS
OWN_PACE_MS = 5 * SECOND_MS


class TerminalCoach:
    """One session from its first second to its last.

    `write` prints text without ending the line, `clock` measures; `live` redraws
    the countdown in place and waits for a key, which only a real terminal can do; without
    it a movement at one's own pace takes OWN_PACE_MS a rep. `ring` sounds the bell.
    `start_index` is the interval to begin with after a session that was cut off.
    """

    def __init__(
        self,
        timeline: Timeline,
        keys: Keys,
        write: Callable[[str], None],
        clock: Clock,
        *,
        speed: float = 1.0,
        live: bool = False,
        ring: bool = False,
        listener: Callable[[Event], None] | None = None,
        start_index: int = 0,
    ) -> None:
        self._timeline = timeline
        self._session = Session(timeline)
        self._coach = Coach(timeline)
        self._keys = keys
        self._write = write
        self._clock = clock
        self._speed = speed
        self._live = live
        self._ring = ring
        self._listener = listener
        self._start_index = start_index
        self._on_live_line = False
        self._finished = False

    def run(self) -> int:
        """Walk the whole session; the exit code tells whether it was finished."""
        try:
            with self._keys:
                self._tell(self._session.start(self._start_index))
                self._loop()
        except KeyboardInterrupt:
            self._tell(self._session.stop())
        if self._on_live_line:
            self._write("\n")
        return EXIT_FINISHED if self._finished else EXIT_STOPPED

    def _loop(self) -> None:
        before_ms, before_boot_ms = self._clock.monotonic_ms(), self._clock.boot_ms()
        owed_ms = 0.0
        while self._session.state is not State.ENDED:
            key = self._keys.wait(TICK_S / max(1.0, self._speed))
            now_ms, boot_ms = self._clock.monotonic_ms(), self._clock.boot_ms()
            passed_ms, boot_passed_ms = now_ms - before_ms, boot_ms - before_boot_ms
            before_ms, before_boot_ms = now_ms, boot_ms
            if self._live:
                self._pause_after(passed_ms, boot_passed_ms)
            owed_ms += passed_ms * self._speed
            whole_ms = int(owed_ms)
            owed_ms -= whole_ms
            self._tell(self._session.advance(whole_ms))
            self._tell(self._press(key))
            if not self._live and self._own_pace_is_over():
                self._tell(self._session.done())

    def _pause_after(self, passed_ms: int, boot_passed_ms: int) -> None:
        """Pause where nobody was led: some systems leave sleep out of the first clock."""
        if boot_passed_ms - passed_ms > STOOD_STILL_MS:
            self._tell(self._session.pause(PauseReason.SLEPT))
        elif passed_ms > STOOD_STILL_MS:
            self._tell(self._session.pause(PauseReason.STALLED))

    def _own_pace_is_over(self) -> bool:
        interval = self._session.interval
        if interval.duration_ms is not None:
            return False
        reps = self._timeline.step_of(interval).dose(interval.side).reps or 1
        return self._session.elapsed_ms >= reps * OWN_PACE_MS

    def _press(self, key: str) -> Events:
        session = self._session
        if key in ("p", " "):
            return session.resume() if session.state is State.PAUSED else session.pause()
        if key in ("n", "\x1b[C"):
            return session.next() if session.duration_ms is not None else session.done()
        if key in ("b", "\x1b[D"):
            return session.previous()
        if key in ("d", "\n", "\r"):
            return session.done()
        return session.stop() if key == "q" else ()

    # What is printed.

    def _tell(self, events: Events) -> None:
        for event in events:
            if self._listener is not None:
                self._listener(event)
            self._show(event)
            self._say(event)
            if isinstance(event, SessionEnded):
                self._finished = event.finished

    def _say(self, event: Event) -> None:
        for cue in self._coach.cues(event):
            if cue.text:
                self._line(f"    “{cue.text}”")
            if cue.chime is not None and self._ring:
                self._write("\a")

    def _show(self, event: Event) -> None:
        if isinstance(event, IntervalStarted):
            self._line(self._heading(event.index, event.interval))
            if event.interval.duration_ms is None and self._live:
                self._line("  " + tr("Press d when you are done."))
        elif isinstance(event, SecondPassed) and self._live:
            self._countdown(event)
        elif isinstance(event, Paused):
            if reason := pause_words(event.reason):
                self._line("  " + reason)
            self._line("  " + tr("Paused. p goes on, n is next, b is back, q stops."))
        elif isinstance(event, Resumed) and event.settle_ms:
            self._line(
                "  " + tr("The clock runs on in {seconds} s.", seconds=event.settle_ms // 1000)
            )

    def _heading(self, index: int, interval: Interval) -> str:
        planned = self._timeline.step_of(interval)
        parts = [step_title(planned)] if planned.exercise else []
        if interval.side is not None:
            parts.append(side_title(interval.side))
        phase = interval.label or phase_word(interval.kind)
        if interval.duration_ms is not None:
            phase = f"{phase} {short_time_words(interval.duration_ms)}"
        parts.append(phase + self._count_words(interval))
        if interval.kind is IntervalKind.GET_READY:
            parts += load_words(planned)
        coming = next_words(self._timeline, index)
        if coming:
            parts.append(tr("next: {what}", what=coming))
        step = f"[{interval.step_no}/{len(self._timeline.steps)}]"
        return f"{step} " + " - ".join(parts)

    def _count_words(self, interval: Interval) -> str:
        """Which set and rep this is, where there are several."""
        if interval.set_no is None:
            return ""
        dose = self._timeline.step_of(interval).dose(interval.side)
        counts = []
        if (dose.sets or 1) > 1:
            counts.append(tr("set {n} of {total}", n=interval.set_no, total=dose.sets))
        if interval.rep_no is not None and (dose.reps or 1) > 1:
            counts.append(tr("rep {n} of {total}", n=interval.rep_no, total=dose.reps))
        return f" ({', '.join(counts)})" if counts else ""

    def _countdown(self, event: SecondPassed) -> None:
        shown_ms = event.elapsed_ms if event.remaining_ms is None else event.remaining_ms
        left = time_words(self._session.total_remaining_ms)
        text = f"  {shown_ms // SECOND_MS:>4}   " + tr("{time} left", time=left)
        self._write(f"\r\x1b[2K{text}")
        self._on_live_line = True

    def _line(self, text: str) -> None:
        if self._on_live_line:
            self._write("\r\x1b[2K")
            self._on_live_line = False
        self._write(text + "\n")
