"""The index is believed whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.routine_facts import Place, RoutineFacts
from stretchcoach.files.library.cards import BrokenPlace
from stretchcoach.files.library.index_file import (
    FILES_A_LINE,
    MAX_LINE,
    IndexedFile,
    read_index,
    write_index,
)

FACTS = RoutineFacts(
    id="evening",
    title="Évening “hips”",
    purpose="Quiet hips",
    level=2,
    total_ms=100_000,
    total_left_ms=120_000,
    total_right_ms=120_000,
    total_both_sides_ms=140_000,
    shortest_ms=60_000,
    own_pace=True,
    places=(Place.LYING, Place.CHAIR),
    equipment=(Equipment.MAT, Equipment.CHAIR),
    exercises=("pigeon", "bridge"),
    figures=("pigeon",),
    figure_position=Position.SUPINE,
    search_text="evening hips\npigeon",
)
PICTURES = ("/p/pigeon.webp", "/p/b, c.webp")
GOOD = IndexedFile("/r/evening.yaml", 1, 2, 3, 2**63, "evening", "pigeon", FACTS, PICTURES)
PLAIN = GOOD._replace(
    path="/r/plain.yaml", uses=None, facts=FACTS._replace(places=(), equipment=(), exercises=(),
                                                           figures=(), figure_position=None),
    pictures=(),
)  # fmt: skip
BROKEN = IndexedFile(
    "/r/bad\ud800.yaml", 3, 4, 5, 6, "bad", problems=2, broken=BrokenPlace(1, 2, "no", "x: y", "")
)
TAKEN = GOOD._replace(path="/r/two.yaml", taken_by="/r/evening.yaml", broken=BROKEN.broken)
EXERCISE = IndexedFile("/r/exercises/pigeon.yaml", 5, 6, 7, 8, "pigeon", is_exercise=True)
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


def forged(index: Path, *rows: Any) -> dict[str, IndexedFile]:
    """What is read where somebody wrote `rows`, with checksums that are right."""
    head, *_ = index.read_bytes().splitlines(keepends=True)
    body = json.dumps(rows).encode()
    index.write_bytes(head + b"%08x " % crc32(body) + body + b"\n")
    return read_index(index, "1.0")


NO_VALUES: list[Any] = [
    None,
    True,
    7,
    -1,
    10**400,
    1.5,
    "",
    "x",
    "x" * 100_000,
    [],
    ["x"],
    {},
    {"x": 1},
    [[]],
]


@pytest.fixture
def true_rows(index: Path) -> list[list[Any]]:
    _, line = index.read_bytes().splitlines()
    rows: list[list[Any]] = json.loads(line.partition(b" ")[2])
    return rows


def test_the_rows_that_are_forged_below_are_else_read(index: Path, true_rows: list[Any]) -> None:
    assert list(forged(index, *true_rows).values()) == list(FILES)


@pytest.mark.parametrize("value", NO_VALUES, ids=lambda value: repr(value)[:9])
def test_a_forged_index_is_read_or_left_but_harms_nothing(
    index: Path, true_rows: list[list[Any]], value: Any
) -> None:
    """Whatever is believed has the types and the bounds that all others rely on."""
    forgeries: list[Any] = [value]
    for row in true_rows:
        forgeries += [[*row[:n], value, *row[n + 1 :]] for n in range(len(row))]
        for inner in (7, 10):
            inside = row[inner] or []
            for n in range(len(inside)):
                changed = [*inside[:n], value, *inside[n + 1 :]]
                forgeries.append([*row[:inner], changed, *row[inner + 1 :]])
        forgeries += [row[:-1], [*row, value]]
    for row in forgeries:
        for file in forged(index, row).values():
            assert_usable(file)


def assert_usable(file: IndexedFile) -> None:
    assert (type(file.path), type(file.id)) == (str, str)
    assert all(isinstance(picture, str) for picture in file.pictures)
    assert file.broken or (not file.taken_by and (file.facts or file.is_exercise))
    if file.facts:
        assert 0 <= file.facts.total_ms < 2**31
        assert all(isinstance(place, Place) for place in file.facts.places)
        assert all(isinstance(thing, Equipment) for thing in file.facts.equipment)
        assert isinstance(file.facts.title + file.facts.purpose + file.facts.search_text, str)
        assert all(isinstance(n, str) for n in (*file.facts.exercises, *file.facts.figures))
    if file.broken:
        assert 0 <= file.broken.line + file.broken.column < 2**32
        assert isinstance(file.broken.message + file.broken.source_line, str)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_in_its_place_is_no_index(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "library.index")
    assert read_index(tmp_path / "library.index", "1.0") == {}
    (tmp_path / "link").symlink_to("/dev/zero")
    assert read_index(tmp_path / "link", "1.0") == {}
    write_index(tmp_path / "link", "1.0", FILES)
    assert sorted(os.listdir(tmp_path)) == ["library.index", "link"]


def test_a_line_longer_than_any_is_not_held_in_memory(index: Path) -> None:
    head, *_ = index.read_bytes().splitlines(keepends=True)
    index.write_bytes(head + b"[" + b"[]," * MAX_LINE + b"[]]\n")
    assert read_index(index, "1.0") == {}


def test_an_index_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    write_index(blocked / "library.index", "1.0", FILES)
    (tmp_path / "folder").mkdir()
    write_index(tmp_path / "folder", "1.0", FILES)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
