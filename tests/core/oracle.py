"""The rules of the timeline, implemented a second time and as plainly as can be.

Written from the words of the design alone, rule by rule, with dictionaries, loops and appends,
to be compared with `stretchcoach.core.session.timeline` on routines that nobody thought of.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import (
    ExerciseStep,
    RepeatStep,
    RestStep,
    Routine,
    Step,
)

# kind, milliseconds, exercise, side, set, rep, label
Row = tuple[str, int | None, str | None, str | None, int | None, int | None, str]

FLOOR = ("supine", "prone", "side", "quadruped", "kneeling", "floor")
FOUR_WAYS = ("hold_ms", "pace_ms", "time_ms", "rep")


@dataclass
class Person:
    """`chosen` has what was chosen of ranges, by exercise, number of its step, and field."""

    affected: str = "none"
    extra_ready_ms: int = 0
    breath_ms: int = 10_000
    chosen: Mapping[tuple[str, int, str], int] | None = None


def timeline_by_the_book(
    routine: Routine, exercises: Mapping[str, Exercise], person: Person
) -> list[Row]:
    affected = routine.affected.value if routine.affected is not None else person.affected
    numbers: dict[str, int] = {}
    played = play_list(routine.steps, numbers, True)
    rows: list[Row] = []
    exercise_before = None
    heard: list[str] = []
    for step, number in played:
        if isinstance(step, RestStep):
            rows += nothing_if_0(("rest", step.rest_ms, None, None, None, None, ""))
            continue
        exercise = exercises[step.exercise]
        book = Book(routine, step, number, exercise, person, affected)
        rows += book.get_ready(exercise_before, exercise.id in heard)
        rows += book.work()
        exercise_before = exercise
        heard.append(exercise.id)
    return rows


def play_list(
    steps: tuple[Step, ...], numbers: dict[str, int], on: bool
) -> list[tuple[ExerciseStep | RestStep, int]]:
    """What is played, with which of the steps with its exercise it is in the file."""
    found: list[tuple[ExerciseStep | RestStep, int]] = []
    for step in steps:
        if isinstance(step, RepeatStep):
            inside = play_list(step.steps, numbers, on and step.enabled)
            found += inside * step.repeat
            continue
        number = 0
        if isinstance(step, ExerciseStep):
            number = numbers[step.exercise] = numbers.get(step.exercise, 0) + 1
        if on and step.enabled:
            found.append((step, number))
    return found


def nothing_if_0(row: Row) -> list[Row]:
    return [] if row[1] == 0 else [row]


@dataclass
class Book:
    """One step."""

    routine: Routine
    step: ExerciseStep
    number: int
    exercise: Exercise
    person: Person
    affected: str

    # Rule 2.

    def get_ready(self, before: Exercise | None, heard_before: bool) -> list[Row]:
        ready: Any = self.step.get_ready_ms
        if ready is None:
            ready = self.routine.defaults.get_ready_ms
        if ready is None or getattr(ready, "value", None) == "auto":
            own: Any = self.exercise.dose.get_ready_ms
            own_s = math.ceil(own / 1000) if type(own) is int else 0
            ready = 1000 * max(self.moving(before), self.hearing(heard_before), own_s)
        if ready == 0:
            return []
        side = self.sides_in_turn()[0]
        ready += self.person.extra_ready_ms
        return [("get-ready", ready, self.exercise.id, side, None, None, "")]

    def moving(self, before: Exercise | None) -> int:
        if before is None:
            return 15
        if before.position is None or self.exercise.position is None:
            return 12
        now, then = self.exercise.position.value, before.position.value
        if then == now:
            return 8
        if (then in FLOOR and now not in FLOOR) or (then not in FLOOR and now in FLOOR):
            return 25
        return 12

    def hearing(self, heard_before: bool) -> int:
        texts = [self.step.note]
        if not heard_before:
            texts.append(self.exercise.instructions.setup)
            texts.append(self.exercise.instructions.move)
        side = self.sides_in_turn()[0] or self.exercise.figure_side.value
        shown = [as_shown(text, side) for text in texts if text != ""]
        if not shown:
            return 0
        characters = sum(len(text) for text in shown) + len(shown) - 1
        return 4 + math.ceil(characters / 14)

    # Rule 3.

    def sides(self) -> str:
        sides: str = (self.step.sides or self.exercise.sides).value
        if sides in ("affected", "other"):
            if self.affected in ("none", "both"):
                return "each"
            if sides == "affected":
                return self.affected
            return "right" if self.affected == "left" else "left"
        return sides

    def sides_in_turn(self) -> list[str | None]:
        sides = self.sides()
        if sides == "both":
            return [None]
        if sides in ("left", "right"):
            return [sides]
        order = self.step.order or self.routine.defaults.order
        if order is None or order.value == "left-first" or self.affected in ("none", "both"):
            left_first = order is None or order.value != "right-first"
        elif order.value == "right-first":
            left_first = False
        else:
            left_first = (self.affected == "left") == (order.value == "affected-first")
        return ["left", "right"] if left_first else ["right", "left"]

    def switch_ms(self) -> int:
        for given in (
            self.step.switch_ms,
            self.routine.defaults.switch_ms,
            self.exercise.dose.switch_ms,
        ):
            if given is not None:
                return given
        return 8000

    def work(self) -> list[Row]:
        turns = self.sides_in_turn()
        if self.sides() == "alternate":
            return self.sets(turns)
        rows: list[Row] = []
        for number, side in enumerate(turns):
            if number == 1:
                switch = self.switch_ms()
                rows += nothing_if_0(("switch", switch, self.exercise.id, side, None, None, ""))
            rows += self.sets([side])
        return rows

    # Rules 4 to 7.

    def dose(self, side: str | None) -> dict[str, Any]:
        """All that is said of the dose, the later over the earlier, and then decided."""
        said: dict[str, Any] = dict(vars(self.exercise.dose))
        if self.routine.defaults.rest_ms is not None:
            said["rest_ms"] = self.routine.defaults.rest_ms
        if self.step.reps is not None:
            said["sets"] = 1
        changed: set[str] = set()
        layers: list[Any] = [self.step]
        if self.step.affected is not None and side is not None and self.affected in (side, "both"):
            layers.append(self.step.affected)
        for layer in layers:
            given = {
                name: value
                for name, value in vars(layer).items()
                if value is not None and name in ("sets", "reps", "relax_ms", "rest_ms", *FOUR_WAYS)
            }
            if any(name in given for name in FOUR_WAYS):
                for name in FOUR_WAYS:
                    said.pop(name, None)
            said.update(given)
            changed = set(given) if layer is not self.step else set()
        return {
            name: self.number_of(value, f"{'affected.' if name in changed else ''}{name}")
            for name, value in said.items()
            if value is not None
        }

    def number_of(self, value: Any, field: str) -> Any:
        if hasattr(value, "count") and not isinstance(value, tuple):
            return self.person.breath_ms * self.number_of(value.count, field)
        if hasattr(value, "low"):
            wish = (self.person.chosen or {}).get((self.exercise.id, self.number, field))
            allowed = wish is not None and value.low <= wish <= value.high
            return wish if allowed else value.low
        return value

    def sets(self, sides: list[str | None]) -> list[Row]:
        """All sets of one side, or of both in turn."""
        dose = self.dose(sides[0])
        name = self.exercise.id
        pause_side = sides[0] if len(sides) == 1 else None
        rows: list[Row] = []
        for set_no in range(1, dose.get("sets", 1) + 1):
            if set_no > 1:
                rest = dose.get("rest_ms", 10_000)
                rows += nothing_if_0(("rest", rest, name, pause_side, None, None, ""))
            if "time_ms" in dose:
                rows.append(("move", dose["time_ms"], name, pause_side, set_no, None, ""))
            elif getattr(dose.get("pace_ms"), "value", None) == "manual":
                rows.append(("move", None, name, pause_side, set_no, None, ""))
            else:
                rows += self.reps(dose, sides, set_no)
        return rows

    def reps(self, dose: dict[str, Any], sides: list[str | None], set_no: int) -> list[Row]:
        rows: list[Row] = []
        for rep_no in range(1, dose.get("reps", 1) + 1):
            for side in sides:
                if rows:
                    rows += self.between_reps(dose, sides, side)
                if "hold_ms" in dose:
                    work = [("hold", dose["hold_ms"], "")]
                elif "pace_ms" in dose:
                    work = [("move", dose["pace_ms"], "")]
                else:
                    works = side or self.exercise.figure_side.value
                    work = [
                        ("hold", phase.for_ms, as_shown(phase.say, works)) for phase in dose["rep"]
                    ]
                rows += [
                    (kind, length, self.exercise.id, side, set_no, rep_no, label)
                    for kind, length, label in work
                ]
        return rows

    def between_reps(
        self, dose: dict[str, Any], sides: list[str | None], coming: str | None
    ) -> list[Row]:
        name = self.exercise.id
        if len(sides) == 1:
            relax = dose.get("relax_ms", 2000 if "hold_ms" in dose else 0)
            return nothing_if_0(("relax", relax, name, sides[0], None, None, ""))
        if "relax_ms" in dose:
            return nothing_if_0(("relax", dose["relax_ms"], name, None, None, None, ""))
        if "hold_ms" in dose or "rep" in dose:
            turn = 3000 if self.step.switch_ms is None else self.step.switch_ms
            return nothing_if_0(("switch", turn, name, coming, None, None, ""))
        return []


def as_shown(text: str, side: str) -> str:
    """`text` with the alternatives in parentheses for the side that comes first, right|left."""
    shown, rest = "", text
    while "(" in rest:
        before, _, after = rest.partition("(")
        inside, closed, behind = after.partition(")")
        if closed and "(" not in inside and inside.count("|") == 1:
            right, _, left = inside.partition("|")
            shown += before + (right if side == "right" else left)
            rest = behind
        else:
            shown, rest = shown + before + "(", after
    return shown + rest
