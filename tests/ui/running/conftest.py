from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.running.bench import Bench


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    bench.runner.start()
    yield bench
    bench.runner.stop()
