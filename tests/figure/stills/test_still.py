from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageFilter

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose import Ball, Keyframe, Limbs, Pose
from stretchcoach.core.content.pose_terms import BodyPosition, Direction, Part
from stretchcoach.core.content.still import Arrow, Sign, Start, Still
from stretchcoach.figure.body.solids import Group
from stretchcoach.figure.draw.layers import over
from stretchcoach.figure.draw.movement import Movement, filmed
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import traced
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.signs.strokes import FILL
from stretchcoach.figure.stills.beside import panels
from stretchcoach.figure.stills.ghost import hidden, moving
from stretchcoach.figure.stills.still import still_picture
from tests.figure.poses import MAT

SIZE = (320, 240)
PLAIN = Still(start=Start.NONE, arrow=False)


@pytest.fixture(scope="module")
def knee_raise() -> Movement:
    start = Keyframe(name="start", position=BodyPosition.SUPINE)
    hold = Keyframe(name="hold", working=Limbs(hip=Ball(flexion=80), knee=0))
    solved = solve(Pose(keyframes=(start, hold), props=(MAT,)))
    return filmed(solved, moments(solved, 5), (), ("r",))


def drawn(movement: Movement, still: Still) -> Bytes:
    return still_picture(replace(movement, still=still), *SIZE)


def test_without_ghost_and_arrow_it_is_the_hold(knee_raise: Movement) -> None:
    assert np.array_equal(drawn(knee_raise, PLAIN), knee_raise.picture(-1, *SIZE))


def test_the_ghost_is_seen_where_the_start_was_and_never_over_the_hold(
    knee_raise: Movement,
) -> None:
    hold, start = (knee_raise.picture(number, *SIZE) for number in (-1, 0))
    ghost = drawn(knee_raise, Still(arrow=False))
    changed = np.abs(ghost.astype(int) - hold.astype(int)).max(axis=-1) > 20
    assert changed.mean() > 0.004
    near = Image.fromarray(start[..., 3]).filter(ImageFilter.MaxFilter(9))  # its line is soft
    assert (np.asarray(near)[changed] > 100).mean() > 0.98
    red, green, blue = (int(value) for value in ghost[changed][..., :3].mean(axis=0))
    assert max(red, green, blue) - min(red, green, blue) < 70  # a tone, and no colour of its own


def test_the_arrow_lies_over_all(knee_raise: Movement) -> None:
    arrow = drawn(knee_raise, Still(start=Start.NONE))
    blue = np.abs(arrow[..., :3].astype(int) - FILL).max(axis=-1) < 8
    assert blue.sum() > 60


def test_over_keeps_what_is_below_where_there_is_nothing_above() -> None:
    below = np.array([[[10, 20, 30, 255], [10, 20, 30, 0]]], np.uint8)
    above = np.array([[[0, 0, 0, 0], [200, 100, 50, 128]]], np.uint8)
    assert over(below, above).tolist() == [[[10, 20, 30, 255], [200, 100, 50, 128]]]
    half = np.array([[[200, 100, 50, 128], [0, 0, 0, 0]]], np.uint8)
    mixed = over(below, half)[0, 0]
    assert mixed[3] == 255
    assert 100 < mixed[0] < 110


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_shows(knee_raise: Movement, sign: Sign) -> None:
    hold = drawn(knee_raise, PLAIN)
    signed = drawn(
        knee_raise, Still(start=Start.NONE, of=Part.KNEE, sign=sign, toward=Direction.UP)
    )
    assert (np.abs(signed.astype(int) - hold.astype(int)).max(axis=-1) > 40).sum() > 60


def test_several_signs_are_more_than_one(knee_raise: Movement) -> None:
    one = Arrow(of=Part.KNEE)
    two = Arrow(of=Part.HEAD, sign=Sign.TURN)
    blue = []
    for arrows in ((one,), (two,), (one, two)):
        signed = drawn(knee_raise, Still(start=Start.NONE, arrows=arrows))
        blue.append((np.abs(signed[..., :3].astype(int) - FILL).max(axis=-1) < 8).sum())
    assert blue[2] > 0.9 * (blue[0] + blue[1])


def test_the_strong_outline_of_the_ghost_reads_on_paper_and_on_a_dark_ground(
    knee_raise: Movement,
) -> None:
    bare = replace(knee_raise, shots=tuple(replace(one, props=()) for one in knee_raise.shots))
    hold, ghost = (
        still_picture(replace(bare, still=still), 640, 480) for still in (PLAIN, Still(arrow=False))
    )
    added = (hold[..., 3] < 30) & (ghost[..., 3] > 150)
    assert added.sum() > 120
    for paper in (255.0, 29.0):
        alpha = ghost[added][:, 3:] / 255.0
        seen = ghost[added][:, :3] * alpha + paper * (1.0 - alpha)
        assert np.abs(seen - paper).mean() > 60


def test_the_start_beside_is_smaller_paler_and_apart_from_the_hold(knee_raise: Movement) -> None:
    bare = replace(knee_raise, shots=tuple(replace(one, props=()) for one in knee_raise.shots))
    both = drawn(bare, Still(start=Start.BESIDE, arrow=False))
    _, panel = panels(replace(bare, still=Still(start=Start.BESIDE)), 4 / 3)
    hold = replace(bare, camera=panel.camera).picture(-1, *SIZE)
    left, top, _, _ = panel.window
    of_start = np.ones(both.shape[:2], bool)
    of_start[round(top * SIZE[1]) :, round(left * SIZE[0]) :] = False
    assert (both[of_start][:, 3] > 200).sum() > 0.2 * (both[~of_start][:, 3] > 200).sum()
    assert not (hold[of_start][:, 3] > 200).any()
    strongest = [
        float(np.ptp(both[part & (both[..., 3] > 200)][:, :3].astype(int), axis=1).max())
        for part in (of_start, ~of_start)
    ]
    assert strongest[0] < 0.85 * strongest[1]


def test_what_stays_has_no_ghost(knee_raise: Movement) -> None:
    start, hold = knee_raise.shots[0].body, knee_raise.shots[-1].body
    limbs = moving(start, hold, knee_raise.camera)
    assert {Group.THIGH_R, Group.SHANK_R, Group.FOOT_R} <= limbs
    assert not {Group.THIGH_L, Group.FOOT_L, Group.HEAD, Group.TORSO} & limbs


def test_a_limb_is_hidden_where_the_hold_covers_most_of_it(knee_raise: Movement) -> None:
    shot = knee_raise.shots[0]
    start = traced(shot.body, shot.props, knee_raise.camera, knee_raise.glow(0), 96, 72, 1)
    leg = frozenset({Group.THIGH_R, Group.SHANK_R})
    assert hidden(start, leg, np.ones((72, 96), np.float32)) == leg
    assert hidden(start, leg, np.zeros((72, 96), np.float32)) == frozenset()


def test_a_muscle_that_is_hidden_shines_through_and_one_that_is_seen_does_not(
    knee_raise: Movement,
) -> None:
    plain = replace(knee_raise, still=PLAIN, muscles=(Muscle.LUMBAR_EXTENSORS,))
    hold = still_picture(replace(plain, shines=False), *SIZE)
    assert np.array_equal(hold, plain.picture(-1, *SIZE))
    shining = still_picture(plain, *SIZE)
    assert (np.abs(shining.astype(int) - hold.astype(int)).max(axis=-1) > 30).sum() > 40
    seen = replace(plain, muscles=(Muscle.HAMSTRINGS,))
    assert np.array_equal(still_picture(seen, *SIZE), seen.picture(-1, *SIZE))


def test_what_shifts_a_little_beside_a_long_way_has_no_ghost(knee_raise: Movement) -> None:
    start = knee_raise.shots[0].body
    for far, ghost in ((0.06, True), (0.6, False)):
        joints = dict(start.joints)
        joints["elbow_l"] = joints["elbow_l"] + np.array([0.0, 0.045, 0.0])
        joints["ankle_r"] = joints["ankle_r"] + np.array([0.0, far, 0.0])
        limbs = moving(start, replace(start, joints=joints), knee_raise.camera)
        assert (Group.FOREARM_L in limbs) is ghost
        assert Group.SHANK_R in limbs
