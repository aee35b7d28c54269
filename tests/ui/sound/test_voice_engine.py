"""The speech engine: the right one, the right voice, and no harm when there is none.

Qt's mock engine, which the program itself never uses, stands in for a real one: it goes
through the same states without a sound.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QThread
from pytestqt.qtbot import QtBot

from stretchcoach.ui.running.runner import SystemClock
from stretchcoach.ui.sound import voice_engine
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_engine import (
    QtSpeechEngine,
    VoiceSettings,
    best_locale,
    best_voice,
    engine_names,
)


@pytest.fixture
def speech_library() -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)


@pytest.fixture(params=[False, True], ids=["here", "in-a-thread"])
def engine(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
    speech_library: None,
) -> Iterator[QtSpeechEngine]:
    """An engine that takes the mock one, as if it were quick or slow to set up."""
    only_mock(monkeypatch)
    monkeypatch.setattr(voice_engine, "THREADED", {"mock"} if request.param else set())
    engine = QtSpeechEngine()
    yield engine
    engine.close()


def only_mock(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["mock"].copy)
    monkeypatch.setattr(voice_engine, "NEVER", frozenset())


def test_the_mock_engine_is_never_chosen() -> None:
    assert engine_names(["mock", "speechd"]) == ["speechd"]
    assert engine_names(["mock"]) == []


def test_the_best_engine_is_tried_first_and_unknown_ones_last() -> None:
    names = ["new", "flite", "mock", "speechd"]
    assert engine_names(names) == ["speechd", "flite", "new"]
    assert engine_names(["sapi", "winrt"]) == ["winrt", "sapi"]


ENGLISH = [
    "English (Caribbean)",
    "English (America)+Robosoft",
    "English (America, New York City)",
    "English (America)",
    "English (Great Britain)",
]


def test_the_plainest_voice_of_the_place_is_chosen() -> None:
    assert best_voice(ENGLISH, "", "United States") == "English (America)"
    assert best_voice(ENGLISH, "", "United Kingdom") == "English (Great Britain)"
    assert best_voice(ENGLISH, "", "Australia") == "English (Caribbean)"
    assert best_voice(["Portuguese (Portugal)", "Portuguese (Brazil)"], "", "Brazil") == (
        "Portuguese (Brazil)"
    )


def test_a_voice_that_was_asked_for_by_name_comes_first() -> None:
    assert best_voice(ENGLISH, "English (Caribbean)", "United States") == "English (Caribbean)"
    assert best_voice(ENGLISH, "Gone", "United States") == "English (America)"


def test_voices_with_effects_are_better_than_none() -> None:
    assert best_voice(["German+Adam", "German+Zac"], "", "Germany") == "German+Adam"
    assert best_voice([], "", "Germany") is None


def test_the_same_language_of_another_place_will_do_but_no_other_language() -> None:
    available = [QLocale("de_DE"), QLocale("en_US"), QLocale("en_GB")]
    assert best_locale(available, QLocale("en_GB")) == QLocale("en_GB")
    assert best_locale(available, QLocale("en_AU")) == QLocale("en_US")
    assert best_locale(available, QLocale("zh_CN")) is None


def test_the_volume_stays_between_silent_and_full() -> None:
    assert VoiceSettings().at_volume(7).volume == 1.0
    assert VoiceSettings().at_volume(-1).volume == 0.0


def test_an_engine_comes_up_speaks_and_is_stopped(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.prepared):
        engine.prepare(VoiceSettings(volume=0.5))
    assert engine.voice_names
    with qtbot.waitSignal(engine.ended):
        engine.say("Hold")
    with qtbot.waitSignal(engine.ended):
        engine.say("Lie on your back with both knees bent and breathe, and then some more words.")
        engine.stop()


def test_a_voice_speaks_through_it(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    voice = QtVoice(engine, SystemClock())
    with qtbot.waitSignal(voice.found):
        voice.prepare()
    with qtbot.waitSignal(engine.ended):
        assert voice.say("Hold")
        assert voice.is_speaking
    assert not voice.is_speaking


def test_a_language_that_no_voice_has_is_not_misread(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.failed) as failed:
        engine.prepare(VoiceSettings(locale="eo"))
    assert failed.args == ["No voice speaks this language."]


def test_a_change_of_language_that_fails_is_told(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.prepared):
        engine.prepare(VoiceSettings())
    with qtbot.waitSignal(engine.failed):
        engine.tune(VoiceSettings(locale="eo"))


def test_closing_while_it_comes_up_leaves_no_thread(engine: QtSpeechEngine) -> None:
    engine.prepare(VoiceSettings())
    threads = engine.findChildren(QThread)
    engine.close()
    assert all(thread.isFinished() for thread in threads)
    engine.say("Hold")
    engine.close()


def test_no_engine_at_all_is_told(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, speech_library: None
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["mock"].copy)
    engine = QtSpeechEngine()
    with qtbot.waitSignal(engine.failed) as failed:
        engine.prepare(VoiceSettings())
    assert failed.args == ["This computer has no voice that can be used."]


@pytest.mark.no_qt_log
def test_an_engine_that_cannot_be_set_up_leads_to_the_next(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, speech_library: None
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    only_mock(monkeypatch)
    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["broken", "mock"].copy)
    monkeypatch.setattr(voice_engine, "PREFERRED", ("broken",))
    monkeypatch.setattr(voice_engine, "COMING_UP_MS", 1)
    engine = QtSpeechEngine()
    with qtbot.waitSignal(engine.prepared):
        engine.prepare(VoiceSettings())
    engine.close()


HANGING = """
import os, socket, sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from stretchcoach.ui.sound import voice_engine

listening = socket.socket(socket.AF_UNIX)
listening.bind(sys.argv[1])
listening.listen()
os.environ["SPEECHD_ADDRESS"] = "unix_socket:" + sys.argv[1]
voice_engine.CLOSING_MS = 200
application = QCoreApplication([])
somebody_calls = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read)
somebody_calls.activated.connect(application.quit)
engine = voice_engine.QtSpeechEngine()
engine.prepare(voice_engine.VoiceSettings())
application.exec()
print("ended")
"""


def test_a_dispatcher_that_hangs_does_not_keep_the_program_from_ending(
    tmp_path: Path, speech_library: None, qapp: object
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    if "speechd" not in QTextToSpeech.availableEngines():
        pytest.skip("Speech Dispatcher is the engine of Linux alone")
    command = [sys.executable, "-c", HANGING, str(tmp_path / "socket")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.stdout == "ended\n"
    assert ended.returncode == 0


def test_a_system_without_the_library_has_no_voice(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    voice = QtVoice(QtSpeechEngine(), SystemClock())
    with qtbot.waitSignal(voice.lost) as lost:
        voice.prepare()
    assert lost.args is not None
    assert lost.args[0].startswith("The speech library cannot be loaded")
    assert not voice.is_available
