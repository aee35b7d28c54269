from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose import Ball as BallJoint
from stretchcoach.core.content.pose import Keyframe, Limbs, Pose, Prop, PropName
from stretchcoach.core.content.pose_terms import BodyPosition
from stretchcoach.core.content.still import Start, Still
from stretchcoach.core.screen.still_part import part_in
from stretchcoach.figure.body.props import PropMaterial
from stretchcoach.figure.draw.movement import Movement, filmed
from stretchcoach.figure.draw.sheet import CELL_PX, contact_sheet
from stretchcoach.figure.pose.interpolate import moments
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.stills.beside import panels
from stretchcoach.figure.stills.export import (
    MOVE_MS,
    STILL_STEP,
    in_steps,
    picture,
    save_animation,
    save_picture,
    save_still,
    still_size,
)
from stretchcoach.figure.stills.still import still_picture

SMALL = (96, 72)


@pytest.fixture(scope="module")
def knee_raise() -> Movement:
    start = Keyframe(name="start", position=BodyPosition.HOOK_LYING)
    hold = Keyframe(name="hold", working=Limbs(hip=BallJoint(flexion=100), knee=100))
    pose = Pose(keyframes=(start, hold), props=(Prop(kind=PropName.MAT),))
    solved = solve(pose)
    return filmed(solved, moments(solved, 4), (Muscle.GLUTEUS_MAXIMUS,), ("r",))


def test_the_animation_plays_once_from_start_to_hold(knee_raise: Movement, tmp_path: Path) -> None:
    done: list[int] = []
    path = tmp_path / "figures" / "knee.webp"
    save_animation(knee_raise, path, SMALL, lambda number, _: done.append(number))
    with Image.open(path) as image:
        assert image.size == SMALL
        assert image.n_frames == 4
        assert image.info["loop"] == 1
        last = np.asarray(picture(knee_raise.picture(3, *SMALL)).convert("RGBA"), int)
        image.seek(3)
        shown = np.asarray(image.convert("RGBA"), int)
    assert done == [1, 2, 3, 4]
    assert np.abs(shown[..., 3] - last[..., 3]).mean() < 2.0
    assert MOVE_MS // 4 == 400


def test_the_still_is_the_hold_on_nothing(knee_raise: Movement, tmp_path: Path) -> None:
    path = tmp_path / "knee-still.webp"
    save_still(knee_raise, path, still_size(SMALL))
    with Image.open(path) as image:
        assert image.size == still_size(SMALL) == (125, 94)
        assert image.convert("RGBA").getpixel((0, 0))[3] == 0
        shown = np.asarray(image.convert("RGBA"))
    exact = in_steps(still_picture(knee_raise, *still_size(SMALL)))
    seen = exact[..., 3] > 0
    assert np.array_equal(shown[seen], exact[seen])


def test_a_still_with_the_start_beside_notes_where_the_hold_is(
    knee_raise: Movement, tmp_path: Path
) -> None:
    beside = replace(knee_raise, still=Still(start=Start.BESIDE))
    path = tmp_path / "knee-still.webp"
    save_still(beside, path, still_size(SMALL))
    with Image.open(path) as image:
        part = part_in(image.info["xmp"].decode())
    assert part == pytest.approx(panels(beside, 4 / 3)[1].window, abs=1e-3)
    save_still(knee_raise, path, still_size(SMALL))
    with Image.open(path) as image:
        assert "xmp" not in image.info


def test_the_steps_of_colour_are_too_fine_to_be_seen() -> None:
    levels = np.arange(256, dtype=np.uint8)
    pixels = np.stack([levels, levels, levels, np.full(256, 255, np.uint8)], axis=1)[None]
    off = in_steps(pixels).astype(int) - pixels
    assert np.abs(off).max() <= STILL_STEP // 2 + 1
    assert (off[..., 3] == 0).all()
    assert not in_steps(np.array([[[9, 9, 9, 0]]], np.uint8)).any()


def test_one_camera_holds_every_moment(knee_raise: Movement) -> None:
    for number in range(len(knee_raise.shots)):
        alpha = knee_raise.picture(number, *SMALL)[:, :, 3]
        border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
        assert border.max() < 60  # a soft shadow may reach the edge, nothing else


def test_the_mat_is_no_longer_than_needed(knee_raise: Movement) -> None:
    mat = next(p for p in knee_raise.shots[0].props if p.material is PropMaterial.MAT)
    assert 0.5 < mat.size[2] < 0.95


def test_the_sheet_has_a_place_for_every_exercise() -> None:
    image = Image.new("RGBA", CELL_PX, (0, 0, 0, 255))
    one, four = (contact_sheet([("name", image, image)] * number) for number in (1, 4))
    assert four.height > one.height
    assert four.width == one.width


def test_who_stops_a_drawing_keeps_the_picture_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "knee.webp"
    path.write_bytes(b"the old one")

    def stopped(image: Image.Image, fp: Path, **_: object) -> None:
        Path(fp).write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(Image.Image, "save", stopped)
    with pytest.raises(KeyboardInterrupt):
        save_picture(np.zeros((4, 4, 4), np.uint8), path)
    assert path.read_bytes() == b"the old one"
