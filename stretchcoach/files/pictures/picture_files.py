"""Where the picture of an exercise stands on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

STILL = "-still"


def leads_outside(figure: str, folders: Iterable[Path]) -> bool:
    """Whether the relative path `figure` is a link that leaves each of `folders` that has it."""
    folders = tuple(folders)
    there = any(os.path.isfile(os.path.join(folder, figure)) for folder in folders)
    return there and find_picture(figure, folders) is None


def find_picture(figure: str, folders: Iterable[Path]) -> Path | None:
    """The file of the relative path `figure` in the first of `folders` that has it.

    A link is followed only to where it stays inside its folder. None when no folder has it.
    """
    for folder in folders:
        root = os.path.realpath(folder)
        path = os.path.realpath(os.path.join(root, figure))
        if path.startswith(root + os.sep) and os.path.isfile(path):
            return Path(path)
    return None


def still_beside(picture: Path) -> Path:
    """The picture of the hold alone where there is one beside `picture`: it is smaller.

    A link that leads to another folder is not followed. Else `picture` itself.
    """
    folder = os.path.realpath(picture.parent)
    still = os.path.realpath(os.path.join(folder, f"{picture.stem}{STILL}{picture.suffix}"))
    inside = os.path.dirname(still) == folder and os.path.isfile(still)
    return Path(still) if inside else picture
