"""Settings: what a person has chosen, kept from one start to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stretchcoach.core.cues import SoundProfile
from stretchcoach.core.exercise import Caution
from stretchcoach.core.profile import Profile
from stretchcoach.core.sides import AffectedSide


class LookChoice(Enum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Motion(Enum):
    """Whether what moves by itself may do so."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True)
class Settings:
    """All settings with their defaults. Volume is 0 to 1, text scale 1.0 to 2.0."""

    affected: AffectedSide = AffectedSide.NONE
    sound_profile: SoundProfile = SoundProfile.VOICE_AND_SOUNDS
    routine_sound_profiles: tuple[tuple[str, SoundProfile], ...] = ()
    volume: float = 0.8
    pan_to_side: bool = False
    breathing_guide: bool = True
    breathe_in_s: int = 4
    breathe_out_s: int = 6
    look: LookChoice = LookChoice.SYSTEM
    motion: Motion = Motion.SYSTEM
    text_scale: float = 1.0
    language: str = ""
    hidden_cautions: tuple[Caution, ...] = ()
    welcomed: bool = False
    window_geometry: str = ""

    @property
    def profile(self) -> Profile:
        return Profile(self.affected)

    def sound_profile_for(self, routine_id: str) -> SoundProfile:
        """The routine's own sound profile, or the one for all."""
        return dict(self.routine_sound_profiles).get(routine_id, self.sound_profile)
