"""The right to be the window of a data folder; handing over to the one that has it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.paths import Paths
from stretchcoach.start import only_window
from stretchcoach.start.only_window import Answer, OnlyWindow, hand_over
from stretchcoach.ui.second_starts import SecondStarts
from tests.source_code import ROOT


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(only_window, "TRIES", 3)
    monkeypatch.setattr(only_window, "TRY_EVERY_MS", 10)
    monkeypatch.setattr(only_window, "ANSWER_MS", 50)


ANOTHER_START = """
import sys
from pathlib import Path
from stretchcoach.files.disk.paths import Paths
from stretchcoach.start.only_window import OnlyWindow, hand_over

only = OnlyWindow(Paths(Path(sys.argv[1])))
assert not only.take()
print(hand_over(only, Path(sys.argv[2])).value)
"""


def test_one_at_a_time_has_it_by_whatever_path(paths: Paths, tmp_path: Path) -> None:
    first = OnlyWindow(paths)
    assert first.take()
    (tmp_path / "link").symlink_to(paths.data)
    second = OnlyWindow(Paths(tmp_path / "link"))
    assert not second.take()
    assert OnlyWindow(Paths(tmp_path / "other data")).take()
    first.listen_at("somewhere")
    assert second.address == "somewhere"
    first.let_go()
    assert second.address == ""
    assert second.take()
    second.let_go()
    assert list(paths.data.iterdir()) == []


def test_where_nothing_can_be_locked_it_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the place of the folder")
    only = OnlyWindow(Paths(tmp_path / "data"))
    assert only.take()
    only.listen_at("somewhere")
    assert only.address == ""
    only.let_go()


def test_a_second_start_hands_its_file_to_the_first(qtbot: QtBot, paths: Paths) -> None:
    first, starts = OnlyWindow(paths), SecondStarts()
    assert first.take()
    first.listen_at(starts.address)
    asked: list[Path] = []
    starts.asked.connect(asked.append)
    second = QProcess()
    second.setWorkingDirectory(str(ROOT))
    with qtbot.waitSignal(second.finished, timeout=60_000):
        second.start(sys.executable, ["-c", ANOTHER_START, str(paths.data), "desk"])
    assert bytes(second.readAllStandardOutput().data()) == b"shown\n"
    assert asked == [Path("desk")]
    starts.close()
    first.let_go()


def test_a_window_that_does_not_answer_is_not_waited_for_for_ever(paths: Paths) -> None:
    first = OnlyWindow(paths)
    assert first.take()
    assert hand_over(OnlyWindow(paths), None) is Answer.SILENT
    first.listen_at("stretchcoach-nobody-is-here")
    assert hand_over(OnlyWindow(paths), None) is Answer.SILENT
    first.let_go()


def test_when_the_first_closes_meanwhile_the_second_is_it(paths: Paths) -> None:
    second = OnlyWindow(paths)
    assert hand_over(second, None) is Answer.FREE
    assert not OnlyWindow(paths).take()
    second.let_go()
