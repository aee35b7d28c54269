"""Why a picture cannot be shown, in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from stretchcoach.files.pictures.picture_budget import PHOTO, SHOWN
from stretchcoach.files.pictures.picture_check import picture_problem
from tests.files.pictures.hostile_pictures import (
    encoded,
    moving_webp,
    png,
    repeated_scans,
    webp_chunk,
)
from tests.source_code import ROOT

PHOTO_IMAGE = Image.new("RGB", (80, 60), (200, 120, 90))
JPEG = encoded(PHOTO_IMAGE, "JPEG")
PNG = encoded(PHOTO_IMAGE, "PNG")
WEBP = encoded(PHOTO_IMAGE, "WEBP")
LARGE_MOVING = moving_webp(9, 3) + webp_chunk(b"JUNK", bytes(SHOWN.file_bytes))
ENDS = "the file ends in the middle of it - copy it again"
HEIC = b"\0\0\0\x18ftypheic" + bytes(40)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("IMG 2031.JPG", JPEG),
        ("photo.jpeg", encoded(PHOTO_IMAGE, "JPEG", progressive=True)),
        ("photo.png", PNG),
        ("photo.webp", WEBP),
        ("moving.webp", moving_webp(100, 3)),
    ],
)
def test_a_good_picture_has_no_problem(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert picture_problem(path) == ""


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jpg", PNG, "it is a png picture, not jpeg - give its name the right ending"),
        ("a.jpg", HEIC, "it is a HEIC or AVIF picture - save or share it as JPEG"),
        ("a.webp", b"<svg/>", "it is no webp picture, or a damaged one"),
        ("a.webp", b"", "it is no webp picture, or a damaged one"),
        ("a.gif", b"GIF89a", "it is no PNG, JPEG or WebP by its name"),
        (
            "a.jpg",
            JPEG[: len(JPEG) // 2 + 300],
            ENDS,
        ),
        ("a.png", PNG[:-6], ENDS),
        ("a.webp", WEBP[:-6], ENDS),
        ("a.jpg", repeated_scans(1024, 5000), "it is saved in 5010 passes"),
        ("a.png", png(20_000, 20), "it is 20000 x 20 pixels large"),
        ("a.jpg", JPEG + bytes(PHOTO.file_bytes), "the file has more than 20 MB"),
        ("a.webp", LARGE_MOVING, "the file has more than 5 MB"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert picture_problem(path).startswith(reason)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert picture_problem(tmp_path / "gone.jpg").startswith("it cannot be read: ")
    assert picture_problem(tmp_path / "nul\0.jpg").startswith("it cannot be read: ")
    (tmp_path / "folder.jpg").mkdir()
    assert picture_problem(tmp_path / "folder.jpg") == "it cannot be read: it is no ordinary file"


def test_a_picture_that_was_changed_is_looked_at_anew(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(PNG)
    assert picture_problem(path)
    path.write_bytes(JPEG)
    os.utime(path, ns=(1, 1))
    assert picture_problem(path) == ""


def test_every_picture_that_ships_can_be_shown() -> None:
    paths = sorted((ROOT / "assets" / "figures").glob("*.webp"))
    assert len(paths) > 40
    assert [path.name for path in paths if picture_problem(path)] == []
