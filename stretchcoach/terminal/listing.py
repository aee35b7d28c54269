"""Exercises and the steps of routines as lines of text, for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises, Routine
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.library.exercise_page import Section, about, how_to
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.session.dose_words import (
    affected_dose_words,
    dose_words,
    load_words,
    step_title,
    written_dose_words,
)
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep

INDENT = 4


def exercise_lines(exercise: Exercise, exercises: Exercises, width: int) -> Iterator[str]:
    """All that is known of `exercise`, in lines of at most `width` characters."""
    yield f"{exercise.name} ({exercise.id})"
    place = [position_word(exercise.position)] if exercise.position else []
    place += map(equipment_word, exercise.equipment)
    if place:
        yield " · ".join(place)
    names = {name: f"{known.name} ({name})" for name, known in exercises.items()}
    for section in (*how_to(exercise), *about(exercise, names)):
        yield ""
        yield section.title
        yield from _texts(section, width, INDENT)


def routine_lines(routine: Routine, timeline: Timeline, width: int) -> Iterator[str]:
    """What `routine` is for, and its steps with their notes, each exercise told once."""
    for text in (goal_words(routine.goal, routine.for_, routine.author), routine.note):
        yield from wrap(text, width)
    told: set[str] = set()
    for planned in timeline.steps:
        yield ""
        yield from _step_lines(planned, width)
        exercise = planned.exercise
        if exercise is not None and exercise.id not in told:
            told.add(exercise.id)
            for section in how_to(exercise, planned.first_side):
                yield " " * INDENT + section.title
                yield from _texts(section, width, 2 * INDENT)


def _step_lines(planned: PlannedStep, width: int) -> Iterator[str]:
    parts = [step_title(planned), written_dose_words(planned), *load_words(planned)]
    if planned.latitudes:
        now = ", ".join(filter(None, (dose_words(planned), affected_dose_words(planned))))
        # Translators: what was chosen within ranges, such as “now 2 × 20 s each side”.
        parts.append(tr("now {dose}", dose=now))
    if planned.exercise is None:
        parts.append(short_time_words(getattr(planned.step, "rest_ms", 0)))
    yield f"{planned.step_no}. " + ", ".join(filter(None, parts))
    if note := planned.note_on(planned.first_side):
        note = tr("Note: {note}", note=note)
        yield from wrap(note, width, initial_indent=" " * INDENT, subsequent_indent=" " * INDENT)


def _texts(section: Section, width: int, indent: int) -> Iterator[str]:
    first = "- " if section.is_list else ""
    for text in section.texts:
        yield from wrap(
            text,
            width,
            initial_indent=" " * indent + first,
            subsequent_indent=" " * (indent + len(first)),
        )
