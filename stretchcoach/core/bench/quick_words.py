"""The words of a quick line that are no name of an exercise, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

TIMED = {"hold", "pace", "time", "relax", "rest", "switch", "get_ready"}
COUNTED = {"sets", "reps"}
DOUBLE_QUOTES = '"“”„«»'
QUOTES = DOUBLE_QUOTES + "'‘’"


def words_of(listed: str) -> list[str]:
    return [fold(word) for word in listed.split(", ")]


def unquoted(words: Iterable[str]) -> Iterator[str]:
    """The words without the quotes in which a line or a name may stand. One behind a number that
    closes nothing stays: it is the sign of a unit, `30"`."""
    opened = 0
    for word in words:
        begun = word.lstrip(QUOTES)
        opened += len(word) - len(begun)
        while opened and begun.endswith(tuple(QUOTES)):
            begun, opened = begun[:-1], opened - 1
        plain = begun.rstrip(QUOTES)
        yield begun if plain[-1:].isdecimal() else plain


def key_words() -> dict[str, str]:
    """What each word of a line means; those of files in every language, and others."""
    # Translators: words that a therapist types in front of or behind a number, with commas.
    listed = (
        ("hold", tr("hold, holds, held")),
        ("pace", tr("pace, each rep")),
        ("time", tr("time, moving")),
        ("relax", tr("relax, pause")),
        ("rest", tr("rest, break")),
        ("switch", tr("switch, change")),
        ("sets", tr("sets, set, rounds")),
        ("reps", tr("reps, rep, times, repetitions")),
    )
    return {key: key for key in (*TIMED, *COUNTED)} | _by_word(listed)


def side_words() -> dict[str, str]:
    return _by_word((
        ("each", tr("each, each side, per side")),
        ("alternate", tr("alternate, alternating, side to side")),
        ("both", tr("both sides")),
        ("left", tr("left, left side")),
        ("right", tr("right, right side")),
        ("other", tr("other side")),
    ))  # fmt: skip


def text_words() -> dict[str, str]:
    """Words behind which a text stands: “load 5 kg”."""
    # Translators: words that a therapist types in front of a text, with commas.
    listed = (("load", tr("load, weight")), ("effort", tr("effort, exertion")))
    return {"load": "load", "effort": "effort"} | _by_word(listed)


def _by_word(listed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The key of each word of a list of words."""
    return {word: key for key, words in listed for word in words_of(words)}
