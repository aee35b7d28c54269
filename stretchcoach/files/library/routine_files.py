"""One routine from its file, checked against the exercises that are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.i18n import languages, tr
from stretchcoach.core.library.exercise_change import changed
from stretchcoach.core.library.exercise_links import link_faults
from stretchcoach.core.library.exercise_names import links_with_ids, with_ids
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.library.localize import localized_routine
from stretchcoach.core.library.validate import exercise_faults, routine_faults
from stretchcoach.files.library.exercise_files import KnownExercises, picture_of
from stretchcoach.files.yaml.lookalike_notes import note_in_value
from stretchcoach.files.yaml.nodes import Scalar
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.files.yaml.reader import Document, read_content, read_document
from stretchcoach.files.yaml.shapes import fields_of

# What the key of an exercise inside a routine says already.
_IMPLIED = ("format", "id")


@dataclass(frozen=True)
class RoutineEntry:
    """One file of a routine. `routine` is None when it has errors.

    `exercises` are all that it may name, its own among them, and `pictures` their pictures,
    both by id. Their words and the routine's are in the person's language. `replaces` is the
    file, of a folder that came before, with the same id. `by_name` tells that the file calls an
    exercise by another name than its id.
    """

    path: Path
    id: str
    title: str
    routine: Routine | None
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    replaces: Path | None = None
    by_name: bool = False


def read_routine_file(path: Path, known: KnownExercises) -> RoutineEntry:
    """Read and check the file of a routine. Never raises."""
    return routine_entry(read_document(path, Routine), known)


def read_routine_content(path: Path, content: bytes, known: KnownExercises) -> RoutineEntry:
    """The same for text that is not saved yet; `path` is where it will be."""
    return routine_entry(read_content(path, content, Routine), known)


def routine_entry(document: Document[Routine], known: KnownExercises) -> RoutineEntry:
    """The entry of a document; the faults that are found are added to it."""
    routine = document.value
    if routine is None:
        name = document.path.stem
        return RoutineEntry(document.path, name, name, None, problems=document.problems)
    if routine.exercises:
        known = _with_own_exercises(routine, document, known)
    named = routine
    routine = with_ids(routine, known.names)
    faults = routine_faults(routine, known.exercises)
    document.add_faults(_without_echoes(faults, document, known))
    shown = localized_routine(routine, languages())
    return RoutineEntry(
        path=document.path,
        id=routine.id or document.path.stem,
        title=shown.title or document.path.stem,
        routine=None if document.has_errors else shown,
        exercises=known.localized_exercises,
        pictures=known.pictures,
        problems=document.problems,
        by_name=routine is not named,
    )


def _without_echoes(
    faults: tuple[Fault, ...], document: Document[Routine], known: KnownExercises
) -> Iterator[Fault]:
    """`faults`, where an exercise with problems of its own is not called unknown, nor one that
    is written with a look-alike."""
    for fault in faults:
        _, node = document.place_of(fault.path)
        if fault.path[-1] != "exercise" or not isinstance(node, Scalar):
            yield fault
            continue
        broken = known.broken.get(node.text)
        if broken is None and not known.names.find(node.text):
            if not note_in_value(document.findings, node, known.names.knows):
                yield fault
        elif broken is None:
            yield fault
        elif broken != document.path:
            message = tr("this exercise has problems of its own - see {path}", path=broken)
            yield replace(fault, message=message)


def _with_own_exercises(
    routine: Routine, document: Document[Routine], known: KnownExercises
) -> KnownExercises:
    """What is known together with the exercises of the routine's own file."""
    exercises = dict(known.exercises)
    pictures = dict(known.pictures)
    broken = dict(known.broken)
    for name, patch in routine.exercises.items():
        at = ("exercises", name)
        exercise = _patched(name, patch.given, document, known)
        if exercise is None:
            broken[name] = document.path
            continue
        exercise = links_with_ids(exercise, known.names)
        document.add_faults(_below(at, exercise_faults(exercise)))
        exercises[name] = exercise
        if "figure" in patch.given:
            pictures.pop(name, None)
            path = picture_of(exercise, document, (*at, "figure"), known.assets)
            pictures.update({name: path} if path else {})
    for name, faults in link_faults(exercises, routine.exercises.keys() & exercises).items():
        document.add_faults(_below(("exercises", name), faults))
    return replace(known, exercises=exercises, pictures=pictures, broken=broken)


def _patched(
    name: str,
    given: Mapping[str, Any],
    document: Document[Routine],
    known: KnownExercises,
) -> Exercise | None:
    """The exercise `name` as the file changes or writes it, None when it is not whole."""
    if given.get("id", name) != name:
        message = tr("the id must be that of its key, “{name}” - delete this line", name=name)
        document.add(("exercises", name, "id"), message)
    changes = {key: value for key, value in given.items() if key not in _IMPLIED}
    base = known.exercises.get(name)
    if base is not None:
        return changed(base, changes)
    missing = [
        declared.key
        for declared in fields_of(Exercise)
        if declared.required and declared.name not in changes and declared.name not in _IMPLIED
    ]
    if missing:
        hint = known.names.did_you_mean(name)
        text = tr("no exercise is called “{name}”, and for a new one these are missing: {missing}",
                  name=name, missing=", ".join(missing))  # fmt: skip
        message = f"{text} - {hint}" if hint else text
        document.add_faults([Fault(("exercises", name), message)])
        return None
    return Exercise(format=EXERCISE_FORMAT, id=name, **changes)


def _below(path: tuple[str | int, ...], faults: tuple[Fault, ...]) -> Iterator[Fault]:
    return (replace(fault, path=(*path, *fault.path)) for fault in faults)
