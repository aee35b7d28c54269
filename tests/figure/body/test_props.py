from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.core.content.pose import Contact, Prop, PropName
from stretchcoach.core.content.pose_terms import BodyPosition, Part, Place, Which
from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape, place
from stretchcoach.figure.body.skeleton import PosedBody
from stretchcoach.figure.pose.pose_to_bodies import solve
from tests.figure.poses import plain


def test_every_surface_is_where_its_prop_is() -> None:
    room = place(
        (
            Prop(kind=PropName.CHAIR, height=50),
            Prop(kind=PropName.TABLE, ahead=30, height=80),
            Prop(kind=PropName.WALL, ahead=-20),
        ),
        np.eye(3),
        np.zeros(3),
    )
    assert room.surfaces[Place.FLOOR].point[1] == 0.0
    assert room.surfaces[Place.SEAT].point[1] == pytest.approx(0.5)
    assert room.surfaces[Place.TABLE].point[1] == pytest.approx(0.8)
    wall = room.surfaces[Place.WALL]
    np.testing.assert_allclose(wall.point, [0, 0, -0.2])
    np.testing.assert_allclose(wall.normal, [0, 0, 1], atol=1e-12)
    for shape in room.solid:  # no piece of a prop is below the floor
        assert shape.centre[1] - shape.size[1] >= -1e-9


def test_the_mat_lies_with_its_top_at_the_floor_and_is_no_obstacle() -> None:
    room = place((Prop(kind=PropName.MAT),), np.eye(3), np.zeros(3))
    (mat,) = room.shapes
    assert mat.material is PropMaterial.MAT
    assert mat.centre[1] + mat.size[1] == pytest.approx(0.0)
    assert room.solid == ()


def test_a_chair_turned_round_has_its_back_on_the_other_side() -> None:
    def back_z(turn: float) -> float:
        room = place((Prop(kind=PropName.CHAIR, ahead=0, turn=turn),), np.eye(3), np.zeros(3))
        boxes = [shape for shape in room.shapes if shape.kind is PropKind.BOX]
        return float(max(boxes, key=lambda shape: shape.centre[1]).centre[2])

    assert back_z(0) == pytest.approx(-back_z(180))
    assert back_z(0) < 0


def test_out_is_toward_the_working_side_which_is_at_minus_x() -> None:
    room = place((Prop(kind=PropName.WALL, out=60),), np.eye(3), np.zeros(3))
    np.testing.assert_allclose(room.surfaces[Place.WALL].point, [-0.6, 0, 0])
    np.testing.assert_allclose(room.surfaces[Place.WALL].normal, [1, 0, 0], atol=1e-12)


def test_a_table_stands_on_the_floor() -> None:
    room = place((Prop(kind=PropName.TABLE, height=72),), np.eye(3), np.zeros(3))
    top, *legs = room.shapes
    assert len(legs) == 4
    for leg in legs:
        assert leg.centre[1] - leg.size[1] == pytest.approx(0.0)
        assert leg.centre[1] + leg.size[1] == pytest.approx(top.centre[1] - top.size[1])


def test_the_top_of_a_backrest_can_be_held() -> None:
    room = place((Prop(kind=PropName.CHAIR, ahead=0),), np.eye(3), np.zeros(3))
    surface = room.surfaces[Place.BACKREST]
    highest = max(float(shape.centre[1] + shape.size[1]) for shape in room.shapes)
    assert surface.point[1] == pytest.approx(highest)
    assert surface.top_of is not None
    assert surface.top_of.centre[2] < -0.15  # at the back


def test_a_cushion_higher_than_the_seat_lies_on_it() -> None:
    props = (Prop(kind=PropName.CHAIR), Prop(kind=PropName.CUSHION, height=53))
    sitting = Contact(put=Part.BUTTOCK, on=Place.CUSHION)
    pose = plain(BodyPosition.SEATED, *props, contacts=(sitting,))
    (cushion,) = (s for s in solve(pose).frames[0].props if s.material is PropMaterial.CUSHION)
    assert cushion.centre[1] - cushion.size[1] == pytest.approx(0.45)
    assert cushion.centre[1] + cushion.size[1] == pytest.approx(0.53)


def test_a_cushion_between_the_knees_lies_on_the_lower_one() -> None:
    cushion = Prop(kind=PropName.CUSHION, around=Part.KNEE, of=Which.OTHER, height=18)
    knee = Contact(put=Part.KNEE, side=Which.WORKING, on=Place.CUSHION)
    pose = plain(BodyPosition.SIDE_ON_OTHER, cushion, contacts=(knee,))
    frame = solve(pose).frames[0]
    (shape,) = (s for s in frame.props if s.material is PropMaterial.CUSHION)
    assert shape.centre[1] + shape.size[1] == pytest.approx(0.18)
    assert shape.centre[1] - shape.size[1] > frame.body.joints["knee_l"][1]


@pytest.mark.parametrize(
    ("kind", "on", "height_m"),
    [
        (PropName.STEP, Place.STEP, 0.15),
        (PropName.STOOL, Place.STOOL, 0.35),
        (PropName.BED, Place.BED, 0.55),
    ],
)
def test_what_stands_on_the_floor_offers_its_top_and_lets_nothing_in(
    kind: PropName, on: Place, height_m: float
) -> None:
    room = place((Prop(kind=kind, ahead=30, out=20),), np.eye(3), np.zeros(3))
    surface = room.surfaces[on]
    assert surface.point[1] == pytest.approx(height_m)
    assert surface.point[0] == pytest.approx(-0.2)
    assert max(shape.centre[1] + shape.size[1] for shape in room.shapes) == pytest.approx(height_m)
    assert min(shape.centre[1] - shape.size[1] for shape in room.shapes) == pytest.approx(0.0)
    assert room.solid == room.shapes


def test_a_bed_reaches_back_from_the_edge_over_which_a_leg_hangs() -> None:
    room = place((Prop(kind=PropName.BED, ahead=5),), np.eye(3), np.zeros(3))
    assert max(shape.centre[2] + shape.size[2] for shape in room.shapes) == pytest.approx(0.05)


def test_a_ball_is_as_thick_as_the_pose_says_and_is_sat_on() -> None:
    sitting = Contact(put=Part.BUTTOCK, on=Place.BALL, side=Which.WORKING)
    props = (Prop(kind=PropName.BALL, height=7),)
    frame = solve(plain(BodyPosition.LONG_SITTING, *props, contacts=(sitting,))).frames[0]
    (ball,) = frame.props
    assert ball.size[0] == pytest.approx(0.035)
    assert ball.centre[1] == pytest.approx(0.035, abs=0.002)
    assert np.hypot(*(ball.centre - frame.body.joints["hip_r"])[[0, 2]]) < 0.15


def test_a_roller_lies_across_below_who_sits_on_it() -> None:
    sitting = Contact(put=Part.BUTTOCK, on=Place.ROLLER)
    props = (Prop(kind=PropName.ROLLER),)
    frame = solve(plain(BodyPosition.LONG_SITTING, *props, contacts=(sitting,))).frames[0]
    (roller,) = frame.props
    assert roller.kind is PropKind.CYLINDER
    np.testing.assert_allclose(np.abs(roller.frame[:, 1]), [1, 0, 0], atol=1e-9)
    assert roller.centre[1] == pytest.approx(0.075, abs=0.002)
    assert roller.centre[2] == pytest.approx(frame.body.joints["pelvis"][2], abs=0.15)


@pytest.mark.parametrize(
    ("prop", "above", "below"),
    [
        (Prop(kind=PropName.BAND), "hip", "knee"),
        (Prop(kind=PropName.STRAP, around=Part.THIGH, of=Which.BOTH), "hip", "knee"),
        (Prop(kind=PropName.BAND, around=Part.ANKLE), "knee", "ankle"),
    ],
)
def test_a_loop_goes_round_both_legs_and_is_closed(prop: Prop, above: str, below: str) -> None:
    frame = solve(plain(BodyPosition.STANDING, prop)).frames[0]
    (loop,) = frame.props
    assert loop.points is not None
    np.testing.assert_allclose(loop.points[0], loop.points[-1])
    for side in ("l", "r"):
        high, low = (frame.body.joints[f"{name}_{side}"] for name in (above, below))
        assert low[1] < loop.points[:, 1].min()
        assert loop.points[:, 1].max() < high[1]
        outward = 1.0 if side == "l" else -1.0
        assert (loop.points[:, 0] * outward).max() > low[0] * outward


def test_a_cushion_stands_between_bent_knees_as_thick_as_they_leave_room_for() -> None:
    def squeezed(out_cm: float) -> tuple[PropShape, PosedBody]:
        cushion = Prop(kind=PropName.CUSHION, around=Part.KNEE, of=Which.BOTH)
        feet = Contact(put=Part.FOOT, on=Place.FLOOR, out=out_cm, ahead=45)
        frame = solve(plain(BodyPosition.HOOK_LYING, cushion, contacts=(feet,))).frames[0]
        (shape,) = (s for s in frame.props if s.material is PropMaterial.CUSHION)
        return shape, frame.body

    wide, body = squeezed(18)
    narrow, _ = squeezed(10)
    assert 0 < narrow.size[0] < wide.size[0]
    knees = [body.joints[f"knee_{side}"] for side in ("l", "r")]
    assert wide.size[0] < np.linalg.norm(knees[0] - knees[1]) / 2
    np.testing.assert_allclose(wide.centre, (knees[0] + knees[1]) / 2, atol=0.03)
    assert wide.frame[1, 1] > 0.7  # upright: out of the bend of the knees is up
