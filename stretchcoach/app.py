"""Builds the application and wires its parts. Running it is the caller's business."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.core.language import i18n
from stretchcoach.files.catalogs import catalog_for, wanted_languages
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.packs.received import Received
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.identity import APP_ID
from stretchcoach.ui.theme.tokens import Look

# What needs no Qt comes first: PySide6 reads the source of every module imported after it.
# isort: split
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.navigator import Navigator
from stretchcoach.ui.theme.theme import Theme

if TYPE_CHECKING:
    from stretchcoach.core.settings import Settings
    from stretchcoach.ui.reminder import Reminder
    from stretchcoach.ui.widgets.surfaces.reminder_bar import ReminderBar


class NoScreenError(Exception):
    """Qt runs, on a platform that has nothing to show anything on."""


class CoachApp(QObject):
    """The application with its window. `show` puts it on the screen."""

    def __init__(self, application: QApplication, data_dir: Path | None, file: Path | None) -> None:
        super().__init__()
        self._paths = paths = user_paths(data_dir)
        self._file = file
        self._store = SettingsStore(SettingsFile(paths.settings), self)
        settings = self._store.settings
        i18n.use(catalog_for(settings.language), wanted_languages(settings.language))
        self.theme = Theme(application, Look(settings.look.value), settings.text_scale, parent=self)
        self.theme.apply_palette_and_font()
        self._application = application
        self._reminder: Reminder | None = None
        self._reminder_bar: ReminderBar | None = None
        self.loader = LibraryLoader(
            (bundled_dir("routines"), paths.routines),
            bundled_dir("assets"),
            paths.index,
            self,
            self._opened_files,
            Received(paths.received).routine_files,
        )
        self.navigator = Navigator(self.theme, self._store, self.loader, paths, self)

    def show(self) -> None:
        """Show the window; files are read once it is painted."""
        self.navigator.window.painted.connect(self._after_first_paint)
        self.navigator.greet()
        self.theme.apply_style_sheet()
        self.navigator.window.show()

    def _opened_files(self) -> tuple[Path, ...]:
        """The files that were opened from elsewhere, the last one first."""
        return tuple(Path(path) for _, path in reversed(self._store.settings.opened_files))

    def _after_first_paint(self) -> None:
        from stretchcoach.ui.arrivals import Arrivals
        from stretchcoach.ui.settings.apply import SettingsApplier
        from stretchcoach.ui.widgets.layout.focus_ring import FocusRing

        self._focus_ring = FocusRing(self.theme, self._application, self)
        self.theme.watch_contrast()
        self._applier = SettingsApplier(self.theme, self._store, self)
        self._applier.apply(self._store.settings)
        self.navigator.begin(self._file)
        self._arrivals = Arrivals(self.navigator, self._store, self.loader, self._paths, self)
        self._watch_folders()
        self._store.changed.connect(self._remind_if_wanted)
        self._remind_if_wanted(self._store.settings)

    def _remind_if_wanted(self, settings: Settings) -> None:
        """Clock, tray and line are made once somebody wants to be reminded."""
        if settings.reminders_shown and self._reminder is None:
            from stretchcoach.ui.reminder import Reminder

            self._reminder = Reminder(self.theme, self._store, parent=self)
            self._reminder.chosen.connect(self.navigator.window.come_to_front)
            self._reminder.reminded.connect(self._on_reminded)

    def _on_reminded(self) -> None:
        """Over the page; who is in a session already needs no word."""
        from stretchcoach.ui.reminder import time_words
        from stretchcoach.ui.widgets.surfaces.reminder_bar import ReminderBar

        if self.navigator.sessions.is_active or self._reminder is None:
            return
        if self._reminder_bar is None:
            self._reminder_bar = ReminderBar(self.theme, time_words(), self.navigator.window)
            self._reminder_bar.later_asked.connect(self._reminder.put_off)
        self._reminder_bar.remind()

    @Slot()
    def end(self) -> None:
        """The system wants the program to end: as when the person closes the window."""
        self.navigator.window.close_now()
        self._application.exit(0)

    @Slot()
    def on_session_manager(self) -> None:
        """The person logs out: keep everything; whether the program ends is not said yet."""
        self.navigator.keep()

    def open_to_second_starts(self, former_address: str, told: Callable[[str], None]) -> None:
        """From the first paint on, listen to later starts; `told` hears the address."""
        self._former_address, self._tell_address = former_address, told
        self.navigator.window.painted.connect(self._listen)

    def _listen(self) -> None:
        from stretchcoach.ui.second_starts import SecondStarts

        self._second_starts = SecondStarts(self._former_address, self)
        self._second_starts.asked.connect(self._on_second_start)
        self._tell_address(self._second_starts.address)

    def _on_second_start(self, file: Path | None) -> None:
        self.navigator.window.come_to_front()
        if file is not None:
            self._arrivals.open(file)

    def _watch_folders(self) -> None:
        """Read the library again when a file of it was saved."""
        from stretchcoach.ui.keepers.folder_watch import FolderWatch

        self._watch = FolderWatch(self.loader.folders, self, beside=self._paths.data)
        self._watch.changed.connect(self.loader.load)
        self.navigator.files.file_opened.connect(self._watch.watch_file)
        self._watch.start()


def build_app(data_dir: Path | None, file: Path | None) -> tuple[QApplication, CoachApp]:
    """The QApplication, made if there is none yet, and the coach in it. NoScreenError."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    if application.primaryScreen() is None:
        raise NoScreenError
    application.setApplicationName("stretchcoach")
    application.setApplicationDisplayName("Stretch Coach")
    application.setDesktopFileName(APP_ID)
    return application, CoachApp(application, data_dir, file)
