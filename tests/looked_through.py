"""Fixtures: garbage is looked for between tests, in their thread alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from stretchcoach.ui.threads.garbage import Garbage


@pytest.fixture(scope="session")
def garbage() -> Iterator[Garbage]:
    yield Garbage()
    gc.enable()


@pytest.fixture(autouse=True)
def garbage_is_looked_for_here(garbage: Garbage) -> Iterator[None]:
    """As in the program; else a thread of one test would take apart what another one left."""
    yield
    garbage.look()
