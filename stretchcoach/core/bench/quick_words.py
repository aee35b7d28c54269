"""The words of a quick line that are no name of an exercise, and what they mean."""

from __future__ import annotations

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

TIMED = {"hold", "pace", "time", "relax", "rest", "switch", "get_ready"}
COUNTED = {"sets", "reps"}


def words_of(listed: str) -> list[str]:
    return [fold(word) for word in listed.split(", ")]


def key_words() -> dict[str, str]:
    """What each word of a line means; those of files in every language, and others."""
    found = {key: key for key in (*TIMED, *COUNTED)}
    for key, listed in (
        # Translators: words that a therapist types in front of or behind a number, with commas.
        ("hold", tr("hold, holds, held")),
        ("pace", tr("pace, each rep")),
        ("time", tr("time, moving")),
        ("relax", tr("relax, pause")),
        ("rest", tr("rest, break")),
        ("switch", tr("switch, change")),
        ("sets", tr("sets, set, rounds")),
        ("reps", tr("reps, rep, times, repetitions")),
    ):
        found.update(dict.fromkeys(words_of(listed), key))
    return found


def side_words() -> dict[str, str]:
    sides = (
        ("each", tr("each, each side, per side")),
        ("alternate", tr("alternate, alternating, side to side")),
        ("both", tr("both sides")),
        ("left", tr("left, left side")),
        ("right", tr("right, right side")),
        ("other", tr("other side")),
    )
    return {word: key for key, listed in sides for word in words_of(listed)}


def text_words() -> dict[str, str]:
    """Words behind which a text stands: “load 5 kg”."""
    found = {"load": "load", "effort": "effort"}
    # Translators: words that a therapist types in front of a text, with commas.
    for key, listed in (("load", tr("load, weight")), ("effort", tr("effort, exertion"))):
        found.update(dict.fromkeys(words_of(listed), key))
    return found
