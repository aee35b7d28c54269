"""A routine in the words of its card: where, with what, how hard, and when it was last done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stretchcoach.core.content.term_words import equipment_word
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.core.language.i18n import tr, trc, trn


def places_words(places: Sequence[Place]) -> str:
    """Where the body is, in order: “Lying”, “Lying, then a chair”; "" for nowhere."""
    # Who sits or kneels on the floor as well is not told apart from who lies there.
    lying = Place.FLOOR if Place.FLOOR in places else Place.LYING
    shown = dict.fromkeys(lying if place is Place.LYING else place for place in places)
    words = [_place(place) if number == 0 else _then(place) for number, place in enumerate(shown)]
    return ", ".join(words)


def _place(place: Place) -> str:
    return {
        Place.LYING: tr("Lying"),
        Place.FLOOR: tr("On the floor"),
        Place.CHAIR: trc("position", "Chair"),
        Place.STANDING: tr("Standing"),
    }[place]


def _then(place: Place) -> str:
    return {
        Place.LYING: tr("then lying"),
        Place.FLOOR: tr("then on the floor"),
        Place.CHAIR: tr("then a chair"),
        Place.STANDING: tr("then standing"),
    }[place]


def things_words(facts: RoutineFacts) -> str:
    """What is needed: “Mat, chair”, “Nothing else needed”."""
    first, *others = facts.equipment or (None,)
    only_the_chair = first is Equipment.CHAIR and not others and Place.CHAIR in facts.places
    if first is None or only_the_chair:
        return tr("Nothing else needed")
    return ", ".join((equipment_word(first), *(_thing(other) for other in others if other)))


def _thing(equipment: Equipment) -> str:
    """The word inside a list, where English has a small letter."""
    return {
        Equipment.MAT: trc("in a list", "mat"),
        Equipment.CHAIR: trc("in a list", "chair"),
        Equipment.WALL: trc("in a list", "wall"),
        Equipment.STRAP: trc("in a list", "strap"),
        Equipment.BALL: trc("in a list", "soft ball"),
        Equipment.CUSHION: trc("in a list", "cushion"),
        Equipment.TABLE: trc("in a list", "table or counter"),
        Equipment.BAND: trc("in a list", "band"),
        Equipment.STEP: trc("in a list", "step"),
        Equipment.STOOL: trc("in a list", "low stool"),
        Equipment.BED: trc("in a list", "bed"),
        Equipment.ROLLER: trc("in a list", "foam roller"),
    }[equipment]


def level_words(level: int) -> str:
    return tr("Level {level}", level=level)


def last_done_words(day: date | None, today: date) -> str:
    """When it was last done: “Last done 4 days ago”, “Not done yet”."""
    if day is None:
        return tr("Not done yet")
    days = (today - day).days
    if days <= 0:  # a clock that was set back is no reason for odd words
        return tr("Last done today")
    if days == 1:
        return tr("Last done yesterday")
    return trn("Last done {n} day ago", "Last done {n} days ago", days)
