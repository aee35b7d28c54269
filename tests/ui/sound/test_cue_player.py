"""The cue player: chime, then words, by the profile; never about where one no longer is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime, Coach
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.sound.cue_player import CuePlayer
from stretchcoach.ui.sound.voice import NullVoice
from tests.ui.driven_time import DrivenClock, DrivenTimer
from tests.ui.small_session import SWITCH, figure_4_timeline

NAME = "Lying figure four. Left side."
HOW = "Lie on your back. Cross the left ankle."

pytestmark = pytest.mark.usefixtures("qapp")


class Room:
    """Hears all that is sounded and said, in order."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.sides: list[Side | None] = []
        self.windows_ms: dict[str, int | None] = {}

    def taken(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard


class HeardVoice:
    def __init__(self, room: Room) -> None:
        self.room = room
        self.is_available = True
        self.refuses: set[str] = set()
        self.volume = 1.0

    def say(self, text: str, side: Side | None = None, window_ms: int | None = None) -> bool:
        if text in self.refuses or not self.is_available:
            return False
        self.room.heard.append(text)
        self.room.windows_ms[text] = window_ms
        return True

    def stop(self) -> None:
        self.room.heard.append("(silence)")

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class HeardChimes:
    def __init__(self, room: Room) -> None:
        self.room = room
        self.volume = 1.0

    def play(self, chime: Chime, side: Side | None = None) -> None:
        self.room.heard.append(f"*{chime.value}*")
        self.room.sides.append(side)

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class Bench(QObject):
    def __init__(self, profile: SoundProfile = SoundProfile.VOICE_AND_SOUNDS) -> None:
        super().__init__()
        timeline = figure_4_timeline()
        self.clock = DrivenClock()
        self.timer = DrivenTimer(self.clock)
        self.runner = SessionRunner(Session(timeline), self.clock, self.timer)
        self.room = Room()
        self.voice = HeardVoice(self.room)
        self.chimes = HeardChimes(self.room)
        self.player = CuePlayer(Coach(timeline), self.voice, self.chimes, profile)
        self.runner.happened.connect(self.player.on_event)

    def heard_in(self, passed_ms: int) -> list[str]:
        self.room.taken()
        self.timer.let_pass(passed_ms)
        return self.room.taken()


@pytest.fixture
def bench() -> Bench:
    bench = Bench()
    bench.runner.start()
    return bench


def test_a_whole_session_is_heard_in_order(bench: Bench) -> None:
    start = bench.room.taken()
    assert start == ["*get-ready*", NAME, HOW]
    assert bench.heard_in(56_000) == [
        *("Three", "Two", "One", "*hold*", "Hold", "Ease off if the left knee hurts.", "Halfway"),
        *("Three", "Two", "One", "*switch*", "Switch to the right", "Tailbone heavy"),
        *("Three", "Two", "One", "*hold*", "Hold", "Ease off if the right knee hurts.", "Halfway"),
        *("Three", "Two"),
    ]
    assert bench.heard_in(10_000) == [
        "One",
        "(silence)",
        "*end*",
        "All done. Take a moment before you get up.",
    ]


def test_the_chimes_alone_carry_every_change() -> None:
    bench = Bench(SoundProfile.SOUNDS)
    bench.runner.start()
    count = ["*count*"] * 3
    assert bench.room.taken() == ["*get-ready*"]
    assert bench.heard_in(70_000) == [
        *(*count, "*hold*", "*halfway*", *count, "*switch*", *count, "*hold*", "*halfway*"),
        *(*count, "(silence)", "*end*"),
    ]


def test_silent_is_silent() -> None:
    bench = Bench(SoundProfile.SILENT)
    bench.runner.start()
    assert set(bench.heard_in(70_000)) == {"(silence)"}
    assert not bench.player.speaks


def test_a_lost_voice_leaves_the_chimes_that_stand_for_its_words(bench: Bench) -> None:
    bench.voice.is_available = False
    assert not bench.player.speaks
    assert bench.heard_in(10_000) == ["*count*"] * 3 + ["*hold*"]


def test_words_that_cannot_be_said_in_time_are_sounded(bench: Bench) -> None:
    bench.voice.refuses = {"Two", "Halfway"}
    assert bench.heard_in(10_000) == [
        *("Three", "*count*", "One", "*hold*", "Hold"),
    ]
    assert bench.heard_in(10_000) == ["Ease off if the left knee hurts.", "*halfway*"]


def test_a_slow_voice_says_the_sentences_that_it_has_time_for() -> None:
    bench = Bench()
    bench.voice.refuses = {HOW, "Cross the left ankle."}
    bench.runner.start()
    assert bench.room.taken() == ["*get-ready*", NAME, "Lie on your back."]


def test_the_window_of_the_second_words_begins_after_the_first(bench: Bench) -> None:
    assert bench.room.windows_ms[NAME] == bench.room.windows_ms[HOW] == 10_000


def test_a_chime_comes_from_the_side_it_is_about(bench: Bench) -> None:
    bench.timer.let_pass(38_000)
    assert bench.room.sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]


def test_a_pause_stops_the_voice_in_mid_sentence(bench: Bench) -> None:
    bench.room.taken()
    bench.runner.pause()
    assert bench.room.taken() == ["(silence)", "*pause*", "Paused"]
    bench.runner.resume()
    assert bench.room.taken() == ["*resume*", "Going on"]


def test_back_in_a_hold_one_settles_and_then_holds(bench: Bench) -> None:
    bench.timer.let_pass(15_000)
    bench.runner.pause()
    bench.room.taken()
    bench.runner.resume()
    assert bench.room.taken() == ["*resume*", "Settle in"]
    assert bench.heard_in(3_000) == ["*hold*", "Hold"]


def test_moving_on_cuts_off_what_is_said_about_the_old_place(bench: Bench) -> None:
    bench.room.taken()
    bench.runner.next()
    assert bench.room.taken() == ["(silence)", "*hold*", "Hold"]


def test_who_moves_in_a_pause_hears_where_they_are_when_they_go_on(bench: Bench) -> None:
    bench.runner.pause()
    bench.room.taken()
    bench.runner.next()
    bench.runner.go_to(SWITCH)
    assert set(bench.room.taken()) <= {"(silence)"}
    bench.runner.resume()
    assert bench.room.taken() == ["*switch*", "Switch to the right", "Tailbone heavy"]
    bench.runner.pause()
    bench.room.taken()
    bench.runner.resume()
    assert bench.room.taken() == ["*resume*", "Going on"]


def test_skipping_a_side_after_easing_off_tells_what_comes(bench: Bench) -> None:
    bench.timer.let_pass(15_000)
    bench.runner.ease_off()
    bench.room.taken()
    bench.runner.skip_side()
    assert bench.room.taken() == ["(silence)", "*switch*", "Switch to the right", "Tailbone heavy"]


def test_stopping_early_only_sounds_the_end(bench: Bench) -> None:
    bench.room.taken()
    bench.runner.stop()
    assert bench.room.taken()[-2:] == ["(silence)", "*end*"]


def test_the_profile_may_change_in_mid_sentence(bench: Bench) -> None:
    bench.room.taken()
    bench.player.set_profile(SoundProfile.SOUNDS)
    assert bench.room.taken() == ["(silence)"]
    assert bench.heard_in(8_000) == ["*count*", "*count*"]
    bench.player.set_profile(SoundProfile.VOICE_AND_SOUNDS)
    assert bench.player.profile is SoundProfile.VOICE_AND_SOUNDS
    assert bench.heard_in(1_000) == ["One"]


def test_the_volume_is_that_of_voice_and_chimes(bench: Bench) -> None:
    bench.player.set_volume(0.3)
    assert bench.voice.volume == bench.chimes.volume == 0.3


def test_without_a_voice_nothing_speaks() -> None:
    player = CuePlayer(Coach(figure_4_timeline()), NullVoice(), HeardChimes(Room()))
    assert not player.speaks
    player.set_profile(SoundProfile.SILENT)
    assert player.profile is SoundProfile.SILENT
