"""Why nothing is heard, in words, with what to install."""

from __future__ import annotations

import sys
from enum import Enum

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.running.lacks import Trouble

VOICE_PACKAGES = ("speech-dispatcher", "speech-dispatcher-espeak-ng", "espeak-ng")
SOUND_PACKAGES = ("libpulse0", "pulseaudio")


class VoiceTrouble(Enum):
    """What can be wrong with a voice."""

    NO_LIBRARY = "no-library"
    NO_VOICE = "no-voice"
    NO_LANGUAGE = "no-language"
    BROKEN = "broken"
    SILENT = "silent"
    ENDED = "ended"


class SoundTrouble(Enum):
    """What can be wrong with the chimes."""

    NO_LIBRARY = "no-library"
    NO_DEVICE = "no-device"
    SILENT = "silent"
    ENDED = "ended"


def voice_trouble(trouble: VoiceTrouble, detail: str = "") -> Trouble:
    """`trouble` in words; `detail` is what the system says of it."""
    sentence = {
        VoiceTrouble.NO_LIBRARY: tr("The speech library cannot be loaded: {error}", error=detail),
        VoiceTrouble.NO_VOICE: tr("This computer has no voice that can be used."),
        VoiceTrouble.NO_LANGUAGE: tr("No voice speaks this language."),
        VoiceTrouble.BROKEN: tr("The voice has stopped working: {error}", error=detail),
        VoiceTrouble.SILENT: tr("The voice does not answer."),
        VoiceTrouble.ENDED: tr("The voice has stopped working."),
    }[trouble]
    return Trouble(sentence, _voice_remedy(trouble))


def unfinished_sentences() -> Trouble:
    """A voice that begins, and never says that it is done."""
    return Trouble(tr("The voice does not finish its sentences."), _sound_service())


def sound_trouble(trouble: SoundTrouble, detail: str = "") -> Trouble:
    """`trouble` in words; `detail` is what the system says of it."""
    sentence = {
        SoundTrouble.NO_LIBRARY: tr("The sound library cannot be loaded: {error}", error=detail),
        SoundTrouble.NO_DEVICE: tr("This computer plays no sounds."),
        SoundTrouble.SILENT: tr("The sound service does not answer."),
        SoundTrouble.ENDED: tr("The sounds have stopped working."),
    }[trouble]
    return Trouble(sentence, _sound_remedy(trouble))


def _apt(packages: tuple[str, ...]) -> str:
    """What installs `packages` on Debian and Ubuntu."""
    return " ".join(("sudo", "apt", "install", *packages))


def _voice_remedy(trouble: VoiceTrouble) -> str:
    if trouble in (VoiceTrouble.SILENT, VoiceTrouble.BROKEN, VoiceTrouble.ENDED):
        return _sound_service()
    if sys.platform == "linux":
        return tr(
            "Install a voice; on Debian and Ubuntu with “{command}”.",
            command=_apt(VOICE_PACKAGES),
        )
    return tr("Voices are added in the settings of the system, under speech.")


def _sound_remedy(trouble: SoundTrouble) -> str:
    if trouble is SoundTrouble.NO_LIBRARY and sys.platform == "linux":
        return tr(
            "Install it; on Debian and Ubuntu with “{command}”.",
            command=_apt(SOUND_PACKAGES),
        )
    return _sound_service()


def _sound_service() -> str:
    if sys.platform == "linux":
        return tr(
            "See whether a sound server (PipeWire or PulseAudio) runs and has a device; logging in"
            " anew starts it again."
        )
    return tr("See whether the settings of the system have a device for sound.")
