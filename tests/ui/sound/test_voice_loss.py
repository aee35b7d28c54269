"""The engine of the voice comes up late, is stuck or is lost: none is waited for for ever."""

from __future__ import annotations

import pytest

from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.patience import FIRST_WAIT_MS
from stretchcoach.ui.sound.voice import MOST_STUCK, NO_ANSWER_MS, PREPARING_MS
from tests.ui.sound.driven_voice import Bench, ready_bench

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bench() -> Bench:
    return ready_bench()


def test_a_sentence_that_never_ends_is_given_up_and_the_next_one_begun(bench: Bench) -> None:
    bench.voice.say("Hold")
    bench.voice.say("Tailbone heavy")
    bench.timer.let_pass(2 * speaking_ms("Hold") - 1)
    assert bench.engine.stops == 0
    bench.timer.let_pass(1)
    assert bench.engine.stops == 1
    bench.engine.end()
    assert bench.engine.said == ["Hold", "Tailbone heavy"]
    assert bench.losses == []


def test_an_engine_that_is_stuck_again_and_again_is_no_longer_of_use(bench: Bench) -> None:
    for number in range(MOST_STUCK):
        assert bench.voice.is_available
        assert bench.losses == []
        assert bench.voice.say(str(number))
        bench.timer.let_pass(5_000)
    assert len(bench.losses) == 1
    assert not bench.voice.is_available
    assert not bench.voice.say("Hold")
    assert len(bench.engine.said) == MOST_STUCK
    assert bench.engine.given_up == 1
    assert not bench.timer.isActive()


def test_one_sentence_that_ends_clears_those_that_did_not(bench: Bench) -> None:
    for _ in range(2 * MOST_STUCK):
        for _ in range(MOST_STUCK - 1):
            bench.voice.say("Hold")
            bench.timer.let_pass(5_000)
        bench.voice.say("Hold")
        bench.end_after(500)
    assert bench.losses == []
    assert bench.voice.is_available


def test_a_broken_engine_is_lost_and_may_be_looked_for_again(bench: Bench) -> None:
    bench.voice.say("Hold")
    bench.voice.say("Tailbone heavy")
    bench.engine.failed.emit(Trouble("no sound"))
    assert bench.losses == ["no sound"]
    assert not bench.voice.is_available
    bench.engine.end()
    assert bench.engine.said == ["Hold"]
    bench.voice.prepare()
    bench.engine.prepared.emit()
    assert bench.finds == 2
    assert bench.voice.voice_names == ["English (America)"]
    assert bench.voice.say("Hold")


def test_a_voice_that_was_lost_is_looked_for_again_with_a_later_sentence(bench: Bench) -> None:
    bench.engine.failed.emit(Trouble("no sound"))
    assert not bench.voice.say("Hold")
    assert len(bench.engine.preparations) == 1
    bench.timer.let_pass(FIRST_WAIT_MS)
    bench.voice.say("Halfway")
    assert len(bench.engine.preparations) == 2
    bench.engine.prepared.emit()
    assert bench.voice.is_ready
    bench.engine.end()
    bench.engine.failed.emit(Trouble("no sound"))
    bench.timer.let_pass(FIRST_WAIT_MS)
    assert not bench.voice.is_available


def test_there_is_no_voice_before_it_is_prepared() -> None:
    bench = Bench()
    assert not bench.voice.is_available
    assert not bench.voice.say("Hold")
    bench.voice.stop()
    bench.voice.set_volume(0.5)
    assert bench.engine.tunings == []
    assert bench.engine.preparations == []


def test_the_first_words_wait_a_moment_for_an_engine_that_is_coming_up() -> None:
    bench = Bench()
    bench.voice.prepare()
    bench.voice.prepare()
    assert len(bench.engine.preparations) == 1
    assert bench.voice.is_available
    assert bench.voice.say("Lying figure four.", None, 10_000)
    assert not bench.voice.say("Three", None, 1_000)
    assert bench.engine.said == []
    bench.timer.let_pass(1_800)
    bench.engine.prepared.emit()
    assert bench.finds == 1
    assert bench.engine.said == ["Lying figure four."]


def test_an_engine_that_does_not_come_up_is_not_counted_on() -> None:
    bench = Bench()
    bench.voice.prepare()
    bench.timer.let_pass(PREPARING_MS)
    assert not bench.voice.is_available
    assert not bench.voice.say("Lying figure four.")
    assert bench.losses == []
    bench.timer.let_pass(NO_ANSWER_MS)
    assert bench.losses == ["The voice does not answer."]
    bench.engine.prepared.emit()
    assert bench.voice.is_available
    bench.timer.let_pass(10_000)
    assert len(bench.losses) == 1
