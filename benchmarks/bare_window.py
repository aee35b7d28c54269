"""The bare window that others are measured against: a label that changes once a second."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

import PySide6.QtMultimedia
import PySide6.QtTextToSpeech  # noqa: F401
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel

MB = 1024 * 1024
SETTLE_S = 4


def resident_mb() -> float:
    """Resident memory of this process."""
    import resource

    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def watch(seconds: int) -> None:
    """Let the program run, then print the share of a core that it took and its memory."""

    def run(run_s: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(run_s * 1000), loop.quit)
        loop.exec()

    run(SETTLE_S)
    cpu_s, wall_s = time.process_time(), time.monotonic()
    run(seconds)
    share = (time.process_time() - cpu_s) / (time.monotonic() - wall_s)
    print(100 * share, resident_mb())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    application = QApplication([])
    label = QLabel("0")
    label.resize(1280, 800)
    timer = QTimer()

    def count() -> None:
        label.setText(str(int(label.text()) + 1))

    timer.timeout.connect(count)
    timer.start(1000)
    label.show()
    application.processEvents()
    watch(options.seconds)


if __name__ == "__main__":
    main()
