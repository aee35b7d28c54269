"""What is wrong with a pose, measured on the bodies and not on the picture.

Every keyframe and some moments between them: nothing sinks more than 1 cm into another part
of the body, the floor or a prop; every contact holds within 1 cm; every joint is within its
limits; shins and feet keep clear of the legs of furniture; and, in the keyframes, the angles
that the pose asks for are about what it got.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.content.pose import Pose
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.flesh import CONES, Ends, cone_gaps
from stretchcoach.figure.body.joints import is_length, limit_of
from stretchcoach.figure.body.kinematics import bodies
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.pose.contacts import PoseError
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.nearest_body import box_gaps, floor_gaps
from stretchcoach.figure.pose.pose_to_bodies import Solved, SolvedFrame, solve

SINK_M = 0.010
LIMIT_SLACK_DEG = 1.5
LIMIT_SLACK_M = 0.005
GIVEN_DEG = 15.0
GIVEN_M = 0.03
CLEAR_M = 0.15  # from shin or foot to the leg of a chair, so that they are told apart
LEG_HALF_M = 0.03  # of the thickness of such a leg
_LOW_PARTS = ("shank", "foot", "toes")


class ProblemKind(Enum):
    POSE = "pose"
    SINKS = "sinks"
    CONTACT = "contact"
    LIMIT = "limit"
    GIVEN = "given"
    CLEARANCE = "clearance"


@dataclass(frozen=True)
class PoseProblem:
    """One thing that is wrong at the moment `at` (0 the first keyframe, 1 the last)."""

    at: float
    kind: ProblemKind
    message: str


FrameCheck = Callable[[SolvedFrame], Sequence[str]]


def _words(part: str) -> str:
    """A part's name as a report says it: the working side is solved as the right one.

    The names are, as in the pose itself, words of its language and not translated.
    """
    side = {"_l": " (other)", "_r": " (working)"}.get(part[-2:], "")
    return (part[:-2] if side else part).replace("_", " ") + side


def _cm(gap: float) -> str:
    return f"{abs(gap) * 100:.1f}"


def _sinking(frame: SolvedFrame) -> list[str]:
    goal = frame.goal
    ends: Ends = goal.flesh.ends(bodies(frame.values[None, :], goal.base))
    found = []
    for (first, second), gap in zip(
        goal.pairs, cone_gaps(ends, goal.pairs[:, 0], goal.pairs[:, 1])[0], strict=True
    ):
        if gap < -SINK_M:
            one, other = _words(CONES[first].part), _words(CONES[second].part)
            found.append(
                # Translators: {one} and {other} are parts of the body in the picture.
                tr("{one} and {other} overlap by {cm} cm", one=one, other=other, cm=_cm(gap))
            )
    places = [(tr("the floor"), floor_gaps(ends)[0])]
    places += [
        # Translators: {material} is what a thing in the picture is made of.
        (tr("the {material} prop", material=box.material.value), box_gaps(ends, box)[0])
        for box in goal.solid
    ]
    for place, gaps in places:
        found += [
            tr(
                "{part} sinks {cm} cm into {place}",
                part=_words(cone.part),
                cm=_cm(gap),
                place=place,
            )
            for cone, gap in zip(CONES, gaps, strict=True)
            if gap < -SINK_M
        ]
    return found


def _loose(frame: SolvedFrame) -> list[str]:
    body = bodies(frame.values[None, :], frame.goal.base)
    return [
        f"{touch.name}: {fault}" for touch in frame.goal.touches for fault in touch.faults(body)
    ]


def _beyond_limits(frame: SolvedFrame) -> list[str]:
    found = []
    for name, value in frame.angles.items():
        limit = limit_of(name)
        slack = LIMIT_SLACK_M if is_length(name) else LIMIT_SLACK_DEG
        if limit and not limit.least - slack <= value <= limit.most + slack:
            found.append(
                tr(
                    "{joint} is {value}, normal is {least} to {most}",
                    joint=_words(name),
                    value=f"{value:.3g}",
                    least=f"{limit.least:g}",
                    most=f"{limit.most:g}",
                )
            )
    return found


def _not_as_given(frame: SolvedFrame) -> list[str]:
    found = []
    for name, asked in frame.given.items():
        limit = limit_of(name)
        if limit and not limit.least <= asked <= limit.most:
            found.append(
                tr(
                    "{joint} {asked} is asked for, normal is {least} to {most}",
                    joint=_words(name),
                    asked=f"{asked:g}",
                    least=f"{limit.least:g}",
                    most=f"{limit.most:g}",
                )
            )
        elif abs(frame.angles[name] - asked) > (GIVEN_M if is_length(name) else GIVEN_DEG):
            found.append(
                tr(
                    "{joint} {asked} is asked for, but it is {value}",
                    joint=_words(name),
                    asked=f"{asked:g}",
                    value=f"{frame.angles[name]:.3g}",
                )
            )
    return found


def _too_near(frame: SolvedFrame) -> list[str]:
    """Shins and feet that seem to touch the leg of a chair, a stool or a table."""
    goal = frame.goal
    ends: Ends = goal.flesh.ends(bodies(frame.values[None, :], goal.base))
    least: dict[str, float] = {}
    for box in goal.solid:
        if not _is_leg(box):
            continue
        for cone, gap in zip(CONES, box_gaps(ends, box)[0], strict=True):
            if cone.part.startswith(_LOW_PARTS):
                least[cone.part] = min(least.get(cone.part, CLEAR_M), float(gap))
    return [
        # Translators: {part} is a part of the body, {cm} how far it is from the furniture.
        tr("{part} is only {cm} cm from a leg of the furniture", part=_words(part), cm=_cm(gap))
        for part, gap in least.items()
        if gap < CLEAR_M
    ]


def _is_leg(box: PropShape) -> bool:
    across, high, deep = box.size
    return max(across, deep) <= LEG_HALF_M < high


_CHECKS: tuple[tuple[ProblemKind, FrameCheck], ...] = (
    (ProblemKind.SINKS, _sinking),
    (ProblemKind.CONTACT, _loose),
    (ProblemKind.LIMIT, _beyond_limits),
    (ProblemKind.GIVEN, _not_as_given),
    (ProblemKind.CLEARANCE, _too_near),
)


def problems_of(solved: Solved, between: int = 3) -> list[PoseProblem]:
    """What is wrong with the keyframes and with `between` moments between each two of them."""
    count = (len(solved.frames) - 1) * (between + 1) + 1
    allowed = {one.rule.value for one in solved.pose.allow}
    found = []
    for number, frame in enumerate(moments(solved, count)):
        at = number / (count - 1)
        for kind, check in _CHECKS:
            if kind.value not in allowed:
                found += [PoseProblem(at, kind, message) for message in check(frame)]
    return found


def check_pose(pose: Pose, figure_side: Side, between: int = 3) -> list[PoseProblem]:
    """Solve the pose and measure it; a pose that does not fit together is one problem."""
    try:
        solved = solve(pose, figure_side)
    except PoseError as error:
        return [PoseProblem(0.0, ProblemKind.POSE, str(error))]
    return problems_of(solved, between)
