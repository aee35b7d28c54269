"""Packs routines or plans, with their own exercises and pictures, into one file to hand over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.commands.arguments.file_argument import file_argument
from stretchcoach.commands.arguments.routine_argument import library_of
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.work_words import pack_words
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.disk.whole_file import refuse_unwritable
from stretchcoach.files.library.full_library import UnknownRoutineError
from stretchcoach.files.packs.asked import NotPackedError, gather
from stretchcoach.files.packs.making import ENDING, PackNotMadeError, write_pack
from stretchcoach.terminal.progress_line import ProgressLine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "routines",
        metavar="ROUTINE",
        nargs="+",
        help=tr("the id of a routine or a plan, or a file"),
    )
    parser.add_argument(
        "-o",
        "--output",
        type=file_argument,
        metavar="FILE",
        help=tr("write the pack to FILE; by default it is named like the first routine"),
    )


def run(options: argparse.Namespace) -> int:
    paths, bundled = user_paths(options.data_dir), bundled_dir("routines")
    if options.output is not None:
        refuse_unwritable(options.output)
    try:
        gathered = gather(options.routines, library_of(options), [bundled, paths.routines], bundled)
        output = options.output or Path(next(iter(gathered.files)).partition("/")[0] + ENDING)
        with ProgressLine(pack_words, sys.stderr) as watch:
            write_pack(gathered.files, output, watch)
    except (UnknownRoutineError, PackNotMadeError) as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEMS
    except NotPackedError as error:
        print(error, file=sys.stderr)
        for problem in error.problems:
            print(problem.format(), file=sys.stderr)
        return EXIT_PROBLEMS
    for remark in gathered.remarks:
        print(remark, file=sys.stderr)
    print(output)
    return EXIT_OK
