"""Checks files or folders of routines, exercises and plans and prints every problem."""

from __future__ import annotations

import argparse
import sys

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.commands.arguments.routine_argument import library_of
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.named_file import NamelessError, named_file
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.files.library.remarks import bundled_in, remarks_on
from stretchcoach.files.yaml.problems import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument(
        "--strict", action="store_true", help=tr("end with a failure for warnings, too")
    )
    parser.add_argument(
        "--caution",
        action="append",
        default=[],
        choices=[caution.value for caution in Caution],
        metavar="NAME",
        help=tr("a caution of the client, such as knee; may be said several times"),
    )


def run(options: argparse.Namespace) -> int:
    try:
        paths = [named_file(path) for path in options.paths]
    except NamelessError as error:
        print(str(error), file=sys.stderr)
        return EXIT_PROBLEMS
    library, folder = library_of(options), bundled_dir("routines")
    clients = client_folders(user_paths(options.data_dir).routines)
    checked = library.check(paths, clients)
    cautions = [Caution(name) for name in options.caution]
    known = bundled_in(library, folder)
    problems = [*checked.problems, *remarks_on(checked, known, folder, cautions)]
    problems.sort(key=_place)
    for problem in problems:
        print(problem.format())
    errors = sum(1 for problem in problems if problem.is_error)
    files = len(checked.routines) + len(checked.exercise_entries) + len(checked.plans)
    print(_summary(files, errors, len(problems) - errors), file=sys.stderr)
    failed = problems if options.strict else errors
    return EXIT_PROBLEMS if failed else EXIT_OK


def _place(problem: Problem) -> tuple[str, int, int]:
    return str(problem.path), problem.line, problem.column


def _summary(files: int, errors: int, warnings: int) -> str:
    parts = [trn("{n} file checked", "{n} files checked", files)]
    parts.append(trn("{n} error", "{n} errors", errors) if errors else tr("no errors"))
    if warnings:
        parts.append(trn("{n} warning", "{n} warnings", warnings))
    return ", ".join(parts)
