"""The standing terms of exercises: positions, kinds, equipment and cautions."""

from __future__ import annotations

from enum import Enum


class Position(Enum):
    """How the body is held; what a change of position costs is time to get ready."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE = "side"
    FLOOR = "floor"
    KNEELING = "kneeling"
    QUADRUPED = "quadruped"
    SEATED = "seated"
    STANDING = "standing"

    @property
    def on_floor(self) -> bool:
        """Whether one must get down to the floor for it."""
        return self not in (Position.SEATED, Position.STANDING)


class ExerciseKind(Enum):
    STRETCH = "stretch"
    MOBILITY = "mobility"
    GLIDE = "glide"
    STRENGTH = "strength"
    RELEASE = "release"
    REST = "rest"


class Equipment(Enum):
    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    STRAP = "strap"
    BALL = "ball"
    CUSHION = "cushion"
    TABLE = "table"
    BAND = "band"


class Caution(Enum):
    """Who should ask a professional before this exercise. Information, never a verdict."""

    HIP_REPLACEMENT_POSTERIOR = "hip-replacement-posterior"
    HIP_REPLACEMENT_ANTERIOR = "hip-replacement-anterior"
    OSTEOPOROSIS = "osteoporosis"
    PREGNANCY = "pregnancy"
    PELVIC_GIRDLE_PAIN = "pelvic-girdle-pain"
    BENDING = "bending"
    ARCHING = "arching"
    NERVE = "nerve"
    SIDE_HIP_TENDON = "side-hip-tendon"
    HIP_PINCH = "hip-pinch"
    KNEE = "knee"
    SACROILIAC = "sacroiliac"
    HYPERMOBILITY = "hypermobility"
    WRIST = "wrist"
    BALANCE = "balance"
    BLEEDING = "bleeding"
