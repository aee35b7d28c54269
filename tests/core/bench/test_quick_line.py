"""The quick line: what is read from it, and which exercise it may mean."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.bench.quick_amounts import written_time
from stretchcoach.core.bench.quick_line import QuickLine, lone_sentence, read_quick_line
from stretchcoach.core.bench.quick_match import QuickMatch
from stretchcoach.core.content.dose import Dose, Phase
from stretchcoach.core.content.exercise import Exercise
from tests.core.builders import an_exercise

FIGURE_4 = an_exercise("figure-4-supine", "Lying figure four", dose=Dose(sets=2, hold_ms=30_000))
FOOT_DOWN = an_exercise("figure-4-supine-foot-down", "Lying figure four, foot down")
BRIDGE = an_exercise("bridge", "Bridge", dose=Dose(sets=2, reps=10, hold_ms=5_000))
CAT = an_exercise("cat-cow", "Cat and cow", dose=Dose(reps=8, pace_ms=6_000))
WALK = an_exercise("walk", "Walk", dose=Dose(time_ms=300_000))
PRESS = an_exercise("press", "Press", dose=Dose(rep=(Phase("Press", 6_000),)))
CHILD = an_exercise("childs-pose", "Child's pose")
HIP = an_exercise("hip-90-90", "Hip switches", dose=Dose(reps=5, pace_ms=5_000))
ALL = {e.id: e for e in (FOOT_DOWN, FIGURE_4, BRIDGE, CAT, WALK, PRESS, CHILD, HIP)}


def step(line: str, exercise: Exercise) -> dict[str, object]:
    found: dict[str, object] = dict(read_quick_line(line, QuickMatch(ALL).numbered).step(exercise))
    assert found.pop("exercise") == exercise.id
    return found


@pytest.mark.parametrize(
    ("line", "exercise", "said"),
    [
        ("3x30 lying fig", FIGURE_4, {"sets": "3", "hold": "30s"}),
        ("lying fig 3 × 30 s", FIGURE_4, {"sets": "3", "hold": "30s"}),
        ("fig 3*1:30", FIGURE_4, {"sets": "3", "hold": "1:30"}),
        ("fig 2x1m30s", FIGURE_4, {"sets": "2", "hold": "1m 30s"}),
        ("fig 2–3x15–30", FIGURE_4, {"sets": "2-3", "hold": "15-30s"}),
        ("fig 45", FIGURE_4, {"hold": "45s"}),
        ("fig 1 min", FIGURE_4, {"hold": "1 min"}),
        ("fig 5 breaths", FIGURE_4, {"hold": "5 breaths"}),
        ("fig 2x5 breaths", FIGURE_4, {"sets": "2", "hold": "5 breaths"}),
        ("bridge 2x10 hold 5", BRIDGE, {"sets": "2", "reps": "10", "hold": "5s"}),
        ("bridge 2x8-12", BRIDGE, {"sets": "2", "reps": "8-12"}),
        ("bridge 30s", BRIDGE, {"hold": "30s"}),
        ("3 sets 12 reps bridge", BRIDGE, {"sets": "3", "reps": "12"}),
        ("reps 12 sets 3 bridge", BRIDGE, {"sets": "3", "reps": "12"}),
        ("fig 2x10 hold 5", FIGURE_4, {"sets": "2", "reps": "10", "hold": "5s"}),
        ("cat 8", CAT, {"reps": "8"}),
        ("cat 8 pace 6 rest 20", CAT, {"reps": "8", "pace": "6s", "rest": "20s"}),
        ("cat 8 reps 6s", CAT, {"reps": "8", "pace": "6s"}),
        ("walk 10 min", WALK, {"time": "10 min"}),
        ("press 3", PRESS, {"reps": "3"}),
        ("fig 2x30 affected 3", FIGURE_4, {"sets": "2", "hold": "30s", "affected": {"sets": "3"}}),
        ("fig affected 3x40", FIGURE_4, {"affected": {"sets": "3", "hold": "40s"}}),
        ("fig affected 40s", FIGURE_4, {"affected": {"hold": "40s"}}),
        ("fig affected 3 sets", FIGURE_4, {"affected": {"sets": "3"}}),
        ("bridge affected 2x12", BRIDGE, {"affected": {"sets": "2", "reps": "12"}}),
        ("fig affected 30", FIGURE_4, {"affected": {"sets": "30"}}),
        ("fig affected", FIGURE_4, {"sides": "affected"}),
        ("fig each side 30", FIGURE_4, {"sides": "each", "hold": "30s"}),
        ("fig both sides", FIGURE_4, {"sides": "both"}),
        ("fig other side", FIGURE_4, {"sides": "other"}),
        ("fig left optional", FIGURE_4, {"sides": "left", "optional": "true"}),
        ("fig off", FIGURE_4, {"enabled": "false"}),
        ("fig switch 12 get_ready 20", FIGURE_4, {"switch": "12s", "get_ready": "20s"}),
        ("fig 30 note: Stop 2 s early", FIGURE_4, {"hold": "30s", "note": "Stop 2 s early"}),
        ("fig note “Gently.”", FIGURE_4, {"note": "Gently."}),
        ("figure 4 30", FIGURE_4, {"hold": "30s"}),
        ("90 90 6", HIP, {"reps": "6"}),
        ("30 30 fig", FIGURE_4, {"hold": "30s"}),
        ("fig sets 30s", FIGURE_4, {"hold": "30s"}),
        ("hold fig 5s reps", FIGURE_4, {"hold": "5s"}),
        ("fig 1:30 x 3", FIGURE_4, {"hold": "1:30"}),
        ("bridge load 5 kg", BRIDGE, {"load": "5 kg"}),
        ('bridge 2x10 load "5 kg"', BRIDGE, {"sets": "2", "reps": "10", "load": "5 kg"}),
        ('"load 5 kg" bridge 12', BRIDGE, {"reps": "12", "load": "5 kg"}),
        ("bridge load “red band” hold 5", BRIDGE, {"hold": "5s", "load": "red band"}),
        ("bridge load red 12 reps", BRIDGE, {"reps": "12", "load": "red"}),
        ("bridge load 2 12 reps", BRIDGE, {"reps": "12", "load": "2"}),
        ('bridge effort "4 of 10" load "2,5 kg', BRIDGE, {"load": "2,5 kg", "effort": "4 of 10"}),
        ('bridge load ""', BRIDGE, {}),
        ('"3x30 lying"', FIGURE_4, {"sets": "3", "hold": "30s"}),
        ("„3x30 lying“ left", FIGURE_4, {"sets": "3", "hold": "30s", "sides": "left"}),
        ("'lying fig' “2 x 40”", FIGURE_4, {"sets": "2", "hold": "40s"}),
        ('"fig 30 note Gently."', FIGURE_4, {"hold": "30s", "note": "Gently."}),
        ("fig note „Gently.“", FIGURE_4, {"note": "Gently."}),
        ('fig 30 "note: Gently."', FIGURE_4, {"hold": "30s", "note": "Gently."}),
        ("3×30″ lying", FIGURE_4, {"sets": "3", "hold": "30s"}),
        ('bridge 3x12"', BRIDGE, {"sets": "3", "hold": "12s"}),
        ("3x12” bridge rest 1′", BRIDGE, {"sets": "3", "hold": "12s", "rest": "1 min"}),
        ("fig 15–30 ″", FIGURE_4, {"hold": "15-30s"}),
        ("walk 1'30\"", WALK, {"time": "1m 30s"}),
        ('"walk 5\'"', WALK, {"time": "5 min"}),
        ('bridge load "red band" 3x12"', BRIDGE, {"sets": "3", "hold": "12s", "load": "red band"}),
    ],
)
def test_a_line_is_an_exercise_with_its_dose(
    line: str, exercise: Exercise, said: dict[str, object]
) -> None:
    assert step(line, exercise) == said


@pytest.mark.parametrize(
    "line", ['"3x30 lying"', '" 3x30 “lying” "', "3×30″ lying", "'lying' 3x30"]
)
def test_quotes_and_signs_of_units_are_no_words(line: str) -> None:
    assert read_quick_line(line).words == ("lying",)


def test_keys_stand_in_the_order_in_which_one_writes_them() -> None:
    line = "off optional note_ rest 20 switch 9 2x10 hold 5 affected 3 left"
    keys = list(read_quick_line(line).step(FIGURE_4))
    wanted = "exercise sides sets reps hold rest switch affected optional enabled"
    assert keys == wanted.split()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rest 30", {"rest": "30s"}),
        ("rest 1:30 optional", {"rest": "1:30", "optional": "true"}),
        ("break 20 s note Drink.", {"rest": "20s", "note": "Drink."}),
        ("20 s rest", {"rest": "20s"}),
        ("1:30 break optional", {"rest": "1:30", "optional": "true"}),
    ],
)
def test_a_plain_rest(line: str, said: dict[str, str]) -> None:
    read = read_quick_line(line)
    assert read.is_rest
    assert read.rest() == said


@pytest.mark.parametrize("line", ["", "rest", "rest 30 fig", "30", "rest 20 hold 5"])
def test_what_is_no_plain_rest(line: str) -> None:
    assert not read_quick_line(line).is_rest


@pytest.mark.parametrize(
    ("line", "what_to_do"),
    [
        ("rest", lone_sentence("rest")),
        ("break note Drink.", lone_sentence("break")),
        ("3x30 rest", lone_sentence("rest")),
        ("rest 0", "A rest of no time is none: write how long it is, as in “rest 20”."),
        ("rest 0:00", "A rest of no time is none: write how long it is, as in “rest 20”."),
        ("left right fig",
         "“left” and “right” do not go together: keep one, or write “each side”."),
        ("affected fig right side",
         "“affected” and “right side” do not go together: keep one, or write “each side”."),
        ("fig hold 5 hold 10", "“hold” is said twice: keep one of them."),
        ("3x30 3x40 fig", "“30” and “40” both say how much: keep one."),
        ("fig affected 4 affected 5", "“4” and “5” both say how much: keep one."),
        ("fig 3 sets sets 4", "“sets” is said twice: keep one of them."),
        ("3x30", "Write which exercise it is, too: a few letters of its name are enough."),
        ("hold 5", "Write which exercise it is, too: a few letters of its name are enough."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_not_guessed(line: str, what_to_do: str) -> None:
    assert read_quick_line(line).wrong == what_to_do


@pytest.mark.parametrize(
    "line", ["", "fig", "left left fig", "hold 5 fig hold 5", "off", "rest side", "fig rest 0"]
)
def test_what_can_be_meant(line: str) -> None:
    assert read_quick_line(line).wrong == ""


def test_a_word_that_wants_a_number_is_named() -> None:
    assert read_quick_line("bridge rest").lone_word == "rest"
    assert read_quick_line("bridge rest 20").lone_word == ""


def test_whether_a_dose_is_said() -> None:
    assert read_quick_line("fig 30").says_a_dose
    assert read_quick_line("fig left").says_a_dose
    assert read_quick_line("fig sets 3").says_a_dose
    assert not read_quick_line("fig optional").says_a_dose
    assert read_quick_line("") == QuickLine()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["lying", "fig"], ["figure-4-supine", "figure-4-supine-foot-down"]),
        (["fig", "4", "sup"], ["figure-4-supine", "figure-4-supine-foot-down"]),
        (["fig", "4"], ["figure-4-supine", "figure-4-supine-foot-down"]),
        (["foot"], ["figure-4-supine-foot-down"]),
        (["childs"], ["childs-pose"]),
        (["Child’s"], ["childs-pose"]),
        (["cow"], ["cat-cow"]),
        (["nothing"], []),
        ([], []),
    ],
)
def test_exercises_by_the_beginnings_of_their_words(words: list[str], ids: list[str]) -> None:
    assert [exercise.id for exercise in QuickMatch(ALL).find(words)] == ids


def test_muscles_find_after_names() -> None:
    named = an_exercise("piri", "Piriformis hug")
    found = QuickMatch({**ALL, "piri": named}).find(["piri"], most=3)
    assert found[0] is named
    assert len(found) == 3


@given(st.text())
def test_anything_can_be_read(line: str) -> None:
    read = read_quick_line(line)
    for exercise in ALL.values():
        read.step(exercise)
    if read.is_rest:
        read.rest()
    QuickMatch(ALL).find(read.words)


NUMBERS = st.integers(1, 999).map(str) | st.tuples(st.integers(1, 99), st.integers(100, 999)).map(
    lambda ends: f"{ends[0]}-{ends[1]}"
)
TIMES = st.tuples(NUMBERS, st.sampled_from(["s", " s", " sec", "seconds", " min", "m"]))


@given(NUMBERS, TIMES, st.sampled_from(["x", " x ", "×", "X", " * "]), st.booleans())
def test_sets_and_holds_are_read_however_they_are_written(
    sets: str, time: tuple[str, str], times: str, in_front: bool
) -> None:
    dose = f"{sets}{times}{''.join(time)}"
    line = f"{dose} lying fig" if in_front else f"lying fig {dose}"
    number, unit = time
    written = f"{number} min" if unit.strip().startswith("m") else f"{number}s"
    assert step(line, FIGURE_4) == {"sets": sets, "hold": written}
    assert read_quick_line(line).words == ("lying", "fig")


@given(NUMBERS, NUMBERS, st.permutations(["reps", "hold", "rest", "left", "words"]))
def test_the_order_of_the_parts_says_nothing(reps: str, hold: str, order: list[str]) -> None:
    parts = {
        "reps": f"{reps} reps", "hold": f"hold {hold}", "rest": "rest 20s", "left": "left",
        "words": "bridge",
    }  # fmt: skip
    line = " ".join(parts[part] for part in order)
    said = {"sides": "left", "reps": reps, "hold": f"{hold}s", "rest": "20s"}
    assert step(line, BRIDGE) == said


@given(st.sampled_from(["30", "30s", "1:30", "1m30s", "2min", "5breaths", "5–8breaths", "3-5m"]))
def test_times_are_written_as_files_have_them(amount: str) -> None:
    pattern = r"\d+(-\d+)?(s| min| breaths)|\d+:\d\d|\d+m \d+s"
    assert re.fullmatch(pattern, written_time(amount))


def test_digits_are_those_of_a_file() -> None:
    assert read_quick_line("٣x30 fig").sets == ""
