"""Pictures keep what shows them and lose what tells where and by whom they were made."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from stretchcoach.core.screen.still_part import note_of
from stretchcoach.files.pictures.picture_header import PictureKind, is_whole
from stretchcoach.files.pictures.picture_metadata import without_metadata
from stretchcoach.files.pictures.picture_orientation import orientation_number
from tests.files.pictures.hostile_pictures import encoded

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825
SECRET = "Camera of Ada"


def photo(kind: PictureKind, number: int, **options: object) -> bytes:
    image = Image.radial_gradient("L").resize((24, 16)).convert("RGB")
    exif = Image.Exif()
    exif[ORIENTATION] = number
    exif[MAKER] = SECRET
    exif.get_ifd(GPS)[1] = "N"
    return encoded(image, kind.value.upper(), exif=exif, **options)


def shown(content: bytes) -> tuple[tuple[int, int], bytes]:
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    return upright.size, upright.tobytes()


@pytest.mark.parametrize("number", [1, 3, 6])
@pytest.mark.parametrize("kind", PictureKind)
def test_it_looks_the_same_and_says_nothing_else(kind: PictureKind, number: int) -> None:
    content = photo(kind, number)
    assert SECRET.encode() in content
    plain = without_metadata(content, kind)
    assert SECRET.encode() not in plain
    assert is_whole(plain, kind)
    assert orientation_number(plain, kind) == number
    assert shown(plain) == shown(content)
    assert dict(Image.open(io.BytesIO(plain)).getexif()).keys() <= {ORIENTATION}
    assert without_metadata(plain, kind) == plain


def test_comments_thumbnails_and_films_behind_a_jpeg_are_gone() -> None:
    content = photo(PictureKind.JPEG, 1, comment=SECRET, progressive=True)
    film = content + b"\0\0\0\x18ftypmp42" + SECRET.encode() + b"\xff\xd8\xff\xe1\xff\xff"
    plain = without_metadata(film, PictureKind.JPEG)
    assert SECRET.encode() not in plain
    assert plain.endswith(b"\xff\xd9")
    assert shown(plain) == shown(content)


def test_a_second_picture_behind_a_jpeg_is_gone() -> None:
    content = photo(PictureKind.JPEG, 1)
    plain = without_metadata(content + content, PictureKind.JPEG)
    assert plain == without_metadata(content, PictureKind.JPEG)


def test_the_colours_of_a_jpeg_stay() -> None:
    profile = b"colours" * 10
    content = photo(PictureKind.JPEG, 1, icc_profile=profile)
    plain = Image.open(io.BytesIO(without_metadata(content, PictureKind.JPEG)))
    assert plain.info["icc_profile"] == profile


def test_texts_of_a_png_are_gone() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Author", SECRET)
    content = encoded(Image.new("RGB", (4, 4)), "PNG", pnginfo=info)
    assert SECRET.encode() not in without_metadata(content, PictureKind.PNG)


def test_a_moving_webp_goes_on_moving() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    content = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], xmp=b"<x/>")
    plain = without_metadata(content, PictureKind.WEBP)
    image = Image.open(io.BytesIO(plain))
    assert getattr(image, "n_frames", 1) == 3
    assert b"XMP " not in plain


def test_a_still_keeps_where_its_hold_is_and_nothing_else_of_its_note() -> None:
    part = (0.0, 0.4125, 1.0, 1.0)
    note = note_of(part).replace("<rdf:Desc", "<at>home</at><rdf:Desc")
    still = Image.new("RGBA", (8, 6), (200, 60, 40, 255))
    plain = without_metadata(
        encoded(still, "WEBP", lossless=True, xmp=note.encode()), PictureKind.WEBP
    )
    with Image.open(io.BytesIO(plain)) as image:
        assert image.info["xmp"].decode() == note_of(part)
    assert b"home" not in plain


@pytest.mark.parametrize("kind", PictureKind)
@pytest.mark.parametrize("content", [b"", b"nothing", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_said_to_be_none(kind: PictureKind, content: bytes) -> None:
    with pytest.raises(ValueError, match=kind.value):
        without_metadata(content, kind)
