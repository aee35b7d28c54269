"""Writes a routine as a page for the phone: one file that leads through it in any browser."""

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
from stretchcoach.core.language.work_words import page_words
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
        help=tr("the page to write; by default it is named like the routine"),
    )


def run(options: argparse.Namespace) -> int:
    entry = entry_of(options)
    if isinstance(entry, int):
        return entry
    path = options.output or Path(f"{entry.id}.html")
    profile = profile_of(options)
    settings = SettingsFile(user_paths(options.data_dir).settings).peek()
    refuse_unwritable(path)
    from stretchcoach.ui.handout.page_file import write_page

    with qt_without_screen(), ProgressLine(page_words, sys.stderr) as watch:
        remarks = write_page(entry, profile, path, settings.breath, watch)
    for remark in remarks:
        print(remark, file=sys.stderr)
    print(path)
    return EXIT_OK
