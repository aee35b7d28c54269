"""Runs a routine in the terminal. p pauses, n and b move, d says done, q stops."""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_STOPPED, EXIT_USAGE
from stretchcoach.commands.arguments.diary_argument import opened_diary, print_damage
from stretchcoach.commands.arguments.routine_argument import (
    add_routine_arguments,
    affected_of,
    entry_of,
    library_of,
    profile_of,
)
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.library.step_list import step_names
from stretchcoach.core.schedule.due_steps import Day, is_same_each_day, not_due
from stretchcoach.core.schedule.schedule_words import not_due_words
from stretchcoach.core.session.landing import landing_of
from stretchcoach.core.session.record import SessionRecord, new_record, resumed_timeline
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.database.past_sessions import past_sessions
from stretchcoach.files.diary.recorder import Recorder, new_session_id
from stretchcoach.files.diary.running import RunningElsewhereError, RunningSessions
from stretchcoach.files.disk.clocks import SystemClock
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.library.full_library import UnknownRoutineError
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.terminal.coach import TerminalCoach
from stretchcoach.terminal.keys import NoKeys, keys_of_stdin

MAX_SPEED = 100_000.0


@dataclass(frozen=True)
class Performance:
    """What is performed, and as what it is kept in the diary."""

    title: str
    timeline: Timeline
    record: SessionRecord
    start_index: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_routine_arguments(parser, optional=True)
    parser.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="N",
        help=tr("let the time pass N times as fast, to look a routine through; not in the diary"),
    )
    parser.add_argument(
        "--all", action="store_true", help=tr("with the steps that are not due today")
    )
    parser.add_argument("--silent", action="store_true", help=tr("without the bell"))
    parser.add_argument("--no-diary", action="store_true", help=tr("keep nothing of this session"))
    parser.add_argument(
        "--resume", action="store_true", help=tr("go on with the session that was cut off")
    )


def run(options: argparse.Namespace) -> int:
    keeps_diary = not options.no_diary and options.speed == 1.0
    if options.resume and (options.routine is not None or not keeps_diary):
        print(tr("--resume stands alone."), file=sys.stderr)
        return EXIT_USAGE
    found = _resumed(options) if options.resume else _chosen(options)
    if isinstance(found, int):
        return found
    with _orderly_end():
        if not keeps_diary:
            return _coach(options, found, None).run()
        return _keep(options, found)


@contextmanager
def _orderly_end() -> Iterator[None]:
    """When the system or a closed window ends it: put the terminal back, close the diary.

    The session counts as cut off and can be gone on with, other than one that is stopped.
    """
    before = {}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no hang-up, and nohup wants none
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(EXIT_STOPPED)


def _chosen(options: argparse.Namespace) -> Performance | int:
    """The routine of the command line, or the one that the person chooses now."""
    if options.routine is None:
        options.routine = _choose(options)
        if options.routine is None:
            return EXIT_PROBLEMS
    entry = entry_of(options)
    if isinstance(entry, int):
        return entry
    routine = entry.routine
    assert routine is not None
    day = None if options.all else _today(options, routine)
    timeline = expand(routine, entry.exercises, profile_of(options), day)
    if day is not None:
        _tell_what_is_not_due(entry, routine, day)
    if not timeline.intervals:
        print(tr("Nothing of it is due today; --all does all of it."))
        return EXIT_OK
    affected, now = affected_of(options), now_moment()
    record = new_record(new_session_id(), routine, timeline, affected, now)
    return Performance(routine.title, timeline, record)


def _today(options: argparse.Namespace, routine: Routine) -> Day | None:
    """Today, with what the diary knows; None where it makes no difference."""
    if is_same_each_day(routine):
        return None
    today, paths = now_moment().day, user_paths(options.data_dir)
    db = opened_diary(paths) if paths.diary.exists() else None
    if db is None:
        return Day(today)
    with closing(db), suppress(sqlite3.Error):
        return Day(today, past_sessions(db, routine.id, today))
    return Day(today)


def _tell_what_is_not_due(entry: RoutineEntry, routine: Routine, day: Day) -> None:
    for one in not_due(routine, day):
        if one.step.enabled:
            why = not_due_words(one.schedule, one.done_today, one.next_day, day.today)
            name = step_names(one.step, entry.exercises)
            print(tr("Not today: {name}. {why}", name=name, why=why))


def _resumed(options: argparse.Namespace) -> Performance | int:
    """The session that was cut off, from the lead-in of where it was."""
    record = _open_session(options)
    if record is None or record.at_index >= len(record.intervals):
        print(tr("There is no session to go on with."), file=sys.stderr)
        return EXIT_PROBLEMS
    timeline = None
    try:
        entry = library_of(options).routine(record.routine_id)
        if entry.routine is not None:
            timeline = resumed_timeline(record, entry.routine, entry.exercises, profile_of(options))
    except UnknownRoutineError:
        pass
    if timeline is None:
        message = tr("“{title}” has changed since: begin it anew.", title=record.routine_title)
        print(message, file=sys.stderr)
        return EXIT_PROBLEMS
    start_index = landing_of(timeline, record.at_index)
    return Performance(record.routine_title, timeline, record, start_index)


def _open_session(options: argparse.Namespace) -> SessionRecord | None:
    paths = user_paths(options.data_dir)
    db = opened_diary(paths)
    if db is None:
        return None
    with closing(db), suppress(sqlite3.Error):
        found = db.open_session(RunningSessions(paths.running))
        print_damage(db)
        return found
    return None


def _keep(options: argparse.Namespace, performance: Performance) -> int:
    """Perform it, and keep it in the diary."""
    paths = user_paths(options.data_dir)
    try:
        lock = RunningSessions(paths.running).begin(performance.record.id)
    except RunningElsewhereError:
        print(tr("This session goes on in another program just now."), file=sys.stderr)
        return EXIT_PROBLEMS
    db: HistoryDb | None = opened_diary(paths)
    recorder = Recorder(db, paths.unwritten, performance.record, now_moment, _tell, lock)
    try:
        return _coach(options, performance, recorder).run()
    finally:
        recorder.close()
        if db is not None:
            db.close()


def _coach(
    options: argparse.Namespace, performance: Performance, recorder: Recorder | None
) -> TerminalCoach:
    keys = keys_of_stdin()
    live = not isinstance(keys, NoKeys)
    print(f"{performance.title} - {time_words(performance.timeline.total_ms)}", flush=True)
    if live:
        print(tr("p pause, n next, b back, d done, q stop"))
    return TerminalCoach(
        performance.timeline,
        keys,
        _write,
        SystemClock(),
        speed=options.speed,
        live=live,
        ring=live and not options.silent,
        listener=recorder.on_event if recorder else None,
        start_index=performance.start_index,
    )


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _tell(problem: str) -> None:
    print(f"\n{problem}", file=sys.stderr)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 0 < speed <= MAX_SPEED:
        raise argparse.ArgumentTypeError(
            tr("a number above 0, at most {most}", most=f"{MAX_SPEED:g}")
        )
    return speed


def _choose(options: argparse.Namespace) -> str | None:
    """Let the person choose; with nobody at the keyboard it is the first routine."""
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
