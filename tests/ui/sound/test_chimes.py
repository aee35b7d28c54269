"""The chimes in their helper: what it is asked, and how they come back when they were lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.chimes import HelperChimes, NullChimes
from stretchcoach.ui.sound.helper_process import Loss
from stretchcoach.ui.sound.patience import FIRST_WAIT_MS, LONGEST_WAIT_MS, Patience
from stretchcoach.ui.sound.troubles import SoundTrouble, sound_trouble
from tests.ui.driven_time import DrivenClock
from tests.ui.sound.driven_helper import DrivenHelper

pytestmark = pytest.mark.usefixtures("qapp")


class Bench:
    def __init__(self) -> None:
        self.clock, self.helper = DrivenClock(), DrivenHelper()
        self.chimes = HelperChimes(self.clock, self.helper)  # type: ignore[arg-type]
        self.losses: list[Trouble] = []
        self.finds = 0
        self.chimes.lost.connect(self.losses.append)
        self.chimes.found.connect(self.on_found)

    def on_found(self) -> None:
        self.finds += 1

    @property
    def played(self) -> int:
        return sum(words[0] == "play" for words in self.helper.asked)


def test_they_are_loaded_once_and_played() -> None:
    bench = Bench()
    bench.chimes.play(Chime.HOLD)
    assert bench.helper.starts == 0
    bench.chimes.set_volume(3)
    bench.chimes.prepare()
    bench.chimes.prepare()
    bench.chimes.play(Chime.HOLD, Side.LEFT)
    bench.chimes.set_volume(0.5)
    bench.chimes.play(Chime.REST)
    assert bench.helper.asked == [
        ("volume", 1.0),
        ("lean", ""),
        ("prepare",),
        ("play", "hold", "left"),
        ("volume", 0.5),
        ("play", "rest", ""),
    ]
    bench.chimes.close()
    assert bench.helper.closes == 1


def test_what_leans_is_kept_in_a_folder_that_goes_with_the_program() -> None:
    bench = Bench()
    bench.chimes.set_leans_to_side(True)
    bench.chimes.prepare()
    bench.chimes.set_leans_to_side(False)
    bench.chimes.set_leans_to_side(True)
    folders = [str(words[1]) for words in bench.helper.asked if words[0] == "lean"]
    assert folders == [folders[0], "", folders[0]]
    assert Path(folders[0]).is_dir()
    bench.chimes.close()
    assert not Path(folders[0]).exists()


@pytest.mark.parametrize("trouble", SoundTrouble)
def test_each_trouble_has_words_and_says_what_helps(trouble: SoundTrouble) -> None:
    words = sound_trouble(trouble, "no such file")
    assert words.sentence
    assert words.remedy


@pytest.mark.parametrize("loss", Loss)
def test_a_helper_that_is_lost_is_told(loss: Loss) -> None:
    bench = Bench()
    bench.chimes.prepare()
    bench.helper.lose(loss)
    assert bench.losses == [sound_trouble(SoundTrouble(loss.value))]
    bench.chimes.play(Chime.HOLD)
    assert bench.played == 0


def test_a_device_that_went_is_looked_for_again_less_and_less_often() -> None:
    bench = Bench()
    bench.chimes.prepare()
    waits_ms = []
    for losses in range(1, 9):
        bench.helper.tell("lost", "no-device", "")
        assert len(bench.losses) == losses
        waited_ms = 0
        while not bench.helper.is_running:
            bench.clock.forward(10_000)
            waited_ms += 10_000
            bench.chimes.play(Chime.HOLD)
        waits_ms.append(waited_ms)
    assert waits_ms[:3] == [FIRST_WAIT_MS, 2 * FIRST_WAIT_MS, 4 * FIRST_WAIT_MS]
    assert waits_ms[-1] == LONGEST_WAIT_MS
    bench.helper.tell("played")
    assert bench.finds == 1
    bench.helper.tell("lost", "no-device", "")
    bench.clock.forward(FIRST_WAIT_MS)
    bench.chimes.play(Chime.HOLD)
    assert bench.helper.is_running


def test_a_new_session_looks_for_it_at_once() -> None:
    bench = Bench()
    bench.chimes.prepare()
    bench.helper.tell("lost", "no-device", "")
    bench.chimes.prepare()
    assert bench.helper.starts == 2


def test_what_was_never_lost_is_not_tried_again() -> None:
    clock = DrivenClock()
    patience = Patience(clock)
    clock.forward(LONGEST_WAIT_MS)
    assert not patience.may_try_again
    patience.lose()
    patience.find()
    clock.forward(LONGEST_WAIT_MS)
    assert not patience.may_try_again


def test_null_chimes_take_every_command() -> None:
    chimes = NullChimes()
    chimes.set_volume(0.5)
    for chime in Chime:
        chimes.play(chime, Side.LEFT)
