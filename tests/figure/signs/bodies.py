"""Bodies that move one joint, and a camera before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from stretchcoach.core.content.pose import Contact
from stretchcoach.core.content.pose_terms import Part, Place, Which
from stretchcoach.core.content.sides import Side
from stretchcoach.figure.body.props import PropShape
from stretchcoach.figure.body.skeleton import PosedBody, rest_body
from stretchcoach.figure.draw.camera import Camera, framed
from stretchcoach.figure.pose.contacts import Placed, spread
from stretchcoach.figure.signs.ground import Ground
from stretchcoach.figure.signs.tracked import Scene

NO_CONTACTS: Mapping[str, Placed] = {}
EMPTY = Ground(np.zeros((75, 100), np.float32), np.zeros((75, 100), np.bool_))


def ground(busy: np.ndarray) -> Ground:
    """A ground that is as busy as given, and shows the person where it is busy at all."""
    return Ground(busy.astype(np.float32), busy > 0.0)


def front(pitch_deg: float = 0.0, yaw_deg: float = 0.0) -> Camera:
    """The camera before a standing person."""
    return framed(yaw_deg, pitch_deg, [(point, 0.13) for point in rest_body().joints.values()])


def moved(joint: str, by: tuple[float, float, float]) -> list[PosedBody]:
    """Nine moments in which one joint goes evenly, and nothing else moves."""
    rest = rest_body()
    return [
        PosedBody(
            {**rest.joints, joint: rest.joints[joint] + np.array(by) * part},
            rest.frames,
            rest.grips,
        )
        for part in np.linspace(0.0, 1.0, 9)
    ]


def turned(frame: str, degrees: float) -> list[PosedBody]:
    """Nine moments in which one part turns about the upright, to the left where positive."""
    rest = rest_body()
    found = []
    for part in np.linspace(0.0, 1.0, 9):
        angle = np.radians(degrees * part)
        c, s = np.cos(angle), np.sin(angle)
        about = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
        frames = {**rest.frames, frame: about @ rest.frames[frame]}
        found.append(PosedBody(rest.joints, frames, rest.grips))
    return found


def scene(
    bodies: Sequence[PosedBody],
    side: Side = Side.RIGHT,
    camera: Camera | None = None,
    props: Sequence[PropShape] = (),
    contacts: Mapping[str, Placed] = NO_CONTACTS,
) -> Scene:
    """The bodies seen from ahead."""
    return Scene(bodies, camera or front(), side, props, contacts)


def touching(part: Part, place: Place) -> Mapping[str, Placed]:
    """The part of the working side touches something."""
    return spread([Contact(put=part, on=place, side=Which.WORKING)])
