"""Drives one session: the clock, and everybody who listens to what happens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.caution_filter import choice_key
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.session import Session
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.files.diary.recorder import Recorder
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.awake import KeepAwake, awake_trouble
from stretchcoach.ui.running.lacks import Lack, Lacks
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound.announcer import Announcer
from stretchcoach.ui.sound.chimes import Chimes
from stretchcoach.ui.sound.cue_player import CuePlayer
from stretchcoach.ui.sound.voice import Voice

_NEXT_PROFILE = {
    SoundProfile.VOICE_AND_SOUNDS: SoundProfile.SOUNDS,
    SoundProfile.SOUNDS: SoundProfile.SILENT,
    SoundProfile.SILENT: SoundProfile.VOICE_AND_SOUNDS,
}
VOLUME_STEP = 0.1


class SessionController(QObject):
    """One session from its start until it is left.

    Page, voice, diary and the lock of the screen listen to the same runner, in this order:
    the diary first, so that what is seen and heard is already kept.
    """

    ended = Signal(bool)

    def __init__(
        self,
        performance: Performance,
        page: SessionPage,
        clock: Clock,
        voice: Voice,
        chimes: Chimes,
        store: SettingsStore,
        recorder: Recorder | None,
        lacks: Lacks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.performance = performance
        self.page = page
        self._store = store
        coach = Coach(performance.timeline)
        settings = store.settings
        self.runner = SessionRunner(Session(performance.timeline), clock, parent=self)
        profile = settings.sound_profile_for(performance.routine.id)
        self._player = CuePlayer(coach, voice, chimes, profile, self)
        self._player.set_volume(settings.volume_for(performance.routine.id))
        self._lacks = lacks
        self._awake = KeepAwake(self._is_running, parent=self)
        self._awake.noted.connect(self._on_awake_noted)
        self._announcer = Announcer(coach, page, self._coach_speaks)
        if recorder is not None:
            self.runner.happened.connect(recorder.on_event)
        page.begin(performance, coach, self.runner, settings.breath)
        if recorder is not None:  # what was held before it was cut off
            for interval in recorder.record.intervals:
                page.strip.mark_held(interval.index, interval.held_ms)
        self._show_sound()
        self.runner.happened.connect(self._player.on_event)
        self.runner.happened.connect(self._awake.on_event)
        self.runner.happened.connect(self._announcer.on_event)
        page.sound_asked.connect(self._on_sound_asked)
        page.volume_asked.connect(self._on_volume_asked)
        if recorder is not None:  # where nothing is kept, that is not either
            page.easier_kept.connect(self._on_easier_kept)
        page.ended.connect(self.ended)
        lacks.changed.connect(self._on_lack)

    def start(self, index: int = 0) -> None:
        """Begin at interval `index`: 0, or where a session was cut off."""
        self.runner.start(index)
        for lack in Lack:
            self._on_lack(lack)

    def close(self) -> None:
        """Let go of everything; what was done is in the diary already."""
        self.runner.pause()
        self.page.leave()
        self._awake.close()

    def _is_running(self) -> bool:
        return self.runner.is_running

    def _coach_speaks(self) -> bool:
        return self._player.speaks

    def _show_sound(self) -> None:
        """What is to be heard, and, with another sign, what of it cannot be."""
        profile = self._player.profile
        lacks = [Lack.SOUNDS, *([Lack.VOICE] if profile is SoundProfile.VOICE_AND_SOUNDS else [])]
        troubles = [trouble.sentence for lack in lacks if (trouble := self._lacks.trouble(lack))]
        self.page.header.set_sound(profile)
        self.page.header.set_sound_trouble(" ".join(troubles))

    def _on_lack(self, lack: Lack) -> None:
        """Say once that something is not heard that was wanted."""
        self._show_sound()
        profile = self._player.profile
        wanted = {
            Lack.VOICE: profile is SoundProfile.VOICE_AND_SOUNDS,
            Lack.SOUNDS: profile is not SoundProfile.SILENT,
        }
        trouble = self._lacks.to_tell(lack) if wanted.get(lack, False) else None
        if trouble is None:
            return
        chimes_go_on = lack is Lack.VOICE and self._lacks.trouble(Lack.SOUNDS) is None
        if chimes_go_on:
            self.page.word.tell(tr("{what} The chimes go on.", what=trouble.sentence))
        else:
            self.page.word.tell(trouble.sentence)

    def _on_awake_noted(self, note: str) -> None:
        self._lacks.note(Lack.AWAKE, awake_trouble(note))

    def _on_sound_asked(self) -> None:
        """The next sound profile, kept for this routine."""
        profile = _NEXT_PROFILE[self._player.profile]
        self._player.set_profile(profile)
        self._show_sound()
        self.page.header.tell_sound()
        kept = dict(self._store.settings.routine_sound_profiles)
        kept[self.performance.routine.id] = profile
        self._store.change(routine_sound_profiles=tuple(kept.items()))

    def _on_volume_asked(self, steps: int) -> None:
        """Louder or quieter by so many steps, kept for this routine."""
        routine_id = self.performance.routine.id
        before = self._store.settings.volume_for(routine_id)
        volume = min(1.0, max(0.0, round(before + steps * VOLUME_STEP, 2)))
        self._player.set_volume(volume)
        self.page.show_volume(volume)
        kept = {**dict(self._store.settings.routine_volumes), routine_id: volume}
        self._store.change(routine_volumes=tuple(kept.items()))

    def _on_easier_kept(self, exercise: Exercise) -> None:
        """From now on the easier version, in this routine."""
        kept = dict(self._store.settings.step_choices)
        kept[choice_key(self.performance.routine.id, exercise.id)] = StepChoice.EASIER
        self._store.change(step_choices=tuple(kept.items()))
