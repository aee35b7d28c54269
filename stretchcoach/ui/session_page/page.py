"""The session page: leads a person on a mat through a routine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.interval_view import IntervalView, interval_view
from stretchcoach.core.session.commands import Command, State
from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.events import (
    EasierTaken,
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
    TimeAdded,
)
from stretchcoach.core.session.phase_words import pause_words
from stretchcoach.core.session.session import MORE_TIME_MS
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.ease_off import ease_off_advice
from stretchcoach.ui.session_page.figure_motion import FigureMotion
from stretchcoach.ui.session_page.keys import HELD_INTENTS, Intent, intent_of
from stretchcoach.ui.session_page.screen import SessionScreen
from stretchcoach.ui.session_page.ticker import SessionTicker
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.figure.contents import FigureContents

STRONG_FOCUS = 11  # Qt.FocusPolicy.StrongFocus


class SessionPage(SessionScreen):
    """Shows one session and hands on what the person does.

    `stop_asked` comes while the session still runs or is paused, `ended` after its end.
    `easier_kept` has the Exercise whose easier version is to be done from now on.
    """

    stop_asked = Signal()
    ended = Signal(bool)
    full_screen_asked = Signal()
    sound_asked = Signal()
    volume_asked = Signal(int)
    easier_kept = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, contents: FigureContents | None = None
    ) -> None:
        super().__init__(theme, parent, contents)
        self._runner: SessionRunner | None = None
        self._performance: Performance | None = None
        self._coach: Coach | None = None
        self._motion: FigureMotion | None = None
        self._breath: Breath | None = None
        self._view: IntervalView | None = None
        self._easing = False
        self._pressed_in_step = 0  # where one was when a key was pressed that is still held down
        self._ticker = SessionTicker(theme, self.header, self.stage, self.strip, self)
        self._connect()
        self.setProperty("focusPolicy", STRONG_FOCUS)

    def _connect(self) -> None:
        self.header.sound_button.clicked.connect(self.sound_asked)
        self.header.full_screen_button.clicked.connect(self.full_screen_asked)
        self.stage.ring.pressed.connect(self._on_pause)
        self.controls.pause_pressed.connect(self._on_pause)
        self.controls.more_time_pressed.connect(self._on_more_time)
        self.controls.stop_pressed.connect(self.stop_asked)
        panel = self.stage.ease_off
        panel.easier_chosen.connect(self._on_easier_chosen)
        panel.always_chosen.connect(self._on_always_chosen)
        panel.return_chosen.connect(self._on_return_chosen)

    def begin(
        self, performance: Performance, coach: Coach, runner: SessionRunner, breath: Breath | None
    ) -> None:
        """Show a session that is about to start; no `breath` is no breathing guide."""
        self._performance, self._coach, self._breath = performance, coach, breath
        self._runner = runner
        self._ticker.follow(runner)
        self._motion = FigureMotion(self.stage.figure, performance.timeline)
        self.header.set_title(performance.routine.title)
        self.setAccessibleName(performance.routine.title)
        self.strip.set_timeline(performance.timeline, performance.affected)
        if breath is not None:
            self.stage.breathing.set_breath(breath)
        for signal, slot in self._wires(runner):
            signal.connect(slot)
        self.setFocus()

    def leave(self) -> None:
        """Let go of the session and of its pictures: they are large, and the page may linger."""
        self._ticker.follow(None)
        self.stage.figure.show_figure(None, False)
        if self._runner is not None:
            for signal, slot in self._wires(self._runner):
                signal.disconnect(slot)
        self._runner = None

    def _wires(
        self, runner: SessionRunner
    ) -> tuple[tuple[SignalInstance, Callable[..., Any]], ...]:
        return (
            (self.controls.next_pressed, runner.next),
            (self.controls.back_pressed, runner.previous),
            (self.controls.next_held, runner.next_exercise),
            (self.controls.back_held, runner.previous_exercise),
            (self.controls.ease_off_pressed, runner.ease_off),
            (self.stage.ease_off.skip_chosen, runner.skip_side),
            (self.strip.clicked, runner.go_to),
            (runner.happened, self._on_event),
        )

    def show_volume(self, volume: float) -> None:
        """Tell for a moment how loud it is now, from 0 to 1."""
        self.header.show_volume(volume)

    # What happens.

    def _on_event(self, event: object) -> None:
        if isinstance(event, IntervalStarted):
            self._show_interval(event.index)
        elif isinstance(event, IntervalEnded):
            self.strip.mark_held(event.index, event.held_ms)
        elif isinstance(event, EasierTaken):
            self._take_easier(event)
        elif isinstance(event, Paused):
            self._show_pause(event)
        elif isinstance(event, Resumed | Settled):
            self._end_easing()
            self._show_phase()
            if self._view is not None:
                self.stage.show_cue(self._view.cue)
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
        self._view = view = interval_view(performance.timeline, performance.affected, coach, index)
        self._end_easing()
        self.header.set_step(interval.step_no, len(performance.timeline.steps))
        if view.exercise is not None:
            self.stage.show_exercise(performance, view.exercise, view.side, at_hold=view.at_hold)
        self.stage.show_words(view)
        self.stage.show_breath(view.breathes and self._breath is not None)
        self._show_phase()

    def _take_easier(self, event: EasierTaken) -> None:
        """From here on everything on the page is about what is really done."""
        if self._performance is None or self._coach is None:
            return
        self._performance = replace(self._performance, timeline=event.timeline)
        self._coach.walk(event.timeline)
        self.strip.name_anew(event.timeline)
        self._show_interval(event.index)

    def _show_pause(self, event: Paused) -> None:
        self._show_phase()
        exercise = self._exercise_at(event.index)
        if event.reason is not PauseReason.EASED_OFF or exercise is None:
            if reason := pause_words(event.reason):
                self.stage.show_cue(reason)
            return
        assert self._performance is not None
        easier = self._performance.easier_of(exercise)
        side = self._performance.timeline.intervals[event.index].side
        if easier is not None:
            seen = seen_on(easier, side)
            self.stage.show_exercise(self._performance, seen, side, at_hold=True)
        self.stage.show_advice(ease_off_advice(easier, side))
        self.stage.ease_off.offer(side, easier)
        self._easing = True
        self.stage.show_ease_off(True)
        self.controls.set_choosing(True)
        self.stage.ease_off.take_focus()

    def _end_easing(self) -> None:
        if self._easing:
            self.setFocus()  # the button that had it is about to go
            self._easing = False
            self.stage.show_ease_off(False)
            self.controls.set_choosing(False)

    def _show_phase(self) -> None:
        if self._runner is None or self._view is None:
            return
        session, ring = self._runner.session, self.stage.ring
        settles = session.settle_ms > 0
        ring.set_phase(tr("Settle in") if settles else self._view.phase)
        ring.set_rep(None if settles else self._view.rep_in_ring)
        ring.set_paused(session.state is State.PAUSED)

    def _show_state(self) -> None:
        if self._runner is None:
            return
        session = self._runner.session
        self.controls.show_state(session)
        self._ticker.keep_pace()
        if session.state is not State.RUNNING:
            self.stage.figure.pause()

    def _exercise_at(self, index: int) -> Exercise | None:
        if self._performance is None:
            return None
        return self._performance.exercise_of(self._performance.timeline.intervals[index])

    # What the person does.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        intent = intent_of(event)
        if intent is None or self._runner is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or intent in HELD_INTENTS:
            self._pressed_in_step = self._runner.session.interval.step_no
            self._do(intent, self._runner)
        elif not self._easing:
            self._hold(intent, self._runner)

    def _hold(self, intent: Intent, runner: SessionRunner) -> None:
        """A key that is held down goes on to the whole exercise, once."""
        still_there = runner.session.interval.step_no == self._pressed_in_step
        self._pressed_in_step = 0
        if still_there and intent is Intent.NEXT:
            runner.next_exercise()
        elif still_there and intent is Intent.BACK:
            runner.previous_exercise()

    def _do(self, intent: Intent, runner: SessionRunner) -> None:
        choices = {
            Intent.TOGGLE: self._on_easier_chosen,
            Intent.EASE_OFF: self._on_easier_chosen,
            Intent.DONE: self._on_easier_chosen,
            Intent.FROM_NOW_ON: self._on_always_chosen,
            Intent.NEXT: runner.skip_side,
            Intent.BACK: self._on_return_chosen,
        }
        session = {
            Intent.TOGGLE: self._on_pause,
            Intent.NEXT: runner.next,
            Intent.BACK: runner.previous,
            Intent.NEXT_EXERCISE: runner.next_exercise,
            Intent.PREVIOUS_EXERCISE: runner.previous_exercise,
            Intent.MORE_TIME: self._on_more_time,
            Intent.LESS_TIME: self._on_less_time,
            Intent.EASE_OFF: runner.ease_off,
            Intent.DONE: runner.done,
        }
        always = {
            Intent.SOUND: self.sound_asked.emit,
            Intent.LOUDER: self._on_louder,
            Intent.QUIETER: self._on_quieter,
            Intent.FULL_SCREEN: self.full_screen_asked.emit,
            Intent.STOP: self.stop_asked.emit,
        }
        now: dict[Intent, Callable[[], object]] = {**(choices if self._easing else session)}
        do = {**now, **always}.get(intent)
        if do is not None:
            do()

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
        else:
            self._runner.toggle()

    def _on_return_chosen(self) -> None:
        """After easing off: what is really done again."""
        if self._runner is not None:
            self._show_interval(self._runner.session.index)
            self._runner.resume()

    def _on_more_time(self) -> None:
        if self._runner is not None:
            self._runner.add_time(MORE_TIME_MS)

    def _on_less_time(self) -> None:
        if self._runner is not None:
            self._runner.add_time(-MORE_TIME_MS)

    def _on_easier_chosen(self) -> None:
        self._go_on_easier(from_now_on=False)

    def _on_always_chosen(self) -> None:
        if self.stage.ease_off.offers_always:
            self._go_on_easier(from_now_on=True)

    def _go_on_easier(self, *, from_now_on: bool) -> None:
        """Without an easier version one goes on with what is done, more gently."""
        if self._runner is None or self._performance is None:
            return
        interval = self._runner.session.interval
        exercise = self._exercise_at(self._runner.session.index)
        easier = self._performance.easier_of(exercise) if exercise else None
        if easier is not None and exercise is not None:
            planned = self._performance.timeline.step_of(interval).exercise
            self._runner.take_easier(easier, everywhere=from_now_on)
            if from_now_on:
                self.easier_kept.emit(planned)
            self._runner.resume()
        else:
            self._on_return_chosen()


_MOVING_EVENTS = (IntervalStarted, SecondPassed, Halfway)
