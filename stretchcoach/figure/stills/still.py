"""The still: the hold, the start as a light ghost behind it, and signs of what is to be done."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stretchcoach.core.content.still import Start
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.camera import Camera
from stretchcoach.figure.draw.layers import over
from stretchcoach.figure.draw.movement import Movement
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import (
    GLOWING,
    INK,
    LEAST_GLOW,
    Traced,
    finished,
    glow_share,
    traced,
)
from stretchcoach.figure.signs.all_signs import signs_of
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.strokes import painted
from stretchcoach.figure.signs.tracked import Scene
from stretchcoach.figure.stills.beneath import beneath
from stretchcoach.figure.stills.beside import Panel, panels, start_beside
from stretchcoach.figure.stills.dashes import Manner, dashed
from stretchcoach.figure.stills.ghost import HIDDEN_M, ghost, ghost_mask, grown, hidden, moving

BODY_BUSY = 0.35  # what a sign may hide rather than lie far away
FACE_BUSY = 1.6
GLOW_BUSY = 0.8
_LINE = 120  # of 255: so strong a line of the hold needs no dashes beside it
_APART = 0.009  # of the width: how far from such a line dashes begin


def still_picture(movement: Movement, width_px: int, height_px: int, samples: int = 4) -> Bytes:
    """The still as height x width x 4 bytes, straight alpha."""
    size = (width_px, height_px, samples)
    beside, panel = panels(movement, width_px / height_px)
    hold = _traced(movement, -1, panel, *size)
    picture = _with_muscle(finished(hold, INK), movement, panel, hold)
    if beside is not None:
        picture = over(picture, start_beside(movement, beside, *size))
    elif movement.still.start is Start.GHOST:
        picture = _with_ghost(picture, movement, hold, samples)
    ground = ground_of(hold).within(panel.window)
    signs = signs_of(movement.still, scene_of(movement, panel.camera), ground)
    return over(picture, painted(signs, width_px, height_px))


def scene_of(movement: Movement, camera: Camera) -> Scene:
    """What the signs of a movement are drawn from, the hold being seen by `camera`."""
    bodies = [shot.body for shot in movement.shots]
    props = movement.shots[-1].props
    return Scene(bodies, camera, movement.side, props, movement.contacts)


def _with_muscle(picture: Bytes, movement: Movement, panel: Panel, hold: Traced) -> Bytes:
    """A muscle of which too little is seen shines through what it lies in."""
    if not movement.shines or glow_share(hold, GLOWING * movement.strength) >= LEAST_GLOW:
        return picture
    return over(picture, beneath(movement.glow(-1), panel.camera, hold))


def _with_ghost(picture: Bytes, movement: Movement, hold: Traced, samples: int) -> Bytes:
    shows = hold.covered(hold.figure())
    height, width = shows.shape
    start = _traced(movement, 0, Panel(movement.camera), width // 2, height // 2, samples)
    first, last = movement.shots[0].body, movement.shots[-1].body
    mask = ghost_mask(start, moving(first, last, movement.camera))
    far = ghost_mask(start, hidden(start, moving(first, last, movement.camera, HIDDEN_M), shows))
    behind = ghost(start, mask, (width, height))
    beside = grown(shows, round(hold.line_px + 0.5))
    behind[..., 3] = (behind[..., 3] * (1.0 - beside) + 0.5).astype(np.uint8)
    seen = start.covered(far) > 0.5
    dashes = dashed(seen, _dashes_may(hold, shows), (width, height), Manner())
    return over(over(picture, behind), dashes)


def _dashes_may(hold: Traced, shows: Floats) -> Floats:
    """1 where a hidden start is said with dashes: on the body, off its lines, a face, a glow."""
    width = shows.shape[1]
    near = grown(hold.covered(hold.edges >= _LINE), round(_APART * width))
    face = grown(hold.covered(is_face(hold)), round(_APART * width))
    shines = hold.covered(hold.found.glow > GLOWING)
    may: Floats = np.where((shows > 0.99) & (near + face + shines == 0.0), 1.0, 0.0)
    return may


def _traced(
    movement: Movement, number: int, panel: Panel, width: int, height: int, samples: int
) -> Traced:
    shot, glow, size = movement.shots[number], movement.glow(number), (width, height, samples)
    return traced(shot.body, shot.props, panel.camera, glow, *size, panel.window)


def is_face(hold: Traced) -> NDArray[np.bool_]:
    """Which samples show the head, its hair among it."""
    group = np.where(hold.found.what >= 0, hold.found.what // 16, -1)
    face: NDArray[np.bool_] = (group == Group.HEAD) | (group == Group.HAIR)
    return face


def ground_of(hold: Traced) -> Ground:
    """How much a sign would hide at each pixel: most on a face and where a muscle glows."""
    shows = hold.covered(hold.figure())
    face = FACE_BUSY * hold.covered(is_face(hold))
    shines = GLOW_BUSY * hold.covered(hold.figure() & (hold.found.glow > GLOWING))
    busy: Floats = np.maximum(BODY_BUSY * shows, np.maximum(face, shines))
    return Ground(busy, shows > 0.5)
