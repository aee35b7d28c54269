"""An argument that names a file, as a path or as an address."""

from __future__ import annotations

import argparse
from pathlib import Path

from stretchcoach.files.disk.named_file import NamelessError, named_file


def file_argument(text: str) -> Path:
    """The path that `text` names, for `type` of an argument."""
    try:
        return named_file(text)
    except NamelessError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
