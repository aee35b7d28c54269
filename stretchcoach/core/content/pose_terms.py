"""Terms of a pose: how a body lies, its parts, what they touch, and which way."""

from __future__ import annotations

from enum import Enum


class BodyPosition(Enum):
    """How the body lies, sits or stands before any angle is given, and what it rests on."""

    SUPINE = "supine"
    HOOK_LYING = "hook-lying"
    PRONE = "prone"
    SIDE_ON_OTHER = "side-on-other"
    SIDE_ON_WORKING = "side-on-working"
    SEATED = "seated"
    LONG_SITTING = "long-sitting"
    HEEL_SITTING = "heel-sitting"
    STANDING = "standing"
    KNEELING = "kneeling"
    HALF_KNEELING = "half-kneeling"
    QUADRUPED = "quadruped"


class Part(Enum):
    """What touches something. Those from FOOT to BUTTOCK exist on two sides."""

    FOOT = "foot"
    HEEL = "heel"
    TOES = "toes"
    INSTEP = "instep"
    ANKLE = "ankle"
    SHIN = "shin"
    CALF = "calf"
    KNEE = "knee"
    THIGH = "thigh"
    HAND = "hand"
    FOREARM = "forearm"
    ELBOW = "elbow"
    UPPER_ARM = "upper arm"
    BUTTOCK = "buttock"
    PELVIS = "pelvis"
    LOWER_BACK = "lower back"
    UPPER_BACK = "upper back"
    CHEST = "chest"
    HEAD = "head"

    @property
    def sided(self) -> bool:
        """Whether there is one on the left and one on the right."""
        return self not in MIDDLE_PARTS


MIDDLE_PARTS = frozenset({Part.PELVIS, Part.LOWER_BACK, Part.UPPER_BACK, Part.CHEST, Part.HEAD})


class Place(Enum):
    """What is touched: a surface, a prop, or a part of the body."""

    NOTHING = "nothing"
    FLOOR = "floor"
    WALL = "wall"
    SEAT = "seat"
    BACKREST = "backrest"
    TABLE = "table"
    STEP = "step"
    STOOL = "stool"
    BED = "bed"
    CUSHION = "cushion"
    BALL = "ball"
    ROLLER = "roller"
    STRAP = "strap"
    FOOT = "foot"
    HEEL = "heel"
    ANKLE = "ankle"
    SHIN = "shin"
    KNEE = "knee"
    THIGH = "thigh"
    HAND = "hand"
    FOREARM = "forearm"
    UPPER_ARM = "upper arm"
    BUTTOCK = "buttock"
    BELLY = "belly"
    CHEST = "chest"
    HEAD = "head"


class Which(Enum):
    """Which of the two sides moves."""

    BOTH = "both"
    WORKING = "working"
    OTHER = "other"


class Whose(Enum):
    """Which of the two sides is touched, seen from the part that touches it."""

    SAME = "same"
    OPPOSITE = "opposite"
    WORKING = "working"
    OTHER = "other"


class Face(Enum):
    """The face of a limb, as it is called in anatomical zero."""

    FRONT = "front"
    BACK = "back"
    INNER = "inner"
    OUTER = "outer"


class Direction(Enum):
    """Where fingers or toes point in the room: forward is where the standing body faces."""

    FORWARD = "forward"
    BACKWARD = "backward"
    INWARD = "inward"
    OUTWARD = "outward"
    UP = "up"
    DOWN = "down"
