"""Makes a backup the diary again. The present diary is kept, so this can be undone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.moments import now_moment
from stretchcoach.files.diary.check import BackupError
from stretchcoach.files.diary.restore import restore_backup
from stretchcoach.files.disk.paths import user_paths


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=tr("a backup of a diary"))


def run(options: argparse.Namespace) -> int:
    paths = user_paths(options.data_dir)
    try:
        restored = restore_backup(paths, options.file, now_moment())
    except BackupError as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEMS
    print(tr("{path} is your diary now.", path=options.file))
    for sentence in restored.left_out:
        print(sentence)
    if restored.kept is not None:
        print(tr("What it was before is kept in {path}.", path=restored.kept))
    return EXIT_OK
