"""Exercise: what to do. Defined once, referred to by its `id`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.fields import (
    MAX_LINE,
    MAX_NAME,
    MAX_TEXT,
    TRANSLATIONS,
    AtLeastOne,
    Exactly,
    ExerciseId,
    Identifier,
    LanguageCode,
    Number,
    PicturePath,
    Rule,
    SidedText,
    Text,
)
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose import Pose
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.terms import Caution, Equipment, ExerciseKind, Position, RemarkCode

EXERCISE_FORMAT = "stretchcoach-exercise/1"


@dataclass(frozen=True)
class LintChoice:
    """What `check` is to say nothing of in this file."""

    ignore: Annotated[
        tuple[RemarkCode, ...], Rule(doc="Codes of remarks that are not wanted.", most=40)
    ] = ()


@dataclass(frozen=True)
class Targets:
    """The muscles an exercise is for, and those that share the work."""

    primary: Annotated[tuple[Muscle, ...], Rule(doc="Muscles it is for.", least=1, most=6)]
    secondary: Annotated[tuple[Muscle, ...], Rule(doc="Muscles that help.", most=6)] = ()


@dataclass(frozen=True)
class Instructions:
    """What the coach says and shows, each short enough to be heard while lying down.

    One is needed, and `move` alone is enough; "" is what nobody has said.
    """

    KEYS: ClassVar = (AtLeastOne(("setup", "move", "feel", "avoid")),)

    setup: Annotated[str, SidedText(doc="How to get into the start.", most=MAX_TEXT)] = ""
    move: Annotated[str, SidedText(doc="How to get from the start to the hold.", most=MAX_TEXT)] = (
        ""
    )
    feel: Annotated[str, SidedText(doc="Where it should be felt.", most=MAX_TEXT)] = ""
    avoid: Annotated[str, SidedText(doc="The mistakes people make.", most=MAX_TEXT)] = ""
    stop: Annotated[
        str, SidedText(doc="When to ease off; said in the first hold of each side.", least=0)
    ] = ""

    def over(self, base: Instructions) -> Instructions:
        """`base` with what this says laid over it."""
        return replace(base, **{name: text for name, text in vars(self).items() if text})


@dataclass(frozen=True, kw_only=True)
class InstructionsTranslation:
    """The instructions in another language; what is not said stays as it is."""

    setup: Annotated[str | None, SidedText(doc="How to get into the start.", most=MAX_TEXT)] = None
    move: Annotated[str | None, SidedText(doc="How to get to the hold.", most=MAX_TEXT)] = None
    feel: Annotated[str | None, SidedText(doc="Where it should be felt.", most=MAX_TEXT)] = None
    avoid: Annotated[str | None, SidedText(doc="The mistakes people make.", most=MAX_TEXT)] = None
    stop: Annotated[str | None, SidedText(doc="When to ease off.")] = None


@dataclass(frozen=True, kw_only=True)
class ExerciseTranslation:
    """The words of an exercise in another language; what is not said stays as it is."""

    name: Annotated[str | None, Text(doc="What people read.", most=MAX_NAME)] = None
    also_known_as: Annotated[
        tuple[Annotated[str, Text(most=MAX_NAME)], ...] | None,
        Rule(doc="Other names people search for.", most=10),
    ] = None
    instructions: Annotated[InstructionsTranslation | None, Rule(doc="How to do it.")] = None
    alt: Annotated[str | None, SidedText(doc="The picture in words.", most=MAX_TEXT)] = None
    cues: Annotated[
        tuple[Annotated[str, SidedText(most=MAX_LINE)], ...] | None,
        Rule(doc="Short reminders, one is said in a hold.", most=8),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """What to do: name, position, pictures, instructions, targets and cautions."""

    format: Annotated[str, Exactly(text=EXERCISE_FORMAT, doc="The format of this file.")]
    id: Annotated[str, Identifier(doc="The name that routines refer to.")]
    name: Annotated[str, Text(doc="What people read.", most=MAX_NAME)]
    instructions: Annotated[Instructions, Rule(doc="How to do it.")]
    position: Annotated[
        Position | None, Rule(doc="How the body is held; seated is on a chair.")
    ] = None
    kind: Annotated[ExerciseKind, Rule(doc="What sort of exercise it is.")] = ExerciseKind.STRETCH
    sides: Annotated[
        Sides,
        Rule(doc="each: one side, then the other. alternate: every rep. both: together."),
    ] = Sides.BOTH
    targets: Annotated[Targets, Rule(doc="The muscles that it is for.")] = Targets(())
    also_known_as: Annotated[
        tuple[Annotated[str, Text(most=MAX_NAME)], ...],
        Rule(doc="Other names people search for.", most=10),
    ] = ()
    equipment: Annotated[tuple[Equipment, ...], Rule(doc="What is needed.", most=6)] = ()
    level: Annotated[int, Number(doc="1 easy, 2 middle, 3 demanding.", least=1, most=3)] = 1
    dose: Annotated[Dose, Rule(doc="Used where a routine says nothing else.")] = Dose()
    figure: Annotated[
        str | None, PicturePath(doc="Picture; first frame the start, last the hold.")
    ] = None
    figure_side: Annotated[
        Side, Rule(doc="The working side in the picture; mirrored for the other.")
    ] = Side.RIGHT
    alt: Annotated[str, SidedText(doc="The picture in words.", least=0, most=MAX_TEXT)] = ""
    cues: Annotated[
        tuple[Annotated[str, SidedText(most=MAX_LINE)], ...],
        Rule(doc="Short reminders, one is said in a hold.", most=8),
    ] = ()
    easier: Annotated[str | None, ExerciseId(doc="The gentler version.")] = None
    harder: Annotated[str | None, ExerciseId(doc="The next step up.")] = None
    cautions: Annotated[
        tuple[Caution, ...], Rule(doc="Who should ask a professional first.", most=16)
    ] = ()
    sources: Annotated[
        tuple[Annotated[str, Text()], ...],
        Rule(doc="Where the facts of pose and dose come from.", most=10),
    ] = ()
    translations: Annotated[Mapping[LanguageCode, ExerciseTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )
    lint: Annotated[LintChoice, Rule(doc="What check is to say nothing of.")] = field(
        default_factory=LintChoice
    )
    pose: Annotated[Pose | None, Rule(doc="What the picture is drawn from.")] = None
