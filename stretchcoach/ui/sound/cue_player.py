"""Plays the coach's cues: a chime, then the words, by the profile that the person chose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from stretchcoach.core.language.speaking import sentences, speaking_ms
from stretchcoach.core.session.cues import Coach, Cue
from stretchcoach.core.session.events import (
    Event,
    IntervalEnded,
    IntervalStarted,
    Outcome,
    Paused,
    Resumed,
    SessionEnded,
)
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.ui.sound.chimes import Chimes
from stretchcoach.ui.sound.voice import Voice


class CuePlayer(QObject):
    """Connect `on_event` to what tells of a session's events.

    While the clock stands still nothing is announced: who moves through the routine in a
    pause hears where they are when they go on.
    """

    def __init__(
        self,
        coach: Coach,
        voice: Voice,
        chimes: Chimes,
        profile: SoundProfile = SoundProfile.VOICE_AND_SOUNDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._coach = coach
        self._voice = voice
        self._chimes = chimes
        self._profile = profile
        self._is_paused = False
        self._unannounced: IntervalStarted | None = None

    @property
    def speaks(self) -> bool:
        """Whether words are heard, so that nobody else need read them out."""
        return self._profile is SoundProfile.VOICE_AND_SOUNDS and self._voice.is_available

    @property
    def profile(self) -> SoundProfile:
        return self._profile

    def set_profile(self, profile: SoundProfile) -> None:
        """Play by `profile` from now on; a sentence that it leaves out is cut off."""
        self._profile = profile
        if profile is not SoundProfile.VOICE_AND_SOUNDS:
            self._voice.stop()

    def set_volume(self, volume: float) -> None:
        """How loud voice and chimes are, from 0 to 1."""
        self._voice.set_volume(volume)
        self._chimes.set_volume(volume)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        if isinstance(event, (Paused, SessionEnded)):
            self._voice.stop()
            self._is_paused = isinstance(event, Paused)
        elif isinstance(event, IntervalEnded) and event.outcome is not Outcome.DONE:
            self._voice.stop()  # what is being said is about where one no longer is
        elif isinstance(event, IntervalStarted) and self._is_paused:
            self._unannounced = event
            return
        elif isinstance(event, Resumed):
            self._is_paused = False
            event = self._unannounced or event
            self._unannounced = None
        self._play(self._coach.cues(event))

    def _play(self, cues: tuple[Cue, ...]) -> None:
        if self._profile is SoundProfile.SILENT:
            return
        before_ms = 0  # the window of a cue begins when the words before it are over
        for cue in cues:
            if cue.chime and not cue.chime.stands_for_words:
                self._chimes.play(cue.chime, cue.side)
            is_spoken = self._say(cue, before_ms)
            if cue.chime and cue.chime.stands_for_words and not is_spoken:
                self._chimes.play(cue.chime, cue.side)
            before_ms += speaking_ms(cue.text) if cue.text else 0

    def _say(self, cue: Cue, before_ms: int) -> bool:
        if not cue.text or self._profile is not SoundProfile.VOICE_AND_SOUNDS:
            return False  # a voice that is not there is asked: it may be found again
        window_ms = None if cue.window_ms is None else cue.window_ms + before_ms
        if self._voice.say(cue.text, cue.side, window_ms):
            return True
        return self._say_in_part(sentences(cue.text), cue, window_ms)

    def _say_in_part(self, parts: list[str], cue: Cue, window_ms: int | None) -> bool:
        """A slow voice says as many sentences as it can, from the first on."""
        for number, part in enumerate(parts if len(parts) > 1 else ()):
            if not self._voice.say(part, cue.side, window_ms):
                return number > 0
        return len(parts) > 1
