"""Times, breaths and numbers with their ranges: what is read, and what helps where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.dose import Breaths, Range
from stretchcoach.core.content.routine import ExerciseStep, Routine
from stretchcoach.files.yaml.reader import Document, read_content

HERE = Path("a.yaml")


def read(step: str) -> Document[Routine]:
    text = f"format: stretchcoach/1\nid: a\ntitle: A\nsteps: [{{exercise: a, {step}}}]\n"
    return read_content(HERE, text.encode(), Routine)


def step_of(step: str) -> ExerciseStep:
    document = read(step)
    assert document.problems == ()
    assert document.value
    [found] = document.value.steps
    assert isinstance(found, ExerciseStep)
    return found


@pytest.mark.parametrize(
    ("text", "low_s", "high_s"),
    [
        ("15-30s", 15, 30),
        ("15–30 s", 15, 30),
        ("15 - 30", 15, 30),
        ("15 s – 30 s", 15, 30),
        ("30s-1:30", 30, 90),
        ("1-2 min", 60, 120),
        ("45-1:30", 45, 90),
        ("1:00-1m 30s", 60, 90),
        ("30 Sec - 1 Minute", 30, 60),
        ('20-30"', 20, 30),
    ],
)
def test_ranges_of_times(text: str, low_s: int, high_s: int) -> None:
    assert step_of(f"hold: {text}").hold_ms == Range(low_s * 1000, high_s * 1000)


@pytest.mark.parametrize(
    ("text", "breaths"),
    [
        ("5 breaths", Breaths(5)),
        ("1 Breath", Breaths(1)),
        ("3-5 breaths", Breaths(Range(3, 5))),
        ("3 – 5 BREATHS", Breaths(Range(3, 5))),
        ("30 breaths", Breaths(30)),
    ],
)
def test_breaths(text: str, breaths: Breaths) -> None:
    assert step_of(f"hold: {text}").hold_ms == breaths


@pytest.mark.parametrize(
    ("text", "sets"), [("2-4", Range(2, 4)), ("2–4", Range(2, 4)), ("1 - 20", Range(1, 20))]
)
def test_ranges_of_numbers(text: str, sets: Range) -> None:
    assert step_of(f"sets: {text}").sets == sets


A_TIME = "write 30, 30s, 1:30, 1m 30s or 2 min"
BREATHS = "write a number of breaths from 1 to 30, such as 5 breaths"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("hold: 30-15s", "“30-15s”: the range is the wrong way round - write 15s-30s"),
        ("hold: 30-1 min", "“30-1 min”: the range is the wrong way round - write 1m-30m"),
        ("hold: 30-30s", "“30-30s”: a range has two different ends - write 30s"),
        ("hold: 0-30s", "“0-30s” is too short - allowed: 1s to 10m"),
        ("hold: 1-11 min", "“1-11 min” is too long - allowed: 1s to 10m"),
        ("hold: 15 to 30 s", "“15 to 30 s”: a range is written with a hyphen - write 15-30 s"),
        ("hold: 15...30s", "“15...30s”: a range is written with a hyphen - write 15-30s"),
        ("hold: 1000 breaths", f"“1000 breaths”: {BREATHS}"),
        ("hold: 0 breaths", f"“0 breaths”: {BREATHS}"),
        ("hold: 20-40 breaths", f"“20-40 breaths”: {BREATHS}"),
        ("hold: five breaths", f"“five breaths”: {BREATHS}"),
        ("hold: 8-5 breaths",
         "“8-5 breaths”: the range is the wrong way round - write 5-8 breaths"),
        ("hold: 5-5 breaths", "“5-5 breaths”: a range has two different ends - write 5 breaths"),
        ("hold: 30 to 15 s",
         f"“30 to 15 s”: this is not a time - {A_TIME}, or a range such as 15-30s, or breaths such "
         "as 5 breaths"),
        ("time: 5 breaths",
         f"“5 breaths”: breaths are counted in a hold alone - {A_TIME}, or a range such as 15-30s"),
        ("rest: 10-20s", f"“10-20s”: a range cannot stand here - {A_TIME}"),
        ("rest: 10 to 20s", f"“10 to 20s”: this is not a time - {A_TIME}"),
        ("switch: 20-10s", f"“20-10s”: a range cannot stand here - {A_TIME}"),
        ("sets: 4-2", "“4-2”: the range is the wrong way round - write 2-4"),
        ("sets: 3-3", "“3-3”: a range has two different ends - write 3"),
        ("sets: 0-2", "0-2 is too small - allowed: 1 to 20, or a range such as 2-4"),
        ("sets: 19-21", "19-21 is too large - allowed: 1 to 20, or a range such as 2-4"),
        ("reps: 8 to 12", "“8 to 12”: a range is written with a hyphen - write 8-12"),
        ("reps: 12 to 8",
         "“12 to 8” is not a whole number - allowed: 1 to 100, or a range such as 2-4"),
        ("reps: 10x", "“10x”: write the number alone, 10"),
        ("reps: 8-12 reps", "“8-12 reps”: write the number alone, 8-12"),
        ("sets: 3 x 10", "“3 x 10” says two things - write sets: 3 and reps: 10"),
        ("sets: a few", "“a few” is not a whole number - allowed: 1 to 20, or a range such as 2-4"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_gets_the_sentence_that_helps(step: str, message: str) -> None:
    [problem] = read(step).problems
    assert problem.message == message
    assert (problem.line, problem.column) == (4, 25 + step.index(":"))


def test_a_number_that_is_no_range_says_so() -> None:
    text = "format: stretchcoach/1\nid: a\ntitle: A\nsteps: [{repeat: 2-3, steps: [{rest: 5s}]}]\n"
    [problem] = read_content(HERE, text.encode(), Routine).problems
    assert problem.message == "“2-3”: a range cannot stand here - allowed: 1 to 50"
    [turned] = read_content(HERE, text.replace("2-3", "3-2").encode(), Routine).problems
    assert turned.message == "“3-2”: a range cannot stand here - allowed: 1 to 50"
    [counted] = read_content(HERE, text.replace("2-3", "2 rounds").encode(), Routine).problems
    assert counted.message == "“2 rounds”: write the number alone, 2"


@pytest.mark.parametrize("range_text", ["8-10s", "5-6s"])
def test_the_phases_of_a_rep_have_no_ranges(range_text: str) -> None:
    [problem] = read(f"rep: [{{say: In, for: {range_text}}}]").problems
    assert problem.message == f"“{range_text}”: a range cannot stand here - {A_TIME}"
