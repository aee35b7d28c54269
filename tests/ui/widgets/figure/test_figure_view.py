from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.terms import Position
from stretchcoach.files.pictures.picture_budget import PHOTO
from stretchcoach.files.pictures.picture_header import PictureHeader, PictureKind
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure import figure_frames
from stretchcoach.ui.widgets.figure.figure_frames import open_picture, read_still
from stretchcoach.ui.widgets.figure.figure_view import FigureView

RED, BLUE, GREEN = (255, 0, 0), (0, 0, 255), (0, 160, 0)


def half_and_half(left: tuple[int, int, int], size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Left half in a colour, right half green: so that a mirrored one can be told."""
    image = Image.new("RGB", size, GREEN)
    image.paste(left, (0, 0, size[0] // 2, size[1]))
    return image


@pytest.fixture
def moving(tmp_path: Path) -> Path:
    """Three frames: the left half goes from red over black to blue."""
    frames = [half_and_half(colour) for colour in (RED, (0, 0, 0), BLUE)]
    path = tmp_path / "figure.webp"
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=80, lossless=True)
    return path


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    view = FigureView(theme)
    qtbot.addWidget(view)
    view.resize(160, 80)
    with qtbot.waitExposed(view):
        view.show()
    return view


def shown(qtbot: QtBot, view: FigureView, path: Path, *, mirrored: bool = False) -> None:
    view.show_figure(path, mirrored, Position.SUPINE, "Lying on the back")
    qtbot.waitUntil(lambda: not view.is_loading)


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def sides(view: FigureView) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    image = view.grab().toImage()
    left, right = QColor(image.pixel(30, 40)), QColor(image.pixel(130, 40))
    return rgb(left), rgb(right)


def test_first_frame_is_the_start_and_last_the_hold(
    qtbot: QtBot, view: FigureView, moving: Path
) -> None:
    shown(qtbot, view, moving)
    assert view.frame_count == 3
    assert sides(view) == (RED, GREEN)
    view.set_motion(False)
    view.play_to_hold(2000)
    assert sides(view) == (BLUE, GREEN)
    view.play_to_start(2000)
    assert sides(view) == (RED, GREEN)


def test_the_other_side_is_mirrored_without_reading_again(
    qtbot: QtBot, view: FigureView, moving: Path
) -> None:
    shown(qtbot, view, moving)
    view.show_figure(moving, True)
    assert not view.is_loading
    assert sides(view) == (GREEN, RED)


def test_it_moves_and_then_rests(qtbot: QtBot, view: FigureView, moving: Path) -> None:
    shown(qtbot, view, moving)
    view.play_to_hold(100)
    assert view.is_moving
    qtbot.waitUntil(lambda: not view.is_moving)
    assert view.at == 1.0
    assert sides(view)[0] == BLUE


def test_it_can_be_stopped_on_its_way(qtbot: QtBot, view: FigureView, moving: Path) -> None:
    shown(qtbot, view, moving)
    view.play_to_hold(60_000)
    view.pause()
    assert not view.is_moving
    assert view.at < 1.0


def test_reduced_motion_changes_at_once(
    qtbot: QtBot, theme: Theme, view: FigureView, moving: Path
) -> None:
    shown(qtbot, view, moving)
    view.play_to_hold(60_000)
    theme.set_reduced_motion(True)
    assert not view.is_moving
    assert view.at == 1.0


def test_it_is_scaled_for_its_size_once(qtbot: QtBot, view: FigureView, tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    half_and_half(RED, (1600, 800)).save(path)
    shown(qtbot, view, path)
    assert view._frames[0].width() == 160
    view.resize(80, 40)
    qtbot.waitUntil(lambda: view._frames[0].width() == 80)


def test_nothing_is_read_before_its_size_is_known(qtbot: QtBot, theme: Theme, moving: Path) -> None:
    view = FigureView(theme)
    qtbot.addWidget(view)
    view.show_figure(moving, False)
    assert not view.is_loading
    view.resize(40, 20)
    view.show()
    qtbot.waitUntil(lambda: view.frame_count == 3 and not view.is_loading)
    assert view._frames[0].width() == 40
    view.hide()
    view.show()
    assert not view.is_loading


def test_many_large_frames_stay_within_the_memory(
    qtbot: QtBot, view: FigureView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stretchcoach.ui.widgets.figure.figure_view.MEMORY_BYTES", 20_000)
    frames = [half_and_half((step, 0, 0)) for step in (0, 60, 120, 180)]
    path = tmp_path / "many.webp"
    frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True)
    shown(qtbot, view, path)
    assert view.frame_count == 4
    used = sum(frame.width() * frame.height() * 4 for frame in view._frames)
    assert used <= 20_000


@pytest.mark.parametrize("position", [*Position, None])
def test_without_a_picture_there_is_a_sign_of_the_position(
    view: FigureView, position: Position | None
) -> None:
    view.show_figure(None, False, position, "Words")
    image = view.grab().toImage()
    colours = {image.pixel(x, y) for x in range(160) for y in range(80)}
    assert len(colours) > 10
    assert not view.has_picture
    assert view.accessibleName() == "Words"


def svg(path: Path) -> None:
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')


def huge_png(path: Path) -> None:
    Image.new("1", (20_000, 10)).save(path, format="PNG")


def too_many_bytes(path: Path) -> None:
    half_and_half(RED).save(path, format="PNG")
    with path.open("ab") as file:
        file.truncate(PHOTO.file_bytes + 1)


def cut_off(path: Path) -> None:
    half_and_half(RED, (400, 400)).save(path, format="PNG")
    path.write_bytes(path.read_bytes()[:60])


def folder(path: Path) -> None:
    path.mkdir()


def absent(path: Path) -> None:
    assert not path.exists()


def gif_in_disguise(path: Path) -> None:
    half_and_half(RED).save(path, format="GIF")


HOSTILE = [svg, huge_png, too_many_bytes, cut_off, folder, absent, gif_in_disguise]


@pytest.mark.parametrize("make", HOSTILE)
def test_what_may_not_be_shown_is_no_picture(
    qtbot: QtBot, view: FigureView, tmp_path: Path, make: object
) -> None:
    path = tmp_path / "picture.png"
    assert callable(make)
    make(path)
    shown(qtbot, view, path)
    assert not view.has_picture
    assert view.cannot_show
    assert read_still(path, QSize(40, 40)) is None


def test_a_picture_that_cannot_be_shown_says_so_where_there_is_room(
    qtbot: QtBot, view: FigureView, tmp_path: Path
) -> None:
    view.show_figure(None, False, Position.SUPINE)
    without = view.grab().toImage()
    shown(qtbot, view, tmp_path / "gone.png", mirrored=True)
    assert view.grab().toImage() != without
    view.resize(160, 30)
    low = view.grab().toImage()
    view.show_figure(None, True, Position.SUPINE)
    assert view.grab().toImage() == low


@pytest.mark.parametrize("name", ["picture.svg", "picture.gif", "picture", "picture.png\0.webp"])
def test_only_three_formats_are_opened(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    if "\0" not in name:
        half_and_half(RED).save(tmp_path / name, format="PNG")
    assert open_picture(tmp_path / name) is None


def test_a_flood_of_frames_is_no_picture(
    qtbot: QtBot, moving: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader finds more frames than were counted."""
    still = PictureHeader(PictureKind.WEBP, 80, 40)
    monkeypatch.setattr(figure_frames, "picture_header", lambda content, kind: still)
    assert open_picture(moving) is None


def test_a_still_is_the_hold_unless_the_start_is_wanted(qtbot: QtBot, moving: Path) -> None:
    hold, start = read_still(moving, QSize(40, 40)), read_still(moving, QSize(40, 40), hold=False)
    assert isinstance(hold, QImage)
    assert isinstance(start, QImage)
    assert hold.size() == QSize(40, 20)
    assert rgb(QColor(hold.pixel(5, 10))) == BLUE
    assert rgb(QColor(start.pixel(5, 10))) == RED


def test_another_exercise_replaces_the_picture(
    qtbot: QtBot, view: FigureView, moving: Path
) -> None:
    shown(qtbot, view, moving)
    view.show_figure(None, False, Position.STANDING)
    assert not view.has_picture
    shown(qtbot, view, moving)
    assert view.has_picture


def test_while_it_is_read_its_place_is_not_empty(
    qtbot: QtBot, view: FigureView, moving: Path
) -> None:
    empty = QColor(view.grab().toImage().pixel(1, 1))
    view.show_figure(moving, False, Position.SUPINE)
    assert view.is_loading
    image = view.grab().toImage()
    seen = {image.pixel(x, y) for x in range(0, 160, 2) for y in range(0, 80, 2)}
    assert len(seen - {empty.rgb()}) > 3
    qtbot.waitUntil(lambda: view.has_picture)
