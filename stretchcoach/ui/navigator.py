"""The ways through the program: from the list to a routine, into a session and out again.

Pages are imported and built when they are first shown, so that the start is light.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths, unreadable_words
from stretchcoach.ui.advice_ways import AdviceWays
from stretchcoach.ui.customize_ways import CUSTOMIZE, CustomizeWays
from stretchcoach.ui.file_ways import FileWays
from stretchcoach.ui.front import Front
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.rail_pages import RailPages
from stretchcoach.ui.running.lacks import Lacks
from stretchcoach.ui.session.ways_in import SessionWays
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import Destination, MainWindow
from stretchcoach.ui.window.stored_geometry import StoredGeometry

if TYPE_CHECKING:
    from stretchcoach.core.finding.first_routine import FirstRoutine
    from stretchcoach.core.plan.plan import Plan
    from stretchcoach.files.database.history_db import HistoryDb
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.cards import LibraryCard
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.exercises.exercise_ways import ExerciseWays
    from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
    from stretchcoach.ui.plan.plan_ways import PlanWays
    from stretchcoach.ui.routine.routine_page import RoutinePage

ROUTINES, PROGRESS, SETTINGS, SAFETY = "routines", "progress", "settings", "safety"


class Navigator(QObject):
    """Owns the window and decides which page follows which."""

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        loader: LibraryLoader,
        paths: Paths,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._loader = loader
        self._paths = paths
        self._library: Shelf | None = None
        self._opened: tuple[RoutinePage, RoutineEntry] | None = None
        self._plans: PlanWays | None = None
        self._exercises: ExerciseWays | None = None
        self._diary: DiaryKeeper | None = None
        self._lacks = Lacks(self)
        self._pages = RailPages(theme, store, paths, self._keeper, self._shelf, self._lacks, self)
        places = self._destinations()
        self.window = MainWindow(theme, tr("Stretch Coach"), places, StoredGeometry(store))
        self._pages.show_in(self.window)
        self._bench = CustomizeWays(theme, self.window, store, loader, paths, self._shelf, self)
        self._bench.routine_asked.connect(self.open_routine)
        self._bench.file_asked.connect(self.open_file)
        self.files = FileWays(theme, store, loader, paths, self.window, self._is_in_session, self)
        self.files.routine_asked.connect(self.open_routine)
        self.files.list_asked.connect(self._on_list_asked)
        self.files.sent_asked.connect(self._bench.read_sent)
        self.advice = AdviceWays(theme, self.window, self)
        self.advice.welcome_requested.connect(self.show_welcome)
        self.sessions = SessionWays(
            theme, self.window, store, self._keeper, self._shelf, self._all_plans, self._lacks, self
        )
        self.sessions.routine_asked.connect(self.open_routine)
        self.sessions.left.connect(self._on_session_left)
        self.sessions.tried.connect(self._on_tried)
        self._bench.try_asked.connect(self.sessions.try_out)
        self._pages.welcome_asked.connect(self.show_welcome)
        self._pages.hear_asked.connect(self.sessions.let_hear)
        self._pages.diary_changed.connect(self._on_diary_changed)
        self.window.closed.connect(self._on_closed)
        self.window.page_shown.connect(self._on_page_shown)
        loader.loaded.connect(self._on_library_loaded)
        store.failed.connect(self._on_settings_failed)
        self.window.show_page(ROUTINES)

    @property
    def diary(self) -> DiaryKeeper:
        """The diary, which nothing needs before the first paint."""
        if self._diary is None:
            from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper

            self._diary = DiaryKeeper(self._paths, self)
            self._diary.failed.connect(self.window.tell)
        return self._diary

    def begin(self, file: Path | None) -> None:
        """After the first paint: read the library, open the diary."""
        self.files.waiting = file
        self._loader.load()
        problem = unreadable_words(self._paths) or self._store.problem
        if problem:
            self.window.tell(problem)

    def _destinations(self) -> tuple[Destination, ...]:
        return (
            Destination(ROUTINES, tr("Routines"), IconName.ROUTINES, self._make_routines_page),
            Destination(PROGRESS, tr("Progress"), IconName.PROGRESS, self._pages.progress),
            Destination(CUSTOMIZE, tr("Customize"), IconName.CUSTOMIZE, self._make_customize_page),
            Destination(SETTINGS, tr("Settings"), IconName.SETTINGS, self._pages.settings),
            Destination(SAFETY, tr("Safety"), IconName.SAFETY, self._make_safety_page, True, True),
        )

    # Pages of the rail.

    def _make_routines_page(self) -> QWidget:
        self._front = Front(
            self._theme,
            self._store,
            self._loader,
            self.sessions,
            self._keeper,
            self._plan_folders,
            self,
        )
        self._front.plan_asked.connect(self.open_plan)
        self._front.planned_asked.connect(self._on_planned_asked)
        page = self._front.page
        page.routine_chosen.connect(self.open_routine)
        page.exercise_chosen.connect(self.open_exercise)
        page.exercises_asked.connect(self.open_exercise)
        page.file_chosen.connect(self.open_file)
        page.forget_asked.connect(self.files.forget)
        self._routines_page = page
        return page

    def _make_customize_page(self) -> QWidget:
        return self._bench.page

    def _make_safety_page(self) -> QWidget:
        return self.advice.safety_page()

    # Ways.

    def open_file(self, path: Path) -> None:
        """The routine of a file that stands anywhere, a pack, or the routine with this id."""
        self.files.open(path)

    def open_exercise(self, exercise_id: str = "") -> None:
        """One exercise, or all of them, to browse."""
        self._exercise_ways().open(exercise_id)

    def open_routine(self, entry: RoutineEntry, minutes: int | None = None) -> RoutinePage | None:
        """One routine, as it is in so many minutes, or, where it is broken, its problems."""
        if entry.routine is None:
            if self.window.show_page(ROUTINES):
                self._routines_page.show_problems(entry)
            return None
        from stretchcoach.ui.keepers.due_keeper import DueKeeper
        from stretchcoach.ui.routine.routine_page import RoutinePage

        due = DueKeeper(self._store, self._history)
        page = RoutinePage(self._theme, self._store, due=due, received=self.files.received)
        page.show_entry(entry)
        page.choose_minutes(minutes)
        self._opened = (page, entry)
        page.start_asked.connect(self.sessions.start)
        page.back_asked.connect(self._on_back_asked)
        page.safety_asked.connect(self.advice.open_safety)
        page.understanding_asked.connect(self.advice.open_understanding)
        page.customize_asked.connect(self._on_customize_asked)
        self.files.serve(page)
        self.window.open_page(page)
        self.sessions.prepare(entry)
        return page

    def open_plan(self) -> None:
        """The plan that the person is in, or the first that there is."""
        if self._library is not None:
            self._plan_ways().open(self._plan_folders(), self._library)

    def _plan_folders(self) -> tuple[Path, ...]:
        return (*self._loader.folders, *self.files.received.plan_folders())

    def greet(self) -> None:
        """Before the first paint: whoever is new sees nothing else before the first pages."""
        if not self._store.settings.welcomed:
            self.show_welcome()

    def show_welcome(self) -> None:
        """The first pages, over everything else."""
        from stretchcoach.ui.welcome.welcome_page import WelcomePage

        page = WelcomePage(self._theme, self._store, self._cards)
        page.finished.connect(self._on_welcome_finished)
        self.window.show_over_session(page)

    def _plan_ways(self) -> PlanWays:
        if self._plans is None:
            from stretchcoach.ui.plan.plan_ways import PlanWays

            self._plans = PlanWays(self._theme, self._store, self._history, parent=self)
            self._plans.page_made.connect(self.window.open_page)
            self._plans.routine_asked.connect(self._on_planned_asked)
            self._plans.back_asked.connect(self._on_back_asked)
            self._plans.safety_asked.connect(self.advice.open_safety)
        return self._plans

    def _exercise_ways(self) -> ExerciseWays:
        if self._exercises is None:
            from stretchcoach.ui.own_exercise_ways import exercise_ways

            self._exercises = exercise_ways(
                *(self._theme, self._store, self.window, self._loader, self._paths),
                *(self._shelf, self.open_routine, self),
            )
            self._exercises.back_asked.connect(self._on_back_asked)
        return self._exercises

    def _history(self) -> HistoryDb | None:
        return self.diary.db

    def _keeper(self) -> DiaryKeeper:
        return self.diary

    def _shelf(self) -> Shelf | None:
        return self._library

    def _cards(self) -> tuple[LibraryCard, ...]:
        return self._library.cards if self._library is not None else ()

    def _all_plans(self) -> tuple[Plan, ...]:
        if self._library is None:
            return ()
        return self._plan_ways().plans(self._plan_folders(), self._library)

    # What happened.

    def _on_library_loaded(self, library: Shelf) -> None:
        first, self._library = self._library is None, library
        self._front.show_library(library)
        if first:
            self.diary.back_up()
        if first and self.window.current is self._routines_page:
            self._routines_page.take_focus()
        self._show_routine_anew(library)
        self.files.open_waiting()

    def _show_routine_anew(self, library: Shelf) -> None:
        """The routine that is looked at may have been changed just now, in an editor."""
        if self._opened is None or not isValid(self._opened[0]):
            return
        page, before = self._opened
        entry = library.routine(str(before.path.absolute()))
        if entry == before:
            return
        self._opened = (page, entry)
        if entry.routine is not None:
            page.show_entry(entry)
        else:
            name = entry.path.name
            self.window.tell(tr("{name} has problems now; this is how it was before.", name=name))

    def _on_session_left(self) -> None:
        self.diary.back_up(again=True)
        self._front.show_diary()
        self._to_list()
        self.files.open_waiting()

    def _on_tried(self) -> None:
        """Back on the bench."""
        self._focus_page()
        self.files.open_waiting()

    def _is_in_session(self) -> bool:
        return self.sessions.is_active

    def _on_list_asked(self) -> None:
        self._routines_page.show_list()
        self._to_list()

    def _on_customize_asked(self, path: Path) -> None:
        """What a plan or a day changes is not in the file that is shaped."""
        self._bench.open(path)

    def _on_planned_asked(self, entry: RoutineEntry) -> None:
        """What a plan changes does not stand in the file."""
        self.open_routine(entry)
        self._opened = None

    def _on_diary_changed(self) -> None:
        self._front.show_diary()

    def _on_page_shown(self, key: str) -> None:
        if key == ROUTINES:
            self._front.show_today()

    def _to_list(self) -> None:
        if self.window.show_page(ROUTINES):
            self._routines_page.take_focus()

    def _on_back_asked(self) -> None:
        self.window.go_back()
        self._focus_page()

    def _on_welcome_finished(self, first: FirstRoutine | None) -> None:
        self.window.end_over_session()
        if first is not None and self._library is not None:
            self.open_routine(self._library.routine(first.routine.id), first.minutes)
        else:
            self._focus_page()

    def _focus_page(self) -> None:
        if self.window.current is self._routines_page:
            self._routines_page.take_focus()
        elif self.window.current is not None:
            self.window.current.setFocus()

    def _on_settings_failed(self, sentence: str) -> None:
        """The page of the settings says it itself."""
        if self.window.shown_key != SETTINGS:
            self.window.tell(sentence)

    def keep(self) -> None:
        """The system may end the program at any moment: write down all there is."""
        self.sessions.keep()
        if self._diary is not None:
            self._diary.closing.emit()

    def _on_closed(self) -> None:
        self.sessions.close()
        self.diary.close()
