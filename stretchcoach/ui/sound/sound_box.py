"""Voice and chimes of the program, made when the first session is near."""

from __future__ import annotations

from PySide6.QtCore import QObject

from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import Chime, SoundProfile
from stretchcoach.core.settings import Settings
from stretchcoach.ui.running.runner import Clock
from stretchcoach.ui.sound.chimes import QtChimes, sounds_dir
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_engine import QtSpeechEngine


class SoundBox(QObject):
    """One voice and one set of chimes for all sessions.

    Looking for a speech engine takes seconds on some systems: call `prepare` as soon as a
    routine is looked at.
    """

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = QtSpeechEngine(self)
        self.voice = QtVoice(self._engine, clock, parent=self)
        self.chimes = QtChimes(sounds_dir(), parent=self)

    def prepare(self, settings: Settings, routine_id: str = "") -> None:
        """Get ready for what `settings` want to hear, of this routine if one is named.

        Nobody looks for a speech engine whose voice is not wanted.
        """
        profile = settings.sound_profile_for(routine_id)
        self.chimes.set_leans_to_side(settings.pan_to_side)
        self.chimes.set_volume(settings.volume_for(routine_id))
        self.voice.set_volume(settings.volume_for(routine_id))
        if profile is not SoundProfile.SILENT:
            self.chimes.prepare()
        if profile is SoundProfile.VOICE_AND_SOUNDS:
            self.voice.prepare()

    def let_hear(self, settings: Settings) -> None:
        """One chime and one sentence, as `settings` want them."""
        self.prepare(settings)
        if settings.sound_profile is not SoundProfile.SILENT:
            self.chimes.play(Chime.HOLD, Side.LEFT)
        if settings.sound_profile is SoundProfile.VOICE_AND_SOUNDS:
            self.voice.say(tr("Breathe out and soften"))

    def close(self) -> None:
        self.voice.stop()
        self._engine.close()
