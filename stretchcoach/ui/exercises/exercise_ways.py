"""To the list of all exercises, or from a search, to one, and on to its routines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.cards.exercise_tiles import exercise_tiles
from stretchcoach.ui.exercises.exercise_page import ExercisePage
from stretchcoach.ui.exercises.exercises_page import ExercisesPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow


class ExerciseWays(QObject):
    """`back_asked` leads to the page before. `open_routine` shows one, and returns its page where
    it is not broken."""

    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        window: MainWindow,
        library: Callable[[], Shelf | None],
        open_routine: Callable[[RoutineEntry], RoutinePage | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._window = theme, store, window
        self._library, self._open_routine = library, open_routine

    def open(self, exercise_id: str) -> None:
        """One that was found on the page of routines, or, where none is named, all."""
        if exercise_id:
            self._open_one(exercise_id, tr("Routines"))
        else:
            self._open_all()

    def _open_all(self) -> None:
        shelf = self._library()
        if shelf is not None:
            page = ExercisesPage(self._theme, self._store)
            page.show_exercises(exercise_tiles(shelf))
            page.exercise_chosen.connect(self._on_chosen)
            page.back_asked.connect(self.back_asked)
            self._window.open_page(page)

    def _open_one(self, exercise_id: str, back_to: str) -> None:
        """The page of an exercise; nothing where its file has gone meanwhile."""
        shelf = self._library()
        exercises = shelf.known.localized_exercises if shelf is not None else {}
        if shelf is None or exercise_id not in exercises:
            return
        page = ExercisePage(
            self._theme,
            exercises[exercise_id],
            {name: exercise.name for name, exercise in exercises.items()},
            shelf.known.pictures.get(exercise_id),
            [card for card in shelf.cards if _has(card, exercise_id)],
            back_to,
        )
        page.routine_chosen.connect(self._on_routine_chosen)
        page.back_asked.connect(self.back_asked)
        self._window.open_page(page)

    def _on_chosen(self, exercise_id: str) -> None:
        self._open_one(exercise_id, tr("All exercises"))

    def _on_routine_chosen(self, card: LibraryCard) -> None:
        shelf = self._library()
        page = self._open_routine(shelf.entry(card)) if shelf is not None else None
        if page is not None:
            page.name_back(tr("Exercise"))


def _has(card: LibraryCard, exercise_id: str) -> bool:
    return card.facts is not None and exercise_id in card.facts.exercises
