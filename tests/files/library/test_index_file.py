"""The index is believed whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.exercise import Equipment, Position
from stretchcoach.core.library.routine_facts import Place, RoutineFacts
from stretchcoach.files.library.cards import BrokenPlace
from stretchcoach.files.library.index_file import FILES_A_LINE, IndexedFile, read_index, write_index

FACTS = RoutineFacts(
    id="evening",
    title="Évening “hips”",
    level=2,
    total_ms=100_000,
    total_one_side_ms=120_000,
    total_both_sides_ms=140_000,
    own_pace=True,
    places=(Place.LYING, Place.CHAIR),
    equipment=(Equipment.MAT, Equipment.CHAIR),
    figure="pigeon",
    figure_position=Position.SUPINE,
    search_text="evening hips\npigeon",
)
GOOD = IndexedFile("/r/evening.yaml", 1, 2, "evening", "pigeon", FACTS, "/p/pigeon.webp")
PLAIN = GOOD._replace(
    path="/r/plain.yaml", uses=None, facts=FACTS._replace(places=(), equipment=(), figure="",
                                                           figure_position=None),
)  # fmt: skip
BROKEN = IndexedFile(
    "/r/bad\ud800.yaml", 3, 4, "bad", problems=2, broken=BrokenPlace(1, 2, "no", "x: y", "")
)
TAKEN = GOOD._replace(path="/r/two.yaml", taken_by="/r/evening.yaml", broken=BROKEN.broken)
EXERCISE = IndexedFile("/r/exercises/pigeon.yaml", 5, 6, "pigeon", is_exercise=True)
FILES = (GOOD, PLAIN, BROKEN, TAKEN, EXERCISE)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "library.index"
    write_index(path, "1.0", FILES)
    return path


def test_what_is_written_is_read(index: Path) -> None:
    assert list(read_index(index, "1.0").values()) == list(FILES)
    assert [path.name for path in index.parent.iterdir()] == [index.name]


def test_many_files_stand_in_many_lines(index: Path) -> None:
    files = [GOOD._replace(path=f"/r/{n}.yaml") for n in range(2 * FILES_A_LINE + 1)]
    write_index(index, "1.0", files)
    assert list(read_index(index, "1.0").values()) == files
    assert len(index.read_bytes().splitlines()) == 1 + 3


def test_another_version_of_the_program_knows_nothing_of_it(index: Path) -> None:
    assert read_index(index, "1.1") == {}


def test_without_an_index_nothing_is_known(tmp_path: Path) -> None:
    assert read_index(tmp_path / "none", "1.0") == {}
    assert read_index(tmp_path, "1.0") == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.data())
def test_a_damaged_index_tells_nothing_wrong(index: Path, data: st.DataObject) -> None:
    """One byte changed, or the end cut off: what is still told is true."""
    whole = index.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    changed = whole[:place] + bytes([other]) + whole[place + 1 :]
    damaged = index.with_name("damaged")
    for content in (changed, whole[:place]):
        damaged.write_bytes(content)
        found = read_index(damaged, "1.0")
        assert found == {} or list(found.values()) == list(FILES)


@pytest.mark.parametrize("content", [b"", b"\n", b"x" * 1000, b"00000000 []\n", bytes(1000)])
def test_something_else_in_its_place_is_no_index(index: Path, content: bytes) -> None:
    index.write_bytes(content)
    assert read_index(index, "1.0") == {}


def test_an_index_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    write_index(blocked / "library.index", "1.0", FILES)
    (tmp_path / "folder").mkdir()
    write_index(tmp_path / "folder", "1.0", FILES)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
