from __future__ import annotations

import pytest

from stretchcoach.files.pictures.picture_budget import SHOWN, Budget, excess, shrink_of
from stretchcoach.files.pictures.picture_header import PictureHeader, PictureKind, picture_header
from tests.files.pictures.hostile_pictures import moving_webp, repeated_scans
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
    assert excess(header, SHOWN) == sentence


def test_just_within_is_within() -> None:
    assert excess(PictureHeader(PNG, 4096, 4096), SHOWN) == ""
    assert excess(PictureHeader(WEBP, 400, 500, frames=120)) == ""
    assert excess(PictureHeader(JPEG, 2000, 2000, passes=85), SHOWN) == ""


@pytest.mark.parametrize(
    "photo",
    [
        PictureHeader(JPEG, 8160, 6144),
        PictureHeader(JPEG, 8160, 6144, passes=10, working_bytes=3),
        PictureHeader(PNG, 8192, 6144),
        PictureHeader(WEBP, 8192, 6144, working_bytes=0.5),
        PictureHeader(JPEG, 12_000, 4_000),
    ],
)
def test_a_photo_of_fifty_megapixels_is_within(photo: PictureHeader) -> None:
    assert excess(photo) == ""


@pytest.mark.parametrize(
    ("photo", "sentence"),
    [
        (PictureHeader(JPEG, 9000, 6000), "it is too large: 54 megapixels, at most 51"),
        (PictureHeader(JPEG, 20_000, 100), "it is 20000 x 100 pixels large - at most 16384 a side"),
        (PictureHeader(PNG, 7000, 7000, pixel_bytes=8), "showing it takes 373 MB - at most 256"),
        (PictureHeader(WEBP, 7000, 7000, working_bytes=6), "showing it takes 467 MB"),
        (PictureHeader(JPEG, 7000, 7000, passes=13), "it is saved in 13 passes"),
        (PictureHeader(JPEG, 7000, 7000, working_bytes=6), "showing it takes 327 MB"),
    ],
)
def test_what_is_too_much_for_a_photo(photo: PictureHeader, sentence: str) -> None:
    assert excess(photo).startswith(sentence)


def test_a_photo_that_is_made_smaller_while_decoding_takes_less() -> None:
    assert [shrink_of(PictureHeader(JPEG, n, 500)) for n in (4000, 4096, 8192, 16_384)] == [
        1, 2, 4, 8,
    ]  # fmt: skip
    assert shrink_of(PictureHeader(PNG, 16_384, 500)) == 1


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
