"""Time to get ready: long enough to get there, and to hear what to do."""

from __future__ import annotations

from collections.abc import Iterable

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.sided_text import for_side
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.speaking import letters_a_second
from stretchcoach.core.language.units import SECOND_MS

FIRST_S = 15
SAME_POSITION_S = 8
OTHER_POSITION_S = 12
UP_OR_DOWN_S = 25
HEARING_LEAST_S = 4


def auto_get_ready_ms(
    before: Exercise | None, exercise: Exercise, texts: Iterable[str], side: Side | None
) -> int:
    """The longest of the times for moving, for hearing `texts` and for what the exercise needs.

    `before` is the exercise before, None for the first; `side` is the one that comes first.
    """
    seconds = max(moving_s(before, exercise), hearing_s(exercise, texts, side))
    needed_ms = exercise.dose.get_ready_ms
    needed_s = -(-needed_ms // SECOND_MS) if isinstance(needed_ms, int) else 0
    return max(seconds, needed_s) * SECOND_MS


def moving_s(before: Exercise | None, exercise: Exercise) -> int:
    """Longest when one gets down to the floor or up from it.

    A position that nobody has told is another one than that before.
    """
    if before is None:
        return FIRST_S
    then, now = before.position, exercise.position
    if then is None or now is None:
        return OTHER_POSITION_S
    if then is now:
        return SAME_POSITION_S
    return UP_OR_DOWN_S if then.on_floor is not now.on_floor else OTHER_POSITION_S


def texts_told(step: ExerciseStep, exercise: Exercise, *, is_new: bool) -> tuple[str, ...]:
    """What is said before the step: its note, and where the exercise is new, what to do."""
    how = exercise.instructions
    return (step.note, how.setup, how.move) if is_new else (step.note,)


def hearing_s(exercise: Exercise, texts: Iterable[str], side: Side | None) -> int:
    """How long one listens to `texts` as they are said for `side`; 0 where there are none.

    English is read at 14 letters a second; other languages say their own pace.
    """
    told = [for_side(text, side or exercise.figure_side) for text in texts if text]
    if not told:
        return 0
    letters = len(" ".join(told))
    return HEARING_LEAST_S + -(-letters // letters_a_second())
