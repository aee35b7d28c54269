"""The standing terms of the files: positions, kinds, equipment, cautions, codes of remarks."""

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
    STEP = "step"
    STOOL = "stool"
    BED = "bed"
    ROLLER = "roller"


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
    NUMB_SKIN = "numb-skin"


class RemarkCode(Enum):
    """What is legal in a file but surely not meant; by its code a file can silence it."""

    GLIDE_HELD = "glide-held"
    UNUSUAL_HOLD = "unusual-hold"
    UNUSUAL_REPS = "unusual-reps"
    REPS_INHERITED = "reps-inherited"
    HARDER_THAN_SAID = "harder-than-said"
    TEXT_AND_TIME = "text-and-time"
    MANY_EXERCISES = "many-exercises"
    TOO_MUCH_IN_A_SESSION = "too-much-in-a-session"
    TOO_MUCH_IN_A_WEEK = "too-much-in-a-week"
    LITTLE_IN_A_WEEK = "little-in-a-week"
    MANY_CHANGES = "many-changes"
    NO_TIME_TO_GET_READY = "no-time-to-get-ready"
    NO_TIME_TO_SWITCH = "no-time-to-switch"
    SIDES_UNEQUAL = "sides-unequal"
    SIDE_NOT_SAID = "side-not-said"
    CLIENTS_CAUTION = "clients-caution"
    HIDES_BUNDLED = "hides-bundled"
    NO_PICTURE = "no-picture"
    UNSAID = "unsaid"
    PROMISE = "promise"
