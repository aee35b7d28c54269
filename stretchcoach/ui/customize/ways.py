"""The ways to the bench: from the rail, and from a routine that is to be shaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

CUSTOMIZE = "customize"


class CustomizeWays(QObject):
    """Makes the page, keeps it in step with the library, and has what it saves read there."""

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        loader: LibraryLoader,
        paths: Paths,
        library: Callable[[], Shelf | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._loader = loader
        shelf = library() or Shelf((), Exercises((), bundled_dir("assets")))
        self.page = CustomizePage(theme, shelf, paths)
        self.page.saved.connect(self._on_saved)
        self.page.told.connect(window.tell)
        loader.loaded.connect(self.page.set_library)
        window.closed.connect(self.page.keep)

    def open(self, path: Path) -> None:
        """Work on the routine at `path`."""
        self._window.show_page(CUSTOMIZE)
        self.page.open(path)

    def _on_saved(self, path: object) -> None:
        self._loader.load()
