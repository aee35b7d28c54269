"""Settings: what a person has chosen, kept from one start to the next."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, NamedTuple

from stretchcoach.core.content.fields import MAX_NAME, Duration, Number, Text
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, Profile
from stretchcoach.core.content.schedule import LONGEST_RHYTHM_DAYS
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.session.sound_profile import SoundProfile

if TYPE_CHECKING:
    from stretchcoach.core.diary.reminders import Reminders


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


class Settings(NamedTuple):
    """All settings with their defaults; the rules say between which bounds a file may set them.

    `favourites` are ids of routines.
    `schedules_taken_up` pairs a routine whose schedule the person wants to follow with the day
    since when; `schedules_asked` are those about which they were asked.
    `steps_put_back` pairs a day with a step that was wanted on it, though it was not due.
    `range_picks` are what was chosen within ranges, `room_told` the choices after which it was
    told that there is room for more.
    Volume is 0 to 1. `language` is the name of a catalogue, "" for the system's.
    `window_geometry` is what Qt saved, in base 64.
    """

    affected: AffectedSide = AffectedSide.NONE
    sound_profile: SoundProfile = SoundProfile.VOICE_AND_SOUNDS
    routine_sound_profiles: tuple[tuple[str, SoundProfile], ...] = ()
    volume: Annotated[float, Number(least=0, most=1)] = 0.8
    routine_volumes: tuple[tuple[str, float], ...] = ()
    pan_to_side: bool = False
    extra_get_ready_ms: Annotated[int, Duration(least=0, most=max(EXTRA_GET_READY_MS))] = 0
    full_screen_sessions: bool = False
    breathing_guide: bool = True
    breathe_in_s: Annotated[int, Number(least=2, most=8)] = 4
    breathe_out_s: Annotated[int, Number(least=2, most=12)] = 6
    look: LookChoice = LookChoice.SYSTEM
    motion: Motion = Motion.SYSTEM
    text_scale: Annotated[float, Number(least=1, most=2)] = 1.0
    language: Annotated[str, Text(least=0, most=MAX_NAME)] = ""
    hidden_cautions: tuple[Caution, ...] = ()
    step_choices: tuple[tuple[str, StepChoice], ...] = ()
    steps_put_back: tuple[tuple[str, str], ...] = ()
    range_picks: tuple[tuple[str, int], ...] = ()
    room_told: tuple[str, ...] = ()
    favourites: tuple[Annotated[str, Text(least=0, most=MAX_NAME)], ...] = ()
    schedules_taken_up: tuple[tuple[str, str], ...] = ()
    schedules_asked: tuple[str, ...] = ()
    welcomed: bool = False
    feeling_asked: bool = False
    plan_id: Annotated[str, Text(least=0, most=MAX_NAME)] = ""
    plan_week: Annotated[int, Number(least=1, most=60)] = 1
    plan_week_started: Annotated[str, Text(least=0, most=MAX_NAME)] = ""
    opened_files: tuple[tuple[str, str], ...] = ()
    file_folder: Annotated[str, Text(least=0, most=2000)] = ""  # where files were saved last
    practice: Annotated[str, Text(least=0, most=MAX_NAME)] = ""  # on paper
    practice_logo: Annotated[str, Text(least=0, most=2000)] = ""
    reminder_times: tuple[Annotated[str, Text(least=0, most=MAX_NAME)], ...] = ()
    reminder_days: tuple[Annotated[str, Text(least=0, most=MAX_NAME)], ...] = ()
    reminder_every_days: Annotated[int, Number(least=1, most=LONGEST_RHYTHM_DAYS)] = 1
    reminder_first_day: Annotated[str, Text(least=0, most=MAX_NAME)] = ""  # of the rhythm
    reminders_shown: bool = False
    window_geometry: Annotated[str, Text(least=0, most=2000)] = ""

    @property
    def breath(self) -> Breath | None:
        """What the guide during holds shows; None where none is wanted."""
        if not self.breathing_guide:
            return None
        return Breath(self.breathe_in_s * SECOND_MS, self.breathe_out_s * SECOND_MS)

    @property
    def profile(self) -> Profile:
        """What a routine is written out for; a time that is none of the choices is rounded up."""
        extra_ms = next(ms for ms in EXTRA_GET_READY_MS if ms >= self.extra_get_ready_ms)
        breath_ms = (self.breathe_in_s + self.breathe_out_s) * SECOND_MS
        return Profile(self.affected, extra_ms, breath_ms, self.range_picks)

    @property
    def reminders(self) -> Reminders:
        """When the person wants to be reminded."""
        from stretchcoach.core.diary.reminders import kept_reminders  # the start needs none

        return kept_reminders(
            self.reminder_times,
            self.reminder_days,
            self.reminder_every_days,
            self.reminder_first_day,
        )

    def taken_up_since(self, routine_id: str) -> date | None:
        """Since when the schedule of a routine is the person's plan; None where it is not."""
        since = dict(self.schedules_taken_up).get(routine_id)
        try:
            return date.fromisoformat(since) if since else None
        except ValueError:
            return None

    def is_opened(self, path: str) -> bool:
        """Whether the file at `path` was opened from elsewhere and is still on the list."""
        return any(opened == path for _, opened in self.opened_files)

    def volume_for(self, routine_id: str) -> float:
        """The routine's own volume, or the one for all, from 0 to 1."""
        return min(1.0, max(0.0, dict(self.routine_volumes).get(routine_id, self.volume)))

    def sound_profile_for(self, routine_id: str) -> SoundProfile:
        """The routine's own sound profile, or the one for all."""
        return dict(self.routine_sound_profiles).get(routine_id, self.sound_profile)
