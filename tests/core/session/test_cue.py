from __future__ import annotations

from stretchcoach.core.language.speaking import speaking_ms
from stretchcoach.core.session.cue import Chime, Cue


def test_only_two_chimes_stand_for_words() -> None:
    assert {c for c in Chime if c.stands_for_words} == {Chime.HALFWAY, Chime.COUNT}


def test_a_cue_fits_when_its_words_are_over_in_time() -> None:
    text = "Breathe out and soften"
    assert Cue(text).fits
    assert Cue(text, window_ms=speaking_ms(text)).fits
    assert not Cue(text, window_ms=speaking_ms(text) - 1).fits
