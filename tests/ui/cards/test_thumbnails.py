from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.cards import thumbnails
from stretchcoach.ui.cards.thumbnails import Thumbnails

SIZE = QSize(60, 30)


@pytest.fixture
def pictures(qapp: QApplication) -> Thumbnails:
    return Thumbnails()


def a_picture(path: Path, colour: str = "#ff0000") -> str:
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return str(path)


def test_a_picture_comes_when_it_was_read(
    qtbot: QtBot, pictures: Thumbnails, tmp_path: Path
) -> None:
    path = a_picture(tmp_path / "a.png")
    with qtbot.waitSignal(pictures.ready):
        assert pictures.picture(path, SIZE, 2.0) == (False, None)
    known, picture = pictures.picture(path, SIZE, 2.0)
    assert known
    assert picture
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (90, 60, 2.0)


def test_what_is_no_picture_is_known_not_to_be_one(
    qtbot: QtBot, pictures: Thumbnails, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_text("no picture")
    for name in ("a.png", "none.png", "a.svg"):
        path = str(tmp_path / name)
        with qtbot.waitSignal(pictures.ready):
            pictures.picture(path, SIZE, 1.0)
        assert pictures.picture(path, SIZE, 1.0) == (True, None)


def test_only_the_last_ones_are_kept(
    qtbot: QtBot, pictures: Thumbnails, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "MOST_KEPT", 2)
    paths = [a_picture(tmp_path / f"{n}.png") for n in range(3)]
    for path in paths:
        with qtbot.waitSignal(pictures.ready):
            pictures.picture(path, SIZE, 1.0)
    known = [path in {kept[0] for kept in pictures._kept} for path in paths]
    assert known == [False, True, True]


def test_a_picture_that_was_not_there_may_come(
    qtbot: QtBot, pictures: Thumbnails, tmp_path: Path
) -> None:
    there = a_picture(tmp_path / "there.png")
    later = str(tmp_path / "later.png")
    for path in (there, later):
        with qtbot.waitSignal(pictures.ready):
            pictures.picture(path, SIZE, 1.0)
    a_picture(Path(later))
    assert pictures.picture(later, SIZE, 1.0) == (True, None)
    pictures.look_again()
    with qtbot.waitSignal(pictures.ready):
        assert pictures.picture(later, SIZE, 1.0) == (False, None)
    assert pictures.picture(later, SIZE, 1.0)[1] is not None
    assert pictures.picture(there, SIZE, 1.0)[0]
