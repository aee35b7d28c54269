"""Draws the exercises: checks their poses, makes a contact sheet, renders the pictures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE
from stretchcoach.commands.arguments.routine_argument import library_of
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.yaml.file_names import ENDINGS

SHEET_ENDINGS = (".png", ".webp")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The three commands; without the extra `figure` they only say what is missing."""
    parser.set_defaults(act=None, usage=parser)
    commands = parser.add_subparsers(metavar=tr("COMMAND"))
    check = commands.add_parser("check", help=tr("measure the poses: contacts, joints, glow"))
    check.set_defaults(act=_check)
    sheet = commands.add_parser("sheet", help=tr("one picture of all exercises, start and hold"))
    sheet.add_argument("-o", dest="out", type=_sheet_file, required=True, metavar="FILE.png")
    sheet.set_defaults(act=_sheet)
    render = commands.add_parser("render", help=tr("draw the pictures of the exercises"))
    render.add_argument("--size", type=_size, default=(960, 720), metavar="WxH")
    render.add_argument("--frame", choices=("start", "hold", "still", "all"), default="all")
    render.add_argument("-o", dest="out", type=Path, metavar="DIR")
    render.add_argument(
        "--progress", action="store_true", help=tr("print how far it is, for another program")
    )
    render.set_defaults(act=_render)
    for command in (check, sheet, render):
        command.add_argument(
            "ids", nargs="*", metavar="ID", help=tr("ids or files; otherwise all exercises")
        )


def run(options: argparse.Namespace) -> int:
    """Run the chosen command; the exit code."""
    if options.act is None:
        options.usage.print_help(sys.stderr)
        return EXIT_USAGE
    try:
        import numba  # noqa: F401
    except ImportError:
        print(tr("This needs more: pip install “stretchcoach[figure]”"), file=sys.stderr)
        return EXIT_PROBLEMS
    exercises = _exercises(options)
    if exercises is None:
        return EXIT_PROBLEMS
    code: int = options.act(options, exercises)
    return code


def _sheet_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in SHEET_ENDINGS or path.is_dir():
        message = tr("a file that ends in {endings}", endings=", ".join(SHEET_ENDINGS))
        raise argparse.ArgumentTypeError(message)
    return path


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a size is written like 960x720")) from None
    if not all(16 <= length <= 8000 for length in size):
        raise argparse.ArgumentTypeError(tr("a size is from 16x16 to 8000x8000"))
    return size


def _exercises(options: argparse.Namespace) -> list[Exercise] | None:
    """Those asked for that have a pose; None after printing what cannot be used."""
    library = library_of(options)
    asked = options.ids or [key for key, one in library.exercises.items() if one.pose]
    found, wrong = [], []
    for name in asked:
        exercise = library.exercises.get(name)
        if exercise is None and name.lower().endswith(ENDINGS):
            checked = library.check([Path(name)])
            errors = [problem.format() for problem in checked.problems if problem.is_error]
            if errors:
                wrong += errors
                continue
            entries = checked.exercise_entries
            exercise = entries[0].exercise if entries else None
        if exercise is None:
            wrong.append(tr("no exercise is called “{name}”", name=name))
        elif exercise.pose is None:
            wrong.append(tr("{name} has no pose to draw", name=name))
        else:
            found.append(exercise)
    for line in wrong:
        print(line, file=sys.stderr)
    return None if wrong else sorted(found, key=lambda exercise: exercise.id)


def _check(options: argparse.Namespace, exercises: Sequence[Exercise]) -> int:
    from stretchcoach.figure.pose.check import problems_of
    from stretchcoach.figure.pose.contacts import PoseError
    from stretchcoach.figure.pose.pose_to_bodies import solve
    from stretchcoach.figure.stills.picture_check import picture_problems

    bad = 0
    for exercise in exercises:
        assert exercise.pose is not None
        try:
            solved = solve(exercise.pose, exercise.figure_side)
        except PoseError as error:
            lines = [str(error)]
        else:
            lines = [
                f"{problem.at:.2f} {problem.kind.value}: {problem.message}"
                for problem in problems_of(solved)
            ]
            lines += [
                f"1.00 {problem.rule.value}: {problem.message}"
                for problem in picture_problems(exercise, solved)
            ]
        for line in lines:
            print(f"{exercise.id}: {line}")
        bad += bool(lines)
    print(
        trn("{n} pose measured", "{n} poses measured", len(exercises))
        + ", "
        + (trn("{n} with problems", "{n} with problems", bad) if bad else tr("no problems")),
        file=sys.stderr,
    )
    return EXIT_PROBLEMS if bad else EXIT_OK


def _sheet(options: argparse.Namespace, exercises: Sequence[Exercise]) -> int:
    from stretchcoach.figure.draw.movement import movement
    from stretchcoach.figure.draw.sheet import CELL_PX, contact_sheet
    from stretchcoach.figure.stills.export import picture

    rows = []
    for number, exercise in enumerate(exercises):
        _progress(exercise.id, number, len(exercises))
        filmed = movement(exercise, 2)
        start, hold = (picture(filmed.picture(moment, *CELL_PX)) for moment in (0, 1))
        rows.append((exercise.id, start, hold))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    contact_sheet(rows).save(options.out)
    print(options.out)
    return EXIT_OK


def _render(options: argparse.Namespace, exercises: Sequence[Exercise]) -> int:
    from stretchcoach.figure.pose.contacts import PoseError

    try:
        _render_all(options, exercises)
    except PoseError as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEMS
    return EXIT_OK


def _render_all(options: argparse.Namespace, exercises: Sequence[Exercise]) -> None:
    """Raises PoseError for a pose that does not fit."""
    from stretchcoach.figure.draw.movement import FRAMES, movement
    from stretchcoach.figure.stills.export import (
        save_animation,
        save_picture,
        save_still,
        still_size,
    )

    folder = options.out or bundled_dir("assets") / "figures"
    aspect = options.size[0] / options.size[1]
    tell = _tell_progress if options.progress else _progress
    for exercise in exercises:
        if options.frame in ("all", "still"):
            filmed = movement(exercise, FRAMES, aspect)
            still = folder / f"{exercise.id}-still.webp"
            if options.frame == "all":
                path = folder / f"{exercise.id}.webp"
                save_animation(filmed, path, options.size, partial(tell, exercise.id))
                print(path)
            save_still(filmed, still, still_size(options.size))
            print(still)
        else:
            filmed = movement(exercise, 2, aspect)
            path = folder / f"{exercise.id}-{options.frame}.webp"
            number = 0 if options.frame == "start" else -1
            save_picture(filmed.picture(number, *options.size), path)
            print(path)


def _tell_progress(name: str, done: int, whole: int) -> None:
    print(f"{done}/{whole}", flush=True)


def _progress(name: str, done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{name} {done}/{whole}", end="", file=sys.stderr, flush=True)
