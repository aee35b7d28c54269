"""The angles that make a pose: their names, their order, their limits.

The limits are the normal ranges of the American Academy of Orthopaedic Surgeons (1965) as
given in Norkin and White, Measurement of Joint Motion; where a supple adult or the thorax
under load goes further in the positions of this library (deep squatting, child's pose), the
wider range of Norkin and White's review tables is taken. The spine is lumbar and thoracic
together, after the same source.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """Lowest and highest normal value, degrees (metres for the shoulder girdle)."""

    least: float
    most: float


MIDDLE_LIMITS = {
    "spine_flexion": Range(-35, 80),
    "spine_side_bend": Range(-35, 35),
    "spine_rotation": Range(-45, 45),
    "neck_flexion": Range(-50, 50),
    "neck_side_bend": Range(-45, 45),
    "neck_rotation": Range(-70, 70),
}

SIDE_LIMITS = {
    "hip_flexion": Range(-30, 130),
    "hip_abduction": Range(-30, 50),
    "hip_rotation": Range(-45, 65),
    "knee_flexion": Range(-3, 155),
    "ankle_flexion": Range(-65, 30),
    "ankle_inversion": Range(-20, 35),
    "shoulder_flexion": Range(-60, 180),
    "shoulder_abduction": Range(-50, 180),
    "shoulder_rotation": Range(-90, 90),
    "girdle_elevation_m": Range(-0.02, 0.05),
    "girdle_protraction_m": Range(-0.03, 0.06),
    "elbow_flexion": Range(-5, 150),
    "forearm_rotation": Range(-85, 90),
    "wrist_flexion": Range(-80, 80),
    "wrist_deviation": Range(-35, 25),
}

ROOT = ("pelvis_x_m", "pelvis_y_m", "pelvis_z_m", "pelvis_tilt", "pelvis_side_tilt", "pelvis_turn")
NAMES: tuple[str, ...] = (
    *ROOT,
    *MIDDLE_LIMITS,
    *(f"{name}_l" for name in SIDE_LIMITS),
    *(f"{name}_r" for name in SIDE_LIMITS),
)
INDEX = {name: number for number, name in enumerate(NAMES)}
COUNT = len(NAMES)


def is_length(name: str) -> bool:
    """Whether the value is metres and no angle."""
    return name.removesuffix("_l").removesuffix("_r").endswith("_m")


def limit_of(name: str) -> Range | None:
    """The range of a joint, or None for what may be anywhere, as the pelvis in the room."""
    if name in MIDDLE_LIMITS:
        return MIDDLE_LIMITS[name]
    return SIDE_LIMITS.get(name.removesuffix("_l").removesuffix("_r"))
