"""The command line: the window, or one of the subcommands of `commands`.

A module of a subcommand is imported when that subcommand is named: the window must not wait
for what only `figure render` needs.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach import __version__
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED
from stretchcoach.commands.file_argument import file_argument
from stretchcoach.core.language import i18n
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.catalogs import catalog_for, wanted_languages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from stretchcoach.app import CoachApp

PROG = "stretchcoach"
COMMANDS = (
    "backup",
    "check",
    "figure",
    "history",
    "list",
    "play",
    "report",
    "restore",
    "schema",
    "show",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv`, by default that of the process; the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a sign that it lacks must not stop us
            stream.reconfigure(errors="replace")
    if arguments[:1] == ["--sound-helper"]:  # this program asks itself for a helper
        from stretchcoach.ui.sound.helper import run

        return run(arguments[1])
    try:
        place = _first_word(arguments)
        if place is not None and arguments[place] in COMMANDS:
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
    i18n.use(catalog_for(""), wanted_languages(""))
    command = import_module(f"stretchcoach.commands.{word}")
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
    if not _has_display():
        print(tr("There is no display, so the coach starts in the terminal."), file=sys.stderr)
        data_dir = [] if options.data_dir is None else ["--data-dir", str(options.data_dir)]
        routine = [] if options.file is None else [str(options.file)]
        return _run_command("play", [*data_dir, *routine])
    return _run_window(options)


def _has_display() -> bool:
    """Whether a window can be shown; only Linux and its like can be without a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run_window(options: argparse.Namespace) -> int:
    # Qt speaks of devices and formats that are not there; the person can ask to hear it.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false;default.warning=false")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would not hear Ctrl+C before Qt ends
    try:
        application, _coach = show_window(options.data_dir, options.file)
    except ImportError as error:
        print(tr("Qt cannot start: {error}", error=error), file=sys.stderr)
        print(tr("“python3 dev.py run” installs what is missing."), file=sys.stderr)
        return EXIT_PROBLEMS
    return _ended(application.exec())


def _ended(code: int) -> int:
    """`code`, once no thread is at work any more; where one hangs, the program ends here."""
    from stretchcoach.ui.threads.background import end_all

    if not end_all():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def show_window(data_dir: Path | None, file: Path | None) -> tuple[QApplication, CoachApp]:
    """The application and the coach in it, shown but not yet painted. ImportError without Qt."""
    gc.disable()  # what a start makes stays, so that looking for waste finds nothing
    try:
        from stretchcoach.app import build_app

        application, coach = build_app(data_dir, file)
        coach.show()
    finally:
        gc.enable()
    return application, coach


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=tr("keep everything of yours in DIR: routines, settings, diary"),
    )
