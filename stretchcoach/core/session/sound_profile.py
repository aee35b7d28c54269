"""How much of the coach is heard."""

from __future__ import annotations

from enum import Enum


class SoundProfile(Enum):
    VOICE_AND_SOUNDS = "voice-and-sounds"
    SOUNDS = "sounds"
    SILENT = "silent"
