"""Doses in words beyond the plain ones: one side, times, breaths, ranges, load and effort."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.dose import Breaths, Dose, DoseChange, Range
from stretchcoach.core.content.sides import AffectedSide, OneSide, Sides
from stretchcoach.core.language.time_words import time_range_words
from stretchcoach.core.session.dose_words import (
    affected_dose_words,
    dose_words,
    field_words,
    load_words,
    range_words,
    value_words,
    written_dose_words,
)
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import Latitude
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known


def planned(
    dose: Dose,
    sides: Sides | OneSide | None = Sides.BOTH,
    change: DoseChange | None = None,
    affected: AffectedSide = AffectedSide.RIGHT,
) -> PlannedStep:
    step = replace(a_step(dose), sides=sides, affected=change)
    [found] = a_timeline(step, exercises=known(an_exercise(dose=Dose())), affected=affected).steps
    return found


@pytest.mark.parametrize(
    ("low_s", "high_s", "words"),
    [
        (15, 30, "15–30 s"),
        (60, 120, "1–2 min"),
        (45, 60, "45 s – 1 min"),
        (30, 90, "30 s – 1 min 30 s"),
    ],
)
def test_ranges_of_times(low_s: int, high_s: int, words: str) -> None:
    assert time_range_words(low_s * 1000, high_s * 1000) == words


def test_the_affected_side_may_be_anybodys() -> None:
    step = replace(a_step(Dose(hold_ms=30_000)), affected=DoseChange(sets=3))
    [found] = a_timeline(
        step, exercises=known(an_exercise(dose=Dose())), affected=AffectedSide.RIGHT
    ).steps
    assert affected_dose_words(found, anybody=True) == "3 on the affected side"


def test_one_side_alone_is_named() -> None:
    dose = Dose(hold_ms=30_000, sets=2)
    assert dose_words(planned(dose, OneSide.AFFECTED)) == "2 × 30 s on the right"
    assert dose_words(planned(dose, OneSide.OTHER)) == "2 × 30 s on the left"


def test_a_time_for_a_set_is_told_from_a_hold() -> None:
    assert dose_words(planned(Dose(time_ms=60_000))) == "1 min, moving"
    assert dose_words(planned(Dose(time_ms=60_000, sets=2))) == "2 × 1 min, moving"


def test_breaths_are_told_as_breaths() -> None:
    assert dose_words(planned(Dose(hold_ms=Breaths(5)))) == "1 × 5 breaths"
    assert dose_words(planned(Dose(hold_ms=Breaths(1), reps=4))) == "4 reps, hold 1 breath"


@pytest.mark.parametrize(
    ("dose", "written", "now"),
    [
        (Dose(sets=Range(2, 4), hold_ms=Range(15_000, 30_000)), "2–4 × 15–30 s", "2 × 15 s"),
        (Dose(reps=Range(8, 12), pace_ms=4_000), "8–12 reps, 4 s a rep", "8 reps, 4 s a rep"),
        (Dose(pace_ms=Range(4_000, 6_000)), "1 rep, 4–6 s a rep", "1 rep, 4 s a rep"),
        (Dose(time_ms=Range(60_000, 120_000)), "1–2 min, moving", "1 min, moving"),
        (Dose(hold_ms=Breaths(Range(3, 5))), "1 × 3–5 breaths", "1 × 3 breaths"),
        (Dose(reps=Range(1, 3), hold_ms=5_000), "1–3 reps, hold 5 s", "1 × 5 s"),
    ],
)
def test_a_range_stands_there_as_it_was_written_or_as_it_was_chosen(
    dose: Dose, written: str, now: str
) -> None:
    assert dose_words(planned(dose), as_written=True) == written
    assert dose_words(planned(dose)) == now


def test_the_ranges_of_the_affected_side_are_its_own() -> None:
    dose = Dose(sets=2, hold_ms=Range(15_000, 30_000))
    more = planned(dose, Sides.EACH, DoseChange(sets=Range(3, 4)))
    assert written_dose_words(more) == "2 × 15–30 s each side, 3–4 on the right"
    assert affected_dose_words(more) == "3 on the right"
    longer = planned(dose, Sides.EACH, DoseChange(sets=3, hold_ms=Range(15_000, 60_000)))
    assert written_dose_words(longer) == "2 × 15–30 s each side, 3 × 15 s – 1 min on the right"
    wider = planned(dose, Sides.EACH, DoseChange(hold_ms=Range(15_000, 40_000)))
    assert affected_dose_words(wider) == ""
    assert affected_dose_words(wider, as_written=True) == "2 × 15–40 s on the right"


def test_load_and_effort_stand_with_the_dose() -> None:
    step = replace(a_step(), load="yellow band", effort="about 4 of 10")
    loaded, plain, rest = a_timeline(step, a_step(), a_rest()).steps
    assert load_words(loaded) == ("yellow band", "effort about 4 of 10")
    assert load_words(plain) == load_words(rest) == ()


@pytest.mark.parametrize(
    ("latitude", "words"),
    [
        (Latitude("k", "sets", Range(2, 4), 3), ("Sets", "2–4", "3")),
        (Latitude("k", "reps", Range(8, 12), 8), ("Reps", "8–12", "8")),
        (Latitude("k", "hold_ms", Range(15_000, 30_000), 15_000), ("Hold", "15–30 s", "15 s")),
        (
            Latitude("k", "hold_ms", Range(1, 5), 1, in_breaths=True),
            ("Hold", "1–5 breaths", "1 breath"),
        ),
        (Latitude("k", "pace_ms", Range(2_000, 4_000), 2_000), ("Each rep", "2–4 s", "2 s")),
        (Latitude("k", "time_ms", Range(60_000, 120_000), 90_000),
         ("Each set", "1–2 min", "1 min 30 s")),
    ],
)  # fmt: skip
def test_a_range_in_words(latitude: Latitude, words: tuple[str, str, str]) -> None:
    chosen = value_words(latitude, latitude.chosen)
    assert (field_words(latitude), range_words(latitude), chosen) == words
