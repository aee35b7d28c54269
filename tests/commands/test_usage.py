"""How the command line is used, and what it says when it is used wrongly."""

from __future__ import annotations

import pytest

from stretchcoach.cli import COMMANDS
from stretchcoach.commands import EXIT_OK, EXIT_USAGE
from tests.commands.diary_commands import Command


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["show"],
        ["schema"],
        ["schema", "poem"],
        ["restore"],
        ["list", "--affected", "middle"],
        ["list", "--nonsense"],
        ["play", "short", "--speed", "0"],
        ["play", "short", "--speed", "nan"],
        ["play", "short", "--speed", "fast"],
        ["history", "--csv", "--json"],
    ],
    ids=" ".join,
)
def test_wrong_usage(
    command: Command, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(*arguments)
    assert ended.value.code == EXIT_USAGE
    assert "usage: stretchcoach" in capsys.readouterr().err


@pytest.mark.parametrize("word", COMMANDS)
def test_every_command_explains_itself(
    command: Command, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command(word, "--help")
    assert ended.value.code == EXIT_OK
    assert f"usage: stretchcoach {word}" in capsys.readouterr().out
