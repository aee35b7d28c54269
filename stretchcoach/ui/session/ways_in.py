"""The ways into a session: from a routine, or back to where one was cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from stretchcoach.core.plan.plan import Plan
    from stretchcoach.core.session.record import SessionRecord
    from stretchcoach.files.library.card_library import Shelf
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
    from stretchcoach.ui.running.lacks import Lacks
    from stretchcoach.ui.running.performance import Performance
    from stretchcoach.ui.session.flow import SessionFlow


class SessionWays(QObject):
    """Makes sessions, and with them sound and clock, when a routine is first looked at.

    `library` and `plans` are asked when they are needed. `routine_asked` has the RoutineEntry
    that is to be begun anew, `left` comes when a session is over and kept, `tried` when one was
    only tried out.
    """

    routine_asked = Signal(object)
    left = Signal()
    tried = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        store: SettingsStore,
        diary: Callable[[], DiaryKeeper],
        library: Callable[[], Shelf | None],
        plans: Callable[[], Iterable[Plan]],
        lacks: Lacks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._store = store
        self._diary = diary
        self._library = library
        self._plans = plans
        self._lacks = lacks
        self._flow: SessionFlow | None = None

    @property
    def is_active(self) -> bool:
        """Whether a session runs or is paused."""
        return self._flow is not None and self._flow.is_active

    def prepare(self, entry: RoutineEntry) -> None:
        """A session of this routine is near."""
        from stretchcoach.core.content.routine import ExerciseStep  # not before the first paint
        from stretchcoach.core.session.shorten import single_steps

        flow = self._session_flow()
        flow.prepare(entry.id)
        if entry.routine is not None:
            steps = (step for _, step in single_steps(entry.routine.steps))
            named = (step.exercise for step in steps if isinstance(step, ExerciseStep))
            flow.look_into(entry.pictures[name] for name in named if name in entry.pictures)

    def start(self, performance: Performance) -> None:
        """Begin a session."""
        self._session_flow().start(performance)

    def try_out(self, performance: Performance, index: int) -> None:
        """Show how it will be, from the interval `index` on, and keep nothing of it."""
        self._session_flow().try_out(performance, index)

    def let_hear(self) -> None:
        """A sentence and a chime, as they would be heard in a session."""
        self._session_flow().let_hear()

    def tell(self, sentence: str) -> None:
        """Say it in passing, over the session."""
        if self._flow is not None:
            self._flow.tell(sentence)

    def keep(self) -> None:
        """The system may end the program at any moment."""
        if self._flow is not None:
            self._flow.keep()

    def close(self) -> None:
        """The window closes."""
        if self._flow is not None:
            self._flow.close()
            self._flow.close_sounds()

    def cut_off(self) -> tuple[SessionRecord, RoutineEntry] | None:
        """The session that was cut off, and its routine, where both are still there."""
        record, library = self._diary().open_session(), self._library()
        if record is None or library is None:
            return None
        entry = library.routine_by_id(record.routine_id)
        if entry is None:
            path = dict(self._store.settings.opened_files).get(record.routine_id)
            entry = library.routine(path) if path else None
        return (record, entry) if entry is not None and entry.routine is not None else None

    def resume(self) -> None:
        """Go on with what was cut off; begin it anew where its file has changed since."""
        from stretchcoach.files.diary.running import RunningElsewhereError
        from stretchcoach.ui.session.resume import resumed_performance

        found = self.cut_off()
        if found is None:
            self._tell_that_it_is_gone()
            return
        record, entry = found
        performance = resumed_performance(record, entry, self._plans(), self._store.settings)
        if performance is None:
            title = record.routine_title
            self._window.tell(tr("“{title}” has changed since: begin it anew.", title=title))
            self.start_over()
            return
        try:
            self._session_flow().resume(performance, record)
        except RunningElsewhereError:
            self._tell_that_it_is_gone()

    def _tell_that_it_is_gone(self) -> None:
        """Another program has taken it up, or ended it, since it was offered."""
        self._window.tell(tr("That session goes on in another program, or was ended there."))
        self.left.emit()

    def start_over(self) -> None:
        """Show the routine of what was cut off."""
        found = self.cut_off()
        if found is not None:
            self.routine_asked.emit(found[1])

    def _session_flow(self) -> SessionFlow:
        if self._flow is None:
            from stretchcoach.files.disk.clocks import SystemClock
            from stretchcoach.ui.session.coming import Coming
            from stretchcoach.ui.session.flow import SessionFlow
            from stretchcoach.ui.sound.sound_box import SoundBox

            clock = SystemClock()
            sounds = SoundBox(clock, self._lacks, self)
            diary = self._diary()
            coming = Coming(self._store, diary, self._plans)
            self._flow = SessionFlow(
                self._theme, self._window, self._store, diary, sounds, clock, coming, self
            )
            self._flow.left.connect(self.left)
            self._flow.tried.connect(self.tried)
        return self._flow
