"""Where a picture is found, and that no link leads out of its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.pictures.picture_files import find_picture, leads_outside, still_beside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "figures"
    folder.mkdir()
    (folder / "pigeon.webp").touch()
    (tmp_path / "secret.webp").touch()
    return folder


def test_a_picture_is_found_in_the_first_folder_that_has_it(folder: Path) -> None:
    assert find_picture("pigeon.webp", (folder.parent, folder)) == folder / "pigeon.webp"
    assert find_picture("other.webp", (folder,)) is None


def test_a_link_out_of_the_folder_is_no_picture(folder: Path) -> None:
    (folder / "link.webp").symlink_to(folder.parent / "secret.webp")
    assert find_picture("link.webp", (folder,)) is None
    assert leads_outside("link.webp", (folder,))
    assert not leads_outside("pigeon.webp", (folder,))


def test_the_still_beside_a_picture_is_smaller(folder: Path) -> None:
    picture, still = folder / "pigeon.webp", folder / "pigeon-still.webp"
    assert still_beside(picture) == picture
    still.touch()
    assert still_beside(picture) == still


def test_a_link_to_another_picture_of_the_folder_is_a_still(folder: Path) -> None:
    (folder / "pigeon-still.webp").symlink_to("other.webp")
    assert still_beside(folder / "pigeon.webp") == folder / "pigeon.webp"
    (folder / "other.webp").touch()
    assert still_beside(folder / "pigeon.webp") == folder / "other.webp"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_still_that_leads_outside_or_is_no_file_is_left(folder: Path) -> None:
    picture, still = folder / "pigeon.webp", folder / "pigeon-still.webp"
    still.symlink_to(folder.parent / "secret.webp")
    assert still_beside(picture) == picture
    still.unlink()
    os.mkfifo(still)
    assert still_beside(picture) == picture
