"""What a new routine may begin with."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.routine import ROUTINE_FORMAT
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.writing import scalar

NEW_ID = "new-routine"
_HEAD = "format: {format}\nid: {id}\ntitle: {title}\ndefaults: {{order: affected-last}}\n"
_TWO_AND_A_GLIDE = """\
schedule: {per_day: 1}
steps:
  - exercise: trunk-rotation
    reps: 8
  - exercise: figure-4-supine
    sets: 2
    hold: 30s
  - exercise: knee-to-opposite-shoulder
    sets: 2
    hold: 30s
  - exercise: leg-slider-supine
    reps: 8
"""
_STRETCH_AND_STRENGTHEN = """\
schedule: {days: [mon, wed, fri]}
steps:
  - exercise: pelvic-tilt
    reps: 8
  - exercise: bridge
    sets: 2
    reps: 10
    hold: 5s
  - exercise: clamshell
    sets: 2
    reps: 10
  - exercise: figure-4-supine
    sets: 2
    hold: 30s
"""
_ON_A_CHAIR = """\
schedule: {per_day: 2}
steps:
  - exercise: seated-march
    reps: 15
  - exercise: figure-4-seated
    sets: 1
    hold: 30s
  - exercise: knee-hug-seated
    sets: 1
    hold: 30s
"""


@dataclass(frozen=True)
class Template:
    """`steps` is all behind the head of the file."""

    key: str
    name: str
    about: str
    title: str
    steps: str

    def text(self, id_: str) -> str:
        """The text of a new routine with this id."""
        head = _HEAD.format(format=ROUTINE_FORMAT, id=id_, title=scalar(self.title))
        return head + self.steps


def templates() -> tuple[Template, ...]:
    """The blank one first."""
    return (
        Template("blank", tr("Blank"), tr("Nothing in it yet"), tr("New routine"), "steps: []\n"),
        Template(
            "glide",
            tr("Two stretches and a glide"),
            tr("Warm up, two stretches of the deep rotators, one glide"),
            tr("Two stretches and a glide"),
            _TWO_AND_A_GLIDE,
        ),
        Template(
            "strength",
            tr("Strengthen and stretch"),
            tr("Two exercises for the gluteals and one stretch, three days a week"),
            tr("Strengthen and stretch"),
            _STRETCH_AND_STRENGTHEN,
        ),
        Template(
            "chair",
            tr("On a chair"),
            tr("Five minutes at a desk, twice a day"),
            tr("On a chair"),
            _ON_A_CHAIR,
        ),
    )
