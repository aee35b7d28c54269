"""The session page: leads a person on a mat through a routine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import Coach, SoundProfile
from stretchcoach.core.session.events import (
    Halfway,
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
    TimeAdded,
)
from stretchcoach.core.session.session import Command, State
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.controls import SessionControls
from stretchcoach.ui.session_page.ease_off import ease_off_advice
from stretchcoach.ui.session_page.figure_motion import FigureMotion
from stretchcoach.ui.session_page.header import SessionHeader
from stretchcoach.ui.session_page.keys import HELD_INTENTS, Intent, intent_of
from stretchcoach.ui.session_page.measures import session_measures
from stretchcoach.ui.session_page.passing_word import PassingWord
from stretchcoach.ui.session_page.pointer import Pointer
from stretchcoach.ui.session_page.stage import Stage
from stretchcoach.ui.session_page.ticker import SessionTicker
from stretchcoach.ui.session_page.view import IntervalView, interval_view
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.countdown.breathing import Breath
from stretchcoach.ui.widgets.strip.strip import IntervalStrip

MORE_TIME_MS = 10_000
STRONG_FOCUS = 11  # Qt.FocusPolicy.StrongFocus


class SessionPage(QWidget):
    """Shows one session and hands on what the person does.

    `stop_asked` comes while the session still runs or is paused, `ended` after its end.
    """

    stop_asked = Signal()
    ended = Signal(bool)
    full_screen_asked = Signal()
    sound_asked = Signal()
    volume_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runner: SessionRunner | None = None
        self._performance: Performance | None = None
        self._coach: Coach | None = None
        self._motion: FigureMotion | None = None
        self._breath: Breath | None = None
        self._easier: set[tuple[int, Side | None]] = set()
        self._view: IntervalView | None = None
        self._full_screen = False
        self._easing = False
        self._header = SessionHeader(theme)
        self._stage = Stage(theme)
        self._strip = IntervalStrip(theme)
        self._controls = SessionControls(theme)
        self._ticker = SessionTicker(theme, self._header, self._stage, self._strip, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._header)
        self._column.addWidget(self._stage, 1)
        self._column.addWidget(self._strip)
        self._column.addWidget(self._controls)
        self._pointer = Pointer(self)
        self.word = PassingWord(theme, self)
        self._connect()
        self.setProperty("focusPolicy", STRONG_FOCUS)
        theme.changed.connect(self._fit)

    def _connect(self) -> None:
        self._header.sound_button.clicked.connect(self.sound_asked)
        self._header.full_screen_button.clicked.connect(self.full_screen_asked)
        self._strip.clicked.connect(self._pointer.come_near)
        self._stage.clock.ring.pressed.connect(self._pointer.come_near)
        self._pointer.changed.connect(self._fit)
        self._stage.clock.ring.pressed.connect(self._on_pause)
        self._controls.pause_pressed.connect(self._on_pause)
        self._controls.more_time_pressed.connect(self._on_more_time)
        self._controls.stop_pressed.connect(self.stop_asked)
        panel = self._stage.clock.ease_off
        panel.easier_chosen.connect(self._on_easier_chosen)
        panel.return_chosen.connect(self._on_pause)

    def begin(
        self, performance: Performance, coach: Coach, runner: SessionRunner, breath: Breath | None
    ) -> None:
        """Show a session that is about to start; no `breath` is no breathing guide."""
        self._performance, self._coach, self._breath = performance, coach, breath
        self._runner = runner
        self._ticker.follow(runner)
        self._motion = FigureMotion(self._stage.picture.figure, performance.timeline)
        self._easier.clear()
        self._header.set_title(performance.routine.title)
        self.setAccessibleName(performance.routine.title)
        self._strip.set_timeline(performance.timeline, performance.affected)
        if breath is not None:
            self._stage.picture.breathing.set_breath(breath)
        for signal, slot in self._wires(runner):
            signal.connect(slot)
        self.setFocus()

    def leave(self) -> None:
        """Let go of the session and of its pictures: they are large, and the page may linger."""
        self._ticker.follow(None)
        self._stage.picture.figure.show_figure(None, False)
        if self._runner is not None:
            for signal, slot in self._wires(self._runner):
                signal.disconnect(slot)
        self._runner = None

    def _wires(
        self, runner: SessionRunner
    ) -> tuple[tuple[SignalInstance, Callable[..., Any]], ...]:
        return (
            (self._controls.next_pressed, runner.next),
            (self._controls.back_pressed, runner.previous),
            (self._controls.ease_off_pressed, runner.ease_off),
            (self._stage.clock.ease_off.skip_chosen, runner.skip_side),
            (self._strip.clicked, runner.go_to),
            (runner.happened, self._on_event),
        )

    def set_sound(self, profile: SoundProfile) -> None:
        self._header.set_sound(profile)

    def show_volume(self, volume: float) -> None:
        """Tell for a moment how loud it is now, from 0 to 1."""
        self._header.show_volume(volume)

    # What happens.

    def _on_event(self, event: object) -> None:
        if isinstance(event, IntervalStarted):
            self._show_interval(event.index)
        elif isinstance(event, Paused):
            self._show_pause(event)
        elif isinstance(event, Resumed | Settled):
            self._end_easing()
            self._show_phase()
        elif isinstance(event, SessionEnded):
            self._ticker.follow(None)
            self.ended.emit(event.finished)
            return
        if isinstance(event, _MOVING_EVENTS) and self._motion is not None:
            self._motion.on_event(event)
        if isinstance(event, IntervalStarted | Paused | Resumed | Settled | TimeAdded):
            self._show_state()
        self._ticker.show_time()

    def _show_interval(self, index: int) -> None:
        performance, coach = self._performance, self._coach
        if performance is None or coach is None:
            return
        interval = performance.timeline.intervals[index]
        view = interval_view(performance, coach, index, self._easier_now(index))
        self._view = view
        self._end_easing()
        if view.resting != self._stage.is_resting:
            self._stage.set_resting(view.resting)
        self._header.set_step(interval.step_no, len(performance.timeline.steps))
        if view.exercise is not None:
            at_hold = view.resting or interval.kind.is_work
            self._stage.show_exercise(performance, view.exercise, view.side, at_hold=at_hold)
        self._stage.show_words(view)
        breathes = view.breathes and self._breath is not None
        self._stage.picture.breathing.setVisible(breathes)
        self._show_phase()

    def _easier_now(self, index: int) -> Exercise | None:
        """The easier exercise, where the person chose it for this side of this step."""
        if self._performance is None:
            return None
        interval = self._performance.timeline.intervals[index]
        exercise = self._performance.exercise_of(interval)
        if exercise is None or (interval.step_no, interval.side) not in self._easier:
            return None
        return self._performance.easier_of(exercise)

    def _show_pause(self, event: Paused) -> None:
        performance = self._performance
        if event.reason is not PauseReason.EASED_OFF or performance is None:
            self._stage.clock.ring.set_phase(tr("Paused"))
            return
        exercise = performance.exercise_of(performance.timeline.intervals[event.index])
        if exercise is None:
            return
        easier = performance.easier_of(exercise)
        side = performance.timeline.intervals[event.index].side
        if easier is not None:
            seen = seen_on(easier, side)
            self._stage.show_exercise(performance, seen, side, at_hold=True)
        self._stage.picture.breathing.hide()
        self._stage.picture.cue.setText(ease_off_advice(easier, side))
        self._stage.clock.ease_off.offer(side, easier)
        self._stage.clock.show_ease_off(True)
        self._easing = True

    def _end_easing(self) -> None:
        if self._easing:
            self.setFocus()  # the button that had it is about to go
        self._easing = False
        self._stage.clock.show_ease_off(False)

    def _show_phase(self) -> None:
        if self._runner is None or self._view is None:
            return
        session = self._runner.session
        phase = tr("Settle in") if session.settle_ms > 0 else self._view.phase
        paused = session.state is State.PAUSED
        self._stage.clock.ring.set_phase(tr("Paused") if paused else phase)

    def _show_state(self) -> None:
        if self._runner is None:
            return
        session = self._runner.session
        self._controls.show_state(session)
        self._ticker.keep_pace()
        if session.state is not State.RUNNING:
            self._stage.picture.figure.pause()

    # What the person does.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        intent = intent_of(event)
        if intent is None or self._runner is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or intent in HELD_INTENTS:
            self._do(intent, self._runner)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pointer.move_to(event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pointer.come_near()

    def _do(self, intent: Intent, runner: SessionRunner) -> None:
        if self._easing and intent in (Intent.EASE_OFF, Intent.NEXT):
            (self._on_easier_chosen if intent is Intent.EASE_OFF else runner.skip_side)()
            return
        {
            Intent.TOGGLE: self._on_pause,
            Intent.NEXT: runner.next,
            Intent.BACK: runner.previous,
            Intent.MORE_TIME: self._on_more_time,
            Intent.LESS_TIME: self._on_less_time,
            Intent.EASE_OFF: runner.ease_off,
            Intent.DONE: runner.done,
            Intent.SOUND: self.sound_asked.emit,
            Intent.LOUDER: self._on_louder,
            Intent.QUIETER: self._on_quieter,
            Intent.FULL_SCREEN: self.full_screen_asked.emit,
            Intent.STOP: self.stop_asked.emit,
        }[intent]()

    def _on_louder(self) -> None:
        self.volume_asked.emit(1)

    def _on_quieter(self) -> None:
        self.volume_asked.emit(-1)

    def _on_pause(self) -> None:
        """The large key: pause, go on, or done where one works at one's own pace."""
        if self._runner is None:
            return
        session = self._runner.session
        if session.state is State.RUNNING and session.can(Command.DONE):
            self._runner.done()
            return
        if session.state is State.PAUSED and self._view is not None:
            self._restore_picture()
        self._runner.toggle()

    def _restore_picture(self) -> None:
        """After easing off: the picture of what is really done again."""
        if self._runner is not None:
            self._show_interval(self._runner.session.index)

    def _on_more_time(self) -> None:
        if self._runner is not None:
            self._runner.add_time(MORE_TIME_MS)

    def _on_less_time(self) -> None:
        if self._runner is not None:
            self._runner.add_time(-MORE_TIME_MS)

    def _on_easier_chosen(self) -> None:
        if self._runner is None:
            return
        interval = self._runner.session.interval
        self._easier.add((interval.step_no, interval.side))
        self._restore_picture()
        self._runner.resume()

    # How it fits the window.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def set_full_screen(self, full_screen: bool) -> None:
        self._full_screen = full_screen
        self._pointer.watch(full_screen)
        self._fit()

    def _fit(self) -> None:
        measures = session_measures(
            self.width(),
            self.height(),
            full_screen=self._full_screen,
            text_scale=self._theme.text_scale,
        )
        margin = measures.margin
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        self._column.setSpacing(10)
        self._header.resize_to(measures)
        self._stage.resize_to(measures)
        self._strip.set_size_factor(measures.strip_factor)
        near = self._pointer.is_near
        self._controls.fit(
            self.width() - 2 * margin,
            full_screen=self._full_screen,
            near=near,
            key_px=measures.key,
        )
        self._stage.clock.ease_off.set_by_keys(not near, measures.key)


_MOVING_EVENTS = (IntervalStarted, SecondPassed, Halfway)
