"""The library that the pages of Customize are shown with."""

from __future__ import annotations

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.card_reader import ShelfReader


def shelf(paths: Paths) -> Shelf:
    folders = (bundled_dir("routines"), paths.routines)
    return ShelfReader(folders, bundled_dir("assets"), None).read(_nobody)


def _nobody(some: Shelf) -> None:
    """Nobody waits for the first cards."""
