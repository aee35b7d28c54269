"""The props as solids: what the shapes of `props` look like."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.body.skeleton import Vector, vector
from stretchcoach.figure.body.solids import Group, Kind, Material, Solid

_MATERIALS = {
    PropMaterial.MAT: Material.MAT,
    PropMaterial.WOOD: Material.WOOD,
    PropMaterial.WALL: Material.WALL,
    PropMaterial.STRAP: Material.STRAP,
    PropMaterial.BALL: Material.BALL,
    PropMaterial.CUSHION: Material.CUSHION,
    PropMaterial.BAND: Material.BAND,
    PropMaterial.ROLLER: Material.ROLLER,
}


UP = vector((0.0, 1.0, 0.0))
LEAST_HALF_M = 0.003  # of thickness: rays could step over thinner things
GIVES_M = {PropMaterial.CUSHION: 0.05, PropMaterial.BALL: 0.012}  # how wide the lip round a dent is
SWELLS_M = {PropMaterial.CUSHION: 0.009, PropMaterial.BALL: 0.004}  # above what presses it


def prop_solids(props: Sequence[PropShape]) -> list[Solid]:
    """One solid for each shape; for a polyline, one for each of its stretches."""
    return [solid for prop in props for solid in _solids(prop)]


def _solids(prop: PropShape) -> list[Solid]:
    material = _MATERIALS[prop.material]
    if prop.kind is PropKind.POLYLINE:
        return _strap(prop, material)
    if prop.kind is PropKind.SPHERE:
        radius = prop.size[0]
        kind, half = Kind.ELLIPSOID, (radius, radius, radius)
    elif prop.kind is PropKind.CYLINDER:
        kind, half = Kind.CYLINDER, (prop.size[0], prop.size[1], 0.0)
    else:
        kind, half = Kind.BOX, (prop.size[0], prop.size[1], prop.size[2])
    rounding = min(prop.rounding_m, *(size for size in half if size > 0.0))
    swells = SWELLS_M.get(prop.material, 0.0)
    half = (half[0] + swells, half[1] + swells, half[2] + swells)
    return [
        Solid(
            kind,
            prop.centre + UP * swells,  # it stays on what it lies on
            material,
            Group.PROPS,
            r1=rounding,
            frame=prop.frame,
            half=half,
            blend_m=0.0,
            gives_m=GIVES_M.get(prop.material, 0.0),
        )
    ]


def _strap(prop: PropShape, material: Material) -> list[Solid]:
    """A flat band of short stiff pieces, its flat side on what it goes round."""
    if prop.points is None:
        return []
    loop = prop.points - prop.points.mean(axis=0)
    across = np.linalg.svd(loop)[2][2]  # the normal of the plane in which it lies, nearly
    points = _rounded(prop.points)
    thick = max(prop.size[1], LEAST_HALF_M)
    solids = []
    for start, end in pairwise(points):
        along = (end - start) / np.linalg.norm(end - start)
        wide = across - along * (across @ along)
        wide /= np.linalg.norm(wide)
        half = (prop.size[0], float(np.linalg.norm(end - start)) / 2.0 + thick, thick)
        solids.append(
            Solid(
                Kind.BOX,
                (start + end) / 2.0,
                material,
                Group.PROPS,
                r1=thick,
                frame=np.stack([wide, along, np.cross(wide, along)], axis=1),
                half=half,
                blend_m=0.0,
            )
        )
    return solids


def _rounded(points: Vector) -> Vector:
    """The polyline with its corners cut twice (Chaikin); the ends stay."""
    for _ in range(2):
        a, b = points[:-1], points[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 3)
        points = np.concatenate([points[:1], cut[1:-1], points[-1:]])
    return points
