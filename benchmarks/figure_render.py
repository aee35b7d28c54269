"""Measures the drawn figure: time a frame against the first sketch, bytes, time to show.

    python benchmarks/figure_render.py [--prototype DIR] [--width 480]

The sketch and the renderer draw the same lying figure four in one run, each once to warm up
and then on the clock; the quickest of some rounds is told, so that the ratio holds on a
machine that has other work. The sketch traces every pixel with 2 x 2 samples; the renderer
adds samples at edges only.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
PROTOTYPE = ROOT.parent / "shared" / "design" / "figure_prototype"
SCREEN_PX = (720, 540)
LIMIT_BYTES = 26_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--prototype", type=Path, default=PROTOTYPE, metavar="DIR")
    parser.add_argument("--width", type=int, default=480, help="of the compared picture, pixels")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    ours_s = draw_ours(options.width)
    print(f"renderer: {ours_s:.2f} s a frame at {options.width} x {options.width * 3 // 4}")
    if (options.prototype / "figure.py").is_file():
        theirs_s = draw_prototype(options.prototype, options.width)
        print(f"prototype: {theirs_s:.2f} s, ratio {ours_s / theirs_s:.3f} (aim: at most 0.333)")
    else:
        print(f"prototype: skipped, there is none in {options.prototype}")
    print_assets(ROOT / "assets" / "figures")
    return 0


def _quickest_s(draw: Callable[[], object], rounds: int) -> float:
    draw()
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        draw()
        times.append(time.perf_counter() - begin)
    return min(times)


def draw_ours(width: int) -> float:
    """Seconds for the lying figure four of the bundled exercise, camera and props included."""
    from stretchcoach.figure.draw.movement import movement
    from stretchcoach.files.library.full_library import Library

    library = Library.read([ROOT / "routines"], ROOT / "assets")
    filmed = movement(library.exercises["figure-4-supine"], 2)
    return _quickest_s(lambda: filmed.picture(-1, width, width * 3 // 4), rounds=8)


def draw_prototype(folder: Path, width: int) -> float:
    """Seconds for the same pose as the sketch draws it."""
    poses = (folder / "poses.py").read_text().partition("# python poses.py")[0]
    sys.path.insert(0, str(folder))
    module = ModuleType("prototype_poses")
    exec(compile(poses, str(folder / "poses.py"), "exec"), module.__dict__)
    pose, view = module.__dict__["P"]["fig4"]
    view = {**view, "W": width, "H": width * 3 // 4}
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sketch.png"
        return _quickest_s(lambda: module.__dict__["draw"](pose, path, **view), rounds=2)


def print_assets(folder: Path) -> None:
    """Bytes of all pictures, and how long a still takes to be decoded and scaled."""
    pictures = sorted(folder.glob("*.webp"))
    if not pictures:
        print(f"pictures: none yet in {folder}")
        return
    total = sum(picture.stat().st_size for picture in pictures)
    print(f"pictures: {len(pictures)}, {total / 1e6:.1f} MB (limit {LIMIT_BYTES / 1e6:.0f} MB)")
    stills = [picture for picture in pictures if picture.stem.endswith("-still")]
    if stills:
        show_ms = statistics.median(min(_show_ms(still) for _ in range(9)) for still in stills)
        print(f"still, decoded at {SCREEN_PX[0]} x {SCREEN_PX[1]}: {show_ms:.1f} ms (aim: 15)")


def _show_ms(path: Path) -> float:
    """Processor time, so that other work does not count."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageReader

    begin = time.process_time()
    reader = QImageReader(str(path))
    reader.setScaledSize(QSize(*SCREEN_PX))
    image = reader.read()
    took_ms = (time.process_time() - begin) * 1000.0
    if image.isNull():
        raise SystemExit(f"{path}: {reader.errorString()}")
    return took_ms


if __name__ == "__main__":
    raise SystemExit(main())
