"""Movement: an exercise made ready to be drawn - its moments, its camera, what glows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose import Pose
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.still import Still
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.figure.body.distance import Floats
from stretchcoach.figure.body.glow import glow_shapes
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.body.skeleton import RADIUS_M, PosedBody, Vector
from stretchcoach.figure.draw.camera import FIELD_OF_VIEW_DEG, Camera, framed
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import render
from stretchcoach.figure.pose.contacts import Placed
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.pose_to_bodies import Solved, SolvedFrame, View, solve

FRAMES = 12
GLIDES = 0.65  # of the strength of a glow
MAT_BEYOND_M = 0.07  # how far the mat is drawn beyond the body
WALL_BEYOND_M = 0.55
_HEAD_M = 0.135  # with the hair
_HAND_M = 0.17
_JOINT_M = 0.075


@dataclass(frozen=True)
class Shot:
    """One moment to be drawn."""

    body: PosedBody
    props: tuple[PropShape, ...]


@dataclass(frozen=True)
class Movement:
    """All moments of an exercise, seen by one camera. The first is the start, the last the hold."""

    shots: tuple[Shot, ...]
    camera: Camera
    muscles: tuple[Muscle, ...]
    sides: tuple[str, ...]
    strength: float  # of the glow
    still: Still
    side: Side
    contacts: Mapping[str, Placed]  # of the hold, "r" the working side
    shines: bool = True  # whether a still shows a muscle that lies underneath

    def picture(self, number: int, width_px: int, height_px: int, samples: int = 4) -> Bytes:
        """The moment `number` as height x width x 4 bytes, straight alpha."""
        shot, glow = self.shots[number], self.glow(number)
        return render(shot.body, shot.props, self.camera, glow, width_px, height_px, samples)

    def glow(self, number: int) -> Floats:
        return glow_shapes(self.shots[number].body, self.muscles, self.sides, self.strength)


def movement(exercise: Exercise, count: int = FRAMES, aspect: float = 4.0 / 3.0) -> Movement:
    """The movement of an exercise that has a pose, in `count` moments (2: start and hold).

    Raises ValueError when it has no pose and contacts.PoseError when the pose does not fit.
    """
    if exercise.pose is None:
        raise ValueError(f"{exercise.id} has no pose")
    muscles, sides = glowing(exercise, exercise.pose)
    solved = solve(exercise.pose, exercise.figure_side)
    strength = strength_of(exercise)
    film = filmed(solved, moments(solved, count), muscles, sides, aspect, strength)
    return replace(film, shines=shows_muscle(exercise, exercise.pose))


def glowing(exercise: Exercise, pose: Pose) -> tuple[tuple[Muscle, ...], tuple[str, ...]]:
    """The muscles that glow, and on which sides: "l", "r" or both."""
    muscles = pose.glow or exercise.targets.primary
    if exercise.sides is not Sides.EACH:
        return muscles, ("l", "r")
    return muscles, ("l",) if exercise.figure_side is Side.LEFT else ("r",)


def shows_muscle(exercise: Exercise, pose: Pose) -> bool:
    """Whether a picture has to show what works: who rests on the back lies on what glows."""
    return exercise.kind is not ExerciseKind.REST or bool(pose.glow)


def strength_of(exercise: Exercise) -> float:
    """A glide is felt little or not at all: its muscle is shown, and promises no stretch."""
    return GLIDES if exercise.kind is ExerciseKind.GLIDE else 1.0


def filmed(
    solved: Solved,
    frames: Sequence[SolvedFrame],
    muscles: tuple[Muscle, ...],
    sides: tuple[str, ...],
    aspect: float = 4.0 / 3.0,
    strength: float = 1.0,
) -> Movement:
    """The solved moments with props cut to what is needed, and the camera that holds them."""
    spheres = [sphere for frame in frames for sphere in _spheres(frame.body)]
    shots = tuple(
        Shot(frame.body, tuple(_trimmed(prop, spheres) for prop in frame.props)) for frame in frames
    )
    # A wall leaves the frame: the person shows larger.
    corners = [
        (corner, 0.0)
        for shot in shots
        for prop in shot.props
        if prop.material is not PropMaterial.WALL
        for corner in _corners(prop)
    ]
    camera = _camera(solved.view, [*spheres, *corners], aspect)
    still, contacts = solved.pose.still, frames[-1].contacts
    return Movement(shots, camera, muscles, sides, strength, still, solved.side, contacts)


def _camera(view: View, spheres: Sequence[tuple[Vector, float]], aspect: float) -> Camera:
    camera = framed(view.yaw_deg, view.pitch_deg, spheres, aspect)
    if view.centre is not None:
        camera = replace(camera, centre=view.centre)
    if view.span_m is not None:
        half_width = math.tan(math.radians(FIELD_OF_VIEW_DEG) / 2.0)
        camera = replace(camera, distance_m=view.span_m / 2.0 / half_width)
    return camera


def _spheres(body: PosedBody) -> list[tuple[Vector, float]]:
    spheres = []
    for name, point in body.joints.items():
        if name == "head":
            spheres.append((point, _HEAD_M))
        elif name in ("pelvis", "waist", "chest"):
            spheres.append((point, 0.12))
        else:
            spheres.append((point, RADIUS_M.get(name.partition("_")[0], _JOINT_M)))
    for side in ("l", "r"):
        fingers = body.frames[f"hand_{side}"][:, 1] * _HAND_M
        spheres.append((body.joints[f"wrist_{side}"] + fingers, 0.02))
    return spheres


def _trimmed(prop: PropShape, spheres: Sequence[tuple[Vector, float]]) -> PropShape:
    """A mat no longer, and a wall no larger, than the movement needs: the person shows larger."""
    if prop.material not in (PropMaterial.MAT, PropMaterial.WALL) or prop.kind is not PropKind.BOX:
        return prop
    beyond = MAT_BEYOND_M if prop.material is PropMaterial.MAT else WALL_BEYOND_M
    local = np.array([(point - prop.centre) @ prop.frame for point, _ in spheres])
    radii = np.array([radius for _, radius in spheres])[:, None]
    half = np.array(prop.size)
    low = np.maximum(-half, (local - radii).min(axis=0) - beyond)
    high = np.minimum(half, (local + radii).max(axis=0) + beyond)
    thin = int(np.argmin(half))
    kept = {thin, int(np.argsort(half)[1])} if prop.material is PropMaterial.MAT else {thin}
    for axis in kept:
        low[axis], high[axis] = -half[axis], half[axis]
    if prop.material is PropMaterial.WALL:
        low[1] = -half[1]  # down to the floor
    centre = prop.centre + prop.frame @ ((low + high) / 2.0)
    x, y, z = (high - low) / 2.0
    return replace(prop, centre=centre, size=(float(x), float(y), float(z)))


def _corners(prop: PropShape) -> list[Vector]:
    if prop.kind is PropKind.POLYLINE:
        return [] if prop.points is None else list(prop.points)
    if prop.kind is PropKind.BOX:
        half = prop.size
    elif prop.kind is PropKind.CYLINDER:
        half = (prop.size[0], prop.size[1], prop.size[0])
    else:
        half = (prop.size[0],) * 3
    return [
        prop.centre + prop.frame @ (np.array(signs) * half) for signs in product((-1, 1), repeat=3)
    ]
