"""Files and paths that mean harm end in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from tests.commands.diary_commands import Command
from tests.commands.short_routine import GOOD


@pytest.mark.parametrize("word", ["show", "check", "play"])
@pytest.mark.parametrize(
    "path",
    ["nowhere.yaml", ".", "nul\0.yaml", "x" * 300, "\udcff.yaml", "", "..", "~", "%s%n{0}"],
    ids=ascii,
)
def test_hostile_paths_end_in_words(
    command: Command, word: str, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = f"{tmp_path}{os.sep}" if path else ""
    assert command(word, folder + path) in (EXIT_PROBLEMS, EXIT_OK if word == "check" else 1)
    captured = capsys.readouterr()
    assert captured.out + captured.err
    assert "Traceback" not in captured.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("word", ["show", "check", "play"])
def test_a_named_pipe_is_not_waited_for(
    command: Command, word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert command(word, pipe) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert "not a regular file" in captured.out + captured.err


def test_what_a_file_says_cannot_take_over_the_terminal(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "escape.yaml"
    path.write_text(GOOD.replace("title: Short", 'title: "\\e[2J\\u202e"\x1b[31m'))
    assert command("check", path) == EXIT_PROBLEMS
    captured = capsys.readouterr()
    assert not set(captured.out + captured.err) & {"\x1b", "\u202e"}
