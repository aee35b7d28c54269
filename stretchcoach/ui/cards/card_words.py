"""The words on a card, for the eye and for the screen reader."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.finding.routine_search import Wish, is_shortened
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.routine_words import (
    last_done_words,
    level_words,
    places_words,
    things_words,
)
from stretchcoach.files.library.cards import BrokenPlace, LibraryCard
from stretchcoach.ui.cards.tiles import ExerciseTile

EVERYTHING = Wish()


class CardWords(NamedTuple):
    """What stands where: title and time, what it is for, then two lines with a word at the right
    end of each. `stands_out` tells that the last line asks to be read; `caution` stands in the
    place of that line."""

    title: str
    time: str = ""
    purpose: str = ""
    about: str = ""
    level: str = ""
    last: str = ""
    source: str = ""
    stands_out: bool = False
    favourite: bool = False
    caution: str = ""


def routine_card_words(
    card: LibraryCard,
    affected: AffectedSide,
    last_day: date | None,
    today: date,
    wish: Wish = EVERYTHING,
) -> CardWords:
    """The words of `card` for a person with this affected side who looks for `wish`."""
    facts = card.facts
    if facts is None:
        problems = trn("{n} problem", "{n} problems", card.problems)
        what = _problem(card.broken)
        return CardWords(card.name, problems, what, last=_open_words(card), stands_out=True)
    time = time_words(facts.total_for(affected))
    where = places_words(facts.places)
    shortened = is_shortened(facts, wish, affected)
    return CardWords(
        title=facts.title,
        # Translators: part of the routine takes as long as one likes, so “and more”.
        time=tr("{time} +", time=time) if facts.own_pace else time,
        purpose=facts.purpose,
        about="  ·  ".join(part for part in (where, things_words(facts)) if part),
        level=level_words(facts.level),
        last=_shortened_words(wish) if shortened else last_done_words(last_day, today),
        source=_source(card),
        stands_out=shortened,
    )


def exercise_card_words(tile: ExerciseTile) -> CardWords:
    used = tile.in_routines
    return CardWords(
        title=tile.name,
        purpose=tile.muscles,
        about=tile.about,
        level=level_words(tile.level),
        last=trn("In {n} routine", "In {n} routines", used) if used else tr("In no routine"),
    )


def _shortened_words(wish: Wish) -> str:
    return tr("Can be done in {minutes} min", minutes=wish.minutes)


def _source(card: LibraryCard) -> str:
    if card.received:
        return tr("Received")
    if card.opened:
        return tr("Opened file")
    if card.client:
        return card.client
    return tr("Your own") if card.own else ""


def spoken_words(words: CardWords) -> str:
    """The card as one sentence."""
    favourite = tr("Favourite") if words.favourite else ""
    caution = tr("Ask first: {cautions}", cautions=words.caution) if words.caution else ""
    parts = (words.title, words.time, words.purpose.rstrip("."), words.about, words.level,
             caution or words.last, words.source, favourite)  # fmt: skip
    return ", ".join(part.replace("  ·  ", ", ") for part in parts if part)


def _problem(broken: BrokenPlace | None) -> str:
    if broken is None:
        return ""
    if broken.line == 0:
        return broken.message
    return tr("Line {line}: {what}", line=broken.line, what=broken.message)


def _open_words(card: LibraryCard) -> str:
    return trn("Show the problem", "Show all problems", card.problems)
