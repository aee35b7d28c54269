"""The offer to go on with a session that was cut off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stretchcoach.core.content.side_words import small_side_title
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.session.phase_words import phase_word
from stretchcoach.core.session.record import SessionRecord


@dataclass(frozen=True)
class ResumeOffer:
    """Where a session was cut off. `set_no` and `sets` are None outside of work; `exercise` is the
    one that one stopped in, after a rest the one that comes next."""

    session_id: str
    routine_id: str
    title: str
    step_no: int
    step_name: str
    side: Side | None
    set_no: int | None
    sets: int | None
    day: date
    exercise: str | None = None


def resume_offer(record: SessionRecord) -> ResumeOffer:
    """What can be offered for the open session `record`."""
    here = record.intervals[min(record.at_index, len(record.intervals) - 1)]
    sets = [
        i.set_no
        for i in record.intervals
        if i.step_no == here.step_no and i.side is here.side and i.set_no is not None
    ]
    ahead = [step for step in record.steps if step.step_no >= here.step_no and step.exercise]
    names = {step.step_no: step.name for step in record.steps}
    name = names.get(here.step_no) or phase_word(here.kind)
    if ahead and ahead[0].step_no != here.step_no:
        name = tr("{rest} before {name}", rest=name, name=ahead[0].name)
    return ResumeOffer(
        session_id=record.id,
        routine_id=record.routine_id,
        title=record.routine_title,
        step_no=here.step_no,
        step_name=name,
        side=here.side,
        set_no=here.set_no,
        sets=max(sets) if sets and here.set_no is not None else None,
        day=(record.ended or record.started).day,
        exercise=ahead[0].exercise if ahead else None,
    )


def cut_off_words(offer: ResumeOffer, today: date) -> str:
    """“You left off yesterday at Lying figure four, right side, set 2 of 3”."""
    parts = [_cut_off(offer.step_name, (today - offer.day).days)]
    if offer.side is not None:
        parts.append(small_side_title(offer.side))
    if offer.set_no is not None and (offer.sets or 0) > 1:
        parts.append(tr("set {set_no} of {sets}", set_no=offer.set_no, sets=offer.sets))
    return ", ".join(parts)


def _cut_off(where: str, days: int) -> str:
    if days < 0:  # by a clock that was wrong
        return tr("You left off at {where}", where=where)
    if days == 0:
        return tr("You left off today at {where}", where=where)
    if days == 1:
        return tr("You left off yesterday at {where}", where=where)
    return trn(
        "You left off {n} day ago at {where}",
        "You left off {n} days ago at {where}",
        days,
        where=where,
    )
