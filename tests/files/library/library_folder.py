"""A folder of the library that is made for a test."""

from __future__ import annotations

from pathlib import Path

EXERCISE = """\
format: stretchcoach-exercise/1
id: {id}
name: {name}
position: supine
kind: stretch
sides: each
targets: {{primary: [piriformis]}}
dose: {{hold: 30s}}
instructions: {{setup: Lie, move: Bend, feel: Hip, avoid: Haste}}
"""
ROUTINE = """\
format: stretchcoach/1
id: {id}
title: {title}
steps: [{{exercise: {exercise}}}]
"""


class LibraryFolder:
    """Writes files of exercises and routines below `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "exercises").mkdir(parents=True)

    def exercise(
        self, name: str, title: str = "Pigeon", *, file: str | None = None, more: str = ""
    ) -> Path:
        path = self.path / "exercises" / f"{file or name}.yaml"
        path.write_text(EXERCISE.format(id=name, name=title) + more, encoding="utf-8")
        return path

    def routine(
        self,
        name: str,
        exercise: str = "pigeon",
        title: str = "Evening",
        *,
        file: str | None = None,
        more: str = "",
    ) -> Path:
        path = self.path / f"{file or name}.yaml"
        text = ROUTINE.format(id=name, title=title, exercise=exercise)
        path.write_text(text + more, encoding="utf-8")
        return path
