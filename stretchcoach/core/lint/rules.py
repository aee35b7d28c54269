"""The rules in a sentence each: what is remarked, why, and who says so.

The page for people is made from this, and so are the remarks whose reason is always the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.lint import limits


class Rule(NamedTuple):
    """`source` is "" where the reason is plain to see."""

    says: str
    reason: str
    source: str = ""


def rules() -> Mapping[RemarkCode, Rule]:
    """Every rule, in the language in use."""
    return {code: rule for group in _GROUPS for code, rule in group().items()}


def rule_of(code: RemarkCode) -> Rule:
    """The rule of `code`; of the others only those of its group are made."""
    return next(found[code] for group in _GROUPS if code in (found := group()))


def _of_doses() -> dict[RemarkCode, Rule]:
    return {
        RemarkCode.GLIDE_HELD: Rule(
            tr("a nerve glide is held"),
            tr("it is done to and fro, about 5 s a rep, and never held"),
            tr("Liebenson; Ellis 2012: sliding moves the nerve most"),
        ),
        RemarkCode.UNUSUAL_HOLD: Rule(
            tr("a hold is far shorter or longer than is usual for its kind"),
            tr("stretches 10 to 60 s, balls and rollers 30 to 120 s, strength 2 to 30 s"),
            tr("ACSM 2021; Bandy 1997, hamstrings: 60 s no better than 30 s"),
        ),
        RemarkCode.UNUSUAL_REPS: Rule(
            tr("a step has far more reps on a side than is usual for its kind"),
            tr("stretches 2 to 4 times, glides 5 to 10 reps, strength 1 to 3 sets of 8 to 12"),
            tr("ACSM 2021; Liebenson for glides"),
        ),
        RemarkCode.REPS_INHERITED: Rule(
            tr("a step names another kind of work than its exercise, but not how often"),
            tr("the reps of the exercise were meant for the other kind"),
        ),
        RemarkCode.HARDER_THAN_SAID: Rule(
            tr("a demanding exercise stands in a routine that calls itself easy"),
            tr("people choose a routine by its level"),
        ),
        RemarkCode.TEXT_AND_TIME: Rule(
            tr("a text says another time, or another number, than is counted"),
            tr("people hear the one and see the other"),
        ),
    }


def _of_amounts() -> dict[RemarkCode, Rule]:
    session, week, little = (
        limit // MINUTE_MS
        for limit in (
            limits.MOST_IN_A_SESSION_MS,
            limits.MOST_IN_A_WEEK_MS,
            limits.LEAST_IN_A_WEEK_MS,
        )
    )
    return {
        RemarkCode.MANY_EXERCISES: Rule(
            tr("more than {n} exercises, those for which there is time not counted",
               n=limits.MOST_EXERCISES),
            tr("fewer are done better: people of 67 to 82 did two more correctly than eight"),
            tr("Henry 1998, 15 people"),
        ),
        RemarkCode.TOO_MUCH_IN_A_SESSION: Rule(
            tr("one muscle group is stretched for more than {n} min on one side", n=session),
            tr("beyond about 4 minutes a session more stretching adds nothing"),
            tr("Ingram and others 2024, seen in a summary"),
        ),
        RemarkCode.TOO_MUCH_IN_A_WEEK: Rule(
            tr("by its schedule, more than {n} min a week for a group on one side", n=week),
            tr("beyond about 10 minutes a week more stretching adds hardly anything"),
            tr("Ingram and others 2024, seen in a summary"),
        ),
        RemarkCode.LITTLE_IN_A_WEEK: Rule(
            tr("a routine of stretches comes to less than {n} min a week for any group", n=little),
            tr("flexibility grew from about 5 minutes a week on"),
            tr("Thomas 2018"),
        ),
    }  # fmt: skip


def _of_order_and_sides() -> dict[RemarkCode, Rule]:
    return {
        RemarkCode.MANY_CHANGES: Rule(
            tr("another order would save getting down and up again, or three changes of position"),
            tr("each change costs time and effort"),
        ),
        RemarkCode.NO_TIME_TO_GET_READY: Rule(
            tr("there is no time to get down to the floor or up from it"),
            tr("people need about 25 s for it, and the program allows for them by itself"),
        ),
        RemarkCode.NO_TIME_TO_SWITCH: Rule(
            tr("there is no time to change sides"),
            tr("the hold of the other side begins before anybody is there"),
        ),
        RemarkCode.SIDES_UNEQUAL: Rule(
            tr("one side is worked more than the other, and nothing says why"),
            tr("it looks as if the other side had been forgotten"),
        ),
        RemarkCode.SIDE_NOT_SAID: Rule(
            tr("a text names a side, but the exercise has none"),
            tr("with “sides: each” it is done on one side, then on the other"),
        ),
        RemarkCode.CLIENTS_CAUTION: Rule(
            tr("an exercise names a caution that the client has"),
            tr("who has it asks a health professional first"),
        ),
    }


def _of_words() -> dict[RemarkCode, Rule]:
    return {
        RemarkCode.PROMISE: Rule(
            tr("a word promises an effect on health, or a name names a condition"),
            tr("what promises an effect on health can be a medical device by law"),
            tr("EU 2017/745, article 2; FDA General Wellness 2026"),
        ),
        RemarkCode.NO_PICTURE: Rule(
            tr("an exercise of one's own has no picture"),
            tr("a photo beside the file is enough: “figure: photo.jpg”"),
        ),
        RemarkCode.UNSAID: Rule(
            tr("an exercise of one's own lacks a text, its position, its muscles or its cues"),
            tr("the coach can only say and count what is written"),
        ),
        RemarkCode.HIDES_BUNDLED: Rule(
            tr("something that comes with the program has the same id"),
            tr("with another id both can be used"),
        ),
    }


_GROUPS = (_of_doses, _of_amounts, _of_order_and_sides, _of_words)
