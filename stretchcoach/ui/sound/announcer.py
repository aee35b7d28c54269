"""Tells screen readers what changes and what matters, in the words that the coach would say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from stretchcoach.core.session.cues import Coach
from stretchcoach.core.session.events import (
    Event,
    IntervalStarted,
    Paused,
    Resumed,
    SecondPassed,
    SessionEnded,
)
from stretchcoach.core.session.phase_words import phase_word


def announcement(coach: Coach, event: Event) -> str:
    """What a screen reader reads out at `event`: each change of phase, and what is said in it.

    "" at all else: seconds are not counted for it, and halfway is not told.
    """
    if isinstance(event, SecondPassed):
        return " ".join(cue.text for cue in coach.cues(event) if cue.chime is None)
    if not isinstance(event, (IntervalStarted, Paused, Resumed, SessionEnded)):
        return ""
    words = " ".join(cue.text for cue in coach.cues(event) if cue.text)
    if not words and isinstance(event, IntervalStarted):
        return phase_word(event.interval.kind)
    return words


class Announcer(QObject):
    """Announces from `source`, an object of the accessible tree, unless the coach speaks.

    Two voices at once are understood by nobody: `coach_speaks` is asked each time.
    """

    def __init__(self, coach: Coach, source: QObject, coach_speaks: Callable[[], bool]) -> None:
        super().__init__(source)
        self._coach = coach
        self._source = source
        self._coach_speaks = coach_speaks

    @Slot(object)
    def on_event(self, event: Event) -> None:
        words = announcement(self._coach, event)
        if not words or self._coach_speaks():
            return
        said = QAccessibleAnnouncementEvent(self._source, words)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)
