"""The real helper processes: they answer, end with the program, and hang without harm to it.

A dispatcher that never answers is a socket that nobody accepts from: Speech Dispatcher's library
waits for it for ever, and holds Python's lock while it does.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.cues import Chime
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound import helper_process
from stretchcoach.ui.sound.chimes import HelperChimes
from stretchcoach.ui.sound.helper_process import helper_command
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_engine import HelperEngine
from tests.processes import is_alive
from tests.source_code import ROOT

HANGS_S = 60
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def deaf_dispatcher(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[socket.socket]:
    """What QtTextToSpeech takes for Speech Dispatcher; it can be connected to, and is silent."""
    speech = pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    if "speechd" not in speech.QTextToSpeech.availableEngines():
        pytest.skip("Speech Dispatcher is the engine of Linux alone")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 'socket'}")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        listening.listen()
        yield listening


class Ticks(QTimer):
    """Counts how often the event loop of this program comes round."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.timeout.connect(self.on_timeout)
        self.start(10)

    def on_timeout(self) -> None:
        self.count += 1


def test_a_dispatcher_that_hangs_leaves_the_program_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, deaf_dispatcher: socket.socket
) -> None:
    monkeypatch.setattr(helper_process, "STARTING_MS", 2_000)
    engine = HelperEngine()
    voice = QtVoice(engine, SystemClock())
    ticks = Ticks()
    with qtbot.waitSignal(voice.lost, timeout=HANGS_S * 1000) as lost:
        voice.prepare()
        process_id = engine._helper.process_id
    assert ticks.count > 50
    assert lost.args is not None
    assert lost.args[0].sentence == "The voice does not answer."
    qtbot.waitUntil(lambda: not is_alive(process_id))


CALLS = """
import sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from stretchcoach.ui.sound.voice_engine import HelperEngine
from stretchcoach.ui.sound.voice_settings import VoiceSettings

application = QCoreApplication([])
somebody_calls = QSocketNotifier(int(sys.argv[1]), QSocketNotifier.Type.Read)
somebody_calls.activated.connect(application.quit)
engine = HelperEngine()
engine.prepare(VoiceSettings())
application.exec()
print(engine._helper.process_id, flush=True)
"""
AND_CLOSES = CALLS + "engine.close()"
AND_IS_KILLED = CALLS + "import os; os.kill(os.getpid(), 9)"


@pytest.mark.parametrize("script", [AND_CLOSES, AND_IS_KILLED], ids=["closed", "killed"])
def test_a_helper_that_hangs_at_the_end_ends_with_the_program(
    qtbot: QtBot, script: str, deaf_dispatcher: socket.socket
) -> None:
    calling = deaf_dispatcher.fileno()
    program = subprocess.run(
        [sys.executable, "-c", script, str(calling)],
        cwd=ROOT,
        pass_fds=[calling],
        stdout=subprocess.PIPE,
        text=True,
        timeout=HANGS_S,
    )
    assert program.returncode == (0 if script is AND_CLOSES else -signal.SIGKILL)
    process_id = int(program.stdout)
    qtbot.waitUntil(lambda: not is_alive(process_id))


@pytest.mark.parametrize("kind", ["voice", "chimes"])
def test_a_helper_ends_when_nobody_asks_it_any_more(kind: str) -> None:
    ended = subprocess.run(
        helper_command(kind),
        cwd=ROOT,
        input=b"no request\n",
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=HANGS_S,
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_what_ends_the_program_does_not_end_its_helper_before_it(
    qtbot: QtBot, number: signal.Signals
) -> None:
    """Ctrl+C in the terminal reaches both; the program still has things to say."""
    engine = HelperChimes(SystemClock())
    helper = engine._helper
    losses: list[Trouble] = []
    engine.lost.connect(losses.append)
    engine.prepare()
    qtbot.waitUntil(lambda: helper._has_answered, timeout=HANGS_S * 1000)
    process_id = helper.process_id
    os.kill(process_id, number)
    engine.set_volume(0.5)
    qtbot.waitUntil(lambda: not helper._unanswered or bool(losses), timeout=HANGS_S * 1000)
    assert all(loss.sentence == "This computer plays no sounds." for loss in losses)
    engine.close()
    qtbot.waitUntil(lambda: not is_alive(process_id))


def test_chimes_are_played_or_it_is_told_that_they_cannot_be(qtbot: QtBot) -> None:
    """Whatever this computer has: a device, none, or not even the library."""
    chimes = HelperChimes(SystemClock())
    outcomes: list[object] = []
    chimes.lost.connect(outcomes.append)
    chimes.found.connect(lambda: outcomes.append("heard"))
    chimes.prepare()
    chimes.play(Chime.COUNT)
    qtbot.waitUntil(lambda: bool(outcomes), timeout=HANGS_S * 1000)
    chimes.close()
