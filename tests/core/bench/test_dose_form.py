"""Which fields a form offers, what holds where nothing is said, and steps up and down."""

from __future__ import annotations

import pytest

from stretchcoach.core.bench.dose_form import (
    MIXED,
    Work,
    affected_fields,
    amount_fields,
    change_fields,
    change_of_work,
    contract_relax,
    most_of,
    phases_of,
    routine_fields,
    said_by_all,
    stepped,
    takes_turns,
    work_of,
)
from stretchcoach.core.content.dose import Breaths, Dose, Manual, Phase, Range
from stretchcoach.core.content.routine import RoutineDefaults
from stretchcoach.core.content.sides import Sides
from tests.core.builders import an_exercise

NO = RoutineDefaults()
HELD = an_exercise(dose=Dose(sets=2, hold_ms=30_000, rest_ms=15_000))
PACED = an_exercise(dose=Dose(reps=Range(8, 12), pace_ms=6_000))
TIMED = an_exercise(dose=Dose(time_ms=Range(60_000, 120_000)), sides=Sides.BOTH)
OWN_PACE = an_exercise(dose=Dose(reps=10, pace_ms=Manual.MANUAL))
PHASES = an_exercise(dose=Dose(rep=(Phase("Press", 6_000),)))
BREATHED = an_exercise(dose=Dose(hold_ms=Breaths(Range(3, 5))))
ONE_BREATH = an_exercise(dose=Dose(hold_ms=Breaths(5)))


@pytest.mark.parametrize(
    ("said", "exercise", "work"),
    [
        ({}, HELD, Work.HOLD),
        ({}, PACED, Work.PACE),
        ({}, TIMED, Work.TIME),
        ({}, OWN_PACE, Work.MANUAL),
        ({}, PHASES, Work.REP),
        ({}, None, Work.HOLD),
        ({"pace": "manual"}, HELD, Work.MANUAL),
        ({"pace": "4s"}, HELD, Work.PACE),
        ({"rep": []}, HELD, Work.REP),
    ],
)
def test_how_a_step_is_done(said: dict[str, object], exercise: object, work: Work) -> None:
    assert work_of(said, exercise) is work  # type: ignore[arg-type]


def fields(
    said: dict[str, object], exercise: object, defaults: RoutineDefaults = NO
) -> dict[str, str]:
    found = amount_fields(said, exercise, defaults)  # type: ignore[arg-type]
    return {field.key: field.usual for field in found}


def test_only_what_fits_is_offered_with_what_holds_anyway() -> None:
    assert fields({}, HELD) == {"sets": "2", "reps": "1", "hold": "30s", "rest": "15s"}
    assert fields({"reps": "5"}, HELD)["sets"] == "1"
    assert fields({}, PACED) == {
        "sets": "1", "reps": "8-12", "pace": "6s", "relax": "0s", "rest": "10s"
    }  # fmt: skip
    assert fields({"hold": "5s"}, PACED)["hold"] == ""
    assert fields({}, TIMED) == {"sets": "1", "time": "60-120s", "rest": "10s"}
    assert fields({}, OWN_PACE) == {"sets": "1", "reps": "10", "rest": "10s"}
    assert fields({}, PHASES) == {"sets": "1", "reps": "1", "rest": "10s"}
    assert fields({}, BREATHED)["hold"] == "3-5 breaths"
    assert fields({}, ONE_BREATH)["hold"] == "5 breaths"
    assert fields({}, None) == {"sets": "1", "reps": "1", "hold": "", "rest": "10s"}
    assert fields({}, HELD, RoutineDefaults(rest_ms=20_000))["rest"] == "20s"


def test_between_reps_something_lies_only_where_there_are_several() -> None:
    assert "relax" not in fields({}, HELD)
    assert fields({"reps": "3"}, HELD)["relax"] == "2s"
    assert fields({"relax": "5s"}, HELD)["relax"] == "2s"
    assert fields({"reps": "3"}, PHASES)["relax"] == "0s"
    assert "relax" not in fields({"reps": "3"}, OWN_PACE)
    relaxed = an_exercise(dose=Dose(reps=10, hold_ms=5_000, relax_ms=3_000))
    assert fields({}, relaxed)["relax"] == "3s"


def test_the_times_of_changes() -> None:
    def changes(said: dict[str, object], defaults: RoutineDefaults = NO) -> dict[str, str]:
        return {field.key: field.usual for field in change_fields(said, HELD, defaults)}

    assert changes({}) == {"get_ready": "auto", "switch": "8s"}
    assert changes({"sides": "both"}) == {"get_ready": "auto"}
    assert changes({}, RoutineDefaults(get_ready_ms=5_000, switch_ms=4_000)) == {
        "get_ready": "5s", "switch": "4s"
    }  # fmt: skip
    own = an_exercise(dose=Dose(hold_ms=5_000, switch_ms=12_000))
    assert change_fields({}, own, NO)[1].usual == "12s"
    assert change_fields({"sides": "alternate"}, None, NO)[1].usual == "8s"
    assert takes_turns({"sides": "alternate"}, None)
    assert not takes_turns({"sides": "left"}, HELD)


def test_what_a_routine_says_for_all_steps() -> None:
    usual = {field.key: field.usual for field in routine_fields()}
    assert usual == {"get_ready": "auto", "switch": "8s", "rest": "10s"}


def test_phases_as_files_have_them() -> None:
    assert phases_of({}, PHASES) == [{"say": "Press", "for": "6s"}]
    assert phases_of({}, None) == []
    said = {"rep": [{"say": "Ease in", "for": "10s"}, {"say": "More"}, "odd"]}
    assert phases_of(said, PHASES) == [{"say": "Ease in", "for": "10s"}, {"say": "More", "for": ""}]
    assert phases_of({"rep": "odd"}, PHASES) == []


def test_the_affected_side_may_differ_where_sides_are_done_one_by_one() -> None:
    assert [f.key for f in affected_fields({}, HELD)] == ["sets", "reps", "hold", "rest"]
    assert [f.key for f in affected_fields({}, PACED)] == ["sets", "reps", "pace", "rest"]
    assert [f.key for f in affected_fields({"rep": []}, HELD)] == ["sets", "reps", "rest"]
    assert affected_fields({"sides": "both"}, HELD) == ()
    assert affected_fields({}, TIMED) == ()
    assert affected_fields({}, None) == ()
    assert [f.key for f in affected_fields({"sides": "each"}, TIMED)] == ["sets", "time", "rest"]


@pytest.mark.parametrize("work", Work)
def test_another_way_replaces_the_one_before(work: Work) -> None:
    change = change_of_work(work)
    assert sum(change[key] is not None for key in ("hold", "pace", "time", "rep")) == 1
    said = {key: value for key, value in change.items() if value is not None}
    assert work_of(said, None) is work
    assert ("reps" in change) is (work is Work.TIME)


def test_contract_relax_has_four_phases() -> None:
    assert [phase["for"] for phase in contract_relax()] == ["10s", "6s", "2s", "20s"]


def test_what_several_steps_say() -> None:
    assert said_by_all([{"sets": "2"}, {"sets": "2"}], "sets") == "2"
    assert said_by_all([{"sets": "2"}, {}], "sets") == MIXED
    assert said_by_all([{}, {}], "sets") == ""


@pytest.mark.parametrize(
    ("text", "by", "is_time", "after"),
    [
        ("2", 1, False, "3"),
        ("1", -1, False, "1"),
        ("2-4", 1, False, None),
        ("30s", 1, True, "35s"),
        ("30", -1, True, "25s"),
        ("10s", -1, True, "9s"),
        ("9s", 1, True, "10s"),
        ("10 sec", 1, True, "15s"),
        ("0s", -1, True, "0s"),
        ("1 min", 1, True, "2 min"),
        ("1m", -1, True, "1 min"),
        ("15-30s", 1, True, None),
        ("5 breaths", 1, True, None),
        ("", 1, True, None),
        ("auto", -1, True, "10s"),
    ],
)
def test_minus_and_plus(text: str, by: int, is_time: bool, after: str | None) -> None:
    assert stepped(text, by, is_time) == after


@pytest.mark.parametrize(
    ("key", "text", "is_time", "after"),
    [
        ("sets", "20", False, "20"),
        ("sets", "81", False, "20"),
        ("repeat", "50", False, "50"),
        ("per_week", "7", False, "7"),
        ("hold", "598s", True, "600s"),
        ("for", "10 min", True, "10 min"),
        ("get_ready", "600s", True, "600s"),
        ("no key", "999", False, "1000"),
    ],
)
def test_plus_ends_at_what_a_file_may_say(key: str, text: str, is_time: bool, after: str) -> None:
    assert stepped(text, 1, is_time, most_of(key)) == after
