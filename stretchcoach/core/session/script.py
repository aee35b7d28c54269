"""Which words of the exercises belong to which interval of a session, whoever says or shows them.

The first step with an exercise tells it whole: how to get there, what to do, the step's note.
After that a short reminder is enough. The line that tells when to ease off comes first on each
side, for nobody knows beforehand which side it will be needed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.speaking import sentences
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.timeline import Interval, Timeline
from stretchcoach.core.steps.planned_step import PlannedStep

CUE_FROM_MS = 12 * SECOND_MS  # work that is long enough for a reminder of its own


@dataclass(frozen=True)
class Place:
    """Where an interval of work stands: `turn` numbers the sides that follow each other.

    `cue_no` counts the reminders of the step, `opens_set` tells the first work of a set.
    """

    turn: tuple[int, Side | None]
    opens_turn: bool
    opens_set: bool
    cue_no: int


class Script:
    """The words for each interval of `timeline`, as they are on its side."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        met: dict[str, int] = {}
        for interval in timeline.intervals:
            exercise = timeline.exercise_of(interval)
            if exercise is not None:
                met.setdefault(exercise.id, interval.step_no)
        self._first_steps = frozenset(met.values())
        self._places = dict(_places(timeline))

    def interval(self, index: int) -> Interval:
        return self._timeline.intervals[index]

    def planned(self, index: int) -> PlannedStep:
        return self._timeline.step_of(self.interval(index))

    def place(self, index: int) -> Place:
        """Where the work of interval `index` stands."""
        return self._places[index]

    def turn(self, index: int) -> tuple[int, ...]:
        """The intervals of work on the same side of the same step, in order."""
        turn = self._places[index].turn
        return tuple(i for i, place in self._places.items() if place.turn == turn)

    def is_first_time(self, index: int) -> bool:
        """Whether no earlier step had this exercise."""
        return self.interval(index).step_no in self._first_steps

    def exercise(self, index: int) -> Exercise | None:
        """What is done in interval `index`, with its texts for the side; a rest has none."""
        exercise = self._timeline.exercise_of(self.interval(index))
        return exercise and seen_on(exercise, self.interval(index).side)

    def note(self, index: int) -> str:
        """The word to the client of the step that interval `index` is of."""
        return self.planned(index).note_on(self.interval(index).side)

    def how(self, index: int) -> str:
        """What is to be heard before the step begins: all of it the first time, else the note."""
        exercise = self.exercise(index)
        texts = [self.note(index)]
        if exercise is not None and self.is_first_time(index):
            texts = [exercise.instructions.setup, exercise.instructions.move, *texts]
        return " ".join(sentence for text in texts for sentence in sentences(text))

    def stop(self, index: int) -> str:
        """When to ease off."""
        exercise = self.exercise(index)
        return exercise.instructions.stop if exercise else ""

    def reminder(self, index: int) -> str:
        """The short words for interval `index`: the first ones outside of work, and in the
        first work of a side when to ease off."""
        exercise = self.exercise(index)
        place = self._places.get(index)
        if exercise is None:
            return ""
        if place is not None and place.opens_turn and exercise.instructions.stop:
            return exercise.instructions.stop
        cue_no = place.cue_no if place else 0
        return exercise.cues[cue_no % len(exercise.cues)] if exercise.cues else ""


def _places(timeline: Timeline) -> Iterator[tuple[int, Place]]:
    """Each interval of work with its place, by index."""
    step_no = cue_no = 0
    turn: tuple[int, Side | None] | None = None
    set_no: int | None = None
    for index, interval in enumerate(timeline.intervals):
        if not interval.kind.is_work:
            continue
        if interval.step_no != step_no:
            step_no, cue_no = interval.step_no, -1
        takes_turns = timeline.step_of(interval).sides is Sides.ALTERNATE
        here = (step_no, None if takes_turns else interval.side)
        opens_turn = here != turn
        opens_set = opens_turn or interval.set_no != set_no
        turn, set_no = here, interval.set_no
        if opens_set or (interval.duration_ms or 0) >= CUE_FROM_MS:
            cue_no += 1
        yield index, Place(here, opens_turn, opens_set, cue_no)
