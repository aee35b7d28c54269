from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.files.disk.paths import Paths
from tests.commands.diary_commands import Command


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def command(paths: Paths) -> Command:
    def run(*arguments: object) -> int:
        return main(["--data-dir", str(paths.data), *(str(one) for one in arguments)])

    return run
