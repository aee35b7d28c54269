"""Looking into a pack, and taking it in."""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.packs.pack_zip import PackRefusedError
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import PackReader
from tests.files.library.library_folder import EXERCISE
from tests.files.packs.packs import GOOD, ROUTINE, pack

PLAN = b"""\
format: stretchcoach-plan/1
id: six
title: Six weeks
weeks: [{title: One, sessions: [{routine: mine, days: 3}]}]
"""
OWN = {
    "mine/mine.yaml": ROUTINE.replace(b"bridge", b"my-squat"),
    "mine/exercises/my-squat.yaml": EXERCISE.format(id="my-squat", name="My squat").encode(),
}


def a_picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "WEBP")
    return file.getvalue()


@cache
def bundled() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


@pytest.fixture
def received(tmp_path: Path) -> Received:
    return Received(tmp_path / "received")


@pytest.fixture
def reader(received: Received) -> PackReader:
    return PackReader(received, bundled(), bundled().known)


def test_it_is_taken_in_after_it_was_seen(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    path = pack(tmp_path / "p", OWN)
    offer = reader.look(path, Profile())
    assert not received.folder.exists()
    assert [one.entry.title for one in offer.routines] == ["Mine"]
    assert (offer.routines[0].exercises, offer.routines[0].at_hand) == (1, None)
    reader.take(path, offer)
    (file,) = received.routine_files()
    assert file.read_bytes() == OWN["mine/mine.yaml"]
    assert sorted(os.listdir(received.folder)) == ["mine"]
    entry = bundled().with_routine_files([file]).routine("mine")
    assert entry.exercises["my-squat"].name == "My squat"


def test_its_exercises_are_nobody_elses(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    path = pack(tmp_path / "p", OWN)
    reader.take(path, reader.look(path, Profile()))
    library = bundled().with_routine_files(received.routine_files())
    assert "my-squat" not in library.exercises
    assert library.routine("mine").routine is not None


def test_a_newer_revision_says_what_changed_and_takes_the_place(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    pack(first, OWN)
    pack(second, {"mine/mine.yaml": ROUTINE.replace(b"Mine", b"Yours")})
    reader.take(first, reader.look(first, Profile()))
    offered = reader.look(second, Profile()).routines[0]
    assert offered.replaces
    assert offered.changes[0] == "It is called “Yours” instead of “Mine”."
    assert len(offered.changes) == 3
    reader.take(second, reader.look(second, Profile()))
    assert [path.name for path in (received.folder / "mine").iterdir()] == ["mine.yaml"]


def test_one_with_the_id_of_another_comes_beside_it(reader: PackReader, tmp_path: Path) -> None:
    content = ROUTINE.replace(b"id: mine", b"id: desk-break")
    offer = reader.look(pack(tmp_path / "p", {"desk-break/desk-break.yaml": content}), Profile())
    assert offer.routines[0].at_hand is not None
    assert not offer.routines[0].replaces
    assert offer.routines[0].changes


def test_a_broken_revision_at_hand_is_no_hindrance(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    (received.folder / "mine").mkdir(parents=True)
    (received.folder / "mine" / "mine.yaml").write_text("nonsense")
    path = pack(tmp_path / "p")
    offered = reader.look(path, Profile()).routines[0]
    assert (offered.replaces, offered.changes) == (True, ())


def test_a_plan_comes_with_its_routines(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    path = pack(tmp_path / "p", {**GOOD, "six/plans/six.yaml": PLAN})
    offer = reader.look(path, Profile())
    assert [plan.entry.title for plan in offer.plans] == ["Six weeks"]
    assert offer.names == ("mine", "six")  # what is shown once it is taken in is the routine
    assert offer.problems == ()
    reader.take(path, offer)
    assert received.plan_folders() == (received.folder / "six",)
    assert received.routine_files() == (received.folder / "mine" / "mine.yaml",)


@pytest.mark.parametrize(
    "files",
    [
        {"mine/mine.yaml": ROUTINE.replace(b"bridge", b"nobody")},
        {"mine/mine.yaml": b"nonsense"},
        {**OWN, "mine/exercises/my-squat.yaml": b"nonsense"},
        {"six/plans/six.yaml": PLAN},
    ],
)
def test_problems_are_told_and_nothing_can_be_taken(
    reader: PackReader, tmp_path: Path, files: dict[str, bytes]
) -> None:
    offer = reader.look(pack(tmp_path / "p", files), Profile())
    assert offer.problems
    assert all(problem.is_error for problem in offer.problems)


def test_a_file_that_changed_after_it_was_seen_is_not_taken(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    path = pack(tmp_path / "p")
    offer = reader.look(path, Profile())
    pack(path, OWN)
    with pytest.raises(PackRefusedError, match="another one by now"):
        reader.take(path, offer)
    assert not received.folder.exists()


def test_a_plan_says_what_changed_and_takes_the_place(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    pack(first, {**GOOD, "six/plans/six.yaml": PLAN})
    newer = PLAN.replace(b"days: 3", b"days: 4, changes: {bridge: {reps: 20}}")
    pack(second, {**GOOD, "six/plans/six.yaml": newer})
    offered = reader.look(first, Profile()).plans[0]
    assert (offered.at_hand, offered.replaces, offered.changes) == (None, False, ())
    reader.take(first, reader.look(first, Profile()))
    assert reader.look(first, Profile()).plans[0].changes == ()
    offered = reader.look(second, Profile()).plans[0]
    assert offered.replaces
    assert offered.changes[0] == "Week 1, Mine: on 4 days instead of on 3 days."
    assert offered.changes[1].startswith("Week 1, Mine: Step 1, ")
    assert "20 reps" in offered.changes[1]
    assert len(offered.changes) == 2


def test_a_plan_with_the_id_of_another_comes_beside_it(received: Received, tmp_path: Path) -> None:
    folders = [bundled_dir("routines"), tmp_path]
    reader = PackReader(received, bundled(), bundled().known, folders)
    theirs = PLAN.replace(b"id: six", b"id: six-weeks")
    path = pack(tmp_path / "p", {**GOOD, "six-weeks/plans/six-weeks.yaml": theirs})
    offered = reader.look(path, Profile()).plans[0]
    assert offered.at_hand is not None
    assert not offered.replaces
    assert "It is called “Six weeks” instead of" in offered.changes[0]


def test_a_broken_plan_at_hand_is_no_hindrance(
    reader: PackReader, received: Received, tmp_path: Path
) -> None:
    (received.folder / "six" / "plans").mkdir(parents=True)
    (received.folder / "six" / "plans" / "six.yaml").write_text("nonsense")
    path = pack(tmp_path / "p", {**GOOD, "six/plans/six.yaml": PLAN})
    offered = reader.look(path, Profile()).plans[0]
    assert (offered.replaces, offered.changes) == (True, ())


def test_changed_words_amounts_and_pictures_of_own_exercises_are_told(
    reader: PackReader, tmp_path: Path
) -> None:
    def offered(words: str, picture: bytes | None) -> tuple[str, ...]:
        own = OWN["mine/exercises/my-squat.yaml"].decode().replace("My squat", words)
        files = {**OWN, "mine/exercises/my-squat.yaml": f"{own}figure: squat.webp\n".encode()}
        if picture is not None:
            files["mine/exercises/squat.webp"] = picture
        path = pack(tmp_path / "p", files)
        offer = reader.look(path, Profile())
        assert offer.problems == ()
        reader.take(path, offer)
        return offer.routines[0].changes

    red, blue = (a_picture(colour) for colour in ("red", "blue"))
    assert offered("My squat", red) == ()
    assert offered("My squat", red) == ()
    assert offered("My squat", blue) == ("My squat has another picture.",)
    assert offered("My squat", None) == ("My squat has no picture any more.",)
    assert offered("Squat", blue) == (
        "The exercise “My squat” is called “Squat” now.",
        "Squat has a picture now.",
    )


def test_exercises_that_stand_in_the_routine_are_its_own_too(
    reader: PackReader, tmp_path: Path
) -> None:
    inside = ROUTINE + b"exercises: {bridge: {name: My bridge}}\n"
    offer = reader.look(pack(tmp_path / "p", {**OWN, "mine/mine.yaml": inside}), Profile())
    assert offer.routines[0].exercises == 2
