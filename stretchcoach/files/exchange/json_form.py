"""The diary as JSON: everything of it, for other programs and for another computer."""

from __future__ import annotations

from typing import Any

from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.diary.activities import Activity, ActivityRating
from stretchcoach.core.diary.limits import MAX_COUNT, MAX_MS, MAX_NAME, MAX_NOTE
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.record import (
    MOST_RATING,
    Feeling,
    IntervalRecord,
    Moment,
    SessionRecord,
    SessionState,
    StepRecord,
)
from stretchcoach.core.session.timeline import IntervalKind
from stretchcoach.files.exchange.json_fields import Fields

FORMAT = "stretchcoach-diary/1"

Json = dict[str, Any]


def session_as_json(record: SessionRecord) -> Json:
    """All of `record`; what is not known or not given is left out."""
    return _given(
        {
            "id": record.id,
            "routine": record.routine_id,
            "title": record.routine_title,
            "affected": record.affected.value,
            **_moment_as_json("started", record.started),
            **_moment_as_json("ended", record.ended),
            "state": record.state.value,
            "planned_ms": record.planned_ms,
            "limit_ms": record.limit_ms,
            "fingerprint": record.fingerprint,
            "at_index": record.at_index,
            "at_elapsed_ms": record.at_elapsed_ms,
            "before": _given({"buttock": record.before.buttock, "leg": record.before.leg}),
            "after": _given({"buttock": record.after.buttock, "leg": record.after.leg}),
            "note": record.note,
            "steps": [_step_as_json(step) for step in record.steps],
            "intervals": [_interval_as_json(interval) for interval in record.intervals],
        }
    )


def _step_as_json(step: StepRecord) -> Json:
    return _given(
        {
            "step": step.step_no,
            "exercise": step.exercise,
            "name": step.name,
            "kind": step.kind.value if step.kind else None,
            "targets": [muscle.value for muscle in step.targets],
            "dose": step.dose,
            "load": step.load,
            "effort": step.effort,
        }
    )


def _interval_as_json(interval: IntervalRecord) -> Json:
    return _given(
        {
            "step": interval.step_no,
            "kind": interval.kind.value,
            "side": interval.side.value if interval.side else None,
            "set": interval.set_no,
            "rep": interval.rep_no,
            "planned_ms": interval.planned_ms,
            "held_ms": interval.held_ms,
            "outcome": interval.outcome.value if interval.outcome else None,
            "eased_at_ms": interval.eased_at_ms,
            "label": interval.label,
        }
    )


def activity_as_json(activity: Activity, ratings: list[ActivityRating]) -> Json:
    """An activity with all its ratings."""
    return {
        "id": activity.id,
        "name": activity.name,
        "asked": activity.asked,
        "ratings": [
            {"id": one.id, **_moment_as_json("rated", one.rated), "rating": one.rating}
            for one in ratings
        ],
    }


def _moment_as_json(key: str, moment: Moment | None) -> Json:
    return {key: moment.utc, f"{key}_offset_s": moment.offset_s} if moment else {}


def _given(values: Json) -> Json:
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def session_of_json(fields: Fields) -> SessionRecord:
    """The session that `fields` tell of; DiaryFormatError names the first thing wrong."""
    steps = tuple(_step_of_json(part) for part in fields.parts("steps"))
    numbers = {step.step_no for step in steps}
    if len(numbers) != len(steps):
        raise fields.wrong("steps", tr("two steps have the same number"))
    intervals = tuple(
        _interval_of_json(index, part, numbers)
        for index, part in enumerate(fields.parts("intervals"))
    )
    if not intervals:
        raise fields.wrong("intervals", tr("a session has at least one"))
    return SessionRecord(
        id=fields.identifier("id"),
        routine_id=fields.text("routine", MAX_NAME),
        routine_title=fields.visible_text("title", MAX_NAME),
        affected=fields.choice("affected", AffectedSide),
        started=fields.moment("started"),
        state=fields.choice("state", SessionState),
        planned_ms=fields.whole("planned_ms", MAX_MS),
        fingerprint=fields.text("fingerprint", MAX_NAME),
        steps=steps,
        intervals=intervals,
        limit_ms=fields.optional_whole("limit_ms", MAX_MS),
        at_index=fields.whole("at_index", len(intervals), default=0),
        at_elapsed_ms=fields.whole("at_elapsed_ms", MAX_MS, default=0),
        ended=fields.optional_moment("ended"),
        before=_feeling(fields.part("before")),
        after=_feeling(fields.part("after")),
        note=fields.text("note", MAX_NOTE, default=""),
    )


def _step_of_json(fields: Fields) -> StepRecord:
    return StepRecord(
        step_no=fields.whole("step", MAX_COUNT, least=1),
        exercise=fields.optional_text("exercise", MAX_NAME),
        name=fields.text("name", MAX_NAME, default=""),
        kind=fields.optional_choice("kind", ExerciseKind),
        targets=fields.choices("targets", Muscle),
        dose=fields.text("dose", MAX_NAME, default=""),
        load=fields.text("load", MAX_NAME, default=""),
        effort=fields.text("effort", MAX_NAME, default=""),
    )


def _interval_of_json(index: int, fields: Fields, step_numbers: set[int]) -> IntervalRecord:
    step_no = fields.whole("step", MAX_COUNT, least=1)
    if step_no not in step_numbers:
        raise fields.wrong("step", tr("there is no step {n}", n=step_no))
    return IntervalRecord(
        index=index,
        step_no=step_no,
        kind=fields.choice("kind", IntervalKind),
        side=fields.optional_choice("side", Side),
        set_no=fields.optional_whole("set", MAX_COUNT),
        rep_no=fields.optional_whole("rep", MAX_COUNT),
        planned_ms=fields.optional_whole("planned_ms", MAX_MS),
        held_ms=fields.whole("held_ms", MAX_MS, default=0),
        outcome=fields.optional_choice("outcome", Outcome),
        eased_at_ms=fields.optional_whole("eased_at_ms", MAX_MS),
        label=fields.text("label", MAX_NAME, default=""),
    )


def _feeling(fields: Fields) -> Feeling:
    return Feeling(
        fields.optional_whole("buttock", MOST_RATING), fields.optional_whole("leg", MOST_RATING)
    )


def activity_of_json(fields: Fields) -> tuple[Activity, list[ActivityRating]]:
    """An activity and its ratings; DiaryFormatError names the first thing wrong."""
    activity = Activity(
        fields.identifier("id"),
        fields.visible_text("name", MAX_NAME),
        fields.flag("asked", default=True),
    )
    ratings = [
        ActivityRating(
            part.identifier("id"),
            activity.id,
            part.moment("rated"),
            part.whole("rating", MOST_RATING),
        )
        for part in fields.parts("ratings")
    ]
    return activity, ratings
