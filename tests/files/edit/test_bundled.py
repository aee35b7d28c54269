"""Every kind of edit in every bundled routine: only the lines of the step that is meant change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.edit.change import Change
from stretchcoach.files.edit.keys import Wanted, set_keys
from stretchcoach.files.edit.spans import ListSpan, Plain, find, read_spans
from stretchcoach.files.edit.steps import (
    Place,
    bundled,
    copied,
    doubled,
    moved,
    pasted,
    taken_out,
    unbundled,
)
from stretchcoach.files.yaml.nodes import KeyPath

ROUTINES = sorted(bundled_dir("routines").glob("*.yaml"))
STEP = "- exercise: bridge\n  hold: 5s\n"


@pytest.fixture(params=ROUTINES, ids=[path.stem for path in ROUTINES])
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def steps_of(text: str) -> list[Plain]:
    plain = read_spans(text).plain
    assert isinstance(plain, dict)
    steps = plain["steps"]
    assert isinstance(steps, list)
    return steps


def places(text: str) -> list[int]:
    return list(range(len(steps_of(text))))


def lines_of(text: str, at: int) -> tuple[int, int]:
    """From which to which line, the last one left out, the step with its comments goes.

    Reckoned apart from the edits: by the dashes, and the comments above them.
    """
    lines = text.splitlines()
    indent = "  "
    dashes = [no for no, line in enumerate(lines) if line.startswith(f"{indent}- ")]
    dashes = [no for no in dashes if no > lines.index("steps:")]
    ends = [*dashes[1:], next(
        (no for no in range(dashes[-1] + 1, len(lines)) if lines[no][:1] not in (" ", "")),
        len(lines),
    )]  # fmt: skip
    return dashes[at], ends[at]


def assert_nothing_else(before: str, after: str, first: int, last: int) -> None:
    """The lines from `first` up to `last` are another number of lines; the rest is as it was."""
    old, new = before.splitlines(), after.splitlines()
    assert new[:first] == old[:first]
    behind = len(old) - last
    assert new[len(new) - behind :] == old[last:]


VALUES: list[tuple[str, dict[tuple[str, ...], Plain | None]]] = [
    ("another dose", {("hold",): "25s", ("pace",): None, ("time",): None, ("rep",): None}),
    ("more sets", {("sets",): "2-4"}),
    ("a note", {("note",): "Stop: when it “tingles” # now"}),
    ("lines of a note", {("note",): "One.\nTwo."}),
    ("a nested key", {("affected", "sets"): "5"}),
    ("two nested keys", {("schedule", "per_day"): "2", ("schedule", "days"): ["mon", "fri"]}),
    ("off for now", {("enabled",): "false"}),
    ("optional or not", {("optional",): "true", ("load",): "yellow band"}),
    ("sides", {("sides",): "each", ("order",): "affected-first"}),
    ("changes", {("switch",): "12s", ("get_ready",): "20s", ("relax",): "3s"}),
    (
        "all of the affected side",
        {
            ("affected", "sets"): "4",
            ("affected", "reps"): "6",
            ("affected", "rest"): "20s",
        },
    ),
    ("days of its own", {("schedule", "per_week"): "3"}),
    ("a rhythm", {("schedule", "every"): "2 days"}),
    ("another exercise", {("exercise",): "bridge"}),
    ("load and effort", {("load",): "2 kg", ("effort",): "about 4 of 10"}),
    ("phases", {("rep",): [{"say": "Press", "for": "6s"}], ("hold",): None, ("pace",): None}),
]


@pytest.mark.parametrize(("kind", "wanted"), VALUES, ids=[name for name, _ in VALUES])
def test_keys_of_a_step(text: str, kind: str, wanted: dict[tuple[str, ...], Plain | None]) -> None:
    for at in places(text):
        change = set_keys(text, {("steps", at, *key): value for key, value in wanted.items()})
        assert_nothing_else(text, change.text, *lines_of(text, at))
        step = steps_of(change.text)[at]
        assert isinstance(step, dict)
        for key, value in wanted.items():
            if len(key) == 1:
                assert step.get(key[0]) == value


def test_one_phase_of_a_rep(text: str) -> None:
    """Written out, one phase is changed in its own line."""
    phases: list[Plain] = [{"say": "Ease in", "for": "10s"}, {"say": "Let go", "for": "2s"}]
    for at in places(text):
        before = set_keys(text, {("steps", at, "rep"): phases}).text
        after = set_keys(before, {("steps", at, "rep", 1, "for"): "4s"}).text
        old, new = before.splitlines(), after.splitlines()
        assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
            ("        for: 2s", "        for: 4s")
        ]


def test_several_steps_at_once(text: str) -> None:
    """What is said of many steps changes the lines of these."""
    wanted: dict[KeyPath, Plain | None] = {
        ("steps", at, "effort"): "5 of 10" for at in places(text)
    }
    after = set_keys(text, wanted).text
    there = [line for line in text.splitlines() if not line.strip().startswith("effort:")]
    kept = [line for line in after.splitlines() if not line.strip().startswith("effort:")]
    assert kept == there
    assert all(isinstance(s, dict) and s["effort"] == "5 of 10" for s in steps_of(after))


def test_a_key_set_and_taken_away_leaves_the_file_as_it_was(text: str) -> None:
    for at in places(text):
        for key, value in (("note", "A word."), ("effort", "4 of 10"), ("switch", "12s")):
            step = steps_of(text)[at]
            assert isinstance(step, dict)
            if key not in step:
                there = set_keys(text, {("steps", at, key): value}).text
                assert set_keys(there, {("steps", at, key): None}).text == text


def test_the_head_changes_alone(text: str) -> None:
    head: list[Wanted] = [
        {("title",): "Another title: with a colon"},
        {("affected",): "left"},
        {("defaults", "switch"): "12s"},
        {("lint", "ignore"): ["unusual-hold"]},
        {("defaults", "get_ready"): "20s"},
        {("defaults", "order"): "right-first"},
        {("level",): "3"},
        {("author",): "A. Nyberg"},
        {("goal",): "Longer walks: without stopping"},
        {("for",): "people who sit"},
        {("schedule", "per_week"): "3", ("schedule", "days"): None},
        {("schedule", "as_needed"): "true"},
    ]
    for wanted in head:
        after = set_keys(text, wanted).text
        for path, value in wanted.items():  # some say so already
            found = find(read_spans(after), path)
            assert (None if found is None else found.plain) == value
        assert after.split("\nsteps:\n")[1] == text.split("\nsteps:\n")[1]
        changed = set(after.splitlines()) ^ set(text.splitlines())
        assert len(changed) <= 2


def test_a_note_of_several_lines_is_exchanged_whole(text: str) -> None:
    lines = text.splitlines()
    first = next((no for no, line in enumerate(lines) if line.startswith("note:")), None)
    after = set_keys(text, {("note",): "Slowly."}).text.splitlines()
    assert after.count("note: Slowly.") == 1
    rest = [line for line in after if line != "note: Slowly."]
    if first is None:
        assert rest == lines
        return
    last = next(no for no in range(first + 1, len(lines)) if not lines[no].startswith(" "))
    assert rest == lines[:first] + lines[last:]


def test_a_step_put_in(text: str) -> None:
    for at in [*places(text), len(places(text))]:
        line = lines_of(text, at)[0] if at < len(places(text)) else lines_of(text, at - 1)[1]
        change = pasted(text, Place(("steps",), at), STEP)
        old, new = text.splitlines(), change.text.splitlines()
        assert len(new) == len(old) + 2
        assert_nothing_else(text, change.text, line, line)


def test_a_step_taken_out(text: str) -> None:
    for at in places(text):
        change = taken_out(text, [("steps", at)])
        first, last = lines_of(text, at)
        lines = text.splitlines()
        assert change.text.splitlines() == lines[:first] + lines[last:]


def test_steps_taken_out_and_put_back(text: str) -> None:
    for at in places(text)[:-1]:
        two = [("steps", at), ("steps", at + 1)]
        kept = copied(text, two)
        without = taken_out(text, two)
        if places(without.text):
            assert pasted(without.text, Place(("steps",), at), kept).text == text


def test_a_step_moved_to_everywhere_and_back(text: str) -> None:
    last = len(places(text))
    for at in places(text):
        for to in (0, last // 2, last):
            there = moved(text, [("steps", at)], Place(("steps",), to)).text
            assert sorted(there.splitlines()) == sorted(text.splitlines())
            came_to = to if to <= at else to - 1
            back = at if at <= came_to else at + 1
            assert moved(there, [("steps", came_to)], Place(("steps",), back)).text == text


def test_a_step_doubled(text: str) -> None:
    for at in places(text):
        change = doubled(text, [("steps", at)])
        first, last = lines_of(text, at)
        lines = text.splitlines()
        assert change.text.splitlines() == lines[:last] + lines[first:last] + lines[last:]


def test_into_a_repeat_block_and_out_of_it(text: str) -> None:
    for at in places(text)[:-1]:
        block = bundled(text, [("steps", at), ("steps", at + 1)], times=3)
        first, last = lines_of(text, at)[0], lines_of(text, at + 1)[1]
        assert_nothing_else(text, block.text, first, last)
        assert len(block.text.splitlines()) == len(text.splitlines()) + 2
        assert unbundled(block.text, ("steps", at)).text == text


def test_a_step_dragged_into_a_block_and_back(text: str) -> None:
    if len(places(text)) < 3:
        pytest.skip("too few steps for a block and another")
    block = bundled(text, [("steps", 0), ("steps", 1)]).text
    inside = moved(block, [("steps", 1)], Place(("steps", 0, "steps"), 1)).text
    found = find(read_spans(inside), ("steps", 0, "steps"))
    assert isinstance(found, ListSpan)
    assert len(found.items) == 3
    assert moved(inside, [("steps", 0, "steps", 1)], Place(("steps",), 1)).text == block


EDITS: list[Callable[[str], Change]] = [
    lambda text: taken_out(text, [("steps", 0)]),
    lambda text: set_keys(text, {("steps", 0, "sets"): "4"}),
]


@pytest.mark.parametrize("edit", EDITS)
def test_the_pieces_are_what_changes(text: str, edit: Callable[[str], Change]) -> None:
    change = edit(text)
    made = text
    for start, end, new in change.pieces:
        made = made[:start] + new + made[end:]
    assert made == change.text
