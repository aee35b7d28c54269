"""What is to be said of a person's own exercise, by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sided_text import names_a_side
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.claims import claims_in
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.remark import Edit, Fix, Remark, remark_by_rule
from stretchcoach.core.steps.side_dose import Path


@dataclass(frozen=True)
class Said:
    """A text of a file and its place; in a name conditions are not wanted either."""

    path: Path
    text: str
    is_name: bool = False


def exercise_remarks(exercise: Exercise, path: Path = ()) -> Iterator[Remark]:
    """Remarks on an exercise that stands at `path` of its file."""
    yield from _unsaid(exercise, path)
    if exercise.figure is None:
        message = tr("this exercise has no picture")
        yield remark_by_rule(RemarkCode.NO_PICTURE, path, message)
    how = exercise.instructions
    texts = [(field.name, getattr(how, field.name)) for field in fields(how)]
    sided = [name for name, text in texts if names_a_side(text)]
    if exercise.sides is Sides.BOTH and sided:
        yield remark_by_rule(
            RemarkCode.SIDE_NOT_SAID,
            (*path, "instructions", sided[0]),
            tr("this text names a side, but the exercise is done without one"),
            Fix(tr("write “sides: each”"), (Edit((*path, "sides"), "each"),)),
        )
    said = [Said((*path, "name"), exercise.name, is_name=True)]
    said += [
        Said((*path, "also_known_as", number), name, is_name=True)
        for number, name in enumerate(exercise.also_known_as)
    ]
    said += [Said((*path, "instructions", name), text) for name, text in texts]
    said += [Said((*path, "cues", number), cue) for number, cue in enumerate(exercise.cues)]
    said.append(Said((*path, "alt"), exercise.alt))
    yield from promises(said)


def promises(said: Iterable[Said]) -> Iterator[Remark]:
    """A remark on each text that promises an effect on health."""
    for text in said:
        for claim in claims_in(text.text, is_name=text.is_name)[:1]:
            message = (
                tr("“{word}” is a condition: what is done is named by body area", word=claim.word)
                if claim.is_condition
                else tr("“{word}” says more than a coach and diary can", word=claim.word)
            )
            yield remark_by_rule(RemarkCode.PROMISE, text.path, message)


def _unsaid(exercise: Exercise, path: Path) -> Iterator[Remark]:
    """One remark on all that people would miss."""
    how = exercise.instructions
    missing = [
        name
        for name, text in (("setup", how.setup), ("move", how.move), ("feel", how.feel))
        if not text
    ]
    if exercise.position is None:
        missing.append("position")
    if not exercise.targets.primary:
        missing.append("targets")
    if not exercise.cues:
        missing.append("cues")
    if missing:
        message = tr("not said: {keys}", keys=", ".join(missing))
        yield remark_by_rule(RemarkCode.UNSAID, path, message)
