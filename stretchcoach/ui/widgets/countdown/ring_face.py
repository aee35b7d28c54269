"""What stands in the countdown ring, as text: plain data, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.screen.interval_view import Rep

MINUTES_FROM_S = 100  # from here on as 1:40


@dataclass(frozen=True)
class RingFace:
    """Three lines. The middle one is large; where it is None, a check mark stands for Done.

    `counts` tells that the last one is needed, too: of how many reps the large one is.
    """

    phase: str
    large: str | None
    small: str
    counts: bool = False


def ring_face(phase: str, seconds: int | None, rep: Rep | None) -> RingFace:
    """The words for `seconds` that are left of `phase`, None until the person says done.

    In a movement the `rep` is what one counts: it is the large thing then, the seconds the small.
    """
    if seconds is None:
        return RingFace(phase, None, tr("Done"))
    if rep is not None:
        # Translators: stands below the number of a rep, as in "3" "of 10 · 4 s".
        below = tr("of {total} · {seconds} s", total=rep.total, seconds=seconds)
        return RingFace(tr("Rep"), str(rep.number), below, counts=True)
    return RingFace(phase, _digits(seconds), _unit(seconds))


def paused_face(seconds: int | None) -> RingFace:
    """The words while the clock stands still: the word is the large thing."""
    left = "" if seconds is None else tr("{time} left", time=time_words(seconds * SECOND_MS))
    return RingFace("", tr("Paused"), left)


def _digits(seconds: int) -> str:
    if seconds < MINUTES_FROM_S:
        return str(seconds)
    return f"{seconds // 60}:{seconds % 60:02}"


def _unit(seconds: int) -> str:
    if seconds >= MINUTES_FROM_S:
        return tr("minutes")
    return trn("second", "seconds", seconds)
