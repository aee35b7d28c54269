"""What is known of a picture before it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure.contents import FigureContents
from stretchcoach.ui.widgets.figure.figure_frames import open_picture
from stretchcoach.ui.widgets.figure.figure_view import FigureView

PICTURE = bundled_dir("assets") / "figures" / "bridge.webp"


@pytest.fixture(scope="module")
def contents() -> FigureContents:
    contents = FigureContents()
    contents.look_into([PICTURE, Path("none.webp"), PICTURE])
    contents.wait()
    return contents


def test_it_is_what_is_not_empty_in_all_frames(contents: FigureContents) -> None:
    picture = open_picture(PICTURE)
    assert picture is not None
    assert contents.known == {PICTURE: list(picture.contents())[-1]}


def test_a_known_picture_is_there_from_the_first_frame_in_its_final_size(
    qtbot: QtBot, theme: Theme, contents: FigureContents
) -> None:
    view = FigureView(theme, contents=contents)
    qtbot.addWidget(view)
    view.resize(480, 300)
    view.show_figure(PICTURE, mirrored=False)
    view.show()
    assert view.has_picture
    first = view._place(view._frames[0])
    qtbot.waitUntil(lambda: not view.is_loading)
    assert view._place(view._frames[0]) == first
    assert view.frame_count > 1


def test_without_it_the_picture_comes_by_itself(qtbot: QtBot, theme: Theme) -> None:
    view = FigureView(theme)
    qtbot.addWidget(view)
    view.show_figure(PICTURE, mirrored=False)
    view.show()
    assert not view.has_picture
    qtbot.waitUntil(lambda: view.has_picture)
