"""The command line: the window, or one of the subcommands of `commands`.

A module of a subcommand is imported when that subcommand is named: the window must not wait
for what only `figure render` needs.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn

from stretchcoach import __version__
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED
from stretchcoach.commands.arguments.file_argument import file_argument
from stretchcoach.core.language import i18n
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.catalogs import catalog_for, wanted_languages
from stretchcoach.files.disk.own_program import own_command, own_python_path
from stretchcoach.start.display import display_problem
from stretchcoach.start.open_window import run_window
from stretchcoach.start.streams import mend_streams

PROG = "stretchcoach"
COMMANDS = (
    "backup",
    "check",
    "figure",
    "handout",
    "history",
    "import",
    "list",
    "pack",
    "page",
    "play",
    "report",
    "restore",
    "schema",
    "show",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv`, by default that of the process; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    has_output = mend_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a sign that it lacks must not stop us
            stream.reconfigure(errors="replace")
    if arguments[:1] == ["--sound-helper"]:  # this program asks itself for a helper
        from stretchcoach.ui.sound.helper import run

        return run(arguments[1])
    i18n.use(catalog_for(""), wanted_languages(""))
    try:
        place = _first_word(arguments)
        if place is not None and arguments[place] in COMMANDS:
            if not has_output:
                sentence = tr("There is nowhere to write to: standard output is closed.")
                print(f"{PROG}: {sentence}", file=sys.stderr)
                return EXIT_PROBLEMS
            return _run_command(arguments.pop(place), arguments)
        return _open_window(arguments)
    except BrokenPipeError:
        _say_no_more()  # the reader of the pipe has gone
        return EXIT_OK
    except KeyboardInterrupt:
        return EXIT_STOPPED


def _say_no_more() -> None:
    """Let what was printed and cannot be written vanish, also at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _first_word(arguments: list[str]) -> int | None:
    """Where the first argument stands that is no option and no value of `--data-dir`."""
    for place, word in enumerate(arguments):
        if not word.startswith("-") and arguments[place - 1 : place] != ["--data-dir"]:
            return place
    return None


def _run_command(word: str, arguments: list[str]) -> int:
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a command may have much to end
    module = f"{word}_" if iskeyword(word) else word
    command = import_module(f"stretchcoach.commands.{module}")
    parser = argparse.ArgumentParser(prog=f"{PROG} {word}", description=command.__doc__)
    _add_data_dir(parser)
    command.add_arguments(parser)
    options = parser.parse_args(arguments)
    try:
        code: int = command.run(options)
        print(end="", flush=True)  # a disk that is full says so now or never
    except BrokenPipeError:
        raise
    except OSError as error:
        place = "" if error.filename is None else f"{error.filename}: "
        print(f"{PROG}: {place}{error.strerror or error}", file=sys.stderr)
        try:
            print(end="", flush=True)
        except OSError:
            _say_no_more()
        return EXIT_PROBLEMS
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
    parser.add_argument("file", nargs="?", type=file_argument, metavar="FILE")
    parser.add_argument("--version", action="version", version=f"{PROG} {__version__}")
    options = parser.parse_args(arguments)
    problem = display_problem()
    if problem:
        return _play_instead(options, problem)
    return run_window(options.data_dir, options.file, partial(_become_the_terminal, options))


def _play_instead(options: argparse.Namespace, problem: str) -> int:
    print(problem, tr("The coach starts in the terminal."), file=sys.stderr)
    return _run_command("play", _play_arguments(options))


def _become_the_terminal(options: argparse.Namespace, reason: str) -> NoReturn:
    """As `_play_instead`, when it is too late to go back: Qt is about to abort this process."""
    problem = tr("No window can be shown: {reason}.", reason=reason.rstrip(".\n"))
    print(problem, tr("The coach starts in the terminal."), file=sys.stderr, flush=True)
    command = own_command("play", *_play_arguments(options))
    os.execve(command[0], command, {**os.environ, "PYTHONPATH": own_python_path()})


def _play_arguments(options: argparse.Namespace) -> list[str]:
    data_dir = [] if options.data_dir is None else ["--data-dir", str(options.data_dir)]
    return [*data_dir, *([] if options.file is None else [str(options.file)])]


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=tr("keep everything of yours in DIR: routines, settings, diary"),
    )
