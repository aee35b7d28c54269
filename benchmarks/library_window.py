"""The window beside a large library, as ratios taken in one run.

    python -m benchmarks.library_window [--files 10000] [--rounds 5]

Each figure is the median of `--rounds` starts of the real program (offscreen), each a process
of its own, small and large library in turns. “Processor” is the time that the process worked, which
hardly depends on what else the machine does:

    painted   from the start of the process to the first paint of the window
    cold      from the first look at the folders to all cards, without an index, against
              `yaml.load` with the C loader of the same bytes in the same process
    warm      the same with the index of the run before, against listing and stating the files
    edited    the same after one file was edited; and how many files were read
    keystroke from a letter in the search to the painted answer, the slowest of a word
    memory    PSS with all cards there, warm
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SMALL = 10
WORDS = ("piriformis", "morning 7", "figure four chair", "zzz")
LONG_AGO_S = 1_700_000_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(run_window(options.child)))
        return
    with tempfile.TemporaryDirectory(prefix="library-window-") as folder:
        small, large = (Path(folder, name) for name in ("small", "large"))
        write_library(small, SMALL)
        write_library(large, options.files)
        measure(small, large, options.files, options.rounds)


def write_library(data: Path, count: int) -> None:
    """Routines like the bundled ones, each with an id and a title of its own."""
    from stretchcoach.files.disk.bundled import bundled_dir

    texts = [path.read_text("utf-8") for path in sorted(bundled_dir("routines").glob("*.yaml"))]
    folder = data / "routines"
    folder.mkdir(parents=True)
    (data / "settings.json").write_text('{"welcomed": true}', "utf-8")
    for number in range(count):
        lines = texts[number % len(texts)].splitlines()
        for place, line in enumerate(lines):
            if line.startswith("id: "):
                lines[place] = f"id: own-{number:05}"
            elif line.startswith("title: "):
                lines[place] = f"{line} {number}"
        path = folder / f"own-{number:05}.yaml"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        os.utime(path, (LONG_AGO_S, LONG_AGO_S))


def measure(small: Path, large: Path, files: int, rounds: int) -> None:
    cold = [start(large, cold=True) for _ in range(max(1, rounds // 2))]
    start(small, cold=True)
    start(small), start(large)
    pairs = [(start(small), start(large)) for _ in range(rounds)]
    edited = []
    for _ in range(max(1, rounds // 2)):
        os.utime(large / "routines" / "own-00007.yaml")
        edited.append(start(large))

    many = [two for _, two in pairs]
    print(
        f"{files} files against {SMALL}, medians of {rounds} starts; load {os.getloadavg()[0]:.1f}"
    )
    print(f"{'':<24}{'clock':>20}{'processor':>20}")
    show("painted", pairs_of(pairs, "painted_ms"), pairs_of(pairs, "painted_cpu_ms"), "<= 1.1")
    show("cold, to bare parse", within(cold, "cards_ms", "parse_ms"),
         within(cold, "cards_cpu_ms", "parse_cpu_ms"), "<= 3")  # fmt: skip
    for name, runs, aim in (("warm", many, "<= 6"), ("one edited", edited, "none")):
        show(f"{name}, to list + stat", within(runs, "cards_ms", "list_ms"),
             within(runs, "cards_cpu_ms", "list_cpu_ms"), aim)  # fmt: skip
    print(f"  files read for one edited: {max(run['read'] for run in edited):.0f}  aim 1")
    keys = [[run[key] for run in many] for key in ("key_ms", "key_cpu_ms")]
    print(
        f"{'slowest keystroke':<24}{middle(keys[0]):>17.1f} ms{middle(keys[1]):>17.1f} ms  aim < 50"
    )
    ratio = statistics.median(two["pss_mib"] / one["pss_mib"] for one, two in pairs)
    print(f"{'memory':<24}{middle(run['pss_mib'] for run in many):>9.1f} MiB{ratio:>7.2f}"
          f"{'':>20}  aim <= 1.5")  # fmt: skip
    print(f"longest wait of a timer of 10 ms, cold: {max(run['late_ms'] for run in cold):.0f} ms")


Runs = list[dict[str, float]]
Figure = tuple[float, float]


def middle(values: Iterable[float]) -> float:
    return statistics.median(values)


def pairs_of(pairs: list[tuple[dict[str, float], dict[str, float]]], key: str) -> Figure:
    """The median with many files, and that of its ratios to the start beside it with few."""
    return middle(two[key] for _, two in pairs), middle(two[key] / one[key] for one, two in pairs)


def within(runs: Runs, key: str, base: str) -> Figure:
    """The median, and that of its ratios to `base` in the same process."""
    return middle(run[key] for run in runs), middle(run[key] / run[base] for run in runs)


def show(name: str, clock: Figure, processor: Figure, aim: str) -> None:
    figures = "".join(f"{ms:>10.1f} ms{ratio:>7.2f}" for ms, ratio in (clock, processor))
    print(f"{name:<24}{figures}  aim {aim}")


def start(data: Path, *, cold: bool = False) -> dict[str, float]:
    """Start the program once; what it measured."""
    if cold:
        (data / "library.index").unlink(missing_ok=True)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BENCHMARK_START_NS": str(time.monotonic_ns()),
        "BENCHMARK_COLD": "1" if cold else "",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.library_window", "--child", str(data)]
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


# In the process that is measured.


def run_window(data: Path) -> dict[str, float]:
    """Start the program with the library below `data`, and type into the search."""
    from stretchcoach.app import build_app

    read = note_reads()
    application, coach = build_app(data, None)
    page: Any = coach.navigator.window.page("routines")
    found = first_paint(application, coach, page)
    found |= cards(application, coach, page, sum(1 for _ in (data / "routines").iterdir()))
    while coach.loader.is_loading:
        application.processEvents()
    found["read"] = len(read)
    found["pss_mib"] = pss_mib()
    found |= type_words(page, application.processEvents)
    found |= quickest("list", list_and_stat, data, 9)
    if os.environ["BENCHMARK_COLD"]:
        found |= quickest("parse", parse_all, data, 1)
    return found


def first_paint(application: Any, coach: Any, page: Any) -> dict[str, float]:
    """Show the window until it is painted for the first time."""
    from PySide6.QtCore import QEvent, QObject

    found: dict[str, float] = {}

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and not found:
                found["painted_ms"] = since_ms(int(os.environ["BENCHMARK_START_NS"]))
                found["painted_cpu_ms"] = time.process_time_ns() / 1e6
            return False

    watcher = FirstPaint()
    page.installEventFilter(watcher)
    coach.show()
    while not found:
        application.processEvents()
    page.removeEventFilter(watcher)
    return found


def cards(application: Any, coach: Any, page: Any, count: int) -> dict[str, float]:
    """From the first look at the folders until `count` cards are there and painted."""
    from PySide6.QtCore import QEventLoop, QObject, Qt, QTimerEvent

    class Beat(QObject):
        """A timer of 10 ms, to see how long the window cannot answer."""

        late_ms, last_ns = 0.0, time.monotonic_ns()

        def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
            self.late_ms = max(self.late_ms, since_ms(self.last_ns) - 10)
            self.last_ns = time.monotonic_ns()

    begun: list[Stopwatch] = []
    load, loop, beat = coach.loader.load, QEventLoop(), Beat()

    def timed_load() -> None:
        begun.append(Stopwatch())
        beat.startTimer(10, Qt.TimerType.PreciseTimer)
        load()

    def look() -> None:
        if page.model.total >= count:
            loop.quit()

    coach.loader.load = timed_load
    page.model.found.connect(look)
    loop.exec()
    application.processEvents()
    return {**begun[0].read("cards"), "late_ms": beat.late_ms}


def note_reads() -> list[str]:
    """The routines that are opened from now on, as Python's audit hook tells of them."""
    read: list[str] = []

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        path = str(arguments[0]) if event == "open" else ""
        if path.endswith(".yaml") and "exercises" not in path:
            read.append(path)

    sys.addaudithook(note)
    return read


def type_words(page: Any, process_events: Callable[[], None]) -> dict[str, float]:
    """The slowest letter, by the clock and by the processor."""
    slowest = {"key_ms": 0.0, "key_cpu_ms": 0.0}
    page.head.go_to_search()
    for _ in range(5):  # who types has put the cursor there before
        process_events()
    for word in WORDS:
        for end in (*range(1, len(word) + 1), 0):
            watch = Stopwatch()
            page.head.search.setText(word[:end])
            process_events()
            page.grab()
            slowest = {name: max(slowest[name], ms) for name, ms in watch.read("key").items()}
    return slowest


def list_and_stat(data: Path) -> None:
    with os.scandir(data / "routines") as entries:
        assert sum(entry.stat().st_size for entry in entries)


def parse_all(data: Path) -> None:
    import yaml

    for path in sorted((data / "routines").iterdir()):
        assert yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def pss_mib() -> float:
    text = Path("/proc/self/smaps_rollup").read_text()
    [found] = [row.split()[1] for row in text.splitlines() if row.startswith("Pss:")]
    return int(found) / 1024


def quickest(name: str, work: Callable[[Path], None], data: Path, rounds: int) -> dict[str, float]:
    """The least times of `rounds`: what the work costs by itself."""
    found: dict[str, float] = {}
    for _ in range(rounds):
        watch = Stopwatch()
        work(data)
        for key, ms in watch.read(name).items():
            found[key] = min(ms, found.get(key, ms))
    return found


class Stopwatch:
    """The time by the clock, and that of the processors in this process: it is the same
    however busy the machine is with other things."""

    def __init__(self) -> None:
        self._began_ns, self._worked_ns = time.monotonic_ns(), time.process_time_ns()

    def read(self, name: str) -> dict[str, float]:
        worked_ms = (time.process_time_ns() - self._worked_ns) / 1e6
        return {f"{name}_ms": since_ms(self._began_ns), f"{name}_cpu_ms": worked_ms}


def since_ms(before_ns: int) -> float:
    return (time.monotonic_ns() - before_ns) / 1e6


if __name__ == "__main__":
    main()
