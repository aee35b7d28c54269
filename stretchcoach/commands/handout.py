"""Writes a routine as a page of PDF: a card a step, with pictures and boxes to tick."""

from __future__ import annotations

import argparse
from pathlib import Path

from stretchcoach.commands import EXIT_OK
from stretchcoach.commands.arguments.file_argument import file_argument
from stretchcoach.commands.arguments.routine_argument import (
    add_routine_arguments,
    entry_of,
    profile_of,
)
from stretchcoach.core.handout.handout import handout
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.start.no_screen import qt_without_screen


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
    assert entry.routine is not None
    settings = SettingsFile(user_paths(options.data_dir).settings).peek()
    content = handout(entry.routine, entry.exercises, profile_of(options))
    from stretchcoach.paper.handout import handout_pdf
    from stretchcoach.paper.sheet import is_letter
    from stretchcoach.ui.handout.card_pictures import CardPictures, letterhead_of

    with qt_without_screen():
        letter = options.paper == "letter" if options.paper else is_letter()
        pictures, head = CardPictures(entry.pictures), letterhead_of(settings)
        pdf = handout_pdf(content, pictures.of, head, letter=letter, large=options.large)
    replace_bytes(path, pdf)
    print(path)
    return EXIT_OK
