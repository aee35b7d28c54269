"""Size and start of the program that `python3 dev.py build` made.

    python -m benchmarks.built [--rounds 7] [FOLDER]

Starts it and the checkout in turn, each a process of its own: `--version`, which is what any
command takes at least, and the window, offscreen, until a second start could reach it. Medians and
their ratio; no gate but the aim.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist" / "stretchcoach"
AIM_RATIO = 1.2
HANGS_S = 60
Command = Sequence[str | Path]


def seconds_of_version(program: Command) -> float:
    begun_s = time.monotonic()
    subprocess.run([*program, "--version"], check=True, capture_output=True)
    return time.monotonic() - begun_s


def seconds_to_window(program: Command, data: Path) -> float:
    """Until the window has its address, which it gets when it is shown."""
    address = data / "window.address"
    address.unlink(missing_ok=True)
    begun_s = time.monotonic()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [*program, "--data-dir", data], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        while not address.exists():
            if process.poll() is not None or time.monotonic() - begun_s > HANGS_S:
                raise SystemExit(f"{program[0]}: the window did not open")
            time.sleep(0.002)
        return time.monotonic() - begun_s
    finally:
        process.kill()
        process.wait()


def size_mb(folder: Path) -> float:
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files) / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    options = parser.parse_args()
    program = options.folder / ("stretchcoach.exe" if os.name == "nt" else "stretchcoach")
    built: Command = [program]
    checkout: Command = [sys.executable, "-m", "stretchcoach"]
    print(f"folder: {size_mb(options.folder):.0f} MB")
    for archive in sorted(options.folder.parent.glob("stretchcoach[-_]*")):
        print(f"{archive.name}: {archive.stat().st_size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        (data / "settings.json").write_text(json.dumps({"welcomed": True}), "utf-8")
        rows = {
            "--version": [
                (seconds_of_version(built), seconds_of_version(checkout))
                for _ in range(options.rounds)
            ],
            "window": [
                (seconds_to_window(built, data), seconds_to_window(checkout, data))
                for _ in range(options.rounds)
            ],
        }
    for what, pairs in rows.items():
        of_built, of_checkout = (median(times) for times in zip(*pairs, strict=True))
        ratio = median(one / other for one, other in pairs)
        print(f"{what}: built {of_built:.2f} s, checkout {of_checkout:.2f} s, ratio {ratio:.2f}")
    print(f"aim: ratio {AIM_RATIO}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
