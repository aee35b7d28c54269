"""Which way is up, as cameras write it down."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from stretchcoach.files.pictures.picture_header import PictureKind
from stretchcoach.files.pictures.picture_orientation import (
    UPRIGHT,
    Orientation,
    picture_orientation,
)
from tests.files.pictures.hostile_pictures import encoded

ORIENTATION_TAG = 0x0112
SMALL = Image.new("RGB", (6, 4))
# What upright means for each number, in the order mirrored, degrees clockwise.
TURNS = {
    1: (False, 0), 2: (True, 0), 3: (False, 180), 4: (True, 180),
    5: (True, 270), 6: (False, 90), 7: (True, 90), 8: (False, 270),
}  # fmt: skip


def photo(kind: PictureKind, number: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = number
    return encoded(SMALL, kind.value.upper(), exif=exif)


@pytest.mark.parametrize("kind", PictureKind)
@pytest.mark.parametrize("number", TURNS)
def test_every_number_in_every_kind_of_picture(kind: PictureKind, number: int) -> None:
    assert picture_orientation(photo(kind, number), kind) == TURNS[number]


@pytest.mark.parametrize("number", TURNS)
def test_the_turns_are_those_that_others_make(number: int) -> None:
    """Pillow turns pictures upright as well; a corner tells where each ends up."""
    image = Image.new("L", (3, 2))
    image.putpixel((0, 0), 255)
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = number
    stored = io.BytesIO(encoded(image, "PNG", exif=exif))
    upright = ImageOps.exif_transpose(Image.open(stored))
    turn = Orientation(*TURNS[number])
    mine = ImageOps.mirror(image) if turn.mirrored else image
    mine = mine.rotate(-turn.degrees, expand=True)
    assert (mine.size, mine.tobytes()) == (upright.size, upright.tobytes())
    assert turn.lies is (mine.size != image.size)


@pytest.mark.parametrize("kind", PictureKind)
def test_a_picture_that_says_nothing_or_nonsense_is_upright(kind: PictureKind) -> None:
    assert picture_orientation(encoded(SMALL, kind.value.upper()), kind) is UPRIGHT
    assert picture_orientation(photo(kind, 9), kind) is UPRIGHT
    assert picture_orientation(b"", kind) is UPRIGHT


@given(st.sampled_from(PictureKind), st.binary(max_size=60), st.integers(0, 400))
def test_damage_is_upright_or_some_turn_and_never_raises(
    kind: PictureKind, noise: bytes, at: int
) -> None:
    whole = photo(kind, 6)
    at = min(at, len(whole))
    found = picture_orientation(whole[:at] + noise + whole[at + len(noise) :], kind)
    assert isinstance(found, Orientation)
