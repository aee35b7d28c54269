"""The words on a card, for the eye and for the screen reader."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.routine_words import (
    last_done_words,
    level_words,
    places_words,
    things_words,
)
from stretchcoach.files.library.cards import BrokenPlace, LibraryCard


class CardWords(NamedTuple):
    """What stands where: title and time, then two lines with a word at the right end of each."""

    title: str
    time: str
    about: str
    level: str
    last: str
    source: str


def card_words(
    card: LibraryCard, affected: AffectedSide, last_day: date | None, today: date
) -> CardWords:
    """The words of `card` for a person with this affected side."""
    facts = card.facts
    if facts is None:
        problems = trn("{n} problem", "{n} problems", card.problems)
        return CardWords(card.name, problems, _problem(card.broken), "", _open_words(card), "")
    time = time_words(facts.total_for(affected))
    return CardWords(
        title=facts.title,
        # Translators: part of the routine takes as long as one likes, so “and more”.
        time=tr("{time} +", time=time) if facts.own_pace else time,
        about=f"{places_words(facts.places)}  ·  {things_words(facts)}",
        level=level_words(facts.level),
        last=last_done_words(last_day, today),
        source=_source(card),
    )


def _source(card: LibraryCard) -> str:
    if card.opened:
        return tr("Opened file")
    return tr("Your own") if card.own else ""


def spoken_words(words: CardWords) -> str:
    """The card as one sentence."""
    return ", ".join(part.replace("  ·  ", ", ") for part in words if part)


def _problem(broken: BrokenPlace | None) -> str:
    if broken is None:
        return ""
    if broken.line == 0:
        return broken.message
    return tr("Line {line}: {what}", line=broken.line, what=broken.message)


def _open_words(card: LibraryCard) -> str:
    return trn("Show the problem", "Show all problems", card.problems)
