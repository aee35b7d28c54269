"""The real voice and the real chimes, and whatever may happen to the services behind them.

Each test has a Speech Dispatcher and a PulseAudio of its own, and does them some harm. What must
hold: this program's event loop comes round, the session goes on, and the end is an end.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.cues import Chime
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.ui.sound import helper_process
from stretchcoach.ui.sound.chimes import HelperChimes
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_engine import HelperEngine
from tests.e2e.sound_services import MISSING, SoundServices
from tests.source_code import ROOT

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the sound services are those of Linux"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
HANGS_MS = 60_000
LONG = "Lie on your back with both knees bent, and breathe out slowly, as long as it is pleasant."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[SoundServices]:
    services = SoundServices(tmp_path / "sound")
    yield services
    services.stop()


@pytest.fixture
def sound(services: SoundServices, monkeypatch: pytest.MonkeyPatch) -> SoundServices:
    """Both services run, for helpers that this process starts."""
    services.start_pulse()
    services.start_dispatcher()
    use(services, monkeypatch)
    return services


def use(services: SoundServices, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in services.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(helper_process, "ANSWER_MS", 1_000)


class Ticks(QTimer):
    """Counts how often the event loop comes round."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.timeout.connect(self.on_timeout)
        self.start(10)

    def on_timeout(self) -> None:
        self.count += 1


class Speaker:
    """A voice that is ready, and what becomes of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.engine = HelperEngine()
        self.voice = QtVoice(self.engine, SystemClock())
        self.lost: list[str] = []
        self.voice.lost.connect(self.on_lost)
        with qtbot.waitSignal(self.voice.found, timeout=HANGS_MS):
            self.voice.prepare()

    def on_lost(self, trouble: object) -> None:
        self.lost.append(trouble.sentence)  # type: ignore[attr-defined]

    def say_until_lost(self) -> None:
        """Speak on, as a session does, until the voice is given up."""
        speaks = QTimer()
        speaks.timeout.connect(self.say)
        speaks.start(300)
        self.qtbot.waitUntil(lambda: bool(self.lost), timeout=HANGS_MS)
        speaks.stop()
        self.engine.close()

    def say(self) -> None:
        self.voice.say("Hold", None, 2_000)


def test_a_sentence_and_a_chime_are_really_played(qtbot: QtBot, sound: SoundServices) -> None:
    speaker, chimes = Speaker(qtbot), HelperChimes(SystemClock())
    sound.listen()
    speaker.voice.say("Hold")
    qtbot.waitUntil(sound.hear_something, timeout=HANGS_MS)
    qtbot.waitUntil(lambda: not speaker.voice.is_speaking, timeout=HANGS_MS)
    qtbot.waitUntil(lambda: not sound.hear_something(), timeout=HANGS_MS)
    chimes.prepare()
    with qtbot.waitSignal(chimes.found, timeout=HANGS_MS):
        chimes.play(Chime.HOLD)
    assert sound.hear_something()
    chimes.close()
    speaker.engine.close()


@pytest.mark.parametrize("name", ["speech-dispatcher", "module"])
def test_a_voice_whose_service_is_stopped_is_given_up(
    qtbot: QtBot, sound: SoundServices, name: str
) -> None:
    speaker = Speaker(qtbot)
    sound.listen()
    speaker.voice.say(LONG)
    qtbot.waitUntil(sound.hear_something, timeout=HANGS_MS)
    sound.signal(name, signal.SIGSTOP)
    speaker.voice.stop()
    speaker.say_until_lost()


@pytest.mark.parametrize("name", ["speech-dispatcher", "module"])
def test_a_voice_whose_service_is_killed_is_given_up(
    qtbot: QtBot, sound: SoundServices, name: str
) -> None:
    speaker = Speaker(qtbot)
    speaker.voice.say(LONG)
    sound.signal(name, signal.SIGKILL)
    speaker.say_until_lost()


@pytest.mark.parametrize("harm", ["stopped", "gone"])
def test_a_service_that_is_not_there_at_the_start_is_no_voice(
    qtbot: QtBot, sound: SoundServices, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper_process, "STARTING_MS", 3_000)
    monkeypatch.setenv("SPEECHD_CMD", "/nowhere")
    if harm == "stopped":
        sound.signal("speech-dispatcher", signal.SIGSTOP)
    else:
        sound.remove_socket()
    voice, ticks = QtVoice(HelperEngine(), SystemClock()), Ticks()
    with qtbot.waitSignal(voice.lost, timeout=HANGS_MS):
        voice.prepare()
    assert ticks.count > 20
    assert not voice.is_available


def test_chimes_are_lost_with_their_device_and_found_again(
    qtbot: QtBot, sound: SoundServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    chimes = HelperChimes(SystemClock())
    chimes.prepare()
    with qtbot.waitSignal(chimes.found, timeout=HANGS_MS):
        chimes.play(Chime.COUNT)
    sound.remove_device()
    with qtbot.waitSignal(chimes.lost, timeout=HANGS_MS) as lost:
        chimes.play(Chime.COUNT)
    assert lost.args is not None
    assert lost.args[0].sentence == "This computer plays no sounds."
    sound.add_device()
    chimes.prepare()
    with qtbot.waitSignal(chimes.found, timeout=HANGS_MS):
        chimes.play(Chime.COUNT)
    chimes.close()


@pytest.mark.parametrize("when", ["before", "during"])
def test_a_sound_server_that_is_stopped_hangs_nothing_here(
    qtbot: QtBot, sound: SoundServices, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr(helper_process, "STARTING_MS", 3_000)
    chimes, ticks = HelperChimes(SystemClock()), Ticks()
    if when == "before":
        sound.signal("pulseaudio", signal.SIGSTOP)
    chimes.prepare()
    if when == "during":
        with qtbot.waitSignal(chimes.found, timeout=HANGS_MS):
            chimes.play(Chime.COUNT)
        sound.signal("pulseaudio", signal.SIGSTOP)
    with qtbot.waitSignal(chimes.lost, timeout=HANGS_MS):
        chimes.play(Chime.HOLD)
    assert ticks.count > 20
    chimes.close()


# The whole program.


class Window:
    """The window with a session that runs."""

    def __init__(self, data: Path, services: SoundServices) -> None:
        (data / "routines" / "short.yaml").write_text(ROUTINE)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.sounding_process", "--data-dir", str(data)],
            cwd=ROOT,
            env={**services.environment, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.heard: list[str] = []
        self.frozen = Timer(HANGS_MS / 1000, self.process.kill)
        self.frozen.start()

    def hear(self, words: str) -> None:
        """Read what it says until it says `words`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.heard.append(line.strip())
            if line.startswith(words):
                return
        raise AssertionError(f"it ended before “{words}”: {self.heard}")

    def hear_seconds(self, count: int) -> None:
        for _ in range(count):
            self.hear("second")

    def close(self) -> int:
        assert self.process.stdin is not None
        self.process.stdin.close()
        code = self.process.wait()
        self.end()
        return code

    def end(self) -> None:
        """Leave nothing of it behind."""
        self.frozen.cancel()
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 5s}
steps:
  - exercise: figure-4-supine
    sets: 20
    hold: 10s
    rest: 5s
"""
SILENT = "told The voice does not answer. The chimes go on."


@pytest.fixture
def window(data: Path, services: SoundServices) -> Iterator[Window]:
    services.start_pulse()
    services.start_dispatcher()
    window = Window(data, services)
    yield window
    window.end()


def test_a_session_goes_on_when_its_voice_is_stopped_and_the_window_closes(
    window: Window, services: SoundServices
) -> None:
    window.hear("found")
    window.hear_seconds(2)
    services.signal("speech-dispatcher", signal.SIGSTOP)
    window.hear(SILENT)
    window.hear_seconds(3)
    assert window.close() == 0
    assert window.heard.count(SILENT) == 1


def test_the_window_closes_while_its_voice_hangs(window: Window, services: SoundServices) -> None:
    window.hear("found")
    window.hear_seconds(1)
    services.signal("speech-dispatcher", signal.SIGSTOP)
    services.signal("pulseaudio", signal.SIGSTOP)
    window.hear_seconds(1)
    assert window.close() == 0


def test_a_session_without_a_sound_server_goes_on(data: Path, services: SoundServices) -> None:
    services.start_dispatcher()
    window = Window(data, services)
    window.hear("told This computer plays no sounds.")
    window.hear_seconds(12)
    assert window.close() == 0
