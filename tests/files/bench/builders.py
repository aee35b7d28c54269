"""A library to work with at the bench, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from stretchcoach.files.bench.reading import Reading, read_bench
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.full_library import Library

HEAD = "format: stretchcoach/1\nid: mine\ntitle: Mine\n"
TEXT = (
    HEAD
    + """\
defaults: {order: affected-last}
steps:
  - exercise: trunk-rotation
    reps: 8
  # agreed
  - exercise: figure-4-supine
    sets: 2
    hold: 30s
    affected: {sets: 3}
  - rest: 20s
  - repeat: 2
    steps:
      - exercise: bridge
        reps: 10
      - exercise: clamshell
        enabled: false
"""
)


@cache
def known() -> KnownExercises:
    return Library.read([bundled_dir("routines")], bundled_dir("assets")).known


def read(text: str) -> Reading:
    return read_bench(Path("mine.yaml"), text, known())
