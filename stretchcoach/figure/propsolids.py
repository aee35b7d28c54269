"""The props as solids: what the shapes of `props` look like."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stretchcoach.figure.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.solids import Group, Kind, Material, Solid

_MATERIALS = {
    PropMaterial.MAT: Material.MAT,
    PropMaterial.WOOD: Material.WOOD,
    PropMaterial.WALL: Material.WALL,
    PropMaterial.STRAP: Material.STRAP,
    PropMaterial.BALL: Material.BALL,
    PropMaterial.CUSHION: Material.CUSHION,
}


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
    return [
        Solid(
            kind,
            prop.centre,
            material,
            Group.PROPS,
            r1=rounding,
            frame=prop.frame,
            half=half,
            blend_m=0.0,
        )
    ]


def _strap(prop: PropShape, material: Material) -> list[Solid]:
    """A flat band: cones as thick as it is half wide would bulge, so it is drawn as a cord."""
    if prop.points is None:
        return []
    radius = float(np.sqrt(prop.size[0] * prop.size[1]))
    return [
        Solid(Kind.CONE, start, material, Group.PROPS, b=end, r1=radius, r2=radius, blend_m=0.002)
        for start, end in zip(prop.points[:-1], prop.points[1:], strict=True)
    ]
