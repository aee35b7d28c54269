"""The ways to the bench: from the rail, and from a routine that is to be shaped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.ui.clients.client_ways import ClientWays
    from stretchcoach.ui.customize.customize_page import CustomizePage
    from stretchcoach.ui.own_exercise_ways import OwnExerciseWays

CUSTOMIZE = "customize"


class CustomizeWays(QObject):
    """Makes the page when it is first shown, keeps it in step with the library, and has what it
    saves read there; and leads to clients.

    `try_asked` has a Performance of what is on the bench, and the interval to begin with;
    `routine_asked` has the RoutineEntry to show, `file_asked` the path of a file to open.
    """

    try_asked = Signal(object, int)
    routine_asked = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        store: SettingsStore,
        loader: LibraryLoader,
        paths: Paths,
        library: Callable[[], Shelf | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._store = theme, window, store
        self._loader, self._paths, self._library = loader, paths, library
        self._page: CustomizePage | None = None
        self._clients: ClientWays | None = None
        self._own: OwnExerciseWays | None = None

    @property
    def page(self) -> CustomizePage:
        if self._page is None:
            from stretchcoach.files.disk.bundled import bundled_dir
            from stretchcoach.files.library.card_library import Exercises, Shelf
            from stretchcoach.ui.customize.customize_page import CustomizePage

            shelf = self._library() or Shelf((), Exercises((), bundled_dir("assets")))
            cautions = self._store.settings.hidden_cautions
            self._page = CustomizePage(self._theme, shelf, self._paths, client=cautions)
            self._page.saved.connect(self._on_saved)
            self._page.told.connect(self._window.tell)
            self._page.new_exercise_asked.connect(self._on_new_exercise_asked)
            self._page.try_asked.connect(self.try_asked)
            self._page.client_asked.connect(self._on_client_asked)
            self._loader.loaded.connect(self._page.set_library)
            self._window.ask_before_closing(self._page.may_close)
            self._window.closed.connect(self._page.keep)
        return self._page

    def open(self, path: Path) -> None:
        """Work on the routine at `path`."""
        if self._window.show_page(CUSTOMIZE):
            self.page.open(path)

    def read_sent(self, path: Path) -> None:
        """Show what a client has sent."""
        self.clients.read(path)

    @property
    def clients(self) -> ClientWays:
        """The ways of clients, which few starts need."""
        if self._clients is None:
            from stretchcoach.ui.clients.client_ways import ClientWays

            self._clients = ClientWays(
                self._theme,
                self._store,
                self._window,
                self._loader,
                self._paths,
                self._library,
                self,
            )
            self._clients.routine_asked.connect(self.routine_asked)
            self._clients.file_asked.connect(self.file_asked)
            self._clients.work_asked.connect(self.open)
            self._clients.new_asked.connect(self._on_new_asked)
        return self._clients

    def _on_new_asked(self, folder: Path) -> None:
        if self._window.show_page(CUSTOMIZE):
            self.page.begin_for(folder)

    def _on_client_asked(self, folder: Path | None) -> None:
        self.clients.open(folder)

    def _on_new_exercise_asked(self) -> None:
        """One that no list has, on a page of its own."""
        if self._own is None:
            from stretchcoach.ui.own_exercise_ways import OwnExerciseWays

            self._own = OwnExerciseWays(
                *(self._theme, self._store, self._window, self._loader, self._paths),
                *(self._library, self),
            )
            self._own.written.connect(self.page.show_exercise)
        self._own.begin()

    def _on_saved(self, path: object) -> None:
        self._loader.load()
