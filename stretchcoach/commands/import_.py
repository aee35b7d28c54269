"""Takes in a pack, or a routine from anywhere, after showing what is in it."""

from __future__ import annotations

import argparse
import sys

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.commands.arguments.file_argument import file_argument
from stretchcoach.commands.arguments.routine_argument import library_of
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.packs.kept_file import KeptFile
from stretchcoach.files.packs.offer_words import told
from stretchcoach.files.packs.pack_zip import PackRefusedError
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import Offer, PackReader
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.files.yaml.file_names import is_yaml_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=file_argument, metavar="FILE", help=tr("a pack, or the file of a routine")
    )
    parser.add_argument("--yes", action="store_true", help=tr("take it in without asking"))


def run(options: argparse.Namespace) -> int:
    paths, library = user_paths(options.data_dir), library_of(options)
    received, profile = Received(paths.received), SettingsFile(paths.settings).peek().profile
    bundled = bundled_dir("routines")
    reader = PackReader(received, library, library.known, (bundled, paths.routines))
    with KeptFile(library.exercise_entries, library.known, bundled) as kept:
        try:
            file = kept.packed(options.file) if is_yaml_name(options.file.name) else options.file
            offer = reader.look(file, profile)
            _show(offer, profile)
            if offer.problems or not _is_wanted(options):
                return EXIT_PROBLEMS
            reader.take(file, offer)
        except PackRefusedError as error:
            print(error, file=sys.stderr)
            return EXIT_PROBLEMS
    print(tr("It is in your list now."))
    return EXIT_OK


def _show(offer: Offer, profile: Profile) -> None:
    for problem in offer.problems:
        print(problem.format(), file=sys.stderr)
    if offer.problems:
        print(tr("Nothing was taken in: it has problems."), file=sys.stderr)
        return
    for one in told(offer, profile):
        for line in one.lines:
            print(line)


def _is_wanted(options: argparse.Namespace) -> bool:
    if options.yes:
        return True
    if not sys.stdin.isatty():
        print(tr("Nothing was taken in: say --yes to take it in."), file=sys.stderr)
        return False
    # Translators: the letter that is typed for yes.
    letter = trc("answer", "y")
    answer = input(tr("Take it in? [{letter}] ", letter=letter))
    return fold(answer.strip()) == fold(letter)
