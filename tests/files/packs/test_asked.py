"""What is named to be packed, and what goes along with it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library, UnknownRoutineError
from stretchcoach.files.packs.asked import NotPackedError, gather
from stretchcoach.files.packs.gathering import Gathered
from tests.files.library.library_folder import LibraryFolder
from tests.files.pictures.hostile_pictures import encoded

BUNDLED, ASSETS = bundled_dir("routines"), bundled_dir("assets")
PICTURE = encoded(Image.new("RGB", (8, 6), "red"), "JPEG", comment="secret")
PLAN = """\
format: stretchcoach-plan/1
id: six
title: Six weeks
weeks: [{title: One, sessions: [{routine: mine, days: 3}, {routine: desk-break, days: 2}]}]
"""


@pytest.fixture
def own(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "own")


def gathered(own: LibraryFolder, *asked: str) -> Gathered:
    folders = [BUNDLED, own.path]
    return gather(asked, Library.read(folders, ASSETS), folders, BUNDLED)


def test_a_bundled_routine_needs_only_its_file(own: LibraryFolder) -> None:
    found = gathered(own, "desk-break")
    assert list(found.files) == ["desk-break/desk-break.yaml"]
    assert found.files["desk-break/desk-break.yaml"] == (BUNDLED / "desk-break.yaml").read_bytes()
    assert found.remarks == []


def test_own_exercises_easier_ones_and_pictures_go_along(own: LibraryFolder) -> None:
    (own.path / "exercises" / "photos").mkdir()
    for name in ("a.jpg", "a-still.jpg"):
        (own.path / "exercises" / "photos" / name).write_bytes(PICTURE)
    own.exercise("squat", more="easier: half-squat\nfigure: photos/a.jpg\n")
    own.exercise("half-squat", "Half squat")
    own.exercise("other", "Other")
    steps = "steps: [{repeat: 2, steps: [{exercise: squat}, {rest: 10s}]}]\n"
    path = own.routine("mine", "squat")
    path.write_text(path.read_text().partition("steps:")[0] + steps)
    found = gathered(own, "mine")
    assert sorted(found.files) == [
        "mine/exercises/half-squat.yaml",
        "mine/exercises/photos/a-still.jpg",
        "mine/exercises/photos/a.jpg",
        "mine/exercises/squat.yaml",
        "mine/mine.yaml",
    ]
    assert b"secret" not in found.files["mine/exercises/photos/a.jpg"]
    image = Image.open(io.BytesIO(found.files["mine/exercises/photos/a.jpg"]))
    assert image.size == (8, 6)


def test_a_bundled_exercise_that_was_changed_goes_along(own: LibraryFolder) -> None:
    own.exercise("bridge", "My bridge")
    own.routine("mine", "bridge")
    assert sorted(gathered(own, "mine").files) == ["mine/exercises/bridge.yaml", "mine/mine.yaml"]


def test_a_file_anywhere_brings_what_lies_beside_it(own: LibraryFolder, tmp_path: Path) -> None:
    elsewhere = LibraryFolder(tmp_path / "elsewhere")
    elsewhere.exercise("squat")
    path = elsewhere.routine("mine", "squat")
    assert sorted(gathered(own, str(path)).files) == [
        "mine/exercises/squat.yaml",
        "mine/mine.yaml",
    ]


def test_pictures_of_exercises_inside_the_routine_go_along(own: LibraryFolder) -> None:
    (own.path / "b.jpg").write_bytes(PICTURE)
    own.routine("mine", "bridge", more="exercises: {bridge: {figure: b.jpg}}\n")
    assert sorted(gathered(own, "mine").files) == ["mine/b.jpg", "mine/mine.yaml"]


@pytest.mark.parametrize(
    ("content", "remark"),
    [(None, "Pigeon has no picture: b.jpg"), (b"no picture", "b.jpg stays here: it cannot be")],
)
def test_a_picture_that_cannot_go_along_is_told(
    own: LibraryFolder, content: bytes | None, remark: str
) -> None:
    if content is not None:
        (own.path / "exercises" / "b.jpg").write_bytes(content)
    own.exercise("squat", more="figure: b.jpg\n")
    own.routine("mine", "squat")
    found = gathered(own, "mine")
    assert len(found.remarks) == 1
    assert remark in found.remarks[0]
    assert "mine/mine.yaml" in found.files


def test_a_plan_brings_the_routines_that_not_everybody_has(own: LibraryFolder) -> None:
    own.routine("mine", "bridge")
    (own.path / "plans").mkdir()
    plan = own.path / "plans" / "six.yaml"
    plan.write_text(PLAN)
    for name in ("six", str(plan)):
        assert sorted(gathered(own, name).files) == ["mine/mine.yaml", "six/plans/six.yaml"]


def test_nobody_is_packed_who_is_unknown_or_broken(own: LibraryFolder) -> None:
    own.routine("mine", "nobody")
    with pytest.raises(UnknownRoutineError, match="no routine is called"):
        gathered(own, "unknown")
    with pytest.raises(NotPackedError, match="“mine” has problems") as caught:
        gathered(own, "mine")
    assert "nobody" in caught.value.problems[0].message
