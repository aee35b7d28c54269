"""Voice and chimes of the program, made when the first session is near."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import Chime
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.lacks import Lack, Lacks, Trouble
from stretchcoach.ui.sound.chimes import HelperChimes
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_engine import HelperEngine


class SoundBox(QObject):
    """One voice and one set of chimes for all sessions; `lacks` learns what is not there.

    Looking for a speech engine takes seconds on some systems: call `prepare` as soon as a
    routine is looked at.
    """

    def __init__(self, clock: Clock, lacks: Lacks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lacks = lacks
        self._sample_waits = False
        self._engine = HelperEngine(parent=self)
        self.voice = QtVoice(self._engine, clock, parent=self)
        self.chimes = HelperChimes(clock, parent=self)
        self.voice.found.connect(self._on_voice_found)
        self.voice.lost.connect(self._on_voice_lost)
        self.chimes.found.connect(self._on_chimes_found)
        self.chimes.lost.connect(self._on_chimes_lost)

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
        """One chime and one sentence, as `settings` want them, as soon as they can be had."""
        self.prepare(settings)
        if settings.sound_profile is not SoundProfile.SILENT:
            self.chimes.play(Chime.HOLD, Side.LEFT)
        if settings.sound_profile is SoundProfile.VOICE_AND_SOUNDS:
            self._sample_waits = not self.voice.is_ready
            self._say_sample()

    def close(self) -> None:
        """The program ends; nobody waits for a sound."""
        self.voice.stop()
        self._engine.close()
        self.chimes.close()

    def _say_sample(self) -> None:
        if self.voice.is_ready:
            self.voice.say(tr("Breathe out and soften"))

    @Slot()
    def _on_voice_found(self) -> None:
        self.lacks.note(Lack.VOICE, None)
        if self._sample_waits:
            self._sample_waits = False
            self._say_sample()

    @Slot(object)
    def _on_voice_lost(self, trouble: Trouble) -> None:
        self._sample_waits = False
        self.lacks.note(Lack.VOICE, trouble)

    @Slot()
    def _on_chimes_found(self) -> None:
        self.lacks.note(Lack.SOUNDS, None)

    @Slot(object)
    def _on_chimes_lost(self, trouble: Trouble) -> None:
        self.lacks.note(Lack.SOUNDS, trouble)
