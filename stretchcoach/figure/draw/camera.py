"""The camera: from where the figure is seen, and the frame that holds all of a movement."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stretchcoach.figure.body.skeleton import Vector

FIELD_OF_VIEW_DEG = 17.0  # across the width: a long lens, so that limbs keep their size


@dataclass(frozen=True)
class Camera:
    """Yaw 0 looks at the front of a person who faces +z, 90 at the left side; pitch from above.

    `centre` is the point that it looks at, `distance_m` how far the eye is from it. The view is
    drawn `zoom` times as large, and that point `shift` to the right and down of the middle, in
    widths of the picture, as with a lens that is moved: nothing is seen from another side.
    """

    yaw_deg: float
    pitch_deg: float
    centre: Vector
    distance_m: float
    field_of_view_deg: float = FIELD_OF_VIEW_DEG
    zoom: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)

    def axes(self) -> tuple[Vector, Vector, Vector]:
        """Right, up and forward of the picture, each of length 1."""
        yaw, pitch = math.radians(self.yaw_deg), math.radians(self.pitch_deg)
        back = np.array(
            [math.sin(yaw) * math.cos(pitch), math.sin(pitch), math.cos(yaw) * math.cos(pitch)]
        )
        right = np.array([math.cos(yaw), 0.0, -math.sin(yaw)])
        return right, np.cross(back, right), -back

    def eye(self) -> Vector:
        eye: Vector = self.centre - self.axes()[2] * self.distance_m
        return eye

    def pixel_angle(self, width_px: int) -> float:
        """The tangent that one pixel spans in the middle of a picture of that width."""
        across = 2.0 * math.tan(math.radians(self.field_of_view_deg) / 2.0)
        return across / (width_px * self.zoom)

    def projected(
        self, places: NDArray[np.float64] | Sequence[Vector]
    ) -> tuple[NDArray[np.float64], float]:
        """Where the places are seen, to the right and down, and how long a metre is there.

        Both in widths of the picture, from its middle.
        """
        right, up, forward = self.axes()
        away = np.asarray(places) - self.eye()
        depth = away @ forward
        scale = 1.0 / self.pixel_angle(1)
        seen = np.stack([away @ right, -(away @ up)], axis=1) / depth[:, None] * scale
        seen += self.shift
        return seen, float(scale / depth.mean())

    def apart_m(self, one: Vector, other: Vector) -> float:
        """How far apart two places are on the picture, in metres at their distance."""
        points, per_m = self.projected([one, other])
        return float(np.linalg.norm(points[1] - points[0])) / per_m


def framed(
    yaw_deg: float,
    pitch_deg: float,
    spheres: Iterable[tuple[Vector, float]],
    aspect: float = 4.0 / 3.0,
    margin: float = 0.035,
) -> Camera:
    """The camera that just holds all spheres (centre, radius), seen from the given direction.

    `aspect` is width by height; `margin` is a part of the width left free on every side.
    """
    given = list(spheres)
    points = np.array([centre for centre, _ in given], np.float64)
    radii = np.array([radius for _, radius in given], np.float64)
    centre: NDArray[np.float64] = points.mean(axis=0)
    half_width = math.tan(math.radians(FIELD_OF_VIEW_DEG) / 2.0)
    distance = 6.0
    for _ in range(12):
        camera = Camera(yaw_deg, pitch_deg, centre, distance)
        right, up, forward = camera.axes()
        away = points - camera.eye()
        depth = away @ forward
        across, upward, reach = away @ right / depth, away @ up / depth, radii / depth
        left, far_right = (across - reach).min(), (across + reach).max()
        low, high = (upward - reach).min(), (upward + reach).max()
        centre = centre + distance * (right * (left + far_right) / 2.0 + up * (low + high) / 2.0)
        needed = max((far_right - left) / 2.0, (high - low) / 2.0 * aspect)
        distance *= needed / (half_width * (1.0 - 2.0 * margin))
        distance = max(distance, 1.5)
    return Camera(yaw_deg, pitch_deg, centre, distance)
