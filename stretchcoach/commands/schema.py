"""Prints the JSON Schema of the files, for editors that complete and check YAML."""

from __future__ import annotations

import argparse
import json

from stretchcoach.commands import EXIT_OK


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", choices=("exercise", "routine"))


def run(options: argparse.Namespace) -> int:
    from stretchcoach.files.schema import exercise_schema, routine_schema

    schema = exercise_schema() if options.format == "exercise" else routine_schema()
    print(json.dumps(schema, indent=2, ensure_ascii=False))
    return EXIT_OK
