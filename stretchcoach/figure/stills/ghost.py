"""The ghost: the start of what moves, in one light tone, dashed where the hold hides it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.skeleton import HAND_M, SIDES, PosedBody, Vector
from stretchcoach.figure.body.solids import Group, Material
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.layers import over
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import Traced, finished

# Of one tone, half-way between paper and a dark ground, and half see-through.
GHOST: Floats = np.array([0.62, 0.64, 0.68], np.float32)
INK: Floats = np.array([0.25, 0.27, 0.33], np.float32)
ALPHA = 0.40
LINE = 2.3  # how thick its lines are beside those of the hold
LIGHT = (226, 229, 236)
RIM, RIM_ALPHA = 1.6, 190  # how thick a light rim is, in such lines, and how strong
INNER = 0.55  # how strong lines within it are beside its outline
BESIDE, STILL_MOST_M = 0.18, 0.06  # of the longest way: what shifts a little beside it stays, too
STILL_M = 0.03  # a limb whose ends move less than that on the picture stays
HIDDEN_M = 0.08  # and one behind the hold is said only where it moves as far as that
MOSTLY = 0.65  # of what is seen of a limb at the start
_THIGH, _SHANK, _FOOT = ("hip", "knee"), ("knee", "ankle"), ("ankle", "toe")
_UPPER_ARM, _FOREARM = ("shoulder", "elbow"), ("elbow", "wrist")
_TRUNK = ("pelvis", "waist", "chest", "shoulder_l", "shoulder_r", "hip_l", "hip_r")


def moving(
    start: PosedBody, hold: PosedBody, camera: Camera, least_m: float = STILL_M
) -> frozenset[Group]:
    """The limbs of which one end at least is elsewhere on the picture of the hold."""
    limbs: dict[Group, Sequence[str]] = {
        Group.TORSO: _TRUNK,
        Group.HEAD: ("head", "neck"),
        Group.HAIR: ("head", "neck"),
    }
    for number, side in enumerate(SIDES):
        for group, ends in (
            (Group.THIGH_L, _THIGH),
            (Group.SHANK_L, _SHANK),
            (Group.FOOT_L, _FOOT),
            (Group.UPPER_ARM_L, _UPPER_ARM),
            (Group.FOREARM_L, _FOREARM),
            (Group.HAND_L, ("wrist", "finger")),
            (Group.FINGERS_L, ("wrist", "finger")),
        ):
            limbs[Group(group + number)] = [f"{end}_{side}" for end in ends]
    moved = {
        group: max(camera.apart_m(_end(end, start), _end(end, hold)) for end in ends)
        for group, ends in limbs.items()
    }
    beside = min(BESIDE * max(moved.values()), STILL_MOST_M)
    return frozenset(group for group, way in moved.items() if way >= max(least_m, beside))


def _end(name: str, body: PosedBody) -> Vector:
    if name.startswith("finger"):
        side = name[-1]
        tip: Vector = body.joints[f"wrist_{side}"] + body.frames[f"hand_{side}"][:, 1] * HAND_M
        return tip
    return body.joints[name]


def ghost_mask(start: Traced, limbs: frozenset[Group]) -> NDArray[np.bool_]:
    """Which samples of the start show what moves: those limbs, and strap or band."""
    what = start.found.what
    person = np.isin(what // 16, [int(group) for group in limbs])
    strap = np.isin(what % 16, (Material.STRAP, Material.BAND)) & bool(limbs)
    mask: NDArray[np.bool_] = (what >= 0) & (person | strap)
    return mask


def hidden(start: Traced, limbs: frozenset[Group], shows: Floats) -> frozenset[Group]:
    """Those of the limbs that lie mostly behind the hold, which `shows` covers.

    Of a limb that is half seen, the hidden edge alone would look like a seam.
    """
    height, width = start.near.shape
    hides = np.asarray(Image.fromarray(shows).resize((width, height), Image.Resampling.BOX))
    found = set()
    for group in limbs:
        covers = start.covered((start.found.what >= 0) & (start.found.what // 16 == group))
        if float((covers * hides).sum()) > MOSTLY * float(covers.sum()):
            found.add(group)
    return frozenset(found)


def ghost(start: Traced, mask: NDArray[np.bool_], size: tuple[int, int]) -> Bytes:
    """What the mask shows, in one see-through tone, as a picture of `size`."""
    light = start.found.colour[..., :3].mean(axis=-1, keepdims=True)
    start.found.colour[..., :3] = GHOST * (0.78 + 0.40 * light)
    start.found.colour[..., 3] = np.where(mask, ALPHA, 0.0)
    inside = mask.astype(np.float32)
    edge = grown(np.subtract(1.0, inside, dtype=np.float32), 1)
    start.edges[:] = start.edges * (grown(inside, 1) > 0.0) * np.where(edge > 0.0, 1.0, INNER)
    half = over(_rim(start, inside), finished(start, INK, LINE))
    large = Image.fromarray(half, "RGBA").resize(size, Image.Resampling.BILINEAR)
    return np.array(large, np.uint8)


def _rim(start: Traced, inside: Floats) -> Bytes:
    """A light line round the outline: on a dark ground it shows what is dark on paper."""
    cover = start.covered(inside)
    rim = grown(cover, max(1, round(start.line_px * (LINE + RIM))))
    picture = np.full((*rim.shape, 4), 255, np.uint8)
    picture[..., :3] = LIGHT
    picture[..., 3] = (np.maximum(rim - cover, 0.0) * RIM_ALPHA).round()
    return picture


def grown(covered: Floats, reach: int) -> Floats:
    """The largest within so many pixels, along rows and columns."""
    for axis in (0, 1):
        most = covered.copy()
        for step in range(1, reach + 1):
            for away in (step, -step):
                most = np.maximum(most, np.roll(covered, away, axis))
        covered = most
    return covered
