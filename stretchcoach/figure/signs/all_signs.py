"""All signs of a still: each on what moves, none on another."""

from __future__ import annotations

from collections.abc import Sequence

from stretchcoach.core.content.pose_terms import Part
from stretchcoach.core.content.still import Arrow, Sign, Still
from stretchcoach.figure.signs import strokes
from stretchcoach.figure.signs.breathe import breathe
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.move import move
from stretchcoach.figure.signs.press import press, pressure
from stretchcoach.figure.signs.to_and_fro import to_and_fro
from stretchcoach.figure.signs.tracked import Scene, most_telling, way_of
from stretchcoach.figure.signs.turn import turn

Asked = tuple[Arrow, str]  # and the side of the drawn body: "l", "r" or "" in the middle


def asked(still: Still, scene: Scene) -> list[Asked]:
    """The signs that a still asks for, one for each part of each side."""
    if still.arrows:
        arrows: Sequence[Arrow] = still.arrows
    elif not still.arrow:
        return []
    elif still.of is not None:
        arrows = [Arrow(of=still.of, side=still.side, sign=still.sign, toward=still.toward)]
    elif still.sign is Sign.BREATHE:
        arrows = [Arrow(of=Part.LOWER_BACK, sign=still.sign, toward=still.toward)]
    else:
        part, side = most_telling(scene)
        return [(Arrow(of=part, sign=still.sign, toward=still.toward), side)]
    return [(arrow, side) for arrow in arrows for side in scene.sides_of(arrow.of, arrow.side)]


def signs_of(still: Still, scene: Scene, ground: Ground) -> list[strokes.Sign]:
    """The signs, placed one after the other where they hide least."""
    placed: list[strokes.Sign] = []
    for arrow, side in asked(still, scene):
        found = _sign(arrow, side, scene, ground)
        if found is not None:
            placed.append(found)
            ground = ground.with_taken([found])
    return placed


def _sign(arrow: Arrow, side: str, scene: Scene, ground: Ground) -> strokes.Sign | None:
    if arrow.sign is Sign.TURN:
        return turn(arrow.of, side, scene, ground)
    if arrow.sign is Sign.BREATHE:
        return breathe(arrow.of, scene, ground, arrow.toward)
    if arrow.sign is Sign.PRESS:
        found = pressure(arrow.of, side, scene, arrow.toward)
        return None if found is None else press(found, scene.camera, ground)
    way = way_of(arrow.of, side, scene, arrow.toward)
    if arrow.sign is Sign.TO_AND_FRO:
        return to_and_fro(way, ground, straight=arrow.toward is not None)
    return move(way, ground)
