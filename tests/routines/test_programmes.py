"""Which lines of published home programmes the library has: docs/programmes.csv, counted."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.source_code import ROOT

TABLE = ROOT / "docs" / "programmes.csv"
PAGE = ROOT / "docs" / "content.md"
HEADING = "## Measured against what clinics give out"
EXERCISES = {path.stem for path in (ROOT / "routines" / "exercises").glob("*.yaml")}
COLUMNS = ["programme", "address", "line", "kind", "exercise"]

# The groups that docs/content.md tells the shares of, with the share below which none may fall.
GROUPS = {
    ("stretch", "glide", "release"): 0.90,
    ("mobility",): 0.80,
    ("strength",): 0.70,
}
UNCOUNTED = "other"
FEWEST_PROGRAMMES = 30

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, strict=True)
        rows = list(table)
    assert table.fieldnames == COLUMNS
    return rows


def share(rows: list[Row], kinds: tuple[str, ...]) -> tuple[int, int]:
    """How many lines of these kinds are in the library, and how many there are."""
    lines = [row for row in rows if row["kind"] in kinds]
    return sum(bool(row["exercise"]) for row in lines), len(lines)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read(TABLE)


def test_every_line_is_whole(rows: list[Row]) -> None:
    kinds = {kind for group in GROUPS for kind in group} | {UNCOUNTED}
    for row in rows:
        assert set(row) == set(COLUMNS), row
        assert all(isinstance(text, str) and text == text.strip() for text in row.values()), row
        assert row["programme"], row
        assert row["line"], row
        assert row["kind"] in kinds, row


def test_every_programme_has_an_address_of_its_own(rows: list[Row]) -> None:
    pairs = {(row["programme"], row["address"]) for row in rows}
    assert len(pairs) >= FEWEST_PROGRAMMES
    for column in (0, 1):
        assert [name for name, n in Counter(pair[column] for pair in pairs).items() if n > 1] == []
    assert [at for _, at in pairs if not at.startswith(("https://", "http://"))] == []


def test_no_line_is_counted_twice(rows: list[Row]) -> None:
    lines = Counter((row["programme"], row["line"]) for row in rows)
    assert [line for line, n in lines.items() if n > 1] == []


def test_the_exercises_are_in_the_library(rows: list[Row]) -> None:
    named = {row["exercise"] for row in rows if row["exercise"]}
    assert named - EXERCISES == set()


def test_a_line_has_the_same_exercise_in_every_programme(rows: list[Row]) -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row["line"], set()).add((row["kind"], row["exercise"]))
    assert {line: exercises for line, exercises in found.items() if len(exercises) > 1} == {}


@pytest.mark.parametrize("kinds", GROUPS, ids=", ".join)
def test_the_page_tells_the_shares_as_they_are(rows: list[Row], kinds: tuple[str, ...]) -> None:
    here, lines = share(rows, kinds)
    assert here / lines >= GROUPS[kinds]
    told = PAGE.read_text("utf-8").split(HEADING)[1].split("\n## ")[0]
    number = f"{here} of {lines}"
    assert number in told
    assert f"({here / lines:.0%})".replace("%", " %") in told.split(number)[1][:40]


def test_the_page_tells_how_many_were_read(rows: list[Row]) -> None:
    told = PAGE.read_text("utf-8").split(HEADING)[1].split("\n## ")[0]
    assert f"{len({row['programme'] for row in rows})} home programmes" in told
    assert f"{share(rows, (UNCOUNTED,))[1]} more" in told
