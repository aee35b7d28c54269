"""Photos in the view of a figure: read beside the window, turned upright, mirrored."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.figure.photo import Photo

LARGE = (1600, 1200)


def photo(path: Path, colour: str = "red", size: tuple[int, int] = LARGE) -> Path:
    """Green, its left half in a colour."""
    image = Image.new("RGB", size, "green")
    image.paste(colour, (0, 0, size[0] // 2, size[1]))
    image.save(path)
    return path


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> FigureView:
    view = FigureView(theme)
    qtbot.addWidget(view)
    view.resize(160, 120)
    with qtbot.waitExposed(view):
        view.show()
    return view


def left_is(view: FigureView, colour: str) -> bool:
    found = view.grab().toImage().pixelColor(40, 60)
    return {"red": found.red(), "green": found.green(), "blue": found.blue()}[colour] > 100


def test_a_large_photo_is_not_waited_for(qtbot: QtBot, view: FigureView, tmp_path: Path) -> None:
    view.show_figure(photo(tmp_path / "photo.jpg"), False)
    assert view.is_loading
    assert not view.has_picture
    assert not view.cannot_show
    qtbot.waitUntil(lambda: not view.is_loading)
    assert view.has_picture
    assert left_is(view, "red")
    view.show_figure(tmp_path / "photo.jpg", True)
    assert not view.is_loading
    assert left_is(view, "green")


def test_a_resized_view_does_not_read_the_photo_again(
    qtbot: QtBot, view: FigureView, tmp_path: Path
) -> None:
    path = photo(tmp_path / "photo.jpg")
    view.show_figure(path, False)
    qtbot.waitUntil(lambda: view.has_picture)
    path.unlink()
    view.resize(320, 240)
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(80, 120).red() > 100)
    assert view.has_picture


def test_the_last_one_that_was_asked_for_is_shown(
    qtbot: QtBot, view: FigureView, tmp_path: Path
) -> None:
    view.show_figure(photo(tmp_path / "first.jpg"), False)
    view.show_figure(photo(tmp_path / "second.jpg", "blue"), False)
    qtbot.waitUntil(lambda: not view.is_loading)
    assert left_is(view, "blue")
    view.show_figure(photo(tmp_path / "third.jpg"), False)
    view.show_figure(None, False)
    assert not view.is_loading


def test_a_large_photo_that_is_damaged_cannot_be_shown(
    qtbot: QtBot, view: FigureView, tmp_path: Path
) -> None:
    path = photo(tmp_path / "photo.png")
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)
    view.show_figure(path, False)
    qtbot.waitUntil(lambda: not view.is_loading)
    assert view.cannot_show


def test_a_page_that_goes_does_not_wait_for_its_photo(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Photo()
    assert shown.picture(photo(tmp_path / "photo.jpg")) is None
    assert shown.is_reading
    shown.deleteLater()
