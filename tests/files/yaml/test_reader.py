"""The reader never raises, whatever stands in the file, and every problem has its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.dose import Auto, Manual
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose_terms import Part
from stretchcoach.core.content.routine import ExerciseStep, RepeatStep, RestStep, Routine
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import SideOrder, Sides
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.library.fault import Fault
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_content
from stretchcoach.files.yaml.nodes import Scalar
from stretchcoach.files.yaml.parser import PARSER
from stretchcoach.files.yaml.reader import Document, read_content, read_document
from stretchcoach.files.yaml.shapes import fields_of

FILES = Path(__file__).parents[1]
GOOD = FILES / "good"
HERE = Path("a.yaml")
KNOWN = Library.read([GOOD], assets=Path("assets")).known


def routine_of(text: str) -> Document[Routine]:
    return read_content(HERE, text.encode(), Routine)


@pytest.fixture(scope="module")
def everything() -> Routine:
    document = read_document(GOOD / "everything.yaml", Routine)
    assert document.problems == ()
    assert document.value
    return document.value


def test_texts_are_never_guessed(everything: Routine) -> None:
    texts = (everything.title, everything.goal, everything.for_, everything.note)
    assert texts == ("2026", "true", "No", "")
    assert everything.level == 2


def test_defaults_and_schedule(everything: Routine) -> None:
    defaults, schedule = everything.defaults, everything.schedule
    assert defaults.get_ready_ms is Auto.AUTO
    assert (defaults.switch_ms, defaults.rest_ms) == (8000, 65000)
    assert defaults.order is SideOrder.AFFECTED_LAST
    assert schedule
    assert (schedule.per_day, schedule.days) == (2, (Weekday.MON, Weekday.SUN))


def test_steps(everything: Routine) -> None:
    first, rest, phases, block, own = everything.steps
    assert isinstance(first, ExerciseStep)
    assert (first.sets, first.reps, first.hold_ms, first.relax_ms) == (3, 2, 90_000, 2000)
    assert (first.rest_ms, first.get_ready_ms, first.switch_ms) == (90_000, 120_000, 8000)
    assert (first.sides, first.optional, first.enabled) == (Sides.EACH, True, True)
    assert first.affected
    assert (first.affected.sets, first.affected.hold_ms) == (4, 45_000)
    assert first.note == "Stop short of any tingling: é, 伸"
    assert first.translations["de"].note == "Vor dem (rechten|linken) Kribbeln aufhören."
    assert isinstance(rest, RestStep)
    assert (rest.rest_ms, rest.note, rest.translations["de"].note) == (600_000, "", "Ruh dich aus.")
    assert isinstance(phases, ExerciseStep)
    assert phases.rep
    assert [(phase.say, phase.for_ms) for phase in phases.rep] == [
        ("Ease the (right|left) knee in", 10_000),
        ("Let go", 120_000),
    ]
    assert phases.rep[0].translations["de"].say == "Näher"
    assert isinstance(block, RepeatStep)
    assert block.steps[1] == RepeatStep(repeat=3, steps=(RestStep(rest_ms=5000),))
    assert isinstance(own, ExerciseStep)
    assert not own.enabled


def test_changes_to_exercises_hold_what_is_given_alone(everything: Routine) -> None:
    assert everything.exercises["bridge"].given.keys() == {"name", "dose"}


def test_exercise() -> None:
    exercise = read_document(GOOD / "exercises" / "figure-4.yaml", Exercise).value
    assert exercise
    assert exercise.also_known_as == ("reclined pigeon", "90/90 on the back", "4")
    assert exercise.targets.primary == (Muscle.PIRIFORMIS, Muscle.DEEP_ROTATORS)
    assert exercise.equipment == (Equipment.MAT,)
    assert exercise.instructions.setup == "Lie on your back.\nBend both knees."
    assert exercise.instructions.feel == "Deep in the buttock: it's there"
    assert exercise.instructions.stop == "Ease out if the knee hurts."
    assert exercise.translations["de"].instructions
    assert exercise.translations["de"].instructions.stop == "Bei Knieschmerz lösen."
    assert exercise.cues[2] == "The (right|left) (foot|foot)"
    assert exercise.harder == "9090"
    assert exercise.alt == ""
    assert exercise.pose
    hold = exercise.pose.keyframes[1]
    assert (hold.working.hip.flexion, hold.working.hip.rotation) == (100.5, -30.0)
    assert (hold.working.knee, hold.contacts[0].put) == (0.5, Part.ANKLE)
    assert exercise.pose.camera.centre == (0, 10.5, -4)


def test_manual_pace() -> None:
    exercise = read_document(GOOD / "exercises" / "9090.yaml", Exercise).value
    assert exercise
    assert exercise.dose.pace_ms is Manual.MANUAL


@pytest.mark.parametrize("word", ["true", "yes", "on", "True", "YES", "On"])
def test_yes(word: str) -> None:
    document = routine_of(f"steps: [{{rest: 5s, optional: {word}}}]")
    assert document.value
    assert document.value.steps == (RestStep(rest_ms=5000, optional=True),)


@pytest.mark.parametrize("word", ["false", "no", "off", "False", "NO", "Off"])
def test_no(word: str) -> None:
    document = routine_of(f"steps: [{{rest: 5s, enabled: {word}}}]")
    assert document.value
    assert document.value.steps == (RestStep(rest_ms=5000, enabled=False),)


STEPS = """\
id: a
steps:
  - rest: x
  - repeat: 2
    steps:
      - exercise: a
        affected:
          sets: 2
      - foo
      - exercise: b
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (0, 0)),
        (("id",), (0, 4)),
        (("nowhere", 3), (0, 0)),
        (("steps",), (1, 0)),
        # The first step cannot be read, so the value's first step is the file's second.
        (("steps", 0), (3, 4)),
        (("steps", 0, "repeat"), (3, 12)),
        (("steps", 0, "steps", 0, "exercise"), (5, 18)),
        (("steps", 0, "steps", 0, "affected"), (6, 8)),
        (("steps", 0, "steps", 0, "affected", "sets"), (7, 16)),
        (("steps", 0, "steps", 0, "affected", "sets", "more"), (7, 16)),
        (("steps", 0, "steps", 0, "hold"), (5, 8)),
        (("steps", 0, "steps", 1, "exercise"), (9, 18)),
        (("steps", 9), (1, 0)),
    ],
)
def test_paths_of_the_value_lead_to_places(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    node, _ = routine_of(STEPS).place_of(path)
    assert (node.line, node.column) == place


def test_faults_are_added_unless_they_may_be_echoes() -> None:
    document = routine_of(STEPS)
    before = len(document.problems)
    echoes = [("steps",), ("steps", 0), ("steps", 0, "steps")]
    document.add_faults(Fault(path, "echo") for path in echoes)
    assert len(document.problems) == before
    document.add_faults([Fault(("steps", 0, "steps", 1), "news"), Fault(("id",), "news")])
    assert [p.line for p in document.problems if p.message == "news"] == [1, 10]


def test_unknown_exercises_are_told_beside_all_other_problems() -> None:
    entry = entry_of(b"steps: [{exercise: figure-5, sets: many}, {rest: 5s, nit: x}]")
    messages = " ".join(problem.message for problem in entry.problems)
    for part in ("title", "figure-4", "many", "nit"):
        assert part in messages


def entry_of(content: bytes, known: KnownExercises = KNOWN) -> RoutineEntry:
    return read_routine_content(HERE, content, known)


def check_places(content: bytes, parser: Any = PARSER) -> None:
    """Read without raising; every problem lies in the file; a value or an error comes out."""
    document = read_content(HERE, content, Routine, parser)
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in document.problems:
        problem.format().encode()
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
    assert document.has_errors or isinstance(document.value, Routine)
    entry = entry_of(content)
    assert (entry.routine is None) == any(problem.is_error for problem in entry.problems)


BOTH = pytest.mark.parametrize("parser", [PARSER, yaml.BaseLoader], ids=["c", "python"])
KEYS = sorted({field.key for record in (Routine, ExerciseStep) for field in fields_of(record)})
WORDS = st.sampled_from([*KEYS, "figure-4", "stretchcoach/1", "30s", "auto", "<<", "yes", "left"])
SCALARS = WORDS | st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=30,
)
EVERYTHING = (GOOD / "everything.yaml").read_bytes()


@BOTH
@given(content=st.binary(max_size=200))
def test_any_bytes(content: bytes, parser: Any) -> None:
    check_places(content, parser)


@BOTH
@given(text=st.text(max_size=100) | st.text("ab:-[]{}&*!|>'\"#%@` \n\t\r\\,?<", max_size=60))
def test_any_text(text: str, parser: Any) -> None:
    check_places(text.encode("utf-8", "replace"), parser)


@BOTH
@given(tree=TREES, flow=st.booleans())
def test_any_tree(tree: Any, flow: bool, parser: Any) -> None:
    check_places(yaml.safe_dump(tree, default_flow_style=flow).encode(), parser)


@BOTH
@settings(max_examples=200)
@given(data=st.data())
def test_a_good_file_with_a_slip(data: st.DataObject, parser: Any) -> None:
    start = data.draw(st.integers(0, len(EVERYTHING)))
    length = data.draw(st.integers(0, 12))
    slip = data.draw(st.text(":-[]{}'\"# \nxyz0", max_size=3))
    check_places(EVERYTHING[:start] + slip.encode() + EVERYTHING[start + length :], parser)


@settings(max_examples=30)
@given(st.sampled_from(sorted((FILES / "bad").glob("*.yaml"))), st.integers(0, 2000))
def test_a_bad_file_that_ends_early(path: Path, length: int) -> None:
    check_places(path.read_bytes()[:length])


def test_nodes_keep_the_lines_of_each_step() -> None:
    document = read_document(GOOD / "everything.yaml", Routine)
    lines = [document.place_of(("steps", index))[0].line for index in range(5)]
    assert lines == sorted(lines)
    source = (GOOD / "everything.yaml").read_text(encoding="utf-8").splitlines()
    assert all(source[line].startswith("  - ") for line in lines)
    node = document.place_of(("steps", 0, "exercise"))[1]
    assert isinstance(node, Scalar)


def test_steps_have_schedules_of_their_own(everything: Routine) -> None:
    schedules = [getattr(step, "schedule", None) for step in everything.steps]
    assert schedules == [
        Schedule(days=tuple(Weekday)),
        None,
        Schedule(every_days=2, per_day=12),
        Schedule(per_week=3),
        Schedule(as_needed=True),
    ]


@pytest.mark.parametrize(
    ("text", "days"), [("2", 2), ("2 days", 2), ("1 day", 1), ("03d", 3), ("28 d", 28)]
)
def test_a_rhythm_is_a_number_of_days(text: str, days: int) -> None:
    document = routine_of(
        f"format: stretchcoach/1\nid: x\ntitle: X\nschedule: {{every: {text}}}\nsteps: []\n"
    )
    assert document.value
    assert document.value.schedule == Schedule(every_days=days)
