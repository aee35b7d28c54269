"""From where on a remark is made: far outside of what the sources say, so that nobody who means
well is told anything. The sources stand with the rules."""

from __future__ import annotations

from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS

MOST_EXERCISES = 7
MOST_IN_A_SESSION_MS = 6 * MINUTE_MS
MOST_IN_A_WEEK_MS = 20 * MINUTE_MS
LEAST_IN_A_WEEK_MS = 2 * MINUTE_MS
LEAST_OF_A_HELD_GLIDE_MS = 4 * SECOND_MS  # phases as short as this are movement
LEAST_TO_SWITCH_MS = 3 * SECOND_MS
LEAST_TO_GET_UP_MS = 12 * SECOND_MS
# Reps of all sets on one side in one step; of a hold, how often it is held.
MOST_REPS = {
    ExerciseKind.STRETCH: 10,
    ExerciseKind.RELEASE: 6,
    ExerciseKind.GLIDE: 30,
    ExerciseKind.MOBILITY: 60,
    ExerciseKind.STRENGTH: 100,
}
# An order is worth a word when it saves getting down and up again, or so many changes.
LEAST_GETTING_UP_SAVED = 2
LEAST_CHANGES_SAVED = 3
