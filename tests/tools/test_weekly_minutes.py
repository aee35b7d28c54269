"""The minutes of stretching that a week asks for stand in docs/content.md, and none is too many."""

from __future__ import annotations

from stretchcoach.core.content.dose import Dose
from stretchcoach.core.content.exercise import Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.measures.muscle_groups import MuscleGroup
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import read_plans
from tests.core.builders import a_step, a_timeline, an_exercise, known
from tools.weekly_minutes import MOST_MIN, PAGE, Line, lines, page, stretched_ms, table


def test_the_table_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert page(written) == written, "run `python tools/weekly_minutes.py`"


def test_no_muscle_is_stretched_longer_than_helps() -> None:
    folders = [bundled_dir("routines")]
    library = Library.read(folders, bundled_dir("assets"))
    rows = list(lines(library, read_plans(folders, library)))
    assert len(rows) > len(list(library.routines))
    too_long = {
        (row.name, group.value, side.value): held_ms / MINUTE_MS
        for row in rows
        for (group, side), held_ms in row.held_ms.items()
        if held_ms > MOST_MIN * MINUTE_MS
    }
    assert too_long == {}


def test_holds_count_for_their_side_and_work_for_strength_does_not() -> None:
    hug = an_exercise(dose=Dose(hold_ms=30_000, sets=2))
    timeline = a_timeline(a_step(), exercises=known(hug))
    assert stretched_ms(timeline, 3) == {
        (MuscleGroup.DEEP_ROTATORS, Side.LEFT): 180_000,
        (MuscleGroup.DEEP_ROTATORS, Side.RIGHT): 180_000,
    }
    both = an_exercise(sides=Sides.BOTH, dose=Dose(hold_ms=30_000))
    assert len(stretched_ms(a_timeline(a_step(), exercises=known(both)))) == 2
    bridge = an_exercise()
    strong = known(type(bridge)(**{**vars(bridge), "kind": ExerciseKind.STRENGTH}))
    assert stretched_ms(a_timeline(a_step(), exercises=strong)) == {}


def test_sides_that_differ_are_both_told() -> None:
    held = stretched_ms(a_timeline(a_step()))
    held[MuscleGroup.DEEP_ROTATORS, Side.LEFT] *= 2
    assert Targets((Muscle.PIRIFORMIS,)) == an_exercise().targets
    *_, row = table(iter([Line("`hug`", "each time", held)]))
    assert row == "| `hug` | each time | deep rotators 1.0 left and 0.5 right |"
