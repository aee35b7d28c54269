"""What is wrong with the signs of a still: what they say is not done, or not seen."""

from __future__ import annotations

from stretchcoach.core.content.pose_terms import Part, Which
from stretchcoach.core.content.still import Arrow, Sign, Still
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.signs.all_signs import Asked, asked, signs_of
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.press import pressure, seen_share
from stretchcoach.figure.signs.strokes import painted
from stretchcoach.figure.signs.tracked import Scene, spot_of
from stretchcoach.figure.signs.turn import turn_deg

LEAST_WAY_M = 0.02  # on the picture
LEAST_TURN_DEG = 8.0
LEAST_PRESS = 0.35  # of the length of an arrow that lies across the view
BREATHES = frozenset({Part.CHEST, Part.UPPER_BACK, Part.LOWER_BACK, Part.PELVIS})
MOST_FACE = 0.25  # of a head that signs may hide


def sign_problems(still: Still, scene: Scene, ground: Ground, face: Floats) -> list[str]:
    """What the signs say wrongly; `face` is how much of each pixel of the hold shows the head."""
    found = [fault for one in asked(still, scene) if (fault := _fault(one, scene)) is not None]
    height, width = face.shape
    signs = painted(signs_of(still, scene, ground), width, height)[..., 3] > 0
    hidden = float(face[signs].sum() / max(float(face.sum()), 1.0))
    if hidden > MOST_FACE:
        found.append(tr("signs hide {percent} % of the head", percent=f"{hidden * 100:.0f}"))
    return found


def _fault(one: Asked, scene: Scene) -> str | None:
    arrow, side = one
    if arrow.sign is Sign.BREATHE:
        if arrow.of in BREATHES:
            return None
        # Translators: {part} is a word of the pose, such as “foot working”.
        return tr("nobody breathes with the {part}", part=_name(arrow, side, scene))
    if arrow.sign is Sign.TURN:
        degrees = abs(turn_deg(arrow.of, side, scene.bodies))
        if degrees < LEAST_TURN_DEG:
            # Translators: {part} is a word of the pose, such as “thigh working”.
            return tr(
                "{part} turns by only {degrees} degrees",
                part=_name(arrow, side, scene),
                degrees=f"{degrees:.0f}",
            )
        return None
    if arrow.sign is Sign.PRESS:
        return _press_fault(arrow, side, scene)
    return _way_fault(arrow, side, scene)


def _press_fault(arrow: Arrow, side: str, scene: Scene) -> str | None:
    found = pressure(arrow.of, side, scene, arrow.toward)
    if found is None:
        return tr("{part} presses against nothing", part=_name(arrow, side, scene))
    if seen_share(found, scene.camera) < LEAST_PRESS:
        return tr("{part} presses along the view", part=_name(arrow, side, scene))
    return None


def _way_fault(arrow: Arrow, side: str, scene: Scene) -> str | None:
    spot = spot_of(arrow.of)
    first, last = (spot.at(body, side) for body in (scene.bodies[0], scene.bodies[-1]))
    if arrow.toward is None:
        if scene.camera.apart_m(first, last) < LEAST_WAY_M:
            return tr("{part} hardly moves on the picture", part=_name(arrow, side, scene))
    elif arrow.sign is Sign.MOVE:
        gone_m = float((last - first) @ scene.direction(arrow.toward, side))
        if gone_m < LEAST_WAY_M:
            # Translators: {direction} is a word of the pose: up, forward, outward and the like.
            return tr(
                "{part} does not move {direction}",
                part=_name(arrow, side, scene),
                direction=arrow.toward.value,
            )
    return None


def _name(arrow: Arrow, side: str, scene: Scene) -> str:
    """The part in the words of the pose."""
    if not side:
        return arrow.of.value
    whose = Which.WORKING if side == scene.working else Which.OTHER
    return f"{arrow.of.value} ({whose.value})"
