from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.files.disk.paths import Paths
from tests.commands.diary_commands import Command
from tests.commands.short_routine import BROKEN, GOOD


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def command(paths: Paths) -> Command:
    def run(*arguments: object) -> int:
        return main(["--data-dir", str(paths.data), *(str(one) for one in arguments)])

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN)
    return path
