"""One step as it would be, before it stands in a routine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.content.routine import ROUTINE_FORMAT
from stretchcoach.files.bench.reading import read_bench
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.edit.writing import entry_lines
from stretchcoach.files.library.exercise_files import KnownExercises

_HEAD = f"format: {ROUTINE_FORMAT}\nid: preview\ntitle: Preview\nsteps:\n"


@dataclass(frozen=True)
class Preview:
    """What the client would read, and how long it would take; or what is wrong."""

    words: str = ""
    affected_words: str = ""
    time_ms: int = 0
    problem: str = ""


def step_preview(said: dict[str, Plain], known: KnownExercises) -> Preview:
    """The step that `said` would make; one that is switched off as it is when it is done."""
    said = {key: value for key, value in said.items() if key != "enabled"}
    reading = read_bench(Path("preview.yaml"), _HEAD + entry_lines(said, 2), known)
    if reading.errors:
        return Preview(problem=reading.errors[0].message)
    row = reading.rows[0]
    return Preview(row.words, row.affected_words, row.time_ms or 0)
