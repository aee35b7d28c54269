"""How long a voice needs for a text, learned from how long it has needed so far."""

from __future__ import annotations

from stretchcoach.core.language.speaking import speaking_ms

# What an ordinary voice would have been measured at, before anything is.
ASSUMED_LETTERS = (0, 20, 40)
MEMORY = 0.9
SLOWEST_FACTOR = 4.0


class Pace:
    """A straight line through the measured times: a start, and so much a letter.

    Both are learned, for with one number the short words of a countdown, which are mostly
    start, would make long sentences look slow. Older measurements fade.
    """

    def __init__(self, factor: float = 1.0) -> None:
        # Of all measurements: how many, and the sums of x, y, x * x and x * y.
        self._sums = [0.0] * 5
        for letters in ASSUMED_LETTERS:
            self._count(letters, factor * speaking_ms("x" * letters))

    def learn(self, text: str, took_ms: int) -> None:
        """Take in that `text` took `took_ms`."""
        self._sums = [MEMORY * total for total in self._sums]
        most_ms = SLOWEST_FACTOR * speaking_ms(text)
        self._count(len(text), min(max(took_ms, 0), most_ms))

    def needed_ms(self, text: str) -> int:
        """How long `text` will probably take, and at least a little."""
        count, x, y, xx, xy = self._sums
        spread = count * xx - x * x
        slope = max((count * xy - x * y) / spread, 0.0) if spread > 1 else 0.0
        return max(round((y - slope * x) / count + slope * len(text)), 1)

    def _count(self, letters: int, took_ms: float) -> None:
        measured = (1.0, letters, took_ms, letters * letters, letters * took_ms)
        self._sums = [total + value for total, value in zip(self._sums, measured, strict=True)]
