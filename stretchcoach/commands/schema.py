"""Prints the JSON Schema of the files, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import json

from stretchcoach.commands import EXIT_OK


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=("exercise", "plan", "routine"))


def run(options: argparse.Namespace) -> int:
    from stretchcoach.files.disk.bundled import bundled_dir
    from stretchcoach.files.library.full_library import Library
    from stretchcoach.files.yaml.schema import exercise_schema, plan_schema, routine_schema

    known = Library.read([bundled_dir("routines")], bundled_dir("assets")).known.exercises
    names = {id_: exercise.name for id_, exercise in known.items()}
    makers = {"exercise": exercise_schema, "plan": plan_schema, "routine": routine_schema}
    print(json.dumps(makers[options.format](names), indent=2, ensure_ascii=False))
    return EXIT_OK
