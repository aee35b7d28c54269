"""What a running session costs: processor, memory, and memory after eight hours.

    python -m benchmarks.session_cpu [--seconds 60] [--hours 8]

Each program runs in a process of its own: a bare window whose label changes once a second, a
session in a long hold (the figure stands still, voice off), and a session of slow movements
(the figure moves all the time). Processor time is that of the process over the seconds, in
per cent of one core; memory is what is resident, for the bare window with multimedia and
speech loaded. The soak lets simulated hours run through the real page as fast as it can.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bare_window import resident_mb, watch
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ROUTINE_FORMAT, ExerciseStep, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.clocks import Clock, SystemClock
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.theme.theme import Theme

AIM_STILL, AIM_MOVING, AIM_MEMORY, AIM_GROWTH_MB = 3.0, 15.0, 2.0, 5.0
HOUR_MS = 3_600_000
ROUTINE = "deep-hip-rotators-15"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--child", choices=sorted(CHILDREN), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        CHILDREN[options.child](options)
        return
    bare, still, moving = (measured(name, options) for name in ("bare", "still", "moving"))
    print(f"{'':14}{'cpu %':>8}{'times bare':>12}{'memory MB':>11}{'times bare':>12}")
    for name, (cpu, memory) in (("bare", bare), ("hold", still), ("moving", moving)):
        times = cpu / bare[0] if bare[0] else float("nan")
        print(f"{name:14}{cpu:8.2f}{times:12.1f}{memory:11.0f}{memory / bare[1]:12.2f}")
    print(f"aims: hold <= {AIM_STILL} %, moving <= {AIM_MOVING} %, memory <= {AIM_MEMORY}x")
    growth, sessions = measured("soak", options)
    print(f"{options.hours:g} simulated hours, {sessions:.0f} sessions: {growth:+.1f} MB", end="")
    print(f" (aim <= {AIM_GROWTH_MB} MB)")


def measured(child: str, options: argparse.Namespace) -> tuple[float, float]:
    """The two figures that the child prints."""
    module = "benchmarks.bare_window" if child == "bare" else "benchmarks.session_cpu"
    command = [sys.executable, "-m", module, "--seconds", str(options.seconds)]
    if child != "bare":
        command += ["--child", child, "--hours", str(options.hours)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    first, second = done.stdout.split()[-2:]
    return float(first), float(second)


def run_still(options: argparse.Namespace) -> None:
    run_session(options, "figure-4-supine", "hold_ms", 600_000)


def run_moving(options: argparse.Namespace) -> None:
    run_session(options, "trunk-rotation", "pace_ms", 6_000)


def run_session(options: argparse.Namespace, exercise: str, key: str, value: int) -> None:
    """A session of one exercise on the real page, with the real clock."""
    application = QApplication([])
    amount: dict[str, Any] = {key: value, "reps": 90 if key == "pace_ms" else 1}
    step = ExerciseStep(exercise=exercise, sets=1, get_ready_ms=0, **amount)
    routine = Routine(format=ROUTINE_FORMAT, id="cpu", title="Measured", steps=(step,))
    page, runner = Scene(application).page(routine, SystemClock())
    runner.start()
    application.processEvents()
    watch(options.seconds)
    page.leave()


class Scene:
    """Theme and library, and pages with sessions in them."""

    def __init__(self, application: QApplication) -> None:
        self._theme = Theme(application)
        self._theme.apply()
        self._library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
        self._entry = self._library.routine(ROUTINE)

    def page(
        self, routine: Routine | None, clock: Clock, timer: QTimer | None = None
    ) -> tuple[SessionPage, SessionRunner]:
        """A page that is shown, with a session of `routine` or of a bundled one."""
        routine = routine or self._entry.routine
        assert routine is not None
        exercises = self._library.exercises
        timeline = expand(routine, exercises, Profile(AffectedSide.RIGHT))
        performance = Performance(
            routine, timeline, AffectedSide.RIGHT, exercises, self._entry.pictures
        )
        runner = SessionRunner(Session(timeline), clock, timer)
        page = SessionPage(self._theme)
        page.resize(1280, 800)
        page.begin(performance, Coach(timeline), runner, Breath())
        page.show()
        return page, runner


def run_soak(options: argparse.Namespace) -> None:
    """Sessions one after another, whose timer goes off at once and sets the clock forward."""

    class RushingClock:
        now_ms = 0

        def monotonic_ms(self) -> int:
            return self.now_ms

        boot_ms = monotonic_ms

    class RushingTimer(QTimer):
        def start(self, *args: object) -> None:
            clock.now_ms += int(str(args[0])) if args else 0
            super().start(0)

    application = QApplication([])
    clock, scene = RushingClock(), Scene(application)
    sessions, begun_mb = 0, 0.0
    while clock.now_ms < options.hours * HOUR_MS:
        page, runner = scene.page(None, clock, RushingTimer())
        ended: list[bool] = []
        page.ended.connect(ended.append)
        runner.start()
        while not ended:
            application.processEvents()
        page.leave()
        page.deleteLater()
        runner.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sessions += 1
        if sessions == 2:
            begun_mb = resident_mb()
    print(resident_mb() - begun_mb, sessions)


CHILDREN: dict[str, Callable[[argparse.Namespace], None]] = {
    "still": run_still,
    "moving": run_moving,
    "soak": run_soak,
}

if __name__ == "__main__":
    main()
