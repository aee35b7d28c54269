from __future__ import annotations

import pytest

from stretchcoach.core.content.dose import Dose, DoseChange, Manual, Phase
from stretchcoach.core.content.routine import ExerciseStep, RestStep
from stretchcoach.core.content.side_words import on_the_side, side_title, side_word
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, SideOrder, Sides
from stretchcoach.core.content.term_words import equipment_word, position_word
from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.language.time_words import clock_words, short_time_words, time_words
from stretchcoach.core.session.dose_words import affected_dose_words, dose_words, step_title
from stretchcoach.core.session.events import PauseReason
from stretchcoach.core.session.phase_words import (
    exercise_title,
    interval_word,
    next_words,
    pause_words,
    phase_word,
    work_words,
)
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known

RIGHT = AffectedSide.RIGHT


@pytest.mark.parametrize(
    ("ms", "time", "short", "clock"),
    [
        (0, "0 s", "0 s", "0:00"),
        (1, "1 s", "1 s", "0:01"),
        (40_000, "40 s", "40 s", "0:40"),
        (40_001, "41 s", "41 s", "0:41"),
        (60_000, "1 min 00 s", "1 min", "1:00"),
        (90_000, "1 min 30 s", "1 min 30 s", "1:30"),
        (65_000, "1 min 05 s", "1 min 05 s", "1:05"),
        (805_000, "13 min 25 s", "13 min 25 s", "13:25"),
    ],
)
def test_times(ms: int, time: str, short: str, clock: str) -> None:
    assert (time_words(ms), short_time_words(ms), clock_words(ms)) == (time, short, clock)


def test_sides() -> None:
    assert [(side_word(s), side_title(s), on_the_side(s)) for s in Side] == [
        ("Left", "Left side", "on the left"),
        ("Right", "Right side", "on the right"),
    ]


def test_every_phase_position_and_piece_of_equipment_has_its_own_word() -> None:
    for words in (
        [phase_word(kind) for kind in IntervalKind],
        [position_word(position) for position in Position],
        [equipment_word(equipment) for equipment in Equipment],
    ):
        assert len(set(words)) == len(words)
        assert all(words)


# Doses.


def dose_in_words(
    dose: Dose,
    *,
    sides: Sides = Sides.EACH,
    affected: AffectedSide = AffectedSide.NONE,
    change: DoseChange | None = None,
) -> tuple[str, str]:
    """The words of a dose, and those of what differs on the affected side."""
    step = ExerciseStep(exercise="knee-hug", affected=change)
    exercises = known(an_exercise(sides=sides, dose=dose))
    [planned] = a_timeline(step, exercises=exercises, affected=affected).steps
    return dose_words(planned), affected_dose_words(planned)


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(hold_ms=30_000), "1 × 30 s"),
        (Dose(hold_ms=30_000, sets=2), "2 × 30 s"),
        (Dose(hold_ms=5_000, reps=10), "10 reps, hold 5 s"),
        (Dose(hold_ms=5_000, reps=10, sets=2), "2 × 10 reps, hold 5 s"),
        (Dose(pace_ms=6_000), "1 rep, 6 s a rep"),
        (Dose(pace_ms=6_000, reps=10), "10 reps, 6 s a rep"),
        (Dose(pace_ms=Manual.MANUAL, reps=8, sets=3), "3 × 8 reps, at your own pace"),
        (
            Dose(rep=(Phase("In", 10_000), Phase("Out", 20_000)), reps=3),
            "3 reps, 30 s a rep, in phases",
        ),
    ],
)
def test_a_dose_in_words(dose: Dose, words: str) -> None:
    assert dose_in_words(dose, sides=Sides.BOTH) == (words, "")
    amount, comma, detail = words.partition(",")
    assert dose_in_words(dose) == (f"{amount} each side{comma}{detail}", "")
    assert dose_in_words(dose, sides=Sides.ALTERNATE) == (f"{words}, side to side", "")


@pytest.mark.parametrize("affected", [AffectedSide.LEFT, AffectedSide.RIGHT])
def test_what_differs_on_the_affected_side_in_words(affected: AffectedSide) -> None:
    side = affected.value
    dose = Dose(hold_ms=30_000, sets=2)

    def words(change: DoseChange) -> tuple[str, str]:
        return dose_in_words(dose, affected=affected, change=change)

    assert words(DoseChange(sets=3)) == ("2 × 30 s each side", f"3 on the {side}")
    assert words(DoseChange(hold_ms=45_000)) == ("2 × 30 s each side", f"2 × 45 s on the {side}")
    assert words(DoseChange(rest_ms=5_000)) == ("2 × 30 s each side", "")
    assert words(DoseChange(sets=2)) == ("2 × 30 s each side", "")


@pytest.mark.parametrize(("affected", "sets"), [(AffectedSide.NONE, 2), (AffectedSide.BOTH, 3)])
def test_without_one_affected_side_both_are_the_same(affected: AffectedSide, sets: int) -> None:
    dose, change = Dose(hold_ms=30_000, sets=2), DoseChange(sets=3)
    words = dose_in_words(dose, affected=affected, change=change)
    assert words == (f"{sets} × 30 s each side", "")


def test_a_rest_has_a_title_and_no_dose() -> None:
    timeline = a_timeline(a_rest(), a_step())
    rest, hug = timeline.steps
    assert (step_title(rest), dose_words(rest), affected_dose_words(rest)) == ("Rest", "", "")
    assert step_title(hug) == "Knee hug"


# What is next.


def coming(dose: Dose, *after: ExerciseStep | RestStep, sides: Sides = Sides.EACH) -> list[str]:
    exercises = known(an_exercise(sides=sides))
    timeline = a_timeline(a_step(dose, get_ready_ms=5000), *after, exercises=exercises)
    return all_next(timeline)


def all_next(timeline: Timeline) -> list[str]:
    return [next_words(timeline, index) for index in range(len(timeline.intervals))]


def test_next_after_get_ready_holds_rests_and_the_switch() -> None:
    assert coming(Dose(sets=2), a_rest(20), a_step(Dose(sets=1))) == [
        "hold 30 s", "rest 10 s, then set 2", "set 2", "switch to the right",
        "hold 30 s", "rest 10 s, then set 2", "set 2", "rest 20 s, then Knee hug, left",
        "Knee hug, left", "switch to the right", "hold 30 s", "",
    ]  # fmt: skip


def test_next_between_reps() -> None:
    dose = Dose(hold_ms=5000, reps=2, sets=2, relax_ms=2000)
    assert coming(dose, sides=Sides.BOTH) == [
        "2 reps, hold 5 s", "relax 2 s, then rep 2", "rep 2", "rest 10 s, then set 2", "set 2",
        "relax 2 s, then rep 2", "rep 2", "",
    ]  # fmt: skip


def test_next_between_sides_that_take_turns() -> None:
    dose = Dose(pace_ms=5000, reps=2)
    assert coming(dose, sides=Sides.ALTERNATE) == [
        "2 reps, 5 s each", "right side", "left side", "right side", "",
    ]  # fmt: skip


def test_next_between_phases() -> None:
    dose = Dose(rep=(Phase("Ease in", 5000), Phase("Let go", 2000)))
    assert coming(dose, sides=Sides.BOTH) == ["Ease in", "Let go", ""]


def test_next_at_ones_own_pace() -> None:
    dose = Dose(pace_ms=Manual.MANUAL, sets=2)
    assert coming(dose, sides=Sides.BOTH) == [
        "1 rep at your own pace", "rest 10 s, then set 2", "set 2", "",
    ]  # fmt: skip


def test_next_is_a_time_of_moving() -> None:
    work = Interval(IntervalKind.MOVE, 40_000, 1, "knee-hug", Side.LEFT, 1)
    assert work_words(a_timeline(a_step()), work) == "move for 40 s"


def test_next_is_a_step_without_sides_or_a_last_rest() -> None:
    exercises = known(an_exercise(sides=Sides.BOTH))
    timeline = a_timeline(a_rest(), a_step(), a_rest(), exercises=exercises)
    assert all_next(timeline) == ["Knee hug", "Rest", ""]


def test_next_is_the_left_side() -> None:
    step = ExerciseStep(exercise="knee-hug", order=SideOrder.RIGHT_FIRST)
    assert all_next(a_timeline(step)) == [
        "hold 30 s", "switch to the left", "hold 30 s", "",
    ]  # fmt: skip


def test_next_is_what_is_really_done() -> None:
    foot_down = an_exercise("foot-down", "Foot down")
    step = a_step(Dose(sets=2), get_ready_ms=5000)
    timeline = a_timeline(step, a_rest(20), step)
    left = timeline.intervals[1]
    eased = timeline.with_easier(foot_down, left)
    assert exercise_title(eased, left) == "Foot down"
    assert exercise_title(eased, timeline.intervals[8]) == "Rest"
    assert next_words(eased, 8) == "Knee hug, left"
    assert next_words(timeline.with_easier(foot_down, left, everywhere=True), 8) == (
        "Foot down, left"
    )


def test_the_word_of_a_phase_is_its_own() -> None:
    dose = Dose(rep=(Phase("Ease in", 5000), Phase("Let go", 2000)))
    intervals = a_timeline(a_step(dose, get_ready_ms=5000)).intervals
    assert [interval_word(i) for i in intervals[:3]] == ["Get ready", "Ease in", "Let go"]


def test_a_dose_for_one_side_alone_names_it() -> None:
    [planned] = a_timeline(ExerciseStep(exercise="knee-hug", sides=OneSide.RIGHT)).steps
    assert dose_words(planned) == "1 × 30 s on the right"


def test_a_pause_is_explained_where_the_program_paused_by_itself() -> None:
    explained = {reason for reason in PauseReason if pause_words(reason)}
    assert explained == {PauseReason.SLEPT, PauseReason.STALLED, PauseReason.ENDING}
