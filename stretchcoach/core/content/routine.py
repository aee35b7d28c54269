"""Routine: an ordered list of steps with defaults and notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from stretchcoach.core.content.dose import MAX_PAUSE_MS, Auto, Dose, DoseChange
from stretchcoach.core.content.exercise import Exercise, LintChoice
from stretchcoach.core.content.fields import (
    MAX_AMOUNT,
    MAX_LINE,
    MAX_NAME,
    MAX_TEXT,
    NOT_IN_FILES,
    TRANSLATIONS,
    Duration,
    Exactly,
    ExerciseId,
    Identifier,
    LanguageCode,
    Number,
    Rule,
    SidedText,
    Text,
)
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, OneSide, SideOrder, Sides

ROUTINE_FORMAT = "stretchcoach/1"


@dataclass(frozen=True, kw_only=True)
class RoutineDefaults:
    """What holds for every step that does not say otherwise."""

    get_ready_ms: Annotated[
        int | Auto | None,
        Duration(doc="Time before each exercise, or auto.", least=0, most=MAX_PAUSE_MS),
    ] = None
    switch_ms: Annotated[
        int | None, Duration(doc="Time to change sides.", least=0, most=MAX_PAUSE_MS)
    ] = None
    rest_ms: Annotated[
        int | None, Duration(doc="Rest between two sets.", least=0, most=MAX_PAUSE_MS)
    ] = None
    order: Annotated[SideOrder | None, Rule(doc="Which side comes first.")] = None


@dataclass(frozen=True, kw_only=True)
class NoteTranslation:
    """A word to the client in another language."""

    note: Annotated[str | None, SidedText(doc="A word to the client.", most=MAX_TEXT)] = None


@dataclass(frozen=True, kw_only=True)
class StepTranslation(NoteTranslation):
    """The words of a step in another language; what is not said stays as it is."""

    load: Annotated[str | None, Text(doc="With what resistance.", most=MAX_AMOUNT)] = None
    effort: Annotated[str | None, Text(doc="How hard it may feel.", most=MAX_AMOUNT)] = None


@dataclass(frozen=True, kw_only=True)
class ExerciseStep(Dose):
    """One exercise with its dose."""

    exercise: Annotated[str, ExerciseId(doc="An exercise, by its id or its name.")]
    sides: Annotated[
        Sides | OneSide | None,
        Rule(doc="Instead of what the exercise says; also left, right, affected, other."),
    ] = None
    order: Annotated[SideOrder | None, Rule(doc="Which side comes first.")] = None
    affected: Annotated[DoseChange | None, Rule(doc="What differs on the affected side alone.")] = (
        None
    )
    load: Annotated[
        str, Text(doc="With what resistance: yellow band, 2 kg.", least=0, most=MAX_AMOUNT)
    ] = ""
    effort: Annotated[
        str, Text(doc="How hard it may feel: about 4 of 10.", least=0, most=MAX_AMOUNT)
    ] = ""
    note: Annotated[str, SidedText(doc="A word to the client.", least=0, most=MAX_TEXT)] = ""
    translations: Annotated[Mapping[LanguageCode, StepTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )
    schedule: Annotated[Schedule | None, Rule(doc="When it is due, if not each time.")] = None
    optional: Annotated[bool, Rule(doc="Left out first when time is short.")] = False
    enabled: Annotated[bool, Rule(doc="Switched off for now when false.")] = True
    instead_of: str = field(default="", metadata=NOT_IN_FILES, compare=False)
    """The exercise that the file names, where another one is done in its place."""


@dataclass(frozen=True, kw_only=True)
class RestStep:
    """A plain rest."""

    rest_ms: Annotated[int, Duration(doc="How long.", least=0, most=MAX_PAUSE_MS)]
    note: Annotated[str, Text(doc="A word to the client.", least=0, most=MAX_TEXT)] = ""
    translations: Annotated[Mapping[LanguageCode, NoteTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )
    optional: Annotated[bool, Rule(doc="Left out first when time is short.")] = False
    enabled: Annotated[bool, Rule(doc="Switched off for now when false.")] = True


@dataclass(frozen=True, kw_only=True)
class RepeatStep:
    """A block of steps that counts as written out `repeat` times."""

    repeat: Annotated[int, Number(doc="How many times.", least=1, most=50)]
    steps: Annotated[tuple[Step, ...], Rule(doc="What is repeated.", least=1, most=100)]
    schedule: Annotated[Schedule | None, Rule(doc="When it is due, if not each time.")] = None
    enabled: Annotated[bool, Rule(doc="Switched off for now when false.")] = True


Step = ExerciseStep | RestStep | RepeatStep


@dataclass(frozen=True)
class ExercisePatch:
    """An exercise inside a routine's file: whole, or changes to one that is known.

    `given` holds the fields of `Exercise` that the file names, already read.
    """

    given: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class RoutineTranslation:
    """The words of a routine in another language; what is not said stays as it is."""

    title: Annotated[str | None, Text(doc="What people read.", most=MAX_NAME)] = None
    goal: Annotated[str | None, Text(doc="What it is for.", most=MAX_LINE)] = None
    for_: Annotated[
        str | None, Text(doc="Who it is for, as it reads after “For”.", most=MAX_LINE)
    ] = None
    note: Annotated[str | None, Text(doc="A word before the start.", most=MAX_TEXT)] = None


@dataclass(frozen=True, kw_only=True)
class Routine:
    """An ordered list of steps with defaults and notes."""

    format: Annotated[str, Exactly(text=ROUTINE_FORMAT, doc="The format of this file.")]
    id: Annotated[str, Identifier(doc="The name for commands and the diary.")]
    title: Annotated[str, Text(doc="What people read.", most=MAX_NAME)]
    steps: Annotated[tuple[Step, ...], Rule(doc="What is done, in order.", least=1, most=200)]
    level: Annotated[int, Number(doc="1 easy, 2 middle, 3 demanding.", least=1, most=3)] = 1
    goal: Annotated[str, Text(doc="What it is for.", least=0, most=MAX_LINE)] = ""
    for_: Annotated[
        str, Text(doc="Who it is for, as it reads after “For”.", least=0, most=MAX_LINE)
    ] = ""
    author: Annotated[str, Text(doc="Who wrote it.", least=0, most=MAX_NAME)] = ""
    note: Annotated[str, Text(doc="A word before the start.", least=0, most=MAX_TEXT)] = ""
    defaults: Annotated[RoutineDefaults, Rule(doc="For every step that says nothing else.")] = (
        RoutineDefaults()
    )
    affected: Annotated[
        AffectedSide | None,
        Rule(doc="The affected side of whom it is written for; it wins over the person's own."),
    ] = None
    schedule: Annotated[Schedule | None, Rule(doc="How often it is meant to be done.")] = None
    translations: Annotated[Mapping[LanguageCode, RoutineTranslation], TRANSLATIONS] = field(
        default_factory=dict
    )
    exercises: Annotated[
        Mapping[Annotated[str, Identifier()], ExercisePatch],
        Rule(doc="The file's own exercises, or changes to bundled ones.", most=50),
    ] = field(default_factory=dict)
    lint: Annotated[LintChoice, Rule(doc="What check is to say nothing of.")] = field(
        default_factory=LintChoice
    )

    def affected_of(self, person: AffectedSide) -> AffectedSide:
        """The affected side that counts, where `person` is what the person has said."""
        return person if self.affected is None else self.affected


Exercises = Mapping[str, Exercise]
