"""A slow breath that a guide on the screen shows during holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Breath:
    """How long one breath in and one breath out take."""

    in_ms: int = 4000
    out_ms: int = 6000

    def is_in(self, elapsed_ms: int) -> bool:
        return elapsed_ms % (self.in_ms + self.out_ms) < self.in_ms

    def fullness(self, elapsed_ms: int) -> float:
        """How full the lungs are, 0.0 to 1.0: eased, so that the turn is soft."""
        at = elapsed_ms % (self.in_ms + self.out_ms)
        share = at / self.in_ms if at < self.in_ms else 1 - (at - self.in_ms) / self.out_ms
        return share * share * (3 - 2 * share)
