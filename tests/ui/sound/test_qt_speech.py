"""The speech engine of the helper: the right one, the right voice, and each trouble named.

Qt's mock engine, which the program itself never uses, stands in for a real one: it goes
through the same states without a sound.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from stretchcoach.ui.sound import qt_speech
from stretchcoach.ui.sound.qt_speech import (
    QtSpeechEngine,
    VoiceDesk,
    best_locale,
    best_voice,
    engine_names,
)
from stretchcoach.ui.sound.troubles import VoiceTrouble
from stretchcoach.ui.sound.voice_settings import VoiceSettings


@pytest.fixture
def speech_library() -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, qapp: object, speech_library: None) -> QtSpeechEngine:
    """An engine that takes the mock one."""
    only_mock(monkeypatch)
    return QtSpeechEngine()


def only_mock(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["mock"].copy)
    monkeypatch.setattr(qt_speech, "NEVER", frozenset())


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
    with qtbot.waitSignal(engine.prepared) as prepared:
        engine.prepare(VoiceSettings(volume=0.5))
    assert prepared.args is not None
    assert prepared.args[0]
    with qtbot.waitSignal(engine.ended):
        engine.say("Hold")
    with qtbot.waitSignal(engine.ended):
        engine.say("Lie on your back with both knees bent and breathe, and then some more words.")
        engine.stop()


def test_a_language_that_no_voice_has_is_not_misread(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.failed) as failed:
        engine.prepare(VoiceSettings(locale="eo"))
    assert failed.args == [VoiceTrouble.NO_LANGUAGE.value, ""]


def test_a_change_of_language_that_fails_is_told(engine: QtSpeechEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.prepared):
        engine.prepare(VoiceSettings())
    with qtbot.waitSignal(engine.failed):
        engine.tune(VoiceSettings(locale="eo"))


def test_no_engine_at_all_is_told(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, speech_library: None
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["mock"].copy)
    engine = QtSpeechEngine()
    with qtbot.waitSignal(engine.failed) as failed:
        engine.prepare(VoiceSettings())
    assert failed.args == [VoiceTrouble.NO_VOICE.value, ""]
    engine.say("Hold")
    engine.stop()
    engine.tune(VoiceSettings())


@pytest.mark.no_qt_log
def test_an_engine_that_cannot_be_set_up_leads_to_the_next(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, speech_library: None
) -> None:
    from PySide6.QtTextToSpeech import QTextToSpeech

    only_mock(monkeypatch)
    monkeypatch.setattr(QTextToSpeech, "availableEngines", ["broken", "mock"].copy)
    monkeypatch.setattr(qt_speech, "PREFERRED", ("broken",))
    monkeypatch.setattr(qt_speech, "COMING_UP_MS", 1)
    engine = QtSpeechEngine()
    with qtbot.waitSignal(engine.prepared):
        engine.prepare(VoiceSettings())


def test_a_system_without_the_library_has_no_voice(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    engine = QtSpeechEngine()
    with qtbot.waitSignal(engine.failed) as failed:
        engine.prepare(VoiceSettings())
    assert failed.args is not None
    assert failed.args[0] == VoiceTrouble.NO_LIBRARY.value
    assert "QtTextToSpeech" in failed.args[1]


class Answers(list[tuple[object, ...]]):
    """What a desk has told."""

    def tell(self, *words: object) -> None:
        self.append(words)


def test_the_desk_speaks_what_it_is_asked_and_tells_what_becomes_of_it(
    engine: QtSpeechEngine, qtbot: QtBot
) -> None:
    answers = Answers()
    desk = VoiceDesk(answers.tell)
    with qtbot.waitSignal(desk._engine.prepared):
        desk.hear("prepare", ["en_US", 1.0, 0.0, ""])
    with qtbot.waitSignal(desk._engine.ended):
        desk.hear("say", "Hold")
    desk.hear("tune", ["en_US", 0.5, 0.0, ""])
    desk.hear("say", "Lie on your back with both knees bent and breathe.")
    with qtbot.waitSignal(desk._engine.ended):
        desk.hear("stop")
    desk.hear("tune", ["eo", 0.5, 0.0, ""])
    desk.close()
    assert [words[0] for words in answers] == ["prepared", "ended", "ended", "failed"]
    assert answers[-1] == ("failed", "no-language", "")
