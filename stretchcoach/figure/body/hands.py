"""Hands that close round what they hold. Offsets and radii in metres."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.holding import Around, Balls, first_touch
from stretchcoach.figure.body.part import SKIN, of_side
from stretchcoach.figure.body.skeleton import Frame, PosedBody, Vector
from stretchcoach.figure.body.solids import Group, Kind, Solid

Finger = tuple[float, float, tuple[float, float, float], float]
Place = Callable[[float, float, float], Vector]  # across to the thumb, along, out of the palm

PALM_M = 0.0145  # half as thick
REACH_M = 0.16

# From the index to the little finger: where it starts (across, along), the lengths of its
# three phalanges, its thickness at the root.
FINGERS: tuple[Finger, ...] = (
    (0.0285, 0.090, (0.041, 0.025, 0.019), 0.0102),
    (0.0095, 0.094, (0.045, 0.029, 0.020), 0.0104),
    (-0.0095, 0.091, (0.041, 0.027, 0.019), 0.0101),
    (-0.0275, 0.083, (0.032, 0.020, 0.017), 0.0091),
)
OPEN_DEG = (8.0, 12.0, 8.0)  # at the three joints of a finger
CLOSED_DEG = (78.0, 98.0, 62.0)
APART = 0.8  # how far the tips of an open hand are apart: fingers stay together
APART_DEG = 9.0  # the most that a finger is bent more or less than the others
FIRM = 0.35  # the grip of a hand that holds
BACK_DEG = -20.0  # the fingers of a hand that only lies may bend back
MOST_DEG = (75.0, 85.0, 50.0)  # round a thing that is held


def hand(body: PosedBody, side: str, others: Sequence[Solid] = ()) -> list[Solid]:
    """Palm, four fingers of three phalanges, thumb; closed as far as the grip says.

    A palm that lies on one of the `others`, or on the floor, closes until its fingers touch.
    """
    wrist, frame = body.joints[f"wrist_{side}"], body.frames[f"hand_{side}"]
    thumbward = -1.0 if side == "l" else 1.0
    grip = body.grips[side]

    def at(x: float, y: float, z: float) -> Vector:
        point: Vector = wrist + frame @ np.array([x * thumbward, y, z])
        return point

    solids = _palm(at, frame, of_side(Group.HAND_L, side))
    near = Around.of(others, at(0.0, 0.08, 0.03), REACH_M)
    held = near.nearness(at(0.0, 0.060, 0.0), PALM_M)
    group = of_side(Group.FINGERS_L, side)
    bends = np.tile(_usual_bends(grip), (len(FINGERS), 1))
    if held > 0.0:
        bends += (_held_bends(at, grip, near) - bends) * held
    for finger, bend in zip(FINGERS, bends.tolist(), strict=True):
        solids += _chain(_finger(at, finger, grip, bend), group)
    return solids + _chain(_held_thumb(at, grip, near, held), group)


def _palm(at: Place, frame: Frame, group: Group) -> list[Solid]:
    def cone(a: Vector, b: Vector, r1: float, r2: float) -> Solid:
        return Solid(Kind.CONE, a, SKIN, group, b=b, r1=r1, r2=r2, blend_m=0.02)

    half = (0.0385, 0.040, 0.0125)
    middle = at(0.001, 0.056, 0.0)
    return [
        cone(at(0.0, -0.012, 0.0), at(0.0, 0.030, 0.0), 0.0225, 0.0180),
        Solid(Kind.BOX, middle, SKIN, group, frame=frame, half=half, r1=0.0122, blend_m=0.024),
        cone(at(0.022, 0.018, 0.006), at(0.032, 0.050, 0.010), 0.0150, 0.0120),
        cone(at(-0.026, 0.020, 0.004), at(-0.030, 0.060, 0.003), 0.0120, 0.0110),
    ]


def _chain(balls: Balls, group: Group) -> list[Solid]:
    """Bones from ball to ball; the first flows into the palm."""
    return [
        Solid(Kind.CONE, a, SKIN, group, b=b, r1=r1, r2=r2, blend_m=0.002)
        for (a, r1), (b, r2) in pairwise(balls)
    ]


def _finger(at: Place, finger: Finger, grip: float, bend_deg: Sequence[float]) -> Balls:
    """The ends of the bones of a finger, bent at its three joints."""
    across, along, lengths, radius = finger
    across *= 1.0 - 0.12 * grip
    spread = across * APART * (1.0 - grip)
    y, z, angle = along, 0.0, 0.0
    balls = [(at(across, y, z), radius)]
    for number, length in enumerate(lengths):
        angle += math.radians(bend_deg[number])
        y += math.cos(angle) * length
        z += math.sin(angle) * length
        end = at(across + spread * max(0.0, y - along), y, z)
        balls.append((end, radius * (0.94 - 0.06 * number)))
    return balls


def _held_bends(at: Place, grip: float, near: Around) -> NDArray[np.float64]:
    """The bends of the fingers (rows) that hold what is near.

    None of them is far from the others: a finger that something stops stays with its neighbours.
    """
    bends = np.array([_closed_finger(at, finger, grip, near) for finger in FINGERS])
    middle = np.median(bends, axis=0)
    together: NDArray[np.float64] = np.clip(bends, middle - APART_DEG, middle + APART_DEG)
    return together


def _closed_finger(at: Place, finger: Finger, grip: float, near: Around) -> list[float]:
    """Bent joint by joint from the root, each until something touches."""
    firm = min(1.0, grip / FIRM)
    bends = [0.0, 0.0, 0.0]
    for joint, usual in enumerate(_usual_bends(grip)):

        def gap(angle: float, joint: int = joint) -> float:
            bends[joint] = angle
            return near.gap_m(_finger(at, finger, grip, bends)[joint:])

        least = 0.0 if joint else BACK_DEG * (1.0 - firm)
        touch = first_touch(gap, least, MOST_DEG[joint] * (0.5 + 0.5 * firm))
        bends[joint] = float(usual) if touch is None else touch
    return bends


def _usual_bends(grip: float) -> NDArray[np.float64]:
    bends: NDArray[np.float64] = np.array(OPEN_DEG) * (1.0 - grip) + np.array(CLOSED_DEG) * grip
    return bends


def _thumb(at: Place, close: float) -> Balls:
    """The ends of the bones of the thumb: 0 beside the palm, 1 across the fingers of a fist."""
    return [
        (at(0.030, 0.030, 0.006), 0.0145),
        (at(0.056 - 0.010 * close, 0.058 + 0.006 * close, 0.012 + 0.026 * close), 0.0118),
        (at(0.064 - 0.034 * close, 0.084 - 0.006 * close, 0.014 + 0.042 * close), 0.0107),
        (at(0.066 - 0.056 * close, 0.106 - 0.016 * close, 0.016 + 0.044 * close), 0.0086),
    ]


def _held_thumb(at: Place, grip: float, near: Around, held: float) -> Balls:
    touch = None
    if held > 0.0:
        touch = first_touch(lambda close: near.gap_m(_thumb(at, close)[1:]), -0.6, 1.0)
    close = grip if touch is None else grip + (touch - grip) * held
    return _thumb(at, close)
