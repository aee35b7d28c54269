"""The page as a file: its pictures, its weight, and what becomes of it where something is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.handout import page_pictures as making
from stretchcoach.ui.handout.page_file import write_page
from stretchcoach.ui.handout.page_pictures import MOST_BYTES, page_picture, page_pictures
from tests.files.packs.test_receiving import bundled
from tests.page.pages import an_entry

MOST_OF_A_PAGE = 4_000_000
EXERCISES = 7


def a_photo(path: Path, size: QSize) -> Path:
    """A picture that cannot be made much smaller."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for y in range(0, size.height(), 2):
        for x in range(0, size.width(), 2):
            image.setPixelColor(x, y, QColor((x * 7919 + y * 104729) % 0xFFFFFF))
    assert image.save(str(path))
    return path


def decoded(frame: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(frame, "WEBP")
    return image


def test_a_picture_leads_from_its_start_to_its_hold(qapp: QApplication) -> None:
    picture = page_picture(bundled_dir("assets") / "figures" / "figure-4-supine.webp")
    assert picture is not None
    assert len(picture.frames) == 12
    assert sum(map(len, picture.frames)) <= MOST_BYTES
    first, *_, last = map(decoded, picture.frames)
    assert first.size() == last.size()
    assert first.width() == 640
    assert first.hasAlphaChannel()
    assert first.pixel(320, 180) != last.pixel(320, 180)


def test_seven_exercises_with_an_easier_version_each_stay_below_4_mb() -> None:
    thumbs = EXERCISES * 24_000
    assert 2 * EXERCISES * MOST_BYTES * 4 / 3 + thumbs < MOST_OF_A_PAGE


def test_a_real_page_is_small_enough(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    assert write_page(bundled().routine("hip-basics"), Profile(), path) == ()
    assert path.stat().st_size < MOST_OF_A_PAGE


def test_a_large_photo_becomes_a_small_one(qapp: QApplication, tmp_path: Path) -> None:
    picture = page_picture(a_photo(tmp_path / "x.png", QSize(1400, 1000)))
    assert picture is not None
    (frame,) = picture.frames
    assert len(frame) <= MOST_BYTES
    assert len(picture.thumb) < 24_000


def test_of_many_frames_the_first_and_the_last_are_kept(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bundled_dir("assets") / "figures" / "figure-4-supine.webp"
    whole = page_picture(path)
    monkeypatch.setattr(making, "MOST_FRAMES", 3)
    few = page_picture(path)
    assert whole is not None
    assert few is not None
    assert len(few.frames) == 3
    assert (few.frames[0], few.frames[-1]) == (whole.frames[0], whole.frames[-1])


def test_what_cannot_be_shown_is_left_out(qapp: QApplication, tmp_path: Path) -> None:
    entry = an_entry()
    exercises = list(entry.exercises.values())[:2]
    (tmp_path / "bad.webp").write_bytes(b"no picture")
    assert page_pictures(exercises, {exercises[0].id: tmp_path / "bad.webp"}) == {}


def test_without_a_picture_the_page_is_still_made(qapp: QApplication, tmp_path: Path) -> None:
    entry = replace(an_entry(), pictures={})
    remarks = write_page(entry, Profile(), tmp_path / "x.html")
    assert entry.routine is not None
    names = {
        entry.exercises[step.exercise].name
        for step in entry.routine.steps
        if isinstance(step, ExerciseStep)
    }
    assert set(remarks) == {f"{name} has no picture on the page." for name in names}
    assert "There is no picture of this." in (tmp_path / "x.html").read_text("utf-8")


def test_what_cannot_be_written_leaves_what_was_there(qapp: QApplication, tmp_path: Path) -> None:
    entry = replace(an_entry(), pictures={})
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="no ordinary file"):
        write_page(entry, Profile(), tmp_path / "folder")
    with pytest.raises(OSError, match="gone"):
        write_page(entry, Profile(), tmp_path / "gone" / "x.html")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_two_hundred_steps_with_long_notes(qapp: QApplication, tmp_path: Path) -> None:
    entry = replace(an_entry(), pictures={})
    assert entry.routine is not None
    step = next(one for one in entry.routine.steps if isinstance(one, ExerciseStep))
    steps = (replace(step, note="Slowly. " * 125),) * 200
    long = replace(entry, routine=replace(entry.routine, steps=steps))
    write_page(long, Profile(), tmp_path / "x.html")
    assert (tmp_path / "x.html").stat().st_size < MOST_OF_A_PAGE


class EnoughError(Exception):
    pass


@pytest.mark.parametrize("enough", [0.0, 0.05, 0.3, 0.97, 0.99])
def test_it_can_be_left_at_any_time_and_leaves_what_was_there(
    qapp: QApplication, tmp_path: Path, enough: float
) -> None:
    """From the first moment on, also while nothing but words is made ready."""
    entry = an_entry()
    entry = replace(entry, pictures=dict(list(entry.pictures.items())[:1]))
    shares: list[float] = []

    def watch(share: float) -> None:
        shares.append(share)
        if share >= enough:
            raise EnoughError

    path = tmp_path / "x.html"
    path.write_text("as it was", "utf-8")
    with pytest.raises(EnoughError):
        write_page(entry, Profile(), path, watch=watch)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert [one.name for one in tmp_path.iterdir()] == ["x.html"]
    assert path.read_text("utf-8") == "as it was"
