"""What the bench costs with a routine of 200 steps: opening it, a key stroke, a change of the form.

    python -m benchmarks.bench [--steps 200] [--rounds 9]

Prints the medians in ms of processor time, beside the bare reading of the same text and as times
of it. `key` is what a key stroke costs before it is seen: the text takes it, and what it means is
read when the typing pauses (`read`). `form` is a change of the form until text, list, form and
total show it. `sums` and then `remarks` come when nothing was changed for a while.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.files.bench.reading import read_bench
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from stretchcoach.ui.theme.theme import Theme

HEAD = "format: stretchcoach/1\nid: long\ntitle: Long\nsteps:\n"
STEP = (
    "  - exercise: figure-4-supine\n    sets: 2\n    hold: 6s\n    rest: 10s\n    note: A word.\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    application = QApplication([])
    known = Library.read([bundled_dir("routines")], bundled_dir("assets")).known
    bench = BenchDocument(known, Bundled())
    file = BenchFile(bench, Drafts(Path("none")), Path("none"))
    page = BenchPage(Theme(application), bench, file)
    page.resize(1184, 800)
    page.show()
    text = HEAD + STEP * options.steps
    middle = ("steps", options.steps // 2)
    number = iter(range(3, 1000))

    def form() -> None:
        bench.set_keys({(*middle, "reps"): str(next(number) % 9 + 1)})
        QCoreApplication.processEvents()

    def select() -> None:
        page.view.select([middle])
        QCoreApplication.processEvents()

    def key() -> None:
        page.text.edit.go_to(text.index("word", len(text) // 2))
        QTest.keyClick(page.text.edit, Qt.Key.Key_X)
        page.text.edit.repaint()

    def read() -> None:
        bench.read_now()
        QCoreApplication.processEvents()

    bare_ms = 0.0
    for name, act, before in (
        ("bare reading", lambda: read_bench(Path("long.yaml"), text, known), nothing),
        ("open", lambda: bench.open(Path("long.yaml"), text), nothing),
        ("form", form, select),
        ("sums", bench.weighed.emit, form),
        ("remarks", bench.judged.emit, form),
        ("key", key, nothing),
        ("read", read, key),
    ):
        ms = median_ms(act, options.rounds, before)
        bare_ms = bare_ms or ms
        print(f"{name:>14} {ms:8.1f} ms {ms / bare_ms:6.2f} times the bare reading")


def nothing() -> None:
    """What comes before what is measured, mostly."""


def median_ms(act: Callable[[], object], rounds: int, before: Callable[[], object]) -> float:
    """The median of so many rounds, the first one left out; of each `before` does not count."""
    times = []
    for _ in range(rounds + 1):
        before()
        start = time.process_time()
        act()
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
