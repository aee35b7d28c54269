"""Makes a backup of the diary, looks it through, and prints where it is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.backup import daily_backup, export_backup
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.disk.paths import Paths, user_paths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=tr("write it to FILE instead of the folder of daily backups"),
    )


def run(options: argparse.Namespace) -> int:
    paths = user_paths(options.data_dir)
    try:
        made = _made(paths, options.output)
    except BackupError as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEMS
    print(made)
    return EXIT_OK


def _made(paths: Paths, output: Path | None) -> Path:
    if output is not None:
        export_backup(paths.diary, output)
        return output
    made = daily_backup(paths, now_moment().day, again=True)
    if made is None:
        raise BackupError(tr("There is nothing in the diary yet."))
    return made
