"""The arguments and the reading that the commands about one routine share."""

from __future__ import annotations

import argparse
import sys

from stretchcoach.commands import EXIT_PROBLEMS
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.timeline import Timeline, expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.library.full_library import Library, UnknownRoutineError
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.received import Received
from stretchcoach.files.settings_file import SettingsFile


def add_routine_arguments(
    parser: argparse.ArgumentParser, *, optional: bool = False, help_text: str = ""
) -> None:
    """ROUTINE and the affected side; `help_text` where ROUTINE may be more than one."""
    parser.add_argument(
        "routine",
        metavar="ROUTINE",
        nargs="?" if optional else None,
        help=help_text or tr("the id of a routine, or a file"),
    )
    parser.add_argument(
        "--affected",
        choices=[side.value for side in AffectedSide],
        help=tr("your affected side; what the settings say otherwise"),
    )


def library_of(options: argparse.Namespace) -> Library:
    """The bundled routines, those of the person, and behind them those that were taken in."""
    paths = user_paths(options.data_dir)
    library = Library.read([bundled_dir("routines"), paths.routines], bundled_dir("assets"))
    return library.with_routine_files(Received(paths.received).routine_files())


def affected_of(options: argparse.Namespace) -> AffectedSide:
    """The affected side of the command line, or of the settings."""
    if options.affected is not None:
        return AffectedSide(options.affected)
    return SettingsFile(user_paths(options.data_dir).settings).peek().affected


def profile_of(options: argparse.Namespace) -> Profile:
    """The person of the settings, with the affected side of the command line if it says one."""
    profile = SettingsFile(user_paths(options.data_dir).settings).peek().profile
    return profile._replace(affected=affected_of(options))


def timeline_of(
    options: argparse.Namespace, library: Library | None = None
) -> tuple[Routine, Timeline] | int:
    """The routine and its timeline, or the exit code after its problems were printed."""
    entry = entry_of(options, library)
    if isinstance(entry, int):
        return entry
    assert entry.routine is not None
    return entry.routine, expand(entry.routine, entry.exercises, profile_of(options))


def entry_of(options: argparse.Namespace, library: Library | None = None) -> RoutineEntry | int:
    """The routine, which has no errors, or the exit code after its problems were printed."""
    try:
        entry = (library or library_of(options)).routine(options.routine)
    except UnknownRoutineError as error:
        print(str(error), file=sys.stderr)
        print(tr("“stretchcoach list” shows all of them."), file=sys.stderr)
        return EXIT_PROBLEMS
    if entry.routine is None:
        for problem in entry.problems:
            print(problem.format(), file=sys.stderr)
        return EXIT_PROBLEMS
    return entry
