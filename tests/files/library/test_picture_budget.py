from __future__ import annotations

import pytest

from stretchcoach.files.library.picture_budget import SHOWN, Budget, excess
from stretchcoach.files.library.picture_header import PictureHeader, PictureKind, picture_header
from tests.files.library.hostile_pictures import moving_webp, repeated_scans
from tests.source_code import ROOT

PNG, JPEG, WEBP = PictureKind.PNG, PictureKind.JPEG, PictureKind.WEBP

OVER = [
    (PictureHeader(PNG, 5000, 10), "it is 5000 x 10 pixels large - at most 4096 a side"),
    (PictureHeader(WEBP, 10, 10, frames=121), "it has 121 frames - at most 120"),
    (
        PictureHeader(WEBP, 1000, 1000, frames=25),
        "it has 25 x 1000 x 1000 pixels - at most 24 million in all",
    ),
    (
        PictureHeader(JPEG, 2000, 2000, passes=100),
        "it is saved in 100 passes over 2000 x 2000 pixels - save it as an ordinary JPEG",
    ),
    (
        PictureHeader(PNG, 4000, 4000, pixel_bytes=8),
        "showing it takes 122 MB - at most 96, so make it smaller",
    ),
]


@pytest.mark.parametrize(("header", "sentence"), OVER)
def test_what_is_over_the_budget_is_said(header: PictureHeader, sentence: str) -> None:
    assert excess(header) == sentence


def test_just_within_is_within() -> None:
    assert excess(PictureHeader(PNG, 4096, 4096)) == ""
    assert excess(PictureHeader(WEBP, 400, 500, frames=120)) == ""
    assert excess(PictureHeader(JPEG, 2000, 2000, passes=85)) == ""


def test_a_photo_that_is_made_smaller_while_decoding_takes_less() -> None:
    wide = Budget(side_px=9000, frame_pixels=50_000_000)
    photo = PictureHeader(JPEG, 8000, 6000)
    assert excess(photo, wide).startswith("showing it takes 183 MB")
    assert excess(photo, wide, shrink=2) == ""


def test_small_files_that_would_take_minutes_are_over_it() -> None:
    frames = picture_header(moving_webp(4096, 100), WEBP)
    scans = picture_header(repeated_scans(1024, 5000), JPEG)
    assert frames is not None
    assert scans is not None
    assert excess(frames).startswith("it has 100 x 4096 x 4096 pixels")
    assert excess(scans).startswith("it is saved in 5010 passes")


def test_every_picture_that_ships_is_within_half_of_it() -> None:
    half = Budget(*(most // 2 for most in SHOWN))
    for path in (ROOT / "assets" / "figures").glob("*.webp"):
        header = picture_header(path.read_bytes(), WEBP)
        assert header is not None
        assert excess(header, half) == "", path
