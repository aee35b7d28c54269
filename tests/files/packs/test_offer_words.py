"""What a person reads before a pack is taken in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.plan_files import PlanEntry
from stretchcoach.files.packs.offer_words import told
from stretchcoach.files.packs.receiving import Offer, OfferedPlan, OfferedRoutine
from tests.files.library.library_folder import LibraryFolder

PROFILE = Profile()


def offered(tmp_path: Path) -> OfferedRoutine:
    folder = LibraryFolder(tmp_path / "own")
    folder.exercise("pigeon")
    folder.routine("mine", more="author: Ada Lim\n")
    return OfferedRoutine(Library.read([folder.path], tmp_path).routine("mine"), exercises=1)


def lines(*routines: OfferedRoutine, plans: tuple[OfferedPlan, ...] = ()) -> list[str]:
    return [line for one in told(Offer("", routines, plans, ()), PROFILE) for line in one.lines]


def test_what_it_is_and_from_whom(tmp_path: Path) -> None:
    assert lines(offered(tmp_path)) == [
        "Evening",
        "  1 min 23 s, 1 step, 1 exercise of its own",
        "  Written by Ada Lim.",
        "  It is new to you.",
    ]


def test_how_it_stands_to_what_is_at_hand(tmp_path: Path) -> None:
    one = offered(tmp_path)
    known = replace(one, at_hand=one.entry, exercises=0)
    assert "nothing in it has changed" in lines(known)[3]
    changed = replace(known, changes=("Step 1 is new: Rest.",))
    assert lines(changed)[3:] == [
        "  It comes beside “Evening”, which you have. What differs:",
        "  - Step 1 is new: Rest.",
    ]
    assert "takes the place" in lines(replace(changed, replaces=True))[3]


def test_a_broken_one_has_its_name(tmp_path: Path) -> None:
    one = offered(tmp_path)
    broken = replace(one, entry=replace(one.entry, routine=None))
    assert lines(broken) == ["Evening", "  It is new to you."]


def test_a_broken_plan_has_its_name(tmp_path: Path) -> None:
    entry = PlanEntry(tmp_path / "six.yaml", "six", "Six weeks", None)
    assert lines(plans=(OfferedPlan(entry),)) == ["Six weeks", "  It is new to you."]


def test_those_of_one_title_are_told_apart(tmp_path: Path) -> None:
    one = offered(tmp_path)
    other = replace(one, entry=replace(one.entry, id="theirs", title="EVENING"))
    plan = OfferedPlan(PlanEntry(tmp_path / "six.yaml", "six", "Six weeks", None))
    heads = [line for line in lines(one, other, plans=(plan,)) if not line.startswith(" ")]
    assert heads == ["Six weeks", "Evening (mine)", "EVENING (theirs)"]
