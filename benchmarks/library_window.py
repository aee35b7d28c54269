"""The window beside a large library, as ratios taken in one run.

    python -m benchmarks.library_window [--files 10000] [--rounds 5]

Each figure is the median of `--rounds` starts of the real program (offscreen), each a process
of its own, small and large library in turns:

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
from collections.abc import Callable
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
    from stretchcoach.files.bundled import bundled_dir

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

    def ratio(key: str) -> float:
        return statistics.median(two[key] / one[key] for one, two in pairs)

    def middle(runs: list[dict[str, float]], key: str) -> float:
        return statistics.median(run[key] for run in runs)

    with_many = [two for _, two in pairs]
    print(f"{files} files against {SMALL}, medians of {rounds} starts")
    line("painted", middle(with_many, "painted_ms"), ratio("painted_ms"), 1.1)
    line("cold, to bare parse", middle(cold, "cards_ms"),
         statistics.median(run["cards_ms"] / run["parse_ms"] for run in cold), 3.0)  # fmt: skip
    for name, runs in (("warm, to list + stat", with_many), ("edited, to list + stat", edited)):
        line(name, middle(runs, "cards_ms"),
             statistics.median(run["cards_ms"] / run["list_ms"] for run in runs), 6.0)  # fmt: skip
    print(f"{'  files read':<24}{middle(edited, 'read'):>10.0f}{'':>8}  aim 1")
    slowest = max(run["key_ms"] for run in with_many)
    print(f"{'keystroke, slowest':<24}{slowest:>7.1f} ms{'':>8}  aim < 50 ms")
    line("memory", middle(with_many, "pss_mib"), ratio("pss_mib"), 1.5, "MiB")
    late = max(run["late_ms"] for run in cold)
    print(f"{'window late, cold':<24}{late:>7.1f} ms{'':>8}  the longest wait of a 10 ms timer")


def line(name: str, value: float, ratio: float, aim: float, unit: str = "ms ") -> None:
    print(f"{name:<24}{value:>7.1f} {unit}{ratio:>6.2f}  aim <= {aim}")


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
    from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimerEvent

    from stretchcoach.app import build_app

    found: dict[str, float] = {}

    class Beat(QObject):
        """A timer of 10 ms, to see how long the window cannot answer."""

        def __init__(self) -> None:
            super().__init__()
            self.late_ms, self._last_ns = 0.0, time.monotonic_ns()
            self.startTimer(10, Qt.TimerType.PreciseTimer)

        def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
            self.late_ms = max(self.late_ms, since_ms(self._last_ns) - 10)
            self._last_ns = time.monotonic_ns()

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and not found:
                found["painted_ms"] = since_ms(int(os.environ["BENCHMARK_START_NS"]))
            return False

    read = note_reads()
    application, coach = build_app(data, None)
    watcher = FirstPaint()
    page: Any = coach.navigator.window.page("routines")
    page.installEventFilter(watcher)
    coach.show()
    while not found:
        application.processEvents()
    beat = Beat()
    loop = QEventLoop()
    coach.loader.loaded.connect(loop.quit)
    begun_ns = time.monotonic_ns()
    loop.exec()
    application.processEvents()
    found["cards_ms"] = since_ms(begun_ns)
    found["late_ms"] = beat.late_ms
    found["read"] = len(read)
    found["pss_mib"] = pss_mib()
    found["key_ms"] = slowest_key_ms(page, application.processEvents)
    coach.loader.wait()
    found["list_ms"] = median_ms(lambda: list_and_stat(data), 9)
    if os.environ["BENCHMARK_COLD"]:
        found["parse_ms"] = median_ms(lambda: parse_all(data), 1)
    return found


def note_reads() -> list[str]:
    """The routines that are opened from now on, as Python's audit hook tells of them."""
    read: list[str] = []

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        path = str(arguments[0]) if event == "open" else ""
        if path.endswith(".yaml") and "exercises" not in path:
            read.append(path)

    sys.addaudithook(note)
    return read


def slowest_key_ms(page: Any, process_events: Callable[[], None]) -> float:
    slowest = 0.0
    for word in WORDS:
        for end in (*range(1, len(word) + 1), 0):
            before_ns = time.monotonic_ns()
            page.head.search.setText(word[:end])
            process_events()
            page.grab()
            slowest = max(slowest, since_ms(before_ns))
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


def median_ms(work: Callable[[], None], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        before_ns = time.monotonic_ns()
        work()
        times.append(since_ms(before_ns))
    return statistics.median(times)


def since_ms(before_ns: int) -> float:
    return (time.monotonic_ns() - before_ns) / 1e6


if __name__ == "__main__":
    main()
