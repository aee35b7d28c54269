"""What a good coach says or sounds at an event, and no more.

Voice, chimes and terminal play the same cues. A cue says how long its words may take: who
cannot say them within that time does not begin, so that no sentence runs into the next
phase. Chimes alone carry every change, for those who want no voice or have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.speaking import sentences_that_fit, speaking_ms
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.events import (
    EasierTaken,
    Event,
    Halfway,
    IntervalStarted,
    Paused,
    PauseReason,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
)
from stretchcoach.core.session.script import Script
from stretchcoach.core.session.talk import (
    COUNTDOWN_MS,
    COUNTDOWN_S,
    CUE_AT_MS,
    HALFWAY_FROM_MS,
    Talk,
    is_short,
)
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline

EASIER_MS = 8 * SECOND_MS  # for the words of an easier exercise, just before one goes on


class Chime(Enum):
    """One soft sound a phase, and three small ones."""

    GET_READY = "get-ready"
    HOLD = "hold"
    RELAX = "relax"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"
    HALFWAY = "halfway"
    COUNT = "count"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"

    @property
    def stands_for_words(self) -> bool:
        """Whether it is only heard when the words of its cue are not."""
        return self in (Chime.HALFWAY, Chime.COUNT)


@dataclass(frozen=True)
class Cue:
    """A chime, then words that must be over within `window_ms`; None is any time.

    `side` is the side it is about, for who hears left cues from the left.
    """

    text: str = ""
    chime: Chime | None = None
    side: Side | None = None
    window_ms: int | None = None

    @property
    def fits(self) -> bool:
        """Whether an ordinary voice can say the words in time."""
        return self.window_ms is None or speaking_ms(self.text) <= self.window_ms


class Coach:
    """Knows what to say at each event of a session over `timeline`.

    Spoken by an ordinary voice, no two cues overlap, and what is said of one side is over
    before the next phase has words of its own.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.walk(timeline)

    def walk(self, timeline: Timeline) -> None:
        """Speak of `timeline` from here on: an easier exercise was taken in the place of one."""
        self._timeline = timeline
        self.script = Script(timeline)
        self._talk = Talk(timeline, self.script)

    def cues(self, event: Event) -> tuple[Cue, ...]:
        """The cues of `event`, in the order in which they are to be heard."""
        return tuple(_in_time(self._all_cues(event)))

    def _all_cues(self, event: Event) -> tuple[Cue, ...]:
        if isinstance(event, IntervalStarted):
            return self._at_start(event.index, event.interval)
        if isinstance(event, SecondPassed):
            return self._at_second(event)
        if isinstance(event, Halfway):
            return self._at_halfway(event)
        if isinstance(event, EasierTaken):
            return self._easier(event)
        return _between(event)

    def _easier(self, event: EasierTaken) -> tuple[Cue, ...]:
        """What is done instead, and how, as far as that is quickly said."""
        self.walk(event.timeline)
        exercise = self.script.exercise(event.index)
        if exercise is None:
            return ()
        words = f"{exercise.name}. {exercise.instructions.move}"
        side = self.script.interval(event.index).side
        return (Cue(sentences_that_fit(words, EASIER_MS), None, side),)

    def counted_from_ms(self, index: int) -> int | None:
        """From which length on the last seconds of interval `index` are counted; None for never."""
        return self._talk.counted_from_ms(index)

    # At the start of an interval.

    def _at_start(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        kind = interval.kind
        if kind is IntervalKind.GET_READY:
            return self._get_ready(index, interval)
        if kind is IntervalKind.SWITCH and interval.side is not None:
            return self._switch(index, interval, interval.side)
        if kind is IntervalKind.REST:
            return self._rest(index, interval)
        if kind is IntervalKind.RELAX:
            words = self._talk.relax_words(index)
            return (Cue(words, Chime.RELAX, interval.side, interval.duration_ms),)
        return self._work(index, interval)

    def _get_ready(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        """Name and side, then how it is done; a short reminder where that is known."""
        total_ms, side = interval.duration_ms or 0, interval.side
        name = self._talk.opening(index)
        left_ms = total_ms - speaking_ms(name)
        cues = [Cue(name, Chime.GET_READY, side, total_ms)]
        if told := self._talk.told(index):
            cues.append(Cue(told, None, side, left_ms))
        if reminder := self._talk.known_reminder(index):
            cues.append(Cue(reminder, None, side, left_ms))
        return tuple(cues)

    def _switch(self, index: int, interval: Interval, side: Side) -> tuple[Cue, ...]:
        text = tr("Switch to the left") if side is Side.LEFT else tr("Switch to the right")
        quiet_ms = self._talk.quiet_ms(index, interval.duration_ms or 0)
        switch = Cue(text, Chime.SWITCH, side, quiet_ms)
        if self.script.planned(index).sides is Sides.ALTERNATE:
            return (switch,)
        left_ms = quiet_ms - speaking_ms(text)
        return (switch, Cue(self.script.reminder(index), None, side, left_ms))

    def _rest(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        left_ms = self._talk.quiet_ms(index, interval.duration_ms or 0)
        cues = [Cue(tr("Rest"), Chime.REST, interval.side, left_ms)]
        left_ms -= speaking_ms(cues[0].text)
        following = index + 1
        if interval.exercise is None and (note := self.script.note(index)):
            note = sentences_that_fit(note, left_ms)
            cues.append(Cue(note, None, None, left_ms))
            left_ms -= speaking_ms(note) if note else 0
        if following < len(self._timeline.intervals) and self._is_news(interval, following):
            coming = self._talk.name_and_side(following)
            cues.append(Cue(tr("Next: {exercise}", exercise=coming), window_ms=left_ms))
        return tuple(cues)

    def _is_news(self, here: Interval, following: int) -> bool:
        """Whether another exercise begins in the interval `following`."""
        coming = self.script.interval(following)
        return coming.step_no != here.step_no and coming.exercise is not None

    def _work(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        chime = Chime.HOLD if interval.kind is IntervalKind.HOLD else Chime.MOVE
        side, total_ms = interval.side, interval.duration_ms
        word = self._talk.work_words(index)
        aside = Cue(self._talk.aside(index), None, side, self._talk.room_ms(index))
        if left := self._talk.left_to_tell(index):
            return (Cue(left, chime, side), Cue(word, None, side), replace(aside, window_ms=None))
        window_ms = None if total_ms is None else self._talk.quiet_ms(index, total_ms)
        opening = Cue(word, chime, side, window_ms)
        return (opening, aside) if is_short(total_ms) else (opening,)

    # In the course of an interval.

    def _at_second(self, event: SecondPassed) -> tuple[Cue, ...]:
        interval = self.script.interval(event.index)
        if event.remaining_ms is None:
            return ()
        total_ms = event.elapsed_ms + event.remaining_ms
        seconds = event.remaining_ms // SECOND_MS
        if seconds in COUNTDOWN_S and self._talk.is_counted(event.index, total_ms):
            return (counted(seconds),)
        if not interval.kind.is_work or event.elapsed_ms != CUE_AT_MS:
            return ()
        if is_short(interval.duration_ms) or self._talk.left_to_tell(event.index):
            return ()
        return (
            Cue(
                self._talk.aside(event.index), None, interval.side, self._talk.room_ms(event.index)
            ),
        )

    def _at_halfway(self, event: Halfway) -> tuple[Cue, ...]:
        duration_ms = self.script.interval(event.index).duration_ms or 0
        if duration_ms < HALFWAY_FROM_MS:
            return ()
        return (Cue(tr("Halfway"), Chime.HALFWAY, window_ms=duration_ms // 2 - COUNTDOWN_MS),)


def _in_time(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Only what has words that can be said in time; a chime is always heard."""
    for cue in cues:
        if cue.text and cue.fits:
            yield cue
        elif cue.chime is not None:
            yield replace(cue, text="")


def counted(seconds: int) -> Cue:
    """One of the last `seconds`."""
    number = {3: tr("Three"), 2: tr("Two"), 1: tr("One")}[seconds]
    return Cue(number, Chime.COUNT, window_ms=SECOND_MS)


def _between(event: Event) -> tuple[Cue, ...]:
    """What is said when the clock stops, runs on, or the session is over."""
    if isinstance(event, Paused):
        if event.reason is PauseReason.EASED_OFF:
            return (Cue(tr("Ease off. The clock has stopped."), Chime.PAUSE),)
        return (Cue(tr("Paused"), Chime.PAUSE),)
    if isinstance(event, Resumed):
        text = tr("Settle in") if event.settle_ms else tr("Going on")
        return (Cue(text, Chime.RESUME, window_ms=event.settle_ms or None),)
    if isinstance(event, Settled):
        return (Cue(tr("Hold"), Chime.HOLD),)
    if isinstance(event, SessionEnded):
        text = tr("All done. Take a moment before you get up.") if event.finished else ""
        return (Cue(text, Chime.END),)
    return ()
