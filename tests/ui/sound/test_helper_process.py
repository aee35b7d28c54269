"""The helper process: it may end, hang or babble, and this program goes on, and ends when asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.own_program import PACKAGE_FOLDER
from stretchcoach.ui.sound import helper_process
from stretchcoach.ui.sound.helper_process import HelperProcess, Loss
from tests.processes import is_alive

pytestmark = pytest.mark.usefixtures("qapp")

ECHO = """
import sys
for line in sys.stdin:
    print("a library says something", flush=True)
    print(line, end="", flush=True)
    print('["heard"]', flush=True)
"""
HANGS = """
import sys, time
sys.stdin.readline()
print('["begun"]', flush=True)
while True:
    time.sleep(1)
"""
ENDS = "import sys; sys.stdin.readline()"


def helper(script: str, timer: QTimer | None = None) -> HelperProcess:
    return HelperProcess([sys.executable, "-c", script], timer)


class ByHand(QTimer):
    """Goes off when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waits_ms: list[int] = []
        self.is_on = False

    def start(self, *args: object) -> None:
        self.waits_ms.append(int(str(args[0])))
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False

    def isActive(self) -> bool:  # noqa: N802
        return self.is_on

    def go_off(self) -> None:
        self.is_on = False
        self.timeout.emit()


def test_it_is_asked_and_answers_whatever_libraries_print(qtbot: QtBot) -> None:
    echo = helper(ECHO)
    told: list[object] = []
    echo.told.connect(told.append)
    echo.ask("nobody", "is there")
    echo.start()
    with qtbot.waitSignals([echo.told, echo.told]):
        echo.ask("say", "Atme aus – “ganz” langsam\n\U0001f9d8")
        echo.ask("volume", 0.5, ["en_US"])
    assert told == [["say", "Atme aus – “ganz” langsam\n\U0001f9d8"], ["volume", 0.5, ["en_US"]]]
    echo.close()
    assert not echo.is_running


def test_each_request_is_waited_for_and_the_first_for_longer(qtbot: QtBot) -> None:
    timer = ByHand()
    echo = helper(ECHO, timer)
    echo.start()
    with qtbot.waitSignal(echo.told):
        echo.ask("one")
    qtbot.waitUntil(lambda: not timer.is_on)
    with qtbot.waitSignal(echo.told):
        echo.ask("two")
    qtbot.waitUntil(lambda: not timer.is_on)
    first_ms, *_, last_ms = timer.waits_ms
    assert (2 * first_ms, 2 * last_ms) == (helper_process.STARTING_MS, helper_process.ANSWER_MS)
    echo.close()


def test_one_that_does_not_answer_is_killed_and_another_can_be_started(qtbot: QtBot) -> None:
    timer = ByHand()
    hanging = helper(HANGS, timer)
    losses: list[object] = []
    hanging.lost.connect(losses.append)
    hanging.start()
    with qtbot.waitSignal(hanging.told):
        hanging.ask("say", "Hold")
    first = hanging.process_id
    timer.go_off()
    assert losses == []  # its answer may lie there, unread
    timer.go_off()
    assert losses == [Loss.SILENT]
    assert not hanging.is_running
    qtbot.waitUntil(lambda: not is_alive(first))
    hanging.start()
    with qtbot.waitSignal(hanging.told):
        hanging.ask("say", "Hold")
    assert hanging.process_id != first
    hanging.close()
    assert losses == [Loss.SILENT]


def test_one_that_ends_is_told(qtbot: QtBot) -> None:
    ending = helper(ENDS)
    ending.start()
    with qtbot.waitSignal(ending.lost) as lost:
        ending.ask("anything")
    assert lost.args == [Loss.ENDED]
    assert not ending.is_running


def test_one_that_cannot_be_started_is_told(qtbot: QtBot) -> None:
    missing = HelperProcess(["/nowhere/at all"])
    with qtbot.waitSignal(missing.lost) as lost:
        missing.start()
        missing.ask("anything")
    assert lost.args == [Loss.ENDED]


def test_closing_ends_it_even_while_it_hangs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper_process, "GOODBYE_MS", 50)
    hanging = helper(HANGS)
    losses: list[object] = []
    hanging.lost.connect(losses.append)
    hanging.start()
    with qtbot.waitSignal(hanging.told):
        hanging.ask("say", "Hold")
    process_id = hanging.process_id
    hanging.close()
    hanging.close()
    qtbot.waitUntil(lambda: not is_alive(process_id))
    assert losses == []


def test_one_that_not_even_the_system_can_end_is_left_behind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a driver hangs: the process cannot be killed, and is forgotten."""
    monkeypatch.setattr(helper_process, "GOODBYE_MS", 1)
    hanging = helper(HANGS)
    hanging.start()
    with qtbot.waitSignal(hanging.told):
        hanging.ask("say", "Hold")
    process, process_id = hanging._process, hanging.process_id
    assert process is not None
    monkeypatch.setattr(process, "kill", lambda: None)
    hanging.close()
    assert process.state() is process.ProcessState.NotRunning
    assert is_alive(process_id)
    os.kill(process_id, 9)


def test_it_finds_the_same_package_from_whatever_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another package of this name lies where the program was started."""
    (tmp_path / "stretchcoach").mkdir()
    (tmp_path / "stretchcoach" / "__init__.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    script = "import json, stretchcoach; print(json.dumps([stretchcoach.__file__]), flush=True)"
    asking = helper(script)
    with qtbot.waitSignal(asking.told) as told:
        asking.start()
    assert told.args is not None
    assert Path(told.args[0][0]).parents[1] == Path(PACKAGE_FOLDER)
    asking.close()
