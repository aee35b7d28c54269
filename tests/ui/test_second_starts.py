"""Later starts are heard, and nobody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from stretchcoach.start.only_window import request
from stretchcoach.ui.second_starts import MOST_BYTES, SecondStarts

pytestmark = pytest.mark.usefixtures("qapp")


def connected(starts: SecondStarts) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(starts.address)
    assert socket.waitForConnected(5_000)
    return socket


def test_it_hears_the_file_and_answers(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "mein Rücken.yaml"
    file.touch()
    starts = SecondStarts()
    socket = connected(starts)
    with qtbot.waitSignal(socket.readyRead), qtbot.waitSignal(starts.asked) as heard:
        socket.write(request(file))
    assert heard.args == [file]
    assert bytes(socket.readAll().data()) == b"shown\n"
    starts.close()


def test_it_hears_a_start_without_a_file(qtbot: QtBot) -> None:
    starts = SecondStarts()
    socket = connected(starts)
    with qtbot.waitSignal(starts.asked) as heard:
        socket.write(request(None))
    assert heard.args == [None]
    starts.close()


def test_a_name_that_is_no_text_arrives_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe4.yaml"))
    try:
        file.touch()
    except OSError:
        pytest.skip("this system has no such names")
    starts = SecondStarts()
    socket = connected(starts)
    with qtbot.waitSignal(starts.asked) as heard:
        socket.write(request(file))
    assert heard.args == [file]
    starts.close()


def test_the_leave_of_the_desktop_to_come_to_front_is_taken_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "of the second")
    asked = request(None)
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")
    starts = SecondStarts()
    socket = connected(starts)
    with qtbot.waitSignal(starts.asked):
        socket.write(asked)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "of the second"
    starts.close()


@pytest.mark.parametrize(
    "words",
    [
        b"hello\n",
        b"[]\n",
        b'{"file": 3, "tokens": {}}\n',
        b"{}\n",
        b"\xff\n",
        b"x" * MOST_BYTES * 2,
    ],
    ids=["no JSON", "no object", "no path", "nothing", "no text", "too long"],
)
def test_whoever_says_something_else_is_shown_out(qtbot: QtBot, words: bytes) -> None:
    starts = SecondStarts()
    heard: list[object] = []
    starts.asked.connect(heard.append)
    socket = connected(starts)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(words)
    assert heard == []
    starts.close()


def test_what_a_window_left_behind_that_was_killed_is_removed(tmp_path: Path) -> None:
    left_behind = tmp_path / "left behind"
    left_behind.touch()
    starts = SecondStarts(str(left_behind))
    assert not left_behind.exists()
    assert starts.address
    starts.close()
    assert starts.address == ""
