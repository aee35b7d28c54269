"""To the list of all exercises, or from a search, to one, on to its routines, and to one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

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

if TYPE_CHECKING:
    from stretchcoach.files.bench.drafts import Draft

# The exercises that were not saved, with their names; and whether an exercise is one's own.
Drafts = Callable[[], "tuple[tuple[str, Draft], ...]"]
IsOwn = Callable[[str], bool]


class ExerciseWays(QObject):
    """`back_asked` leads to the page before. `open_routine` shows one, and returns its page where
    it is not broken. The other signals are what is asked about exercises of one's own."""

    back_asked = Signal()
    new_asked = Signal()
    change_asked = Signal(str)
    resume_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        window: MainWindow,
        library: Callable[[], Shelf | None],
        open_routine: Callable[[RoutineEntry], RoutinePage | None],
        parent: QObject | None = None,
        *,
        drafts: Drafts = tuple,
        is_own: IsOwn = bool,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._window = theme, store, window
        self._library, self._open_routine = library, open_routine
        self._drafts, self._is_own = drafts, is_own
        self._all: ExercisesPage | None = None
        self._one: ExercisePage | None = None
        self._shown: object = None
        self._back_to = self._waiting = ""

    def open(self, exercise_id: str) -> None:
        """One that was found on the page of routines, or, where none is named, all."""
        if exercise_id:
            self._open_one(exercise_id, tr("Routines"))
        else:
            self._open_all()

    def open_written(self, exercise_id: str) -> None:
        """One that was written just now, as soon as the library knows it; unless one came from
        elsewhere, and is there again."""
        if self._window.current in (self._all, self._page):
            self._waiting = exercise_id
            self.show_library()

    def show_library(self) -> None:
        """The library was read anew: show what it has now on the pages that are there."""
        shelf = self._library()
        if shelf is None:
            return
        if self._all is not None and isValid(self._all):
            self._all.show_exercises(exercise_tiles(shelf))
            self.show_drafts()
        wanted = ""
        if self._waiting in shelf.exercises:
            wanted, self._waiting = self._waiting, ""
        if self._page is not None and self._window.current is self._page:
            shown = wanted or self._page.exercise_id
            if wanted or self._facts(shown) != self._shown:
                self._window.go_back()  # where it is gone, this is all
                self._open_one(shown, self._back_to)
        elif wanted and self._window.current is self._all:
            self._open_one(wanted, tr("All exercises"))

    def show_drafts(self) -> None:
        """What is not saved may be another now."""
        if self._all is not None and isValid(self._all):
            self._all.unsaved.show_drafts(self._drafts())

    @property
    def _page(self) -> ExercisePage | None:
        """The page of one exercise, as long as there is one."""
        return self._one if self._one is not None and isValid(self._one) else None

    def _facts(self, exercise_id: str) -> object:
        """What the page of an exercise depends on."""
        shelf = self._library()
        if shelf is None or exercise_id not in shelf.exercises:
            return None
        routines = tuple(card.path for card in shelf.cards if _has(card, exercise_id))
        picture = shelf.known.pictures.get(exercise_id)
        return (shelf.exercises[exercise_id], picture, routines, self._is_own(exercise_id))

    def _open_all(self) -> None:
        shelf = self._library()
        if shelf is not None:
            page = ExercisesPage(self._theme, self._store)
            page.show_exercises(exercise_tiles(shelf))
            page.exercise_chosen.connect(self._on_chosen)
            page.back_asked.connect(self.back_asked)
            page.new_asked.connect(self.new_asked)
            page.resume_asked.connect(self.resume_asked)
            page.forget_asked.connect(self.forget_asked)
            self._all = page
            self.show_drafts()
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
            is_own=self._is_own(exercise_id),
        )
        page.routine_chosen.connect(self._on_routine_chosen)
        page.change_asked.connect(self.change_asked)
        page.back_asked.connect(self.back_asked)
        self._one, self._back_to, self._shown = page, back_to, self._facts(exercise_id)
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
