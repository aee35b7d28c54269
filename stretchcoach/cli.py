"""The command line: the window, or one of the subcommands of `commands`.

A module of a subcommand is imported when that subcommand is named: the window must not wait
for what only `figure render` needs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from stretchcoach import __version__
from stretchcoach.commands import EXIT_OK, EXIT_STOPPED
from stretchcoach.core.i18n import tr

PROG = "stretchcoach"
COMMANDS = ("check", "figure", "list", "play", "schema", "show")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv`, by default that of the process; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        place = _first_word(arguments)
        if place is not None and arguments[place] in COMMANDS:
            return _run_command(arguments.pop(place), arguments)
        return _open_window(arguments)
    except BrokenPipeError:
        # The reader of the pipe has gone; nothing is left to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        return EXIT_STOPPED


def _first_word(arguments: list[str]) -> int | None:
    """Where the first argument stands that is no option and no value of `--data-dir`."""
    for place, word in enumerate(arguments):
        if not word.startswith("-") and arguments[place - 1 : place] != ["--data-dir"]:
            return place
    return None


def _run_command(word: str, arguments: list[str]) -> int:
    command = import_module(f"stretchcoach.commands.{word}")
    parser = argparse.ArgumentParser(prog=f"{PROG} {word}", description=command.__doc__)
    _add_data_dir(parser)
    command.add_arguments(parser)
    code: int = command.run(parser.parse_args(arguments))
    return code


def _open_window(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog=PROG,
        description=tr("Opens the window of the coach, with FILE's routine if one is given."),
        epilog=tr(
            "Other commands: {commands}. “{prog} COMMAND --help” explains each.",
            commands=", ".join(COMMANDS),
            prog=PROG,
        ),
    )
    _add_data_dir(parser)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--version", action="version", version=f"{PROG} {__version__}")
    options = parser.parse_args(arguments)
    from stretchcoach.app import run_app

    return run_app(options.data_dir, options.file)


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=tr("keep everything of yours in DIR: routines, settings, diary"),
    )
