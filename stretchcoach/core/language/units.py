"""Units of time."""

SECOND_MS = 1000
MINUTE_MS = 60 * SECOND_MS
