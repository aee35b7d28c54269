"""Where things are in the countdown ring: plain numbers, no Qt.

Angles are degrees clockwise from the top. The ring empties clockwise from the top, as a clock
hand goes: what is left of the time is the arc from the tip on to the top.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

FULL_CIRCLE = 360.0
SMALL_PX = 296.0
LARGE_PX = 600.0
LEAST_TEXT_PX = 14.0
SECOND_MS = 1000


@dataclass(frozen=True)
class RingMeasures:
    """The sizes in px for a ring of one diameter; `_y` is from its centre to that of the words.

    `paused` is the size of the word while the clock stands still, `bars` that of the sign above it.
    """

    diameter: float
    stroke: float
    phase: float
    digits: float
    unit: float
    phase_y: float
    digits_y: float
    unit_y: float
    paused: float
    paused_y: float
    bars: float
    bars_y: float

    @classmethod
    def for_diameter(cls, diameter: float) -> RingMeasures:
        """Between and beyond the two sizes that were designed, in proportion."""
        share = min(1.0, max(0.0, (diameter - SMALL_PX) / (LARGE_PX - SMALL_PX)))

        def part(small: float, large: float) -> float:
            ratio = small / SMALL_PX + share * (large / LARGE_PX - small / SMALL_PX)
            return ratio * diameter

        return cls(
            diameter=diameter,
            stroke=part(16, 28),
            phase=max(LEAST_TEXT_PX, part(24, 64)),
            digits=part(112, 268),
            unit=max(LEAST_TEXT_PX, part(18, 36)),
            phase_y=part(-69, -151),
            digits_y=part(3, 13),
            unit_y=part(72, 165),
            paused=part(58, 124),
            paused_y=part(24, 46),
            bars=part(64, 140),
            bars_y=part(-50, -112),
        )

    @property
    def radius(self) -> float:
        """Of the middle of the stroke."""
        return (self.diameter - self.stroke) / 2


def tip_angle(remaining_ms: int, total_ms: int) -> float:
    """Where the arc begins: 0 when all the time is left, 360 when none is."""
    if total_ms <= 0:
        return FULL_CIRCLE
    left = min(1.0, max(0.0, remaining_ms / total_ms))
    return FULL_CIRCLE * (1.0 - left)


def whole_seconds(remaining_ms: int) -> int:
    """The number to show: a second counts until it is over, so 0 means that time is up."""
    return max(0, -(-remaining_ms // SECOND_MS))


def update_interval_ms(total_ms: int, diameter: float) -> int:
    """How often the tip moves by one px, but 30 times a second at most, in ms."""
    length = math.pi * RingMeasures.for_diameter(diameter).diameter
    return max(33, min(250, round(total_ms / max(1.0, length))))


def point_at(angle: float, centre: tuple[float, float], radius: float) -> tuple[float, float]:
    """The point on the ring at `angle`."""
    radians = math.radians(angle)
    return centre[0] + radius * math.sin(radians), centre[1] - radius * math.cos(radians)
