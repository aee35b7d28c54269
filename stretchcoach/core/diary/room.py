"""The room that a routine leaves for more, told once after a session that was done in full.

Nothing is raised by itself, and nobody who eased off, stopped or left something out is told.
"""

from __future__ import annotations

from collections.abc import Collection

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.side_dose import Latitude


def room_words(record: SessionRecord, timeline: Timeline, told: Collection[str]) -> str:
    """Where `timeline`, which `record` was begun with, allows more than was chosen, as a sentence.

    "" where it does not, where the session was not done in full, or where all of it was `told`.
    """
    open_ends = _open_ends(timeline)
    if not is_done_in_full(record) or open_ends.keys() <= set(told):
        return ""
    places = "; ".join(dict.fromkeys(open_ends.values()))
    return tr(
        "You did all of it. The routine leaves room for more, if you want it: {places}. "
        "You choose on its page; nothing changes by itself.",
        places=places,
    )


def told_of_room(timeline: Timeline) -> tuple[str, ...]:
    """The names of what `room_words` tells; another choice has another name."""
    return tuple(_open_ends(timeline))


def is_done_in_full(record: SessionRecord) -> bool:
    """Whether all work of the whole routine was done, and nobody eased off."""
    eased = any(
        one.eased_at_ms is not None or one.outcome is Outcome.EASED_OFF for one in record.intervals
    )
    done = all(one.outcome is Outcome.DONE for one in record.intervals if one.kind.is_work)
    return record.limit_ms is None and done and not eased


def _open_ends(timeline: Timeline) -> dict[str, str]:
    """By their names, the ranges with room: “Bridge, up to 12 reps”."""
    return {
        f"{latitude.key}={latitude.chosen}": tr(
            "{name}, {up_to}", name=planned.exercise.name, up_to=_up_to(latitude)
        )
        for planned in timeline.steps
        for latitude in planned.latitudes
        if latitude.has_room and planned.exercise is not None
    }


def _up_to(latitude: Latitude) -> str:
    most = latitude.range.high
    if latitude.in_breaths:
        return trn("hold up to {n} breath", "hold up to {n} breaths", most)
    if latitude.field == "sets":
        return trn("up to {n} set", "up to {n} sets", most)
    if latitude.field == "reps":
        return trn("up to {n} rep", "up to {n} reps", most)
    time = short_time_words(most)
    return {
        "hold_ms": tr("hold up to {time}", time=time),
        "pace_ms": tr("up to {time} a rep", time=time),
        "time_ms": tr("up to {time} a set", time=time),
    }[latitude.field]
