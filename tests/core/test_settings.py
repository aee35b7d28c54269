"""What the settings say of a person and of one routine."""

from __future__ import annotations

from datetime import date, time

import pytest

from stretchcoach.core.content.profile import EXTRA_GET_READY_MS, Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.reminders import Reminders
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import Settings

SILENT, SOUNDS = SoundProfile.SILENT, SoundProfile.SOUNDS


def test_the_profile_has_side_and_time() -> None:
    settings = Settings(affected=AffectedSide.LEFT, extra_get_ready_ms=5_000)
    assert settings.profile == Profile(AffectedSide.LEFT, 5_000)


@pytest.mark.parametrize(("said", "taken"), [(0, 0), (1, 5_000), (5_001, 10_000), (15_000, 15_000)])
def test_a_time_between_two_choices_is_the_longer(said: int, taken: int) -> None:
    assert Settings(extra_get_ready_ms=said).profile.extra_get_ready_ms == taken
    assert taken in EXTRA_GET_READY_MS


def test_the_reminders_are_those_that_are_kept() -> None:
    settings = Settings(
        reminder_times=("8:30",), reminder_every_days=2, reminder_first_day="2026-03-02"
    )
    assert settings.reminders == Reminders((time(8, 30),), (), 2, date(2026, 3, 2))
    assert Settings().reminders == Reminders()


def test_a_routine_may_sound_in_its_own_way() -> None:
    settings = Settings(sound_profile=SOUNDS, routine_sound_profiles=(("evening", SILENT),))
    assert settings.sound_profile_for("evening") is SILENT
    assert settings.sound_profile_for("morning") is SOUNDS


@pytest.mark.parametrize(("own", "heard"), [(0.2, 0.2), (-1.0, 0.0), (7.0, 1.0), (float("nan"), 0)])
def test_a_routine_may_be_as_loud_as_it_likes_within_the_bounds(own: float, heard: float) -> None:
    settings = Settings(volume=0.6, routine_volumes=(("evening", own),))
    assert settings.volume_for("evening") == heard
    assert settings.volume_for("morning") == 0.6


@pytest.mark.parametrize(
    ("kept", "since"),
    [("2026-11-02", date(2026, 11, 2)), ("last week", None), ("", None)],
)
def test_since_when_a_schedule_is_taken_up(kept: str, since: date | None) -> None:
    settings = Settings(schedules_taken_up=(("evening", kept),))
    assert settings.taken_up_since("evening") == since
    assert settings.taken_up_since("morning") is None


def test_which_files_are_opened_from_elsewhere() -> None:
    settings = Settings(opened_files=(("evening", "/mat/evening.yaml"),))
    assert settings.is_opened("/mat/evening.yaml")
    assert not settings.is_opened("/mat/morning.yaml")


def test_the_breath_of_the_guide() -> None:
    assert Settings(breathe_in_s=5).breath == Breath(5_000, 6_000)
    assert Settings(breathing_guide=False).breath is None
