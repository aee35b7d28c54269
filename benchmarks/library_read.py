"""Reading routine files against a bare parse of the same bytes by libyaml.

    python benchmarks/library_read.py [--files 1 100 10000] [--rounds 7]

Prints the medians, and their ratios taken in one run. `parse` is `yaml.load` with the C
loader, of bytes that are read from the same files; `read` is all that the library does with a
file: the guard, the nodes with their places, the values, and what is wrong in them.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import read_routine_file

AIM = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="+", default=[1, 100, 10_000])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    sources = [entry.path.read_bytes() for entry in library.routines]
    print(f"{'files':>6} {'parse ms':>10} {'read ms':>10} {'ratio':>6}  aim <= {AIM}")
    with tempfile.TemporaryDirectory() as folder:
        for count in options.files:
            paths = write_files(Path(folder, str(count)), sources, count)
            rounds = max(3, options.rounds if count < 1000 else options.rounds // 2)

            def read(paths: list[Path] = paths) -> None:
                for path in paths:
                    assert read_routine_file(path, library.known).routine

            def parse(paths: list[Path] = paths) -> None:
                for path in paths:
                    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

            parse_s, read_s, ratio = compare(parse, read, rounds, max(1, 100 // count))
            print(f"{count:>6} {parse_s * 1e3:>10.2f} {read_s * 1e3:>10.2f} {ratio:>6.2f}")


def write_files(folder: Path, sources: list[bytes], count: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"routine-{number:05}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(sources[number % len(sources)])
    return paths


def compare(
    base: Callable[[], None], other: Callable[[], None], rounds: int, repeats: int
) -> tuple[float, float, float]:
    """The medians of both in seconds, and the median of their ratios, taken in turns."""
    base()
    other()
    pairs = [(timed(base, repeats), timed(other, repeats)) for _ in range(rounds)]
    ratio = statistics.median(second / first for first, second in pairs)
    firsts, seconds = zip(*pairs, strict=True)
    return statistics.median(firsts), statistics.median(seconds), ratio


def timed(work: Callable[[], None], repeats: int) -> float:
    gc.collect()
    start = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - start) / repeats


if __name__ == "__main__":
    main()
