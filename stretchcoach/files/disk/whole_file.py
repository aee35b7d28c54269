"""Writing a text file so that it is replaced whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def replace_file(path: Path, write: Callable[[TextIO], None]) -> None:
    """Let `write` fill a new file and put it in the place of `path`. OSError."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as stream:
            write(stream)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def replace_bytes(path: Path, content: bytes) -> None:
    """Put `content` in the place of the file `path`. OSError."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
