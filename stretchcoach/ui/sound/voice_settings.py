"""How to speak."""

from __future__ import annotations

from typing import NamedTuple


class VoiceSettings(NamedTuple):
    """`volume` is from 0 to 1, `rate` from -1 to 1 with 0 the ordinary one.

    `locale` is a name such as en_US, of the language that the words are in; `voice` the
    name of a voice, or "" for the one that suits the language best.
    """

    locale: str = "en_US"
    volume: float = 1.0
    rate: float = 0.0
    voice: str = ""

    def at_volume(self, volume: float) -> VoiceSettings:
        return self._replace(volume=min(max(volume, 0.0), 1.0))
