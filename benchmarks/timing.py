"""How late the cues of a session come, and whether its clock drifts.

    python -m benchmarks.timing [--seconds 120] [--busy 2] [--seed 1]

First a simulated hour: the real SessionRunner on a clock and a timer that are driven by hand.
Every callback comes 0 to 15 ms late, one in fifty 100 to 1900 ms late. Beside it, in the same
run and with the same lateness, stands what is usually done: a timer that takes one second off
the countdown each time it goes off.

Then real time: the real SessionRunner with its real timer and clock, while `--busy` processes
keep the processors busy. Beside it, in the same loop, a bare precise QTimer of one second.

Lateness is told minus due, where due comes from the timeline alone. Drift is what is left of
the lateness at the end when the lateness of the last callback is taken away.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from stretchcoach.core.content.routine import RepeatStep
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.events import Event
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.running.runner import SessionRunner

ROUTINE = "deep-hip-rotators-15"
HOUR_MS = 3_600_000
AIM_P99_MS = 50


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--busy", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    _app = QCoreApplication([])
    timeline = an_hour()
    print(f"{'':<38}{'count':>6}{'p50 ms':>9}{'p99 ms':>9}{'max ms':>9}{'drift ms':>10}")
    simulated_hour(timeline, options.seed)
    real_time(timeline, options.seconds * 1000, options.busy)


def an_hour() -> Timeline:
    """A bundled routine, over and over until it lasts more than an hour."""
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    [routine] = [e.routine for e in library.routines if e.routine and e.routine.id == ROUTINE]
    once_ms = expand(routine, library.exercises).total_ms
    block = RepeatStep(repeat=HOUR_MS // once_ms + 1, steps=routine.steps)
    return expand(replace(routine, steps=(block,)), library.exercises)


def due_ms(timeline: Timeline, until_ms: int) -> list[int]:
    """When each event is due, counted from the start."""
    session = Session(timeline)
    due = [0 for _ in session.start()]
    now_ms = 0
    while now_ms < until_ms and session.state is not State.ENDED:
        step_ms = session.to_next_ms
        now_ms += step_ms
        due += [now_ms for _ in session.advance(step_ms)]
    return due


@dataclass
class Stopwatch:
    """Hears events and remembers how late those came that have something to say."""

    coach: Coach
    due: Iterator[int]
    now_ms: float = 0.0
    late_ms: list[float] = field(default_factory=list)
    cues_late_ms: list[float] = field(default_factory=list)

    def hear(self, event: Event) -> None:
        cues = self.coach.cues(event)
        self.late_ms.append(self.now_ms - next(self.due))
        if cues:
            self.cues_late_ms.append(self.late_ms[-1])


def report(name: str, late_ms: list[float], drift_ms: float) -> float:
    """Print one line; the 99th percentile of the lateness."""
    p50, p99 = statistics.median(late_ms), percentile(late_ms, 0.99)
    print(f"{name:<38}{len(late_ms):>6}{p50:>9.2f}{p99:>9.2f}{max(late_ms):>9.2f}{drift_ms:>10.2f}")
    return p99


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


# A simulated hour.


class DrivenClock:
    def __init__(self) -> None:
        self.now_ms = 0

    def monotonic_ms(self) -> int:
        return self.now_ms

    def boot_ms(self) -> int:
        return self.now_ms


class DrivenTimer(QTimer):
    """Remembers for when it was armed; who drives it makes it go off."""

    due_in_ms = 0

    def start(self, *args: object) -> None:
        self.due_in_ms = int(str(args[0]))

    def stop(self) -> None:
        self.due_in_ms = 0


def lateness(seed: int) -> Iterator[int]:
    """How late each callback comes, in milliseconds."""
    dice = random.Random(seed)
    while True:
        stalled = dice.random() < 0.02
        yield dice.randint(100, 1900) if stalled else dice.randint(0, 15)


def simulated_hour(timeline: Timeline, seed: int) -> None:
    clock, timer = DrivenClock(), DrivenTimer()
    runner = SessionRunner(Session(timeline), clock, timer)
    watch = Stopwatch(Coach(timeline), iter(due_ms(timeline, HOUR_MS + 10_000)))
    runner.happened.connect(watch.hear)
    runner.start()
    late, timer_late_ms = lateness(seed), []
    while clock.now_ms < HOUR_MS:
        timer_late_ms.append(float(next(late)))
        clock.now_ms += timer.due_in_ms + int(timer_late_ms[-1])
        watch.now_ms = clock.now_ms
        timer.timeout.emit()
    told_ms = timeline.total_ms - runner.session.total_remaining_ms
    report("simulated hour: cues", watch.cues_late_ms, clock.now_ms - told_ms)
    report("  all events", watch.late_ms, clock.now_ms - told_ms)
    report("  the callbacks themselves", timer_late_ms, timer_late_ms[-1])
    ticks_ms = one_second_ticks(seed)
    report("  counting one-second ticks", ticks_ms, ticks_ms[-1])


def one_second_ticks(seed: int) -> list[float]:
    """How late each second of the hour is told when ticks are counted."""
    late = lateness(seed)
    now_ms, found = 0, []
    for second in range(1, HOUR_MS // 1000 + 1):
        now_ms += 1000 + next(late)
        found.append(float(now_ms - second * 1000))
    return found


# Real time under load.


def keep_busy() -> None:
    while True:
        sum(range(10_000))


@contextmanager
def busy_processors(count: int) -> Iterator[None]:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=keep_busy, daemon=True) for _ in range(count)]
    for process in processes:
        process.start()
    time.sleep(1.0)  # until all of them are really busy
    try:
        yield
    finally:
        for process in processes:
            process.terminate()
            process.join()


class LiveWatch(Stopwatch):
    """A stopwatch on the real clock."""

    start_ns = 0

    def hear(self, event: Event) -> None:
        self.now_ms = (time.monotonic_ns() - self.start_ns) / 1e6
        super().hear(event)


class BareTimer:
    """A precise QTimer of one second that only looks at the clock."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._start_ns = 0

    def start(self) -> None:
        self._start_ns = time.monotonic_ns()
        self._timer.start(1000)

    def _on_timeout(self) -> None:
        passed_ms = (time.monotonic_ns() - self._start_ns) / 1e6
        self.late_ms.append(passed_ms - 1000 * (len(self.late_ms) + 1))


def real_time(timeline: Timeline, real_ms: int, busy: int) -> None:
    runner = SessionRunner(Session(timeline), SystemClock())
    watch = LiveWatch(Coach(timeline), iter(due_ms(timeline, real_ms + 10_000)))
    runner.happened.connect(watch.hear)
    bare = BareTimer()
    end = QTimer()
    end.setSingleShot(True)
    end.timeout.connect(QCoreApplication.quit)
    with busy_processors(busy):
        watch.start_ns = time.monotonic_ns()
        bare.start()
        runner.start()
        end.start(real_ms)
        QCoreApplication.exec()
        since_last_ms = runner.elapsed_ms_now() - runner.session.elapsed_ms
        passed_ms = (time.monotonic_ns() - watch.start_ns) / 1e6
    told_ms = timeline.total_ms - runner.session.total_remaining_ms + since_last_ms
    name = f"{real_ms // 1000} real s, {busy} busy processes: cues"
    cue_p99 = report(name, watch.cues_late_ms, passed_ms - told_ms)
    report("  all events", watch.late_ms, passed_ms - told_ms)
    bare_p99 = report("  bare precise QTimer", bare.late_ms, bare.late_ms[-1])
    print(f"cues at p99: {cue_p99:.2f} ms (aim <= {AIM_P99_MS}), {cue_p99 - bare_p99:+.2f} ms and "
          f"{cue_p99 / max(bare_p99, 0.01):.2f}x of the bare timer")  # fmt: skip


if __name__ == "__main__":
    main()
