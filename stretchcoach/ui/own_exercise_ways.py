"""The ways to a person's own exercises: a new one, a copy, one to change, one to take away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from stretchcoach.files.bench.drafts import Draft
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.files.own_exercises.kept_files import KeptFiles
    from stretchcoach.files.own_exercises.saving import Removed
    from stretchcoach.ui.exercises.exercise_ways import ExerciseWays
    from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
    from stretchcoach.ui.routine.routine_page import RoutinePage
    from stretchcoach.ui.window.loss import MayLose


def exercise_ways(
    theme: Theme,
    store: SettingsStore,
    window: MainWindow,
    loader: LibraryLoader,
    paths: Paths,
    library: Callable[[], Shelf | None],
    open_routine: Callable[[RoutineEntry], RoutinePage | None],
    parent: QObject,
) -> ExerciseWays:
    """The ways to all exercises, with those to one's own."""
    from stretchcoach.ui.exercises.exercise_ways import ExerciseWays

    own = OwnExerciseWays(theme, store, window, loader, paths, library, parent)
    ways = ExerciseWays(
        *(theme, store, window, library, open_routine, parent),
        drafts=own.drafts,
        is_own=own.is_own,
    )
    ways.new_asked.connect(own.begin)
    ways.change_asked.connect(own.change)
    ways.resume_asked.connect(own.resume)
    ways.forget_asked.connect(own.forget)
    own.written.connect(ways.open_written)
    own.drafts_changed.connect(ways.show_drafts)
    loader.loaded.connect(ways.show_library)
    return ways


class OwnExerciseWays(QObject):
    """`written` has the id of an exercise that was saved, when its page was left."""

    written = Signal(str)
    drafts_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        window: MainWindow,
        loader: LibraryLoader,
        paths: Paths,
        library: Callable[[], Shelf | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._window = theme, store, window
        self._loader, self._paths, self._library = loader, paths, library
        self._opened: list[ExerciseEditor] = []  # one may be opened above another
        self._written = ""
        self._removed: Removed | None = None
        window.ask_before_closing(self.may_close)
        loader.loaded.connect(self._on_loaded)
        window.closed.connect(self.keep)

    def path_of(self, exercise_id: str) -> Path | None:
        """The file of the exercise where it is the person's own."""
        shelf = self._library()
        entries = shelf.exercise_entries if shelf is not None else ()
        found = [entry.path for entry in entries if entry.exercise and entry.id == exercise_id]
        own = self._paths.exercises
        return found[-1] if found and found[-1].is_relative_to(own) else None

    def is_own(self, exercise_id: str) -> bool:
        """Whether it can be changed as it is, without a copy."""
        return self.path_of(exercise_id) is not None

    def begin(self) -> None:
        """A new exercise."""
        page = self._editor()
        if page is not None:
            page.file.begin(self._taken())
            self._open(page)

    def change(self, exercise_id: str) -> None:
        """One's own exercise, or a copy of one that comes with the program."""
        shelf = self._library()
        page = self._editor()
        if shelf is None or page is None or exercise_id not in shelf.exercises:
            return
        path = self.path_of(exercise_id)
        if path is not None:
            opened = page.file.open(path)
        else:
            entries = shelf.exercise_entries
            source = [e.path for e in entries if e.exercise and e.id == exercise_id][-1]
            shown = shelf.known.localized_exercises[exercise_id]
            opened = page.file.copy(source, shown, self._taken())
        if opened:
            self._open(page)
        else:
            self._window.tell(page.notice.words.text())
            page.deleteLater()

    def resume(self, draft: Draft) -> None:
        """Go on with what was not saved."""
        page = self._editor()
        if page is not None:
            page.file.resume(draft)
            self._open(page)

    def drafts(self) -> tuple[tuple[str, Draft], ...]:
        """What was written and not saved, the latest first, with the names of the exercises."""
        from stretchcoach.files.own_exercises.reading import read_exercise

        return tuple(
            (read_exercise(draft.path, draft.text).words(("name",)), draft)
            for draft in self._kept().drafts.all()
        )

    def forget(self, draft: Draft) -> None:
        """It is not wanted."""
        kept = self._kept()
        try:
            kept.drafts.drop(draft.path)
        except OSError as error:
            reason = error.strerror or str(error)
            self._window.tell(tr("The changes could not be forgotten: {reason}", reason=reason))
        kept.sweep()
        self.drafts_changed.emit()

    def may_close(self, may_lose: MayLose) -> bool:
        """Whether nothing is lost when the window closes but what `may_lose` lets go."""
        self._keep_all()
        losses = (page.loss() for page in self._pages)
        return all(may_lose(loss) for loss in losses if loss is not None)

    def keep(self) -> None:
        """The program may end at any moment."""
        self._keep_all()
        for page in self._pages:
            page.picture.drawing.close()
            page.photos.wait()

    def _keep_all(self) -> None:
        """What is not saved on any page is kept for later."""
        for page in self._pages:
            page.keep()

    def _kept(self) -> KeptFiles:
        from stretchcoach.files.own_exercises.kept_files import KeptFiles

        return KeptFiles(self._paths.drafts)

    def _taken(self) -> set[str]:
        from stretchcoach.ui.own_exercise.exercise_editor import taken_ids

        shelf = self._library()
        open_too = {page.file.path.stem for page in self._pages}
        return open_too.union(taken_ids(shelf)) if shelf is not None else open_too

    def _editor(self) -> ExerciseEditor | None:
        from stretchcoach.ui.keepers.file_places import FilePlaces
        from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor

        shelf = self._library()
        if shelf is None:
            return None
        self._keep_all()  # what is not saved of the same one is found by the page above
        folder, places = self._paths.exercises, FilePlaces(self._store)
        page = ExerciseEditor(self._theme, shelf, self._kept(), folder, places)
        page.saved.connect(self._on_saved)
        page.left.connect(self._on_left)
        page.remove_wanted.connect(self._on_remove_wanted)
        return page

    def _open(self, page: ExerciseEditor) -> None:
        self._opened, self._written = [*self._pages, page], ""
        self._window.open_page(page)
        page.take_focus()

    @property
    def _pages(self) -> list[ExerciseEditor]:
        """Those that there are, the one that is shown last."""
        return [page for page in self._opened if isValid(page)]

    def _here(self) -> ExerciseEditor | None:
        """The last one, as long as there is one."""
        return self._pages[-1] if self._pages else None

    def _on_loaded(self, shelf: Shelf) -> None:
        for page in self._pages:
            page.set_library(shelf)

    def _on_saved(self, exercise_id: str) -> None:
        self._written = exercise_id
        self._loader.load()

    def _on_left(self) -> None:
        page = self._here()
        if page is not None:
            page.picture.drawing.close()
            page.file.close()
        self._opened = self._pages[:-1]
        self._window.go_back()
        self.drafts_changed.emit()
        if self._written:
            self.written.emit(self._written)

    def _on_remove_wanted(self) -> None:
        from stretchcoach.files.own_exercises.saving import remove_exercise

        page = self._here()
        if page is None:
            return
        name = page.document.reading.words(("name",))
        try:
            removed = remove_exercise(page.file.path)
        except OSError as error:
            page.notice.say(tr("Not removed: {reason}", reason=error.strerror or str(error)))
            return
        if not page.file.discard():
            self._window.tell(page.notice.words.text())
        self._removed, self._written = removed, ""
        words = tr("“{name}” was removed.", name=name)
        self._window.bar().say(words, undo=self._on_undo)
        self._on_left()
        self._loader.load()

    def _on_undo(self) -> None:
        from stretchcoach.files.own_exercises.saving import restore_exercise

        if self._removed is None:
            return
        self._window.bar().hide()
        try:
            restore_exercise(self._removed)
        except OSError as error:
            self._window.tell(tr("Not brought back: {reason}", reason=error.strerror or str(error)))
            return
        self._loader.load()
