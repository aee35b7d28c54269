"""Where the routines and pictures stand that come with the program."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def bundled_dir(name: str) -> Path:
    """The folder `name`, such as routines or assets, that comes with the program.

    An installed program has it inside its package, a checkout beside it.
    """
    installed = PACKAGE / "bundled" / name
    return installed if installed.is_dir() else PACKAGE.parent / name
