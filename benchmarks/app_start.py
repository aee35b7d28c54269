"""Start of the coach to its first painted window, against a bare PySide6 window.

    python -m benchmarks.app_start [--rounds 15] [--instructions]

Both are started in turn, each in a process of its own, and tell the moment of their first
paint on the system's monotonic clock, which all processes share. Medians and their ratio.
`--instructions` counts the instructions of one start of each with callgrind instead: slower
by far, and the same on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.settings_file import SettingsFile

AIM_TIME = 1.3
AIM_INSTRUCTIONS = 1.5

AT_FIRST_PAINT = """
import os, time
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self):
        print(time.monotonic(), flush=True)
        os._exit(0)

first_paint = FirstPaint()
"""
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
FIRST_PAINT
window.installEventFilter(first_paint)
window.show()
application.exec()
"""
COACH = """
import sys
from pathlib import Path
from stretchcoach.start.open_window import show_window
application, coach = show_window(Path(sys.argv[1]), None)
FIRST_PAINT
coach.navigator.window.installEventFilter(first_paint)
application.exec()
"""
PROGRAMS = {"bare": BARE, "coach": COACH}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--instructions", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = {name: write(Path(folder), name, code) for name, code in PROGRAMS.items()}
        data = Path(folder, "data")
        SettingsFile(user_paths(data).settings).write(Settings(welcomed=True))
        for program in programs.values():
            first_paint_s(program, data)  # compiles what Python compiles once
        if options.instructions:
            compare_instructions(programs, data)
        else:
            compare_times(programs, data, options.rounds)


def write(folder: Path, name: str, code: str) -> Path:
    """The program as a file, with what it does at its first paint."""
    path = folder / f"{name}.py"
    path.write_text(code.replace("FIRST_PAINT", AT_FIRST_PAINT))
    return path


def environment() -> dict[str, str]:
    found = dict(os.environ)
    found.setdefault("QT_QPA_PLATFORM", "offscreen")
    found["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def first_paint_s(program: Path, data: Path) -> float:
    """Seconds from the start of the process to its first paint."""
    begun = time.monotonic()
    command = [sys.executable, str(program), str(data)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - begun


def compare_times(programs: dict[str, Path], data: Path, rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            times[name].append(first_paint_s(program, data))
    bare, coach = (statistics.median(times[name]) for name in programs)
    print(f"bare window  {bare * 1000:7.0f} ms")
    print(f"coach        {coach * 1000:7.0f} ms")
    print(f"ratio        {coach / bare:7.2f}     aim <= {AIM_TIME}")


def compare_instructions(programs: dict[str, Path], data: Path) -> None:
    counts = {name: instructions(program, data) for name, program in programs.items()}
    print(f"bare window  {counts['bare'] / 1e6:7.0f} M instructions")
    print(f"coach        {counts['coach'] / 1e6:7.0f} M instructions")
    ratio = counts["coach"] / counts["bare"]
    print(f"ratio        {ratio:7.2f}     aim <= {AIM_INSTRUCTIONS}")


def instructions(program: Path, data: Path) -> int:
    """Instructions until the first paint, as callgrind counts them."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable]
    command += [str(program), str(data)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    found = re.search(r"Collected\s*:\s*(\d+)", done.stderr)
    if found is None:
        sys.exit(f"callgrind told no count:\n{done.stderr}")
    return int(found[1])


if __name__ == "__main__":
    main()
