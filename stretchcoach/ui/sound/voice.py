"""The coach's voice: one sentence at a time, never late, and never waited for.

A sentence is only begun when it can be over within its window, by the pace that this voice
was measured to have. An engine that falls silent, as one without a sound device does, is
given up on after a while; the chimes then carry the session alone, and later it is tried anew.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from stretchcoach.core.content.sides import Side
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.patience import Patience
from stretchcoach.ui.sound.troubles import VoiceTrouble, unfinished_sentences, voice_trouble
from stretchcoach.ui.sound.voice_engine import SpeechEngine
from stretchcoach.ui.sound.voice_pace import Pace
from stretchcoach.ui.sound.voice_settings import VoiceSettings

PREPARING_MS = 2_500
NO_ANSWER_MS = 15_000
STOPPING_MS = 500
STUCK_FACTOR = 2
MOST_STUCK = 3


class Voice(Protocol):
    """What speaks the words of the cues."""

    @property
    def is_available(self) -> bool: ...

    def say(self, text: str, side: Side | None = None, window_ms: int | None = None) -> bool:
        """Say `text` as soon as the sentence before it is over.

        False if it is not going to be said: there is no voice, or it could not be over
        within `window_ms` from now.
        """
        ...

    def stop(self) -> None:
        """Be silent at once, in mid-sentence."""
        ...

    def set_volume(self, volume: float) -> None:
        """Speak as loud as `volume`, from 0 to 1, from the next sentence on."""
        ...


class NullVoice:
    """No voice, for who wants none and for tests."""

    is_available = False

    def say(self, text: str, side: Side | None = None, window_ms: int | None = None) -> bool:
        return False

    def stop(self) -> None:
        return None

    def set_volume(self, volume: float) -> None:
        return None


class _Status(Enum):
    ABSENT = "absent"
    PREPARING = "preparing"
    IDLE = "idle"
    SPEAKING = "speaking"
    STOPPING = "stopping"


@dataclass(frozen=True)
class _Sentence:
    text: str
    deadline_ms: int | None


@dataclass
class _Turn:
    """Who is speaking since when, and who comes next."""

    sentence: _Sentence | None = None
    since_ms: int = 0
    waiting: deque[_Sentence] = field(default_factory=deque)


class QtVoice(QObject):
    """Speaks through one of the computer's speech engines.

    `found` once the engine is ready, however late; `lost` with the Trouble when there is none
    or it is no longer of use. It is then looked for again with a later sentence. The voices of
    Qt cannot be heard from one side, so `side` is left to the chimes.
    """

    found = Signal()
    lost = Signal(object)

    def __init__(
        self,
        engine: SpeechEngine,
        clock: Clock,
        timer: QTimer | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._clock = clock
        self._status = _Status.ABSENT
        self._settings = VoiceSettings()
        self._pace = Pace()
        self._turn = _Turn()
        self._stuck_in_a_row = 0
        self._patience = Patience(clock)
        self._watchdog = timer or QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.timeout.connect(self._on_silence)
        engine.prepared.connect(self._on_prepared)
        engine.ended.connect(self._on_ended)
        engine.failed.connect(self._give_up)

    @property
    def is_available(self) -> bool:
        """Whether sentences are spoken: an engine is ready, or should be in a moment."""
        if self._status is _Status.PREPARING:
            return self._clock.monotonic_ms() - self._turn.since_ms < PREPARING_MS
        return self._status is not _Status.ABSENT

    @property
    def is_ready(self) -> bool:
        """Whether an engine is there."""
        return self._status not in (_Status.ABSENT, _Status.PREPARING)

    @property
    def is_speaking(self) -> bool:
        return self._status is _Status.SPEAKING

    @property
    def settings(self) -> VoiceSettings:
        return self._settings

    @property
    def voice_names(self) -> list[str]:
        """The voices to choose from for the language, once `found`."""
        return self._engine.voice_names

    def prepare(self) -> None:
        """Look for an engine, well before it is needed; the answer is `found` or `lost`."""
        if self._status is _Status.ABSENT:
            self._status = _Status.PREPARING
            self._stuck_in_a_row = 0
            self._turn.since_ms = self._clock.monotonic_ms()
            self._watchdog.start(NO_ANSWER_MS)
            self._engine.prepare(self._settings)

    def tune(self, settings: VoiceSettings) -> None:
        """Speak with `settings` from the next sentence on."""
        if settings.rate != self._settings.rate:
            # Not known yet for this rate. A slow voice is taken to be slow from the start.
            self._pace = Pace(max(1.0, 1.0 - settings.rate))
        self._settings = settings
        if self.is_ready:
            self._engine.tune(settings)

    def set_volume(self, volume: float) -> None:
        self.tune(self._settings.at_volume(volume))

    def say(self, text: str, side: Side | None = None, window_ms: int | None = None) -> bool:
        """See `Voice`."""
        if self._status is _Status.ABSENT and self._patience.may_try_again:
            self.prepare()
        if not self.is_available or not text:
            return False
        now_ms = self._clock.monotonic_ms()
        sentence = _Sentence(text, None if window_ms is None else now_ms + window_ms)
        if not self._fits(sentence, now_ms + self._busy_ms(now_ms)):
            return False
        self._turn.waiting.append(sentence)
        self._go_on()
        return True

    def stop(self) -> None:
        self._turn.waiting.clear()
        if self._status is _Status.SPEAKING:
            self._status = _Status.STOPPING
            self._engine.stop()
            self._watchdog.start(STOPPING_MS)

    # Whose turn it is.

    def _fits(self, sentence: _Sentence, begins_ms: int) -> bool:
        over_ms = begins_ms + self._pace.needed_ms(sentence.text)
        return sentence.deadline_ms is None or over_ms <= sentence.deadline_ms

    def _busy_ms(self, now_ms: int) -> int:
        """How long it probably takes until the next sentence can begin."""
        waiting_ms = sum(self._pace.needed_ms(each.text) for each in self._turn.waiting)
        since_ms = now_ms - self._turn.since_ms
        if self._status is _Status.PREPARING:
            return PREPARING_MS - since_ms + waiting_ms
        if self._status is _Status.SPEAKING and self._turn.sentence:
            needed_ms = self._pace.needed_ms(self._turn.sentence.text)
            return max(needed_ms - since_ms, 0) + waiting_ms
        return waiting_ms

    def _go_on(self) -> None:
        """Begin the next sentence that can still be over in time, if none is being said."""
        now_ms = self._clock.monotonic_ms()
        while self._status is _Status.IDLE and self._turn.waiting:
            sentence = self._turn.waiting.popleft()
            if not self._fits(sentence, now_ms):
                continue
            self._status = _Status.SPEAKING
            self._turn.sentence, self._turn.since_ms = sentence, now_ms
            self._watchdog.start(STUCK_FACTOR * self._pace.needed_ms(sentence.text))
            self._engine.say(sentence.text)

    # What the engine answers, or does not.

    @Slot()
    def _on_prepared(self) -> None:
        self._watchdog.stop()
        self._status = _Status.IDLE
        self._engine.tune(self._settings)
        self.found.emit()
        self._go_on()

    @Slot()
    def _on_ended(self) -> None:
        if self._status is _Status.SPEAKING and self._turn.sentence:
            self._patience.find()
            took_ms = self._clock.monotonic_ms() - self._turn.since_ms
            self._pace.learn(self._turn.sentence.text, took_ms)
            self._stuck_in_a_row = 0
        elif self._status is not _Status.STOPPING:
            return
        self._fall_idle()

    @Slot()
    def _on_silence(self) -> None:
        """The sentence should long be over; perhaps nobody hears it."""
        if self._status is _Status.PREPARING:
            self._turn.waiting.clear()
            self.lost.emit(voice_trouble(VoiceTrouble.SILENT))  # it may still be found
            return
        if self._status is _Status.STOPPING:
            self._fall_idle()
            return
        self._stuck_in_a_row += 1
        if self._stuck_in_a_row >= MOST_STUCK:
            self._engine.give_up()
            self._give_up(unfinished_sentences())
        else:
            waiting = deque(self._turn.waiting)
            self.stop()
            self._turn.waiting = waiting

    def _fall_idle(self) -> None:
        self._watchdog.stop()
        self._status = _Status.IDLE
        self._turn.sentence = None
        self._go_on()

    @Slot(object)
    def _give_up(self, trouble: Trouble) -> None:
        self._watchdog.stop()
        self._status = _Status.ABSENT
        self._turn = _Turn()
        self._patience.lose()
        self.lost.emit(trouble)
