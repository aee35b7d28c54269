"""One voice and one set of chimes: made ready for what is wanted, and heard when asked."""

from __future__ import annotations

import pytest

from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import Settings
from stretchcoach.ui.running.lacks import Lack, Lacks
from stretchcoach.ui.sound import chimes, voice_engine
from stretchcoach.ui.sound.helper_process import Loss
from stretchcoach.ui.sound.sound_box import SoundBox
from tests.ui.driven_time import DrivenClock
from tests.ui.sound.driven_helper import DrivenHelper

pytestmark = pytest.mark.usefixtures("qapp")
VOICE = Settings(sound_profile=SoundProfile.VOICE_AND_SOUNDS, volume=0.4)
SOUNDS = Settings(sound_profile=SoundProfile.SOUNDS, pan_to_side=True)
SILENT = Settings(sound_profile=SoundProfile.SILENT)


class Bench:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.voice, self.chimes = DrivenHelper(), DrivenHelper()
        monkeypatch.setattr(voice_engine, "HelperProcess", lambda *_, **__: self.voice)
        monkeypatch.setattr(chimes, "HelperProcess", lambda *_, **__: self.chimes)
        self.lacks, self.clock = Lacks(), DrivenClock()
        self.box = SoundBox(self.clock, self.lacks)

    def asked(self, helper: DrivenHelper, verb: str) -> int:
        return sum(words[0] == verb for words in helper.asked)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(monkeypatch)


def test_nothing_is_looked_for_that_nobody_wants(bench: Bench) -> None:
    bench.box.prepare(SILENT)
    assert (bench.voice.starts, bench.chimes.starts) == (0, 0)
    bench.box.prepare(SOUNDS)
    assert (bench.voice.starts, bench.chimes.starts) == (0, 1)
    bench.box.prepare(VOICE)
    assert (bench.voice.starts, bench.chimes.starts) == (1, 1)
    assert bench.asked(bench.voice, "prepare") == 1


def test_a_sample_is_heard_at_once_where_the_voice_is_there(bench: Bench) -> None:
    bench.box.prepare(VOICE)
    bench.voice.tell("prepared", [])
    bench.box.let_hear(VOICE)
    assert bench.asked(bench.voice, "say") == bench.asked(bench.chimes, "play") == 1


def test_a_sample_waits_for_a_voice_that_is_slow_to_come(bench: Bench) -> None:
    bench.box.let_hear(VOICE)
    bench.clock.forward(9_000)
    assert bench.asked(bench.voice, "say") == 0
    bench.voice.tell("prepared", [])
    assert bench.asked(bench.voice, "say") == 1


def test_a_sample_that_could_not_be_heard_is_not_said_in_a_session_after_it(bench: Bench) -> None:
    bench.box.let_hear(VOICE)
    bench.voice.lose(Loss.SILENT)
    bench.box.prepare(VOICE)
    bench.voice.tell("prepared", [])
    assert bench.asked(bench.voice, "say") == 0


def test_a_sample_is_no_more_than_what_is_wanted(bench: Bench) -> None:
    bench.box.let_hear(SOUNDS)
    bench.box.let_hear(SILENT)
    assert bench.voice.starts == 0
    assert bench.asked(bench.chimes, "play") == 1


def test_what_is_lacking_is_noted_until_it_is_there(bench: Bench) -> None:
    bench.box.let_hear(VOICE)
    bench.voice.tell("failed", "no-voice", "")
    bench.chimes.tell("lost", "no-device", "")
    assert bench.lacks.trouble(Lack.VOICE) is not None
    assert bench.lacks.trouble(Lack.SOUNDS) is not None
    bench.box.prepare(VOICE)
    bench.voice.tell("prepared", [])
    bench.chimes.tell("played")
    assert bench.lacks.trouble(Lack.VOICE) is None
    assert bench.lacks.trouble(Lack.SOUNDS) is None


def test_the_end_of_the_program_ends_both(bench: Bench) -> None:
    bench.box.prepare(VOICE)
    bench.box.close()
    assert (bench.voice.closes, bench.chimes.closes) == (1, 1)
