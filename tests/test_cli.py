"""Which way the command line goes: the window, the terminal, or a subcommand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach import __version__, cli
from stretchcoach.commands import EXIT_OK, EXIT_STOPPED, EXIT_USAGE
from tests.source_code import ROOT

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
SHORT = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1s, switch: 1s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 1s
"""


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "short.yaml"
    path.write_text(SHORT)
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, Path | None]]:
    """What the window was opened with, instead of the window."""
    calls: list[tuple[Path | None, Path | None]] = []

    def run_window(data_dir: Path | None, file: Path | None, instead: object) -> int:
        calls.append((data_dir, file))
        return EXIT_OK

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(cli, "run_window", run_window)
    return calls


def test_without_a_subcommand_the_window_opens(
    opened: list[tuple[Path | None, Path | None]], tmp_path: Path
) -> None:
    assert cli.main([]) == EXIT_OK
    assert cli.main(["--data-dir", str(tmp_path), "mine.yaml"]) == EXIT_OK
    assert cli.main(["./list"]) == EXIT_OK  # a file with the name of a subcommand
    assert opened == [(None, None), (tmp_path, Path("mine.yaml")), (None, Path("list"))]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="always with a display")
@pytest.mark.usefixtures("no_display")
def test_without_a_display_it_says_so_and_plays_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, file: Path
) -> None:
    ran: list[tuple[str, list[str]]] = []

    def run(word: str, arguments: list[str]) -> int:
        ran.append((word, arguments))
        return EXIT_STOPPED

    monkeypatch.setattr(cli, "_run_command", run)
    assert cli.main(["--data-dir", str(tmp_path), str(file)]) == EXIT_STOPPED
    assert cli.main([]) == EXIT_STOPPED
    assert ran == [("play", ["--data-dir", str(tmp_path), str(file)]), ("play", [])]
    assert "no display" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="always with a display")
def test_the_terminal_plays_a_file_from_its_start_to_its_end(tmp_path: Path, file: Path) -> None:
    """The real process: a routine of four seconds, with the diary of its own folder."""
    environment = {key: value for key, value in os.environ.items() if key not in DISPLAYS}
    run = subprocess.run(
        [sys.executable, "-m", "stretchcoach", "--data-dir", str(tmp_path / "data"), str(file)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert run.returncode == EXIT_OK
    assert run.stderr == "There is no display. The coach starts in the terminal.\n"
    assert "Short" in run.stdout.splitlines()[0]
    assert "Lying figure four" in run.stdout
    assert (tmp_path / "data" / "diary.sqlite3").is_file()


@pytest.mark.parametrize(
    ("arguments", "word", "rest"),
    [
        (["list", "--json"], "list", ["--json"]),
        (["--data-dir", "play", "list"], "list", ["--data-dir", "play"]),
        (["--data-dir=x", "show", "short"], "show", ["--data-dir=x", "short"]),
    ],
)
def test_the_first_word_names_the_subcommand(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], word: str, rest: list[str]
) -> None:
    ran: list[tuple[str, list[str]]] = []

    def run(word: str, arguments: list[str]) -> int:
        ran.append((word, arguments))
        return EXIT_OK

    monkeypatch.setattr(cli, "_run_command", run)
    assert cli.main(arguments) == EXIT_OK
    assert ran == [(word, rest)]


def test_version_and_wrong_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == EXIT_OK
    assert capsys.readouterr().out == f"stretchcoach {__version__}\n"
    with pytest.raises(SystemExit) as ended:
        cli.main(["--nonsense"])
    assert ended.value.code == EXIT_USAGE


def test_being_interrupted_is_no_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(word: str, arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run_command", run)
    assert cli.main(["list"]) == EXIT_STOPPED
