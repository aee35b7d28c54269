"""A session from the start button to the page after it, and back to where one came from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.diary.room import room_words, told_of_room
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.commands import State
from stretchcoach.core.session.events import PauseReason
from stretchcoach.core.session.landing import landing_of
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.diary.recorder import Recorder
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session.coming import Coming
from stretchcoach.ui.session.controller import SessionController
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound.sound_box import SoundBox
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure.contents import FigureContents
from stretchcoach.ui.window.main_window import MainWindow


class SessionFlow(QObject):
    """Shows one session at a time in `window`; `left` comes when it is over and kept, `tried` when
    one is over of which nothing is kept."""

    left = Signal()
    tried = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        store: SettingsStore,
        diary: DiaryKeeper,
        sounds: SoundBox,
        clock: Clock,
        coming: Coming,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._store = store
        self._diary = diary
        self._sounds = sounds
        self._clock = clock
        self._coming = coming
        self._contents = FigureContents(self)
        self._recorder: Recorder | None = None
        self._controller: SessionController | None = None
        self._after: AfterPage | None = None
        window.full_screen_changed.connect(self._on_full_screen_changed)

    @property
    def is_active(self) -> bool:
        return self._controller is not None

    def prepare(self, routine_id: str) -> None:
        """A session of this routine is near: get voice and chimes ready."""
        self._sounds.prepare(self._store.settings, routine_id)

    def look_into(self, pictures: Iterable[Path]) -> None:
        """These pictures are shown soon: each is to be there from its first frame on."""
        self._contents.look_into(pictures)

    def let_hear(self) -> None:
        """Voice and chimes as the settings want them, to try them out."""
        self._sounds.let_hear(self._store.settings)

    def close_sounds(self) -> None:
        """The program ends."""
        self._sounds.close()

    def start(self, performance: Performance) -> None:
        """Begin a session from its first interval."""
        self.close()
        self._show(performance, self._diary.begin(performance), 0)

    def resume(self, performance: Performance, record: SessionRecord) -> None:
        """Go on with a session that was cut off, at the lead-in of where it was.

        RunningElsewhereError when another program does so.
        """
        self.close()
        last = len(performance.timeline.intervals) - 1
        index = landing_of(performance.timeline, min(record.at_index, last))
        self._show(performance, self._diary.resume(record), index)

    def try_out(self, performance: Performance, index: int) -> None:
        """Show how it will be, from the interval `index` on; nothing of it gets into the diary."""
        self.close()
        self._show(performance, None, index)
        self.tell(tr("Only a try: nothing of it gets into your diary."))

    def tell(self, sentence: str) -> None:
        """Say it in passing, over the session."""
        if self._controller is not None:
            self._controller.page.word.tell(sentence)

    def keep(self) -> None:
        """The system may end the program at any moment: write down all there is."""
        if self._controller is None or self._recorder is None:
            return
        self._controller.runner.pause_for(PauseReason.ENDING)
        session = self._controller.runner.session
        self._recorder.keep_place(session.index, session.elapsed_ms)
        if self._after is not None:
            self._after.keep()
        self._recorder.secure()

    def close(self) -> None:
        """The window closes: the session stays open in the diary, to be resumed."""
        self.keep()
        self._let_go()

    def _show(self, performance: Performance, recorder: Recorder | None, index: int) -> None:
        self.prepare(performance.routine.id)
        self.look_into(performance.picture_paths)
        page = SessionPage(self._theme, contents=self._contents)
        self._recorder = recorder
        self._controller = SessionController(
            performance,
            page,
            self._clock,
            self._sounds.voice,
            self._sounds.chimes,
            self._store,
            recorder,
            self._sounds.lacks,
            self,
        )
        self._controller.ended.connect(self._on_ended)
        page.stop_asked.connect(self._on_stop_asked)
        page.sound_asked.connect(self._on_sound_asked)
        page.full_screen_asked.connect(self._window.toggle_full_screen)
        self._window.show_session(page)
        if self._store.settings.full_screen_sessions:
            self._window.enter_full_screen()
        page.set_full_screen(self._window.isFullScreen())
        self._controller.start(index)

    def _on_sound_asked(self) -> None:
        """The controller has chosen; a voice that is wanted only now is looked for now."""
        if self._controller is not None:
            self.prepare(self._controller.performance.routine.id)

    def _on_full_screen_changed(self, full_screen: bool) -> None:
        if self._controller is not None:
            self._controller.page.set_full_screen(full_screen)

    def _on_stop_asked(self) -> None:
        """Stopping only pauses until the person says that they are done."""
        if self._controller is not None and self._recorder is None:
            self._end_try()
        elif self._controller is not None:
            self._controller.runner.pause()
            if self._controller.runner.session.state is not State.ENDED:  # at this very moment
                self._show_after(ended=False)

    def _on_ended(self, finished: bool) -> None:
        if self._recorder is None:
            self._end_try()
        elif finished:
            self._show_after(ended=True)

    def _end_try(self) -> None:
        """Nothing is asked, for nothing is kept."""
        self._let_go()
        self._window.leave_full_screen()
        self._window.end_session()
        self.tried.emit()

    def _show_after(self, *, ended: bool) -> None:
        if self._recorder is None:
            return
        record = self._recorder.record.with_place_credited()
        room = self._room(record) if ended else ""
        self._after = after = AfterPage(self._theme, record, self._clock, room, ended=ended)
        after.said.connect(self._recorder.feel_after)
        after.finished.connect(self._on_after_finished)
        after.postponed.connect(self._on_after_postponed)
        after.go_on_asked.connect(self._on_go_on_asked)
        after.schedule_chosen.connect(self._on_schedule_chosen)
        self._offer_schedule(after)
        if ended:
            self._show_coming(after)
        self._window.show_over_session(after)

    def _room(self, record: SessionRecord) -> str:
        """Where the routine leaves room for more, as far as that was not told before."""
        if self._controller is None:
            return ""
        timeline, told = self._controller.performance.timeline, self._store.settings.room_told
        words = room_words(record, timeline, told)
        if words:
            self._store.change(room_told=tuple(dict.fromkeys((*told, *told_of_room(timeline)))))
        return words

    def _show_coming(self, after: AfterPage) -> None:
        if self._controller is not None:
            after.show_coming(self._coming.words(self._controller.performance.routine))

    def _offer_schedule(self, after: AfterPage) -> None:
        """After the first session of a routine that is meant for some days, and never again."""
        assert self._controller is not None
        routine, settings = self._controller.performance.routine, self._store.settings
        asked = (*settings.schedules_asked, routine.id)
        if routine.schedule is not None and routine.id not in settings.schedules_asked:
            after.offer_schedule(routine.schedule)
            self._store.change(schedules_asked=asked)

    def _on_schedule_chosen(self, wanted: bool) -> None:
        if self._controller is not None:
            routine = self._controller.performance.routine
            self._store.take_up(routine.id, date.today(), wanted=wanted)
            if self._after is not None and self._after.has_ended:
                self._show_coming(self._after)

    def _on_go_on_asked(self) -> None:
        self._after = None
        self._window.end_over_session()
        if self._controller is not None:
            self._controller.page.setFocus()

    def _on_after_finished(self) -> None:
        if self._controller is None:
            return
        self._controller.runner.stop()
        self._let_go()
        self._leave()

    def _on_after_postponed(self) -> None:
        """As when the window closes: the session stays open in the diary, to be resumed."""
        self.close()
        self._leave()

    def _leave(self) -> None:
        self._window.leave_full_screen()
        self._window.end_over_session()
        self._window.end_session()
        self.left.emit()

    def _let_go(self) -> None:
        """What there is to know is in the diary: drop all else."""
        if self._recorder is not None:
            self._recorder.close()
        if self._controller is not None:
            self._controller.close()
            self._controller.deleteLater()
        self._controller = self._recorder = self._after = None
