"""The still: the hold, the start as a light ghost behind it, and signs of what is to be done."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.movement import Movement
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import GLOWING, INK, Traced, finished, traced
from stretchcoach.figure.signs.all_signs import signs_of
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import painted
from stretchcoach.figure.signs.tracked import Scene
from stretchcoach.figure.stills.dashes import dashed
from stretchcoach.figure.stills.ghost import HIDDEN_M, ghost, ghost_mask, grown, moving

BODY_BUSY = 0.35  # what a sign may hide rather than lie far away; a face is 1
GLOW_BUSY = 0.8
_LINE = 120  # of 255: so strong a line of the hold needs no dashes beside it
_APART = 0.009  # of the width: how far from such a line dashes begin


def still_picture(movement: Movement, width_px: int, height_px: int, samples: int = 4) -> Bytes:
    """The still as height x width x 4 bytes, straight alpha."""
    size = (width_px, height_px, samples)
    hold = _traced(movement, -1, *size)
    picture = finished(hold, INK)
    shows = _covered(hold, hold.figure())
    if movement.still.ghost:
        picture = _with_ghost(picture, movement, hold, shows, samples)
    ground = Ground(_busy(hold, shows), shows > 0.5)
    return over(picture, painted(signs_of(movement.still, scene_of(movement), ground), *size[:2]))


def scene_of(movement: Movement) -> Scene:
    """What the signs of a movement are drawn from."""
    bodies = [shot.body for shot in movement.shots]
    props = movement.shots[-1].props
    return Scene(bodies, movement.camera, movement.side, props, movement.contacts)


def _with_ghost(
    picture: Bytes, movement: Movement, hold: Traced, shows: Floats, samples: int
) -> Bytes:
    height, width = shows.shape
    start = _traced(movement, 0, width // 2, height // 2, samples)
    first, last = movement.shots[0].body, movement.shots[-1].body
    mask = ghost_mask(start, moving(first, last, movement.camera))
    far = ghost_mask(start, moving(first, last, movement.camera, HIDDEN_M))
    behind = ghost(start, mask, (width, height))
    beside = grown(shows, round(hold.line_px + 0.5))
    behind[..., 3] = (behind[..., 3] * (1.0 - beside) + 0.5).astype(np.uint8)
    seen = _covered(start, far) > 0.5
    dashes = dashed(seen, _dashes_may(hold, shows), (width, height))
    return over(over(picture, behind), dashes)


def _dashes_may(hold: Traced, shows: Floats) -> Floats:
    """1 where a hidden start is said with dashes: on the body, off its lines and off the face."""
    width = shows.shape[1]
    near = grown(_covered(hold, hold.edges >= _LINE), round(_APART * width))
    face = grown(_covered(hold, _is_face(hold)), round(_APART * width))
    may: Floats = np.where((shows > 0.99) & (near == 0.0) & (face == 0.0), 1.0, 0.0)
    return may


def _traced(movement: Movement, number: int, width: int, height: int, samples: int) -> Traced:
    shot, glow = movement.shots[number], movement.glow(number)
    return traced(shot.body, shot.props, movement.camera, glow, width, height, samples)


def _is_face(hold: Traced) -> NDArray[np.bool_]:
    group = np.where(hold.found.what >= 0, hold.found.what // 16, -1)
    face: NDArray[np.bool_] = (group == Group.HEAD) | (group == Group.HAIR)
    return face


def _busy(hold: Traced, shows: Floats) -> Floats:
    """How much a sign would hide at each pixel: most on a face and where a muscle glows."""
    face = _covered(hold, _is_face(hold))
    shines = _covered(hold, hold.figure() & (hold.found.glow > GLOWING))
    busy: Floats = np.maximum(BODY_BUSY * shows, np.maximum(face, GLOW_BUSY * shines))
    return busy


def _covered(shown: Traced, samples: NDArray[np.bool_]) -> Floats:
    """How much of each pixel the samples cover, 0 to 1."""
    height, width = shown.near.shape
    parts = samples.reshape(height, shown.scale, width, shown.scale)
    covered: Floats = parts.mean(axis=(1, 3), dtype=np.float32)
    return covered


def over(below: Bytes, above: Bytes) -> Bytes:
    """One picture over the other, both with straight alpha."""
    top = above[..., 3:].astype(np.float32) / 255.0
    rest = below[..., 3:].astype(np.float32) / 255.0 * (1.0 - top)
    alpha = top + rest
    colour = (above[..., :3] * top + below[..., :3] * rest) / np.maximum(alpha, 1e-6)
    mixed: Bytes = np.concatenate([colour, alpha * 255.0], axis=-1).round().astype(np.uint8)
    mixed[alpha[..., 0] < 1e-3] = below[alpha[..., 0] < 1e-3]
    return mixed
