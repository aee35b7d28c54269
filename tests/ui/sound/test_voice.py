"""The voice: one sentence at a time, none begun that would be late, none waited for for ever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.patience import FIRST_WAIT_MS
from stretchcoach.ui.sound.voice import MOST_STUCK, NO_ANSWER_MS, PREPARING_MS, NullVoice, QtVoice
from stretchcoach.ui.sound.voice_pace import Pace
from stretchcoach.ui.sound.voice_settings import VoiceSettings
from tests.ui.driven_time import DrivenClock, DrivenTimer

pytestmark = pytest.mark.usefixtures("qapp")


class DrivenEngine(QObject):
    """An engine that speaks when it is told to and is done when the test says so."""

    prepared = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.voice_names = ["English (America)"]
        self.said: list[str] = []
        self.is_speaking = False
        self.overlaps = 0
        self.stops = 0
        self.given_up = 0
        self.preparations: list[VoiceSettings] = []
        self.tunings: list[VoiceSettings] = []

    def prepare(self, settings: VoiceSettings) -> None:
        self.preparations.append(settings)

    def tune(self, settings: VoiceSettings) -> None:
        self.tunings.append(settings)

    def say(self, text: str) -> None:
        self.said.append(text)
        self.overlaps += self.is_speaking
        self.is_speaking = True

    def stop(self) -> None:
        self.is_speaking = False
        self.stops += 1

    def give_up(self) -> None:
        self.given_up += 1

    def end(self) -> None:
        self.is_speaking = False
        self.ended.emit()


class Bench(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.clock = DrivenClock()
        self.timer = DrivenTimer(self.clock)
        self.engine = DrivenEngine()
        self.voice = QtVoice(self.engine, self.clock, self.timer)
        self.losses: list[str] = []
        self.finds = 0
        self.voice.lost.connect(self.on_lost)
        self.voice.found.connect(self.on_found)

    def on_lost(self, trouble: Trouble) -> None:
        self.losses.append(trouble.sentence)

    def on_found(self) -> None:
        self.finds += 1

    def end_after(self, took_ms: int) -> None:
        self.timer.let_pass(took_ms)
        self.engine.end()


@pytest.fixture
def bench() -> Bench:
    bench = Bench()
    bench.voice.prepare()
    bench.engine.prepared.emit()
    return bench


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
    bench = Bench()
    bench.voice.prepare()
    bench.engine.prepared.emit()
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


def test_a_pace_is_at_first_that_of_an_ordinary_voice() -> None:
    for text in ("One", "Halfway", "Lie on your back with both knees bent."):
        assert Pace().needed_ms(text) == pytest.approx(speaking_ms(text), abs=1)


@pytest.mark.parametrize("start_ms", [0, 500])
@pytest.mark.parametrize("a_letter_ms", [40, 110])
def test_a_pace_learns_the_start_and_the_letters(start_ms: int, a_letter_ms: int) -> None:
    pace = Pace()
    texts = ("Three", "Two", "Hold", "Halfway", "Breathe out and soften", "x" * 60)
    for _ in range(8):
        for text in texts:
            pace.learn(text, start_ms + a_letter_ms * len(text))
    for text in texts:
        needed_ms = start_ms + a_letter_ms * len(text)
        assert pace.needed_ms(text) == pytest.approx(needed_ms, rel=0.05, abs=30)


@given(st.lists(st.tuples(st.text(max_size=80), st.integers(-5, 10**7)), max_size=60))
def test_a_pace_stays_sane_whatever_is_measured(measured: list[tuple[str, int]]) -> None:
    pace = Pace()
    for text, took_ms in measured:
        pace.learn(text, took_ms)
    times_ms = [pace.needed_ms("x" * count) for count in (1, 20, 80)]
    assert times_ms == sorted(times_ms)
    assert times_ms[0] >= 1
    assert times_ms[-1] <= 60_000
