"""Writes a routine as a page of PDF: a card a step, with pictures and boxes to tick."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchcoach.commands import EXIT_OK
from stretchcoach.commands.arguments.file_argument import file_argument
from stretchcoach.commands.arguments.routine_argument import (
    add_routine_arguments,
    entry_of,
    profile_of,
)
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.work_words import sheet_words
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.disk.whole_file import refuse_unwritable
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.start.no_screen import qt_without_screen
from stretchcoach.terminal.progress_line import ProgressLine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_routine_arguments(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=file_argument,
        metavar="FILE",
        help=tr("the PDF to write; by default it is named like the routine"),
    )
    parser.add_argument("--large", action="store_true", help=tr("in large print"))
    parser.add_argument(
        "--paper", choices=["a4", "letter"], help=tr("what is usual where you live otherwise")
    )


def run(options: argparse.Namespace) -> int:
    entry = entry_of(options)
    if isinstance(entry, int):
        return entry
    path = options.output or Path(f"{entry.id}.pdf")
    refuse_unwritable(path)
    settings = SettingsFile(user_paths(options.data_dir).settings).peek()
    profile = profile_of(options)
    from stretchcoach.paper.sheet import is_letter
    from stretchcoach.ui.handout.handout_file import write_handout

    with qt_without_screen(), ProgressLine(sheet_words, sys.stderr) as watch:
        letter = options.paper == "letter" if options.paper else is_letter()
        write_handout(
            entry,
            settings,
            path,
            letter=letter,
            large=options.large,
            profile=profile,
            watch=watch,
        )
    print(path)
    return EXIT_OK
