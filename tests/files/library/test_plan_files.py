"""Plans from files: which of several wins, and what they know of routines."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import known_routine, read_plan_file, read_plans

PLAN = """\
format: stretchcoach-plan/1
id: {id}
title: {title}
weeks: [{{title: First, sessions: [{{routine: everything, days: 3}}]}}]
"""
GOOD = Path(__file__).parents[1] / "good"


def library() -> Library:
    return Library.read([GOOD], Path("assets"))


def write(folder: Path, file: str, name: str = "hips", title: str = "Hips") -> Path:
    path = folder / "plans" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN.format(id=name, title=title), encoding="utf-8")
    return path


def test_the_bundled_plan_has_no_problems_and_its_routines() -> None:
    bundled = bundled_dir("routines")
    (entry,) = read_plans([bundled], Library.read([bundled], bundled_dir("assets")))
    assert entry.problems == ()
    assert entry.plan
    assert len(entry.plan.weeks) == 6
    assert entry.routines.keys() == {"hip-basics", "hip-basics-next"}
    assert known_routine(entry.routines["hip-basics"]).routine.id == "hip-basics"


def test_a_folder_without_plans_has_none(tmp_path: Path) -> None:
    assert read_plans([tmp_path, tmp_path / "missing"], library()) == ()


def test_a_plan_of_ones_own_wins(tmp_path: Path) -> None:
    write(tmp_path / "bundled", "hips.yaml")
    own = write(tmp_path / "own", "mine.yaml", title="My hips")
    (entry,) = read_plans([tmp_path / "bundled", tmp_path / "own"], library())
    assert (entry.path, entry.title) == (own, "My hips")


def test_broken_plans_hide_no_other(tmp_path: Path) -> None:
    write(tmp_path, "hips.yaml")
    write(tmp_path, "broken.yaml").write_text("format: stretchcoach-plan/1\n", encoding="utf-8")
    good, broken = read_plans([tmp_path], library())
    assert good.plan
    assert (broken.id, broken.plan) == ("broken", None)
    assert "missing" in broken.problems[0].message


def test_two_files_cannot_have_one_id(tmp_path: Path) -> None:
    first = write(tmp_path, "a.yaml")
    write(tmp_path, "b.yaml")
    good, second = read_plans([tmp_path], library())
    assert good.path == first
    assert second.plan is None
    assert [(p.line, str(first) in p.message) for p in second.problems] == [(2, True)]


def test_what_is_no_plan_says_so(tmp_path: Path) -> None:
    entry = read_plan_file(GOOD / "windows.yaml", library())
    assert entry.plan is None
    assert [p.message for p in entry.problems] == [
        "this is no plan - its place is not the folder “plans”"
    ]


def test_a_plan_among_the_routines_says_where_it_belongs(tmp_path: Path) -> None:
    write(tmp_path, "hips.yaml").rename(tmp_path / "hips.yaml")
    problems = Library.read([tmp_path], Path("assets")).problems
    assert [p.message for p in problems] == ["this is a plan - its place is the folder “plans”"]


def test_check_knows_plans_and_the_routines_of_the_library(tmp_path: Path) -> None:
    path = write(tmp_path, "hips.yaml")
    checked = library().check([path])
    assert [entry.plan is not None for entry in checked.plans] == [True]
    assert checked.routines == ()
    assert checked.problems == ()


def test_check_takes_routines_that_are_checked_with_the_plan(tmp_path: Path) -> None:
    write(tmp_path, "hips.yaml")
    routine = (GOOD / "windows.yaml").read_text("utf-8-sig").replace("from-windows", "everything")
    (tmp_path / "everything.yaml").write_text(routine, encoding="utf-8")
    checked = library().check([tmp_path])
    assert checked.problems == ()
    assert checked.plans[0].routines["everything"].title == "Saved with Windows"


def test_a_folder_says_the_kind_where_the_file_does_not(tmp_path: Path) -> None:
    write(tmp_path, "hips.yaml").write_text("title: Hips\n", encoding="utf-8")
    checked = library().check([tmp_path])
    assert len(checked.plans) == 1
    assert checked.problems


def test_several_routines_a_day_and_weeks_that_are_alike() -> None:
    entry = read_plan_file(GOOD / "plans" / "daily-and-strength.yaml", library())
    assert entry.problems == ()
    assert entry.plan
    assert [(span.first, span.last) for span, _ in entry.plan.numbered] == [(1, 2), (3, 8), (9, 9)]
    assert [week.times for week in entry.plan.all_weeks[1:3]] == [14, 17]
