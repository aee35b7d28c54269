"""The rules of the timeline, implemented a second time and as plainly as can be.

Written from the words of the design alone, with loops and appends, to be compared with
`stretchcoach.core.session.timeline` on routines that nobody thought of.
"""

from __future__ import annotations

from typing import Any

from stretchcoach.core.content.dose import Dose, Manual
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import (
    Auto,
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    Step,
)

# kind, milliseconds, exercise, side, set, rep, label
Row = tuple[str, int | None, str | None, str | None, int | None, int | None, str]

FLOOR = {"supine", "prone", "side", "quadruped", "kneeling", "floor"}
WORK = ("hold_ms", "pace_ms", "rep")


def timeline_by_the_book(
    routine: Routine, exercises: dict[str, Exercise], affected: str, extra_ready_ms: int = 0
) -> list[Row]:
    rows: list[Row] = []
    position_before = None
    for step in steps_in_order(list(routine.steps)):
        if isinstance(step, RestStep):
            if step.rest_ms > 0:
                rows.append(("rest", step.rest_ms, None, None, None, None, ""))
            continue
        exercise = exercises[step.exercise]
        rows += with_more_time(
            rows_of_exercise(routine, step, exercise, position_before, affected), extra_ready_ms
        )
        position_before = exercise.position.value
    return rows


def with_more_time(rows: list[Row], extra_ms: int) -> list[Row]:
    return [
        (row[0], row[1] + extra_ms, *row[2:]) if row[0] == "get-ready" and row[1] else row
        for row in rows
    ]


def steps_in_order(steps: list[Step]) -> list[ExerciseStep | RestStep]:
    found: list[ExerciseStep | RestStep] = []
    for step in steps:
        if not step.enabled:
            continue
        if isinstance(step, RepeatStep):
            found += steps_in_order(list(step.steps) * step.repeat)
        else:
            found.append(step)
    return found


def rows_of_exercise(
    routine: Routine,
    step: ExerciseStep,
    exercise: Exercise,
    position_before: str | None,
    affected: str,
) -> list[Row]:
    sides = (step.sides or exercise.sides).value
    order = step.order or routine.defaults.order
    first = first_side(order.value if order else "left-first", affected)
    second = "right" if first == "left" else "left"
    switch_ms = first_given(step.switch_ms, routine.defaults.switch_ms, 8000)
    ready_ms = first_given(step.get_ready_ms, routine.defaults.get_ready_ms, Auto.AUTO)
    if ready_ms is Auto.AUTO:
        ready_ms = get_ready_by_position(position_before, exercise.position.value)

    rows: list[Row] = []
    if ready_ms > 0:
        side = None if sides == "both" else first
        rows.append(("get-ready", ready_ms, exercise.id, side, None, None, ""))
    if sides == "both":
        rows += sets(exercise.id, values(routine, step, exercise, False), [None])
    elif sides == "alternate":
        rows += sets(exercise.id, values(routine, step, exercise, False), [first, second])
    else:
        for side in (first, second):
            if side == second and switch_ms > 0:
                rows.append(("switch", switch_ms, exercise.id, second, None, None, ""))
            hurts = affected in (side, "both")
            rows += sets(exercise.id, values(routine, step, exercise, hurts), [side])
    return rows


def first_given(*candidates: Any) -> Any:
    return next(candidate for candidate in candidates if candidate is not None)


def first_side(order: str, affected: str) -> str:
    if order == "right-first":
        return "right"
    if order == "left-first" or affected in ("none", "both"):
        return "left"
    if order == "affected-first":
        return affected
    return "left" if affected == "right" else "right"


def get_ready_by_position(before: str | None, now: str) -> int:
    if before is None:
        return 10_000
    if before == now:
        return 5_000
    if (before in FLOOR) != (now in FLOOR):
        return 15_000
    return 10_000


def values(routine: Routine, step: ExerciseStep, exercise: Exercise, hurts: bool) -> dict[str, Any]:
    """The dose as a dictionary: exercise, then routine's rest, then step, then affected."""
    found: dict[str, Any] = {"sets": 1, "reps": 1, "relax_ms": 0, "rest_ms": 10_000}
    for layer in (
        exercise.dose,
        Dose(rest_ms=routine.defaults.rest_ms),
        step,
        step.affected if hurts else None,
    ):
        given = {
            name: getattr(layer, name, None)
            for name in ("sets", "reps", "relax_ms", "rest_ms", *WORK)
        }
        if any(given[name] is not None for name in WORK):
            for name in WORK:
                found.pop(name, None)
        found.update({name: value for name, value in given.items() if value is not None})
    return found


def sets(exercise: str, dose: dict[str, Any], sides: list[Any]) -> list[Row]:
    rows: list[Row] = []
    pause_side = sides[0] if len(sides) == 1 else None
    for set_no in range(1, dose["sets"] + 1):
        if set_no > 1 and dose["rest_ms"] > 0:
            rows.append(("rest", dose["rest_ms"], exercise, pause_side, None, None, ""))
        if dose.get("pace_ms") is Manual.MANUAL:
            rows.append(("move", None, exercise, pause_side, set_no, None, ""))
            continue
        first_of_set = True
        for rep_no in range(1, dose["reps"] + 1):
            for side in sides:
                if not first_of_set and dose["relax_ms"] > 0:
                    relax_ms = dose["relax_ms"]
                    rows.append(("relax", relax_ms, exercise, pause_side, None, None, ""))
                first_of_set = False
                if "hold_ms" in dose:
                    rows.append(("hold", dose["hold_ms"], exercise, side, set_no, rep_no, ""))
                elif "pace_ms" in dose:
                    rows.append(("move", dose["pace_ms"], exercise, side, set_no, rep_no, ""))
                else:
                    for phase in dose["rep"]:
                        rows.append(
                            ("hold", phase.for_ms, exercise, side, set_no, rep_no, phase.say)
                        )
    return rows
