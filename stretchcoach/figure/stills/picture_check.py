"""What is wrong with a picture although its bodies are right: what cannot be seen in it.

Measured on the hold, and between start and hold. A rule that a sensible picture cannot keep is
listed in the pose under `allow`, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.pose import PictureRule
from stretchcoach.core.content.pose_terms import Part, Place
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr
from stretchcoach.figure.body.part import of_side
from stretchcoach.figure.body.skeleton import SIDES, PosedBody
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.movement import Movement, filmed, glowing, shows_muscle, strength_of
from stretchcoach.figure.draw.render import GLOWING, LEAST_GLOW, Traced, Window, glow_share, traced
from stretchcoach.figure.pose.contacts import Placed, whose
from stretchcoach.figure.pose.pose_to_bodies import Solved
from stretchcoach.figure.stills.beside import panels
from stretchcoach.figure.stills.sign_check import sign_problems
from stretchcoach.figure.stills.still import ground_of, is_face, scene_of

SIZE_PX = (320, 240)
LEAST_SEEN = 0.60  # of the length of thigh and shin
LEAST_HAND = 0.14  # of the size of a flat hand
LEAST_CHANGE = 0.10  # of the pixels that show the figure at the start or in the hold
FACE_AWAY = -0.42  # cosine between where the face looks and the camera: a lost profile
FACE_TIPPED = 0.72  # cosine between the crown, or the chin, and the camera
_MOVED_M = 0.03
_HAND_M2 = 0.085 * 0.17
_LETS_GO = frozenset({Place.NOTHING, Place.FLOOR, Place.WALL, Place.TABLE})


@dataclass(frozen=True)
class Seen:
    """A picture of start and hold, to be measured."""

    exercise: Exercise
    solved: Solved
    film: Movement
    start: Traced
    hold: Traced
    window: Window  # the part of the picture that the hold has

    @property
    def body(self) -> PosedBody:
        return self.film.shots[-1].body

    @property
    def camera(self) -> Camera:
        return self.film.camera


@dataclass(frozen=True)
class PictureProblem:
    """One thing that the picture fails to show."""

    rule: PictureRule
    message: str


def picture_problems(exercise: Exercise, solved: Solved) -> list[PictureProblem]:
    """What the picture of a solved pose fails to show."""
    allowed = {one.rule for one in solved.pose.allow}
    muscles, sides = glowing(exercise, solved.pose)
    film = filmed(
        solved,
        (solved.frames[0], solved.frames[-1]),
        muscles,
        sides,
        strength=strength_of(exercise),
    )
    _, panel = panels(film, SIZE_PX[0] / SIZE_PX[1])
    film = replace(film, camera=panel.camera)
    start, hold = (
        traced(shot.body, shot.props, film.camera, film.glow(number), *SIZE_PX, samples=1)
        for number, shot in enumerate(film.shots)
    )
    if not (start.figure().any() and hold.figure().any()):
        message = tr("nobody is seen: a wall or something else stands before the person")
        return [PictureProblem(PictureRule.DIFFERENCE, message)]
    seen = Seen(exercise, solved, film, start, hold, panel.window)
    return [
        PictureProblem(rule, message)
        for rule, check in _CHECKS.items()
        if rule not in allowed
        for message in check(seen)
    ]


def _legs(seen: Seen) -> list[str]:
    """Thigh and shin of the leg that works; where both do, of the one that is seen better."""
    working = "l" if seen.solved.side is Side.LEFT else "r"
    sides = (working,) if seen.exercise.sides is Sides.EACH else SIDES
    found = []
    names = ((tr("thigh"), "hip", "knee"), (tr("shin"), "knee", "ankle"))
    for name, above, below in names:
        share = max(
            _seen_share(seen.body, f"{above}_{side}", f"{below}_{side}", seen.camera)
            for side in sides
        )
        if share < LEAST_SEEN:
            found.append(
                # Translators: {part} is a thigh or a shin, seen too much from its end.
                tr(
                    "only {percent} % of the {part}'s length is seen",
                    percent=_percent(share),
                    part=name,
                )
            )
    return found


def _seen_share(body: PosedBody, one: str, other: str, camera: Camera) -> float:
    bone = body.joints[other] - body.joints[one]
    ray = (body.joints[one] + body.joints[other]) / 2.0 - camera.eye()
    ray = ray / np.linalg.norm(ray)
    return float(np.linalg.norm(bone - ray * (bone @ ray)) / np.linalg.norm(bone))


def _hands(seen: Seen) -> list[str]:
    """Of the hands that hold the same thing, one at least."""
    held: dict[tuple[Place, str], list[str]] = {}
    for placed in seen.solved.frames[-1].contacts.values():
        if placed.contact.put is Part.HAND and placed.contact.on not in _LETS_GO:
            held.setdefault((placed.contact.on, _owner(placed)), []).append(placed.side)
    found = []
    for (place, _), sides in held.items():
        drawn = [_drawn(seen, side) for side in sides]
        shares = [_hand_share(seen, side) for side in drawn]
        if max(shares) < LEAST_HAND:
            found.append(tr("no hand is seen that holds the {place}", place=place.value))
    return found


def _owner(placed: Placed) -> str:
    return "" if placed.contact.on in (Place.STRAP, Place.SEAT, Place.BACKREST) else whose(placed)


def _drawn(seen: Seen, side: str) -> str:
    """The side of the drawn body: it is solved with the working side on the right."""
    if seen.solved.side is Side.RIGHT:
        return side
    return "l" if side == "r" else "r"


def _hand_share(seen: Seen, side: str) -> float:
    groups = [of_side(Group.HAND_L, side), of_side(Group.FINGERS_L, side)]
    pixels = np.isin(seen.hold.found.what // 16, groups) & (seen.hold.found.what >= 0)
    away = float(np.linalg.norm(seen.body.joints[f"wrist_{side}"] - seen.camera.eye()))
    pixel_m = seen.camera.pixel_angle(SIZE_PX[0]) * away
    return float(pixels.sum()) * pixel_m**2 / _HAND_M2


def _face(seen: Seen) -> list[str]:
    head = seen.body.frames["head"]
    toward = seen.camera.eye() - seen.body.joints["head"]
    toward = toward / np.linalg.norm(toward)
    if head[:, 2] @ toward < FACE_AWAY:
        return [tr("the head is seen from behind")]
    if abs(float(head[:, 1] @ toward)) > FACE_TIPPED:
        return [tr("the head is seen from its crown or its chin")]
    return []


def _glow(seen: Seen) -> list[str]:
    if not shows_muscle(seen.exercise, seen.solved.pose):
        return []
    share = glow_share(seen.hold, GLOWING * seen.film.strength)
    if share >= LEAST_GLOW:
        return []
    return [tr("only {percent} % of the figure glows", percent=f"{share * 100:.1f}")]


def _difference(seen: Seen) -> list[str]:
    share = change_share(seen.start, seen.hold)
    if share >= LEAST_CHANGE:
        return []
    # Translators: {percent} is a number: how much of the picture the movement changes.
    return [tr("start and hold differ in only {percent} % of the figure", percent=_percent(share))]


def change_share(start: Traced, hold: Traced) -> float:
    """The part of the pixels that show the figure in either in which they differ: 0 to 1."""
    either: NDArray[np.bool_] = start.figure() | hold.figure()
    limb = start.found.what // 16 != hold.found.what // 16
    moved = np.abs(start.found.depth - hold.found.depth) > _MOVED_M
    return float((limb | moved)[either].mean())


def _signs(seen: Seen) -> list[str]:
    face = seen.hold.covered(is_face(seen.hold))
    ground = ground_of(seen.hold).within(seen.window)
    return sign_problems(seen.film.still, scene_of(seen.film, seen.camera), ground, face)


def _percent(share: float) -> str:
    return f"{share * 100:.0f}"


_CHECKS: dict[PictureRule, Callable[[Seen], Sequence[str]]] = {
    PictureRule.LEG: _legs,
    PictureRule.HANDS: _hands,
    PictureRule.FACE: _face,
    PictureRule.GLOW: _glow,
    PictureRule.DIFFERENCE: _difference,
    PictureRule.SIGN: _signs,
}
