"""Finds the body that comes nearest to what a pose asks for.

Damped least squares (Levenberg and Marquardt) over all joint angles and the place of the
pelvis: contacts and collisions weigh most, limits next, then the angles that were given,
then what is usual. A two-bone construction would do for a hand on a knee; a whole body that
lies on its back, holds a thigh and must not sink into itself wants all joints to give a
little, as a person's do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.flesh import CONE, Ends, Flesh, cone_gaps
from stretchcoach.figure.body.joints import COUNT, NAMES, is_length, limit_of
from stretchcoach.figure.body.kinematics import Array, bodies
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import Frame
from stretchcoach.figure.pose.contact_gaps import Touch

STEP = 1e-5
COLLISION_M = 0.002
LIMIT_RAD = np.radians(0.5)
LIMIT_M = 0.002
NEAR_M = 0.03
TRIALS = np.array([0.1, 1.0, 10.0, 100.0])


def _limits() -> tuple[Array, Array, Array]:
    least, most, tolerance = np.full(COUNT, -np.inf), np.full(COUNT, np.inf), np.ones(COUNT)
    for number, name in enumerate(NAMES):
        limit = limit_of(name)
        if limit is not None:
            scale = 1.0 if is_length(name) else np.radians(1.0)
            least[number], most[number] = limit.least * scale, limit.most * scale
            tolerance[number] = LIMIT_M if is_length(name) else LIMIT_RAD
    return least, most, tolerance


LEAST, MOST, LIMIT_TOLERANCE = _limits()


def box_gaps(ends: Ends, box: PropShape) -> Array:
    """Metres between the box and every cone, taken at its ends and three points between."""
    half = np.array(box.size)
    gaps = []
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        points = ends.a * (1 - part) + ends.b * part
        local = np.abs((points - box.centre) @ box.frame) - half
        outside = np.sqrt((np.maximum(local, 0.0) ** 2).sum(axis=-1))
        inside = np.minimum(local.max(axis=-1), 0.0)
        gaps.append(outside + inside - (ends.ra * (1 - part) + ends.rb * part))
    nearest: Array = np.min(gaps, axis=0)
    return nearest


def floor_gaps(ends: Ends) -> Array:
    """Height of the lowest point of every cone over the floor, metres."""
    lowest: Array = np.minimum(ends.a[..., 1] - ends.ra, ends.b[..., 1] - ends.rb)
    return lowest


@dataclass(frozen=True)
class Near:
    """What is close enough to collide: pairs of cones, and boxes with the cones near them."""

    pairs: NDArray[np.int64]
    boxes: tuple[tuple[PropShape, NDArray[np.int64]], ...]


@dataclass(frozen=True)
class Goal:
    """What is asked for: one value and one tolerance for every joint, and the touches.

    `ignored` are pairs of parts that may overlap here, such as two clasped hands.
    """

    wanted: Array
    tolerance: Array
    base: Frame
    touches: tuple[Touch, ...]
    solid: tuple[PropShape, ...]
    flesh: Flesh
    ignored: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def pairs(self) -> NDArray[np.int64]:
        """The pairs of cones that must not sink into each other, n x 2."""
        kept = [
            (CONE[a], CONE[b])
            for a, b in self.flesh.pairs
            if (a, b) not in self.ignored and (b, a) not in self.ignored
        ]
        return np.array(kept)

    def residuals(self, values: Array, near: Near | None) -> Array:
        """How far each of the bodies is from everything that is asked for, B x n.

        `near` is what may collide; None leaves collisions out and only approaches contacts.
        """
        placed = bodies(values, self.base)
        parts = [(values - self.wanted) / self.tolerance]
        beyond = np.maximum(values - MOST, 0.0) + np.minimum(values - LEAST, 0.0)
        parts.append(beyond / LIMIT_TOLERANCE)
        if near is None:
            parts += [touch.approach(placed) for touch in self.touches]
        else:
            parts += [touch.residuals(placed) for touch in self.touches]
            ends = self.flesh.ends(placed)
            gaps = [floor_gaps(ends)]
            gaps += [box_gaps(ends.only(cones), box) for box, cones in near.boxes]
            if len(near.pairs):
                gaps.append(cone_gaps(ends, near.pairs[:, 0], near.pairs[:, 1]))
            parts += [np.minimum(gap, 0.0) / COLLISION_M for gap in gaps]
        return np.concatenate(parts, axis=1)

    def cost(self, values: Array) -> float:
        """How far the body is from everything that is asked for, in one number."""
        off = self.residuals(values[None, :], self.near(values))[0]
        return float(off @ off)

    def near(self, values: Array) -> Near:
        """What could collide in the next step."""
        ends = self.flesh.ends(bodies(values[None, :], self.base))
        gaps = cone_gaps(ends, self.pairs[:, 0], self.pairs[:, 1])[0]
        boxes = []
        for box in self.solid:
            (cones,) = np.nonzero(box_gaps(ends, box)[0] < NEAR_M)
            if len(cones):
                boxes.append((box, cones))
        return Near(self.pairs[gaps < NEAR_M], tuple(boxes))


def improve(goal: Goal, values: Array, steps: int, collide: bool = True) -> Array:
    """The values after at most `steps` steps toward the goal."""
    damping = 1.0
    for _ in range(steps):
        near = goal.near(values) if collide else None
        nudged = np.concatenate([values[None, :], values[None, :] + STEP * np.eye(COUNT)])
        residuals = goal.residuals(nudged, near)
        now = residuals[0]
        cost = float(now @ now)
        slopes = (residuals[1:] - now) / STEP  # joints x residuals
        normal = slopes @ slopes.T
        pull = slopes @ now
        stiff = np.diag(1.0 / goal.tolerance**2)
        tries = np.stack(
            [values - np.linalg.solve(normal + damping * trial * stiff, pull) for trial in TRIALS]
        )
        costs = (goal.residuals(tries, near) ** 2).sum(axis=1)
        best = int(np.argmin(costs))
        if costs[best] >= cost:
            damping *= 100.0
            if damping > 1e8:
                break
            continue
        moved = float(np.abs(tries[best] - values).max())
        values = tries[best]
        damping = min(max(damping * float(TRIALS[best]), 1e-4), 1e6)
        if moved < 1e-4 and cost - float(costs[best]) < 1e-3 * cost:
            break
    return values
