"""SessionRunner: the one place where time enters a session.

The timer only asks; the clock answers. After each event the timer is armed for the moment
at which the next one is due, and what has passed is always reckoned from the clock, so that
a late timer makes one event late and nothing else: no error adds up.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import Event, Events, PauseReason
from stretchcoach.core.session.session import Session
from stretchcoach.files.disk.clocks import Clock

SLEEP_GAP_MS = 2_000


class SessionRunner(QObject):
    """Lets time pass in `session` and tells everybody what happens.

    `happened` carries each `Event`, in order: a listener that gives a command while it
    hears of an event has its consequences told after that event and all before them, so
    that all listeners hear the same story.

    Time during which the computer slept, or the program stood still, for more than
    `SLEEP_GAP_MS` counts nothing: the session is paused where it was at the last event, and the
    reason says which. A shorter stall counts in full, for the person held on through it. The
    clock on the wall is not asked: it may be set at any time.
    """

    happened = Signal(object)

    def __init__(
        self,
        session: Session,
        clock: Clock,
        timer: QTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._clock = clock
        self._last_ms = clock.monotonic_ms()
        self._last_boot_ms = clock.boot_ms()
        self._untold: deque[Event] = deque()
        self._is_telling = False
        self._timer = timer or QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    # What is, at this very moment; for what moves smoothly on the screen.

    @property
    def is_running(self) -> bool:
        return self.session.state is State.RUNNING

    def remaining_ms_now(self) -> int | None:
        """What is left of the interval; None at one's own pace."""
        duration_ms = self.session.duration_ms
        return None if duration_ms is None else duration_ms - self.elapsed_ms_now()

    def elapsed_ms_now(self) -> int:
        """The time spent in the interval, settling left out."""
        settling = self.session.settle_ms > 0
        return self.session.elapsed_ms + (0 if settling else self._untold_ms())

    def settle_ms_now(self) -> int:
        """What is left of the time to get back into a hold after a pause; mostly 0."""
        settle_ms = self.session.settle_ms
        return settle_ms - self._untold_ms() if settle_ms else 0

    def _untold_ms(self) -> int:
        """The time since the last event; the screen never runs ahead of the next one."""
        if not self.is_running:
            return 0
        passed_ms = self._clock.monotonic_ms() - self._last_ms
        return min(max(passed_ms, 0), self.session.to_next_ms)

    # What a person does. A command that cannot be given now does nothing.

    @Slot()
    @Slot(int)
    def start(self, index: int = 0) -> None:
        """Begin, or begin again at interval `index` after a session that was cut off."""
        self._do(partial(self.session.start, index))

    @Slot()
    def pause(self) -> None:
        self._do(self.session.pause)

    def pause_for(self, reason: PauseReason) -> None:
        """Pause without being asked by the person."""
        self._do(partial(self.session.pause, reason))

    @Slot()
    def resume(self) -> None:
        self._do(self.session.resume)

    @Slot()
    def toggle(self) -> None:
        """Pause or go on, by what the person saw: a pause found on waking stays a pause."""
        self._do(self.session.pause if self.is_running else self.session.resume)

    @Slot()
    def next(self) -> None:
        self._do(self.session.next)

    @Slot()
    def next_exercise(self) -> None:
        self._do(self.session.next_exercise)

    @Slot()
    def previous(self) -> None:
        self._do(self.session.previous)

    @Slot()
    def previous_exercise(self) -> None:
        self._do(self.session.previous_exercise)

    @Slot()
    def done(self) -> None:
        self._do(self.session.done)

    @Slot()
    def ease_off(self) -> None:
        self._do(self.session.ease_off)

    @Slot()
    def skip_side(self) -> None:
        """Leave this side of this exercise, and go on with what follows."""
        self._do(self.session.skip_side)
        self._do(self.session.resume)

    def take_easier(self, easier: Exercise, *, everywhere: bool) -> None:
        """Do `easier` from here on: on this side of this step, or wherever the exercise comes."""
        self._do(partial(self.session.take_easier, easier, everywhere=everywhere))

    @Slot(int)
    def go_to(self, index: int) -> None:
        self._do(partial(self.session.go_to, index))

    @Slot(int)
    def add_time(self, added_ms: int) -> None:
        self._do(partial(self.session.add_time, added_ms))

    @Slot()
    def stop(self) -> None:
        self._do(self.session.stop)

    # How time enters.

    @Slot()
    def _on_timeout(self) -> None:
        self._do(tuple)

    def _do(self, command: Callable[[], Events]) -> None:
        """Let the time pass that has passed, then do `command`, then tell of both."""
        self._catch_up()
        self._untold.extend(command())
        self._arm()
        self._tell()

    def _catch_up(self) -> None:
        now_ms, boot_ms = self._clock.monotonic_ms(), self._clock.boot_ms()
        passed_ms, boot_passed_ms = now_ms - self._last_ms, boot_ms - self._last_boot_ms
        self._last_ms, self._last_boot_ms = now_ms, boot_ms
        if not self.is_running:
            return
        # Some systems stop the monotonic clock while they sleep, others let it run on.
        if boot_passed_ms - passed_ms > SLEEP_GAP_MS:
            self._untold.extend(self.session.pause(PauseReason.SLEPT))
        elif passed_ms - self.session.to_next_ms > SLEEP_GAP_MS:
            self._untold.extend(self.session.pause(PauseReason.STALLED))
        else:
            self._untold.extend(self.session.advance(passed_ms))

    def _arm(self) -> None:
        """Ask again when the next event is due, or not at all."""
        if not self.is_running:
            self._timer.stop()
            return
        due_ms = self._last_ms + self.session.to_next_ms
        self._timer.start(max(due_ms - self._clock.monotonic_ms(), 0))

    def _tell(self) -> None:
        if self._is_telling:
            return
        self._is_telling = True
        try:
            while self._untold:
                self.happened.emit(self._untold.popleft())
        finally:
            self._is_telling = False
