"""The voice in its helper: what it is asked, and what becomes of its answers."""

from __future__ import annotations

import pytest

from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.helper_process import Loss
from stretchcoach.ui.sound.troubles import VoiceTrouble, voice_trouble
from stretchcoach.ui.sound.voice_engine import HelperEngine
from stretchcoach.ui.sound.voice_settings import VoiceSettings
from tests.ui.sound.driven_helper import DrivenHelper

pytestmark = pytest.mark.usefixtures("qapp")
GERMAN = VoiceSettings("de_DE", 0.5)


class Bench:
    def __init__(self) -> None:
        self.helper = DrivenHelper()
        self.engine = HelperEngine(self.helper)  # type: ignore[arg-type]
        self.heard: list[object] = []
        self.engine.prepared.connect(self.on_prepared)
        self.engine.ended.connect(self.on_ended)
        self.engine.failed.connect(self.heard.append)

    def on_prepared(self) -> None:
        self.heard.append("prepared")

    def on_ended(self) -> None:
        self.heard.append("ended")


def test_it_is_started_when_a_voice_is_wanted_and_speaks() -> None:
    bench = Bench()
    bench.engine.say("Nobody hears this")
    assert bench.helper.starts == 0
    bench.engine.prepare(GERMAN)
    bench.helper.tell("prepared", ["German"])
    assert bench.engine.voice_names == ["German"]
    bench.engine.tune(GERMAN.at_volume(1))
    bench.engine.say("Halten")
    bench.engine.stop()
    bench.helper.tell("ended")
    assert bench.heard == ["prepared", "ended"]
    assert bench.helper.asked == [
        ("prepare", GERMAN),
        ("tune", GERMAN.at_volume(1)),
        ("say", "Halten"),
        ("stop",),
    ]
    bench.engine.close()
    assert bench.helper.closes == 1


@pytest.mark.parametrize("trouble", VoiceTrouble)
def test_each_trouble_has_words_and_says_what_helps(trouble: VoiceTrouble) -> None:
    words = voice_trouble(trouble, "no such file")
    assert words.sentence
    assert words.remedy


def test_a_voice_that_is_not_there_is_told_and_its_helper_goes() -> None:
    bench = Bench()
    bench.engine.prepare(GERMAN)
    bench.helper.tell("failed", "no-library", "libspeechd.so.2")
    assert bench.heard == [voice_trouble(VoiceTrouble.NO_LIBRARY, "libspeechd.so.2")]
    assert bench.helper.kills == 1
    bench.engine.prepare(GERMAN)
    assert bench.helper.starts == 2


@pytest.mark.parametrize(
    ("loss", "sentence"),
    [
        (Loss.SILENT, "The voice does not answer."),
        (Loss.ENDED, "The voice has stopped working."),
    ],
)
def test_a_helper_that_is_lost_is_a_voice_that_is_lost(loss: Loss, sentence: str) -> None:
    bench = Bench()
    bench.engine.prepare(GERMAN)
    bench.helper.lose(loss)
    (trouble,) = bench.heard
    assert isinstance(trouble, Trouble)
    assert trouble.sentence == sentence


def test_who_gives_it_up_does_not_wait_for_it() -> None:
    bench = Bench()
    bench.engine.prepare(GERMAN)
    bench.engine.give_up()
    assert (bench.helper.kills, bench.heard) == (1, [])
