"""schema: what editors check a file with while it is written."""

from __future__ import annotations

import json

import pytest

from stretchcoach.commands import EXIT_OK
from tests.commands.diary_commands import Command


@pytest.mark.parametrize("name", ["routine", "exercise"])
def test_schema(command: Command, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("schema", name) == EXIT_OK
    assert json.loads(capsys.readouterr().out)["type"] == "object"
