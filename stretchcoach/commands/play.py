"""Runs a routine in the terminal. p pauses, n and b move, d says done, q stops."""

from __future__ import annotations

import argparse
import sys
import time

from stretchcoach.commands import EXIT_PROBLEMS
from stretchcoach.commands.routine_argument import add_routine_arguments, timeline_of
from stretchcoach.core.i18n import tr
from stretchcoach.core.words import time_words
from stretchcoach.terminal.coach import TerminalCoach
from stretchcoach.terminal.keys import NoKeys, keys_of_stdin

MAX_SPEED = 100_000.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_routine_arguments(parser, optional=True)
    parser.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="N",
        help=tr("let the time pass N times as fast, to look a routine through"),
    )
    parser.add_argument("--silent", action="store_true", help=tr("without the bell"))


def run(options: argparse.Namespace) -> int:
    if options.routine is None:
        options.routine = _choose(options)
        if options.routine is None:
            return EXIT_PROBLEMS
    found = timeline_of(options)
    if isinstance(found, int):
        return found
    routine, timeline = found
    keys = keys_of_stdin()
    live = not isinstance(keys, NoKeys)
    print(f"{routine.title} - {time_words(timeline.total_ms)}", flush=True)
    if live:
        print(tr("p pause, n next, b back, d done, q stop"))
    coach = TerminalCoach(
        timeline,
        keys,
        _write,
        time.monotonic,
        speed=options.speed,
        live=live,
        ring=live and not options.silent,
    )
    return coach.run()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _speed(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= MAX_SPEED:
        raise argparse.ArgumentTypeError(tr("a number above 0, at most {most}", most=MAX_SPEED))
    return speed


def _choose(options: argparse.Namespace) -> str | None:
    """Let the person choose; with nobody at the keyboard it is the first routine."""
    from stretchcoach.commands.routine_argument import library_of

    routines = [entry for entry in library_of(options).routines if entry.routine is not None]
    if not routines:
        print(tr("There are no routines."), file=sys.stderr)
        return None
    for number, entry in enumerate(routines, start=1):
        print(f"{number:>3}  {entry.title}")
    while True:
        try:
            answer = input(tr("Which one? ")).strip()
        except EOFError:
            print()
            return routines[0].id
        if answer.isdecimal() and 1 <= int(answer) <= len(routines):
            return routines[int(answer) - 1].id
        print(tr("Please type a number from 1 to {most}.", most=len(routines)))
