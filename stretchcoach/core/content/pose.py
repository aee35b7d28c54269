"""Pose: what the picture of an exercise is drawn from, in the words of a physiotherapist.

Angles are degrees from anatomical zero: standing, arms hanging, palms toward the thighs.
Flexion, abduction and external rotation are positive. Sides are `working`, the picture's
`figure_side`, and `other`. An angle that is given is kept as closely as the contacts allow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from stretchcoach.core.content.fields import MAX_NAME, Identifier, Number, Rule, Text
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose_terms import (
    BodyPosition,
    Direction,
    Face,
    Part,
    Place,
    Which,
    Whose,
)
from stretchcoach.core.content.still import Still


def _degrees(doc: str) -> Number:
    return Number(doc=doc, unit="degrees", least=-180, most=180)


def _percent(doc: str) -> Number:
    return Number(doc=doc, unit="%", least=0, most=100)


def _cm(doc: str) -> Number:
    return Number(doc=doc, unit="cm", least=-300, most=300)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One part of the body touches something."""

    put: Annotated[Part, Rule(doc="The part that touches.")]
    on: Annotated[Place, Rule(doc="What it touches; `nothing` takes an earlier contact away.")]
    side: Annotated[Which, Rule(doc="Whose part it is.")] = Which.BOTH
    of: Annotated[Whose, Rule(doc="Whose body part is touched.")] = Whose.SAME
    at: Annotated[Face | None, Rule(doc="The face of the limb that is touched.")] = None
    along: Annotated[float | None, _percent("How far along the limb from its upper end.")] = None
    ahead: Annotated[float | None, _cm("On a surface: how far ahead of the room's middle.")] = None
    out: Annotated[float | None, _cm("On a surface: how far out to the part's own side.")] = None
    moves: Annotated[bool, Rule(doc="Later: it touches elsewhere than in the first.")] = False
    pointing: Annotated[Direction | None, Rule(doc="Where fingers or toes point.")] = None


@dataclass(frozen=True, kw_only=True)
class Pelvis:
    """How the pelvis is turned from the way the position holds it, and moved."""

    tilt: Annotated[float | None, _degrees("Top of the pelvis forward.")] = None
    side_tilt: Annotated[float | None, _degrees("Top of the pelvis to the working side.")] = None
    turn: Annotated[float | None, _degrees("Front of the pelvis to the working side.")] = None
    height: Annotated[float | None, _cm("Of the middle of the pelvis over the floor.")] = None
    ahead: Annotated[float | None, _cm("Of the middle of the pelvis in the room.")] = None


@dataclass(frozen=True, kw_only=True)
class Bend:
    """A section of the spine."""

    flexion: Annotated[float | None, _degrees("Forward; extension is negative.")] = None
    side_bend: Annotated[float | None, _degrees("To the working side.")] = None
    rotation: Annotated[float | None, _degrees("To the working side.")] = None


@dataclass(frozen=True, kw_only=True)
class Ball:
    """A hip or a shoulder: flexed first, then abducted, then rotated about its own length."""

    flexion: Annotated[float | None, _degrees("Forward; extension is negative.")] = None
    abduction: Annotated[float | None, _degrees("Away from the middle; adduction negative.")] = None
    rotation: Annotated[float | None, _degrees("External; internal is negative.")] = None


@dataclass(frozen=True, kw_only=True)
class Limbs:
    """The leg and the arm of one side."""

    hip: Annotated[Ball, Rule(doc="The hip.")] = field(default_factory=Ball)
    knee: Annotated[float | None, _degrees("Flexion.")] = None
    ankle: Annotated[float | None, _degrees("Dorsiflexion; plantarflexion is negative.")] = None
    shoulder: Annotated[Ball, Rule(doc="The shoulder.")] = field(default_factory=Ball)
    elbow: Annotated[float | None, _degrees("Flexion.")] = None
    forearm: Annotated[float | None, _degrees("Supination; pronation is negative.")] = None
    wrist: Annotated[float | None, _degrees("Flexion; extension is negative.")] = None
    grip: Annotated[float | None, Number(doc="0 an open hand to 1 a fist.", least=0, most=1)] = None


@dataclass(frozen=True, kw_only=True)
class Keyframe:
    """One moment of the movement. All but the first say only what differs from the first."""

    name: Annotated[str, Identifier(doc="start, hold, or any other name.", most=MAX_NAME)]
    position: Annotated[BodyPosition | None, Rule(doc="How the body is held.")] = None
    pelvis: Annotated[Pelvis, Rule(doc="The pelvis.")] = field(default_factory=Pelvis)
    spine: Annotated[Bend, Rule(doc="Lower and upper back together.")] = field(default_factory=Bend)
    neck: Annotated[Bend, Rule(doc="The neck.")] = field(default_factory=Bend)
    both: Annotated[Limbs, Rule(doc="Both sides alike.")] = field(default_factory=Limbs)
    working: Annotated[Limbs, Rule(doc="The working side; wins over `both`.")] = field(
        default_factory=Limbs
    )
    other: Annotated[Limbs, Rule(doc="The other side; wins over `both`.")] = field(
        default_factory=Limbs
    )
    contacts: Annotated[tuple[Contact, ...], Rule(doc="What touches what.", most=30)] = ()


class PropName(Enum):
    MAT = "mat"
    CHAIR = "chair"
    WALL = "wall"
    STRAP = "strap"
    BAND = "band"
    BALL = "ball"
    ROLLER = "roller"
    CUSHION = "cushion"
    TABLE = "table"
    STEP = "step"
    STOOL = "stool"
    BED = "bed"


@dataclass(frozen=True, kw_only=True)
class Prop:
    """A thing in the picture, and where it stands."""

    kind: Annotated[PropName, Rule(doc="What it is.")]
    ahead: Annotated[float | None, _cm("How far ahead of the room's middle.")] = None
    out: Annotated[float | None, _cm("How far to the working side.")] = None
    height: Annotated[
        float | None, Number(unit="cm", least=1, most=200, doc="Of its top; a ball's thickness.")
    ] = None
    turn: Annotated[float | None, _degrees("Its front to the working side.")] = None
    around: Annotated[
        Part | None, Rule(doc="A strap: thigh, ankle, foot. A band: thigh, ankle. A cushion: knee.")
    ] = None
    of: Annotated[Which, Rule(doc="On which side it is; a strap also round both.")] = Which.WORKING


@dataclass(frozen=True, kw_only=True)
class Camera:
    """Where the picture is seen from. The size is found by itself."""

    yaw: Annotated[
        float, _degrees("0 from ahead (the feet of someone on the back), 90 from the working side.")
    ] = 40.0
    pitch: Annotated[float, Number(unit="degrees", least=-10, most=89, doc="From above.")] = 12.0
    centre: Annotated[
        tuple[Annotated[float, _cm("")], ...],
        Rule(doc="What it looks at: out, up, ahead. Empty: the middle of the body.", most=3),
    ] = ()
    span: Annotated[
        float | None, Number(unit="cm", least=20, most=600, doc="Width of the picture.")
    ] = None


class PictureRule(Enum):
    """What the check asks of a picture, beyond what it asks of the body."""

    LEG = "leg"
    HANDS = "hands"
    FACE = "face"
    GLOW = "glow"
    CLEARANCE = "clearance"
    DIFFERENCE = "difference"
    SIGN = "sign"


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """A rule that a sensible picture of this exercise cannot keep, and why."""

    rule: Annotated[PictureRule, Rule(doc="The rule of `figure check`.")]
    because: Annotated[str, Text(doc="The reason, for whoever poses it anew.")]


@dataclass(frozen=True, kw_only=True)
class Pose:
    """The keyframes, props and camera of a picture."""

    keyframes: Annotated[
        tuple[Keyframe, ...],
        Rule(doc="First the start, last the hold or far end.", least=2, most=6),
    ]
    props: Annotated[tuple[Prop, ...], Rule(doc="Things in the picture.", most=8)] = ()
    camera: Annotated[Camera, Rule(doc="Where it is seen from.")] = field(default_factory=Camera)
    glow: Annotated[
        tuple[Muscle, ...], Rule(doc="Muscles that glow, if not the primary targets.", most=6)
    ] = ()
    still: Annotated[Still, Rule(doc="The still picture.")] = field(default_factory=Still)
    allow: Annotated[tuple[Allowed, ...], Rule(doc="Rules that do not hold here.", most=6)] = ()
