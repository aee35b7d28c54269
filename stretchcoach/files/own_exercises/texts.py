"""What an exercise of one's own begins with: nothing, or a copy of one that there is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from stretchcoach.core.content.exercise import EXERCISE_FORMAT, Exercise
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.saving import MOST_ID, SCHEMA_LINE, free_id
from stretchcoach.files.edit.keys import Wanted, set_keys
from stretchcoach.files.edit.spans import MapSpan, Plain, find, read_spans
from stretchcoach.files.edit.writing import lines_of

NEW_ID = "new-exercise"
# Where a key of an exercise goes that is not there yet.
ORDER = (
    *("format", "id", "name", "also_known_as", "position", "equipment", "kind", "sides"),
    *("targets", "primary", "secondary", "level", "dose", "sets", "reps", "hold", "pace", "time"),
    *("rep", "relax", "rest", "figure", "figure_side", "alt", "instructions", "setup", "move"),
    *("feel", "avoid", "stop", "cues", "easier", "harder", "cautions", "sources"),
    *("translations", "lint", "pose"),
)


def blank_text(id_: str) -> str:
    """The text of a new exercise with this id."""
    said: dict[str, Plain] = {
        "format": EXERCISE_FORMAT,
        "id": id_,
        "name": tr("New exercise"),
        "kind": ExerciseKind.STRETCH.value,
        "sides": Sides.EACH.value,
        "level": "1",
        "dose": {"sets": "2", "hold": "30s", "rest": "10s"},
    }
    return lines_of(said, 0)


def copy_text(text: str, shown: Exercise, taken: Collection[str]) -> tuple[str, str]:
    """The text of an exercise as a copy with an id and a name of its own, and that id.

    What is `shown` of it, in the person's language, is what the copy says. Its other names stay
    with the original: a routine that uses one of them goes on meaning that. Raises
    EditRefusedError.
    """
    text = SCHEMA_LINE.sub("", text)
    root = read_spans(text)
    own = free_id(f"{shown.id[: MOST_ID - 3].rstrip('-')}-my", taken)
    wanted: dict[tuple[str | int, ...], Plain | None] = {
        ("id",): own,
        ("name",): tr("{name}, my way", name=shown.name),
        **dict.fromkeys([("also_known_as",), ("translations",)]),
    }
    if root.value("translations") is not None:
        wanted |= _shown_words(root, shown)
    return set_exercise_keys(text, wanted), own


def set_exercise_keys(text: str, wanted: Wanted) -> str:
    """`text` with these values; see `set_keys`. Raises EditRefusedError."""
    return set_keys(text, wanted, ORDER).text


def _shown_words(root: MapSpan, shown: Exercise) -> dict[tuple[str | int, ...], Plain | None]:
    """What the copy says in the language that it is shown in, where the original says more."""
    how = shown.instructions
    found: dict[tuple[str | int, ...], Plain | None] = {
        ("instructions", field.name): getattr(how, field.name)
        for field in fields(how)
        if find(root, ("instructions", field.name)) is not None
    }
    if root.value("alt") is not None:
        found[("alt",)] = shown.alt
    if root.value("cues") is not None:
        found[("cues",)] = list(shown.cues)
    return found
