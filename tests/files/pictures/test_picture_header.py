"""What the header of a picture says, for pictures that are meant well."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from stretchcoach.files.pictures.picture_header import (
    MOST_PIECES,
    PictureKind,
    kind_by_name,
    picture_header,
    without_extras,
)
from tests.files.pictures.hostile_pictures import (
    encoded,
    moving_webp,
    png,
    png_chunk,
    png_with_packed_texts,
    repeated_scans,
)
from tests.source_code import ROOT

SIZE = (300, 200)
COLOUR = Image.new("RGB", SIZE, (10, 200, 30))
CLEAR = Image.new("RGBA", SIZE, (10, 200, 30, 90))
GREY = Image.new("L", SIZE, 9)
PNG, JPEG, WEBP = PictureKind.PNG, PictureKind.JPEG, PictureKind.WEBP

# Bytes a pixel of the decoded picture and of what the decoder keeps, and its passes.
STILLS = [
    (encoded(COLOUR, "PNG"), PNG, 4, 0, 1),
    (encoded(CLEAR, "PNG"), PNG, 4, 0, 1),
    (encoded(GREY.convert("P"), "PNG"), PNG, 4, 0, 1),
    (encoded(GREY.convert("I;16"), "PNG"), PNG, 8, 0, 1),
    (encoded(COLOUR, "JPEG"), JPEG, 4, 0, 1),
    (encoded(GREY, "JPEG"), JPEG, 1, 0, 1),
    (encoded(COLOUR, "JPEG", progressive=True, subsampling=0), JPEG, 4, 6, 10),
    (encoded(COLOUR, "JPEG", progressive=True, subsampling=2), JPEG, 4, 3, 10),
    (encoded(COLOUR, "JPEG", comment=b"\xff\xc0" * 9, exif=b"Exif\0\0" + bytes(99)), JPEG, 4, 0, 1),
    (encoded(COLOUR, "WEBP"), WEBP, 4, 0.5, 1),
    (encoded(COLOUR, "WEBP", lossless=True), WEBP, 4, 6, 1),
    (encoded(CLEAR, "WEBP"), WEBP, 4, 6, 1),
    (encoded(CLEAR, "WEBP", lossless=True, exif=b"Exif\0\0"), WEBP, 4, 6, 1),
]


@pytest.mark.parametrize(("content", "kind", "pixel_bytes", "working", "passes"), STILLS)
def test_size_and_cost_of_a_still(
    content: bytes, kind: PictureKind, pixel_bytes: int, working: float, passes: int
) -> None:
    header = picture_header(content, kind)
    assert header is not None
    assert (header.width, header.height) == SIZE
    assert (header.pixel_bytes, header.working_bytes) == (pixel_bytes, working)
    assert (header.frames, header.passes) == (1, passes)


@pytest.mark.parametrize("lossless", [False, True])
def test_frames_of_a_moving_picture(lossless: bool) -> None:
    header = picture_header(moving_webp(64, 7, lossless), WEBP)
    assert header is not None
    assert (header.width, header.frames) == (64, 7)
    assert header.working_bytes == (6 if lossless else 0.5)


def test_every_pass_is_counted() -> None:
    header = picture_header(repeated_scans(64, 500), JPEG)
    assert header is not None
    assert header.passes == 510


def test_only_a_jpeg_is_made_smaller_while_it_is_decoded() -> None:
    jpeg = picture_header(encoded(COLOUR, "JPEG"), JPEG)
    png = picture_header(encoded(COLOUR, "PNG"), PNG)
    assert jpeg is not None
    assert png is not None
    assert jpeg.decoding_bytes(2) == jpeg.decoding_bytes() // 4
    assert png.decoding_bytes(2) == png.decoding_bytes()


@pytest.mark.parametrize(("content", "kind", "_", "__", "___"), STILLS)
def test_what_is_cut_off_is_no_picture_or_the_same_one(
    content: bytes, kind: PictureKind, _: int, __: float, ___: int
) -> None:
    for length in range(min(len(content), 120)):
        header = picture_header(content[:length], kind)
        assert header is None or (header.width, header.height) == SIZE


@pytest.mark.parametrize("content", [content for content, *_ in STILLS])
def test_a_picture_is_of_one_kind_alone(content: bytes) -> None:
    assert sum(picture_header(content, kind) is not None for kind in PictureKind) == 1


def test_what_is_no_picture_has_no_header() -> None:
    for kind in PictureKind:
        assert picture_header(b"", kind) is None
        assert picture_header(b"<svg/>" * 9, kind) is None
    assert picture_header(png(0, 100), PNG) is None
    assert picture_header(b"\x89PNG\r\n\x1a\n" + png_chunk(b"IEND", b""), PNG) is None
    assert picture_header(png(9, 9).replace(b"\x08\x02\0\0\0", b"\x08\x09\0\0\0"), PNG) is None
    assert (
        picture_header(b"\xff\xd8\xff\xe0\0\x04ab" + b"\xff\xe0\0\x04ab" * MOST_PIECES, JPEG)
        is None
    )
    assert picture_header(b"RIFF\0\0\0\0WEBP" + b"JUNK\0\0\0\0" * MOST_PIECES, WEBP) is None
    assert picture_header(png(9, 9, png_chunk(b"junk", b"") * MOST_PIECES), PNG) is None


def test_texts_inside_a_png_are_left_behind() -> None:
    bomb = png_with_packed_texts(3, 1000)
    assert without_extras(bomb, PNG) == png(1, 1)
    jpeg = encoded(COLOUR, "JPEG")
    assert without_extras(jpeg, JPEG) == jpeg


def test_what_a_clear_png_needs_is_kept() -> None:
    palette = CLEAR.quantize()
    content = encoded(palette, "PNG")
    assert b"PLTE" in without_extras(content, PNG)
    assert b"tRNS" in without_extras(content, PNG)


def test_the_name_of_a_file_tells_its_kind() -> None:
    assert kind_by_name(Path("a.JPG")) is JPEG
    assert kind_by_name(Path("a.svg")) is None


def test_pictures_that_ship_are_read() -> None:
    paths = list((ROOT / "assets" / "figures").glob("*.webp"))
    assert len(paths) > 10
    for path in paths:
        assert picture_header(path.read_bytes(), WEBP) is not None
