"""The voice: one sentence at a time, none begun that would be late."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.ui.sound.voice import NullVoice
from stretchcoach.ui.sound.voice_settings import VoiceSettings
from tests.ui.sound.driven_voice import Bench, ready_bench

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bench() -> Bench:
    return ready_bench()


def test_speaks_the_words_and_takes_the_next_only_when_they_are_over(bench: Bench) -> None:
    assert bench.voice.say("Lying figure four.")
    assert bench.voice.say("Lie on your back.")
    assert bench.engine.said == ["Lying figure four."]
    assert bench.voice.is_speaking
    bench.end_after(1_500)
    assert bench.engine.said == ["Lying figure four.", "Lie on your back."]
    bench.end_after(1_500)
    assert not bench.voice.is_speaking
    assert not bench.timer.isActive()


def test_nothing_to_say_is_not_said(bench: Bench) -> None:
    assert not bench.voice.say("")
    assert bench.engine.said == []


def test_words_that_would_outlast_their_window_are_not_begun(bench: Bench) -> None:
    text = "A long sentence about the other knee."
    assert not bench.voice.say(text, None, speaking_ms(text) - 1)
    assert bench.voice.say(text, None, speaking_ms(text))
    assert bench.engine.said == [text]


def test_words_that_must_wait_too_long_are_not_taken(bench: Bench) -> None:
    bench.voice.say("A long sentence about the other knee.")
    assert not bench.voice.say("Three", None, 1_000)
    bench.end_after(3_000)
    assert bench.engine.said == ["A long sentence about the other knee."]


def test_words_that_waited_longer_than_was_thought_are_dropped(bench: Bench) -> None:
    first, second, third = "Lying figure four.", "Lie on your back.", "Breathe."
    bench.voice.say(first)
    assert bench.voice.say(second, None, speaking_ms(first) + speaking_ms(second))
    assert bench.voice.say(third, None, 20_000)
    bench.end_after(speaking_ms(first) + 500)
    assert bench.engine.said == [first, third]


def test_stop_cuts_off_and_forgets_what_waited(bench: Bench) -> None:
    bench.voice.say("Lying figure four.")
    bench.voice.say("Lie on your back.")
    bench.voice.stop()
    assert bench.engine.stops == 1
    bench.engine.end()
    assert bench.engine.said == ["Lying figure four."]
    bench.voice.stop()
    assert bench.engine.stops == 1


def test_words_after_a_stop_wait_until_the_engine_is_silent(bench: Bench) -> None:
    bench.voice.say("Lying figure four.")
    bench.voice.stop()
    assert bench.voice.say("Paused")
    assert bench.engine.said == ["Lying figure four."]
    bench.end_after(30)
    assert bench.engine.said == ["Lying figure four.", "Paused"]


def test_an_engine_that_never_confirms_a_stop_does_not_block_the_next_words(bench: Bench) -> None:
    bench.voice.say("Lying figure four.")
    bench.voice.stop()
    bench.voice.say("Paused")
    bench.timer.let_pass(600)
    assert bench.engine.said == ["Lying figure four.", "Paused"]


def test_words_that_were_cut_off_teach_no_pace(bench: Bench) -> None:
    text = "A long sentence about the other knee."
    bench.voice.say(text)
    bench.voice.stop()
    bench.end_after(10)
    assert not bench.voice.say(text, None, speaking_ms(text) - 1)


def test_a_slow_voice_is_learned_and_no_longer_late(bench: Bench) -> None:
    text = "Ankle just past the knee"
    for _ in range(8):
        assert bench.voice.say(text)
        bench.end_after(round(1.6 * speaking_ms(text)))
    assert not bench.voice.say(text, None, round(1.4 * speaking_ms(text)))
    assert bench.voice.say(text, None, round(1.7 * speaking_ms(text)))


def test_settings_reach_the_engine_before_and_after_it_comes_up() -> None:
    bench = Bench()
    german = VoiceSettings(locale="de_DE", rate=0.5)
    bench.voice.tune(german)
    bench.voice.prepare()
    bench.engine.prepared.emit()
    assert bench.engine.preparations == [german]
    bench.voice.set_volume(3.0)
    assert bench.engine.tunings[-1] == VoiceSettings(locale="de_DE", rate=0.5, volume=1.0)
    assert bench.voice.settings.volume == 1.0


def test_a_slower_rate_is_reckoned_with_before_it_is_measured(bench: Bench) -> None:
    text = "Ankle just past the knee"
    bench.voice.tune(VoiceSettings(rate=-1.0))
    assert not bench.voice.say(text, None, 2 * speaking_ms(text) - 10)
    assert bench.voice.say(text, None, 2 * speaking_ms(text) + 10)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("say"), st.text(min_size=1, max_size=60), st.integers(0, 20_000)),
            st.tuples(st.sampled_from(("end", "stop")), st.just(""), st.just(0)),
            st.tuples(st.just("pass"), st.just(""), st.integers(0, 3_000)),
        ),
        max_size=60,
    )
)
def test_never_two_at_once_and_never_begun_after_the_deadline(
    script: list[tuple[str, str, int]],
) -> None:
    bench = ready_bench()
    latest_ms: dict[str, int] = {}
    for number, (what, text, amount) in enumerate(script):
        begun = len(bench.engine.said)
        if what == "say":
            words = f"{number} {text}"
            latest_ms[words] = bench.clock.now_ms + amount
            bench.voice.say(words, None, amount)
        elif what == "pass":
            bench.timer.let_pass(amount)
            continue  # what began in between is judged at the moments that the test knows
        else:
            bench.engine.end() if what == "end" else bench.voice.stop()
        for words in bench.engine.said[begun:]:
            assert bench.clock.now_ms < latest_ms[words]
    assert bench.engine.overlaps == 0


def test_the_null_voice_is_not_there() -> None:
    voice = NullVoice()
    assert not voice.is_available
    assert not voice.say("Hold", None, 10_000)
