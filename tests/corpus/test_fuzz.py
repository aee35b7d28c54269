"""The fuzzers begin with files that are fed here, and find what must not happen."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.corpus import fuzz

TRIES = 300


@pytest.fixture
def targets(tmp_path: Path) -> dict[str, fuzz.Target]:
    return fuzz.Targets(tmp_path).by_name()


def test_every_seed_is_read_or_refused(targets: dict[str, fuzz.Target]) -> None:
    for kind, files in fuzz.seeds().items():
        assert len(files) >= 3
        for content in files:
            targets[kind](content)


def test_what_is_changed_by_chance_is_read_or_refused(targets: dict[str, fuzz.Target]) -> None:
    chance = random.Random(10)
    found = list(fuzz.by_chance(targets, chance, time.monotonic() + 3600, TRIES))
    assert [(kind, came) for kind, _, came in found if not came.startswith("it took")] == []


def test_what_gets_through_is_told() -> None:
    def fail(content: bytes) -> None:
        raise RecursionError(content)

    (found,) = fuzz.by_chance({"settings": fail}, random.Random(1), time.monotonic() + 3600, 1)
    assert found[0] == "settings"
    assert found[2].startswith("RecursionError")


def test_the_same_seed_makes_the_same_changes() -> None:
    files = fuzz.seeds()["yaml"]
    first, second = (
        [fuzz.changed(files[n], files, random.Random(n)) for n in range(5)] for _ in range(2)
    )
    assert first == second
    assert first != files[:5]
