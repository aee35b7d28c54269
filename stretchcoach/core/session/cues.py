"""What a good coach says or sounds at an event, and no more.

Voice, chimes and terminal play the same cues. A cue says how long its words may take: who
cannot say them within that time does not begin, so that no sentence runs into the next
phase. Chimes alone carry every change, for those who want no voice or have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stretchcoach.core.content.dose import SECOND_MS
from stretchcoach.core.content.side_words import side_title, side_word
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.speaking import first_that_fits, sentences_that_fit
from stretchcoach.core.language.speaking import speaking_ms as speaking_ms
from stretchcoach.core.session.cue import Chime as Chime
from stretchcoach.core.session.cue import Cue as Cue
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
from stretchcoach.core.session.phase_words import exercise_title
from stretchcoach.core.session.script import CUE_FROM_MS, Script
from stretchcoach.core.session.sound_profile import SoundProfile as SoundProfile
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline

COUNTDOWN_S = (3, 2, 1)
COUNTED_HOLD_MS = 10 * SECOND_MS
COUNTED_PAUSE_MS = 5 * SECOND_MS
HALFWAY_FROM_MS = 20 * SECOND_MS
CUE_AT_MS = 4 * SECOND_MS
COUNTING_MS = COUNTDOWN_S[0] * SECOND_MS
COUNTDOWN_MS = COUNTING_MS + SECOND_MS
EASIER_MS = 8 * SECOND_MS  # for the words of an easier exercise, just before one goes on
QUICK_REP_MS = 3 * SECOND_MS  # from here on, a word at each is chatter
TOLD_REPS = 2


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
        self._stops: dict[object, int | None] = {}

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
            return (Cue("", Chime.RELAX, interval.side),)
        return self._work(index, interval)

    def _get_ready(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        """Name and side, then how it is done; a short reminder where that is known."""
        total_ms, side = interval.duration_ms or 0, interval.side
        name = self._opening(index, total_ms)
        left_ms = total_ms - speaking_ms(name)
        cues = [Cue(name, Chime.GET_READY, side, total_ms)]
        if told := self._told(index):
            cues.append(Cue(told, None, side, left_ms))
        if reminder := self._known_reminder(index):
            cues.append(Cue(reminder, None, side, left_ms))
        return tuple(cues)

    def _opening(self, index: int, total_ms: int) -> str:
        """What a get-ready begins with: the side is what matters most."""
        side = self.script.interval(index).side
        return first_that_fits((self._name_and_side(index), side_title(side) if side else ""),
                               total_ms)  # fmt: skip

    def _name_and_side(self, index: int) -> str:
        planned, side = self.script.planned(index), self.script.interval(index).side
        name = exercise_title(self._timeline, self.script.interval(index))
        if side is None:
            return f"{name}."
        if planned.sides is Sides.ALTERNATE:
            return tr("{exercise}, side to side.", exercise=name)
        return tr("{exercise}. {side}.", exercise=name, side=side_title(side))

    def _told(self, index: int) -> str:
        """As much of how it is done as there is time for in the get-ready `index`."""
        total_ms = self.script.interval(index).duration_ms or 0
        left_ms = total_ms - speaking_ms(self._opening(index, total_ms))
        return sentences_that_fit(self.script.how(index), left_ms)

    def _known_reminder(self, index: int) -> str:
        """A few words of an exercise that was told before, where there is time for them."""
        if self.script.is_first_time(index):
            return ""
        total_ms = self.script.interval(index).duration_ms or 0
        said = (self._opening(index, total_ms), self._told(index))
        left_ms = total_ms - COUNTING_MS - sum(speaking_ms(text) for text in said if text)
        return first_that_fits((self.script.reminder(index),), left_ms)

    def _switch(self, index: int, interval: Interval, side: Side) -> tuple[Cue, ...]:
        text = tr("Switch to the left") if side is Side.LEFT else tr("Switch to the right")
        quiet_ms = self._quiet_ms(index, interval.duration_ms or 0)
        switch = Cue(text, Chime.SWITCH, side, quiet_ms)
        if self.script.planned(index).sides is Sides.ALTERNATE:
            return (switch,)
        left_ms = quiet_ms - speaking_ms(text)
        return (switch, Cue(self.script.reminder(index), None, side, left_ms))

    def _rest(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        left_ms = self._quiet_ms(index, interval.duration_ms or 0)
        cues = [Cue(tr("Rest"), Chime.REST, interval.side, left_ms)]
        left_ms -= speaking_ms(cues[0].text)
        following = index + 1
        if interval.exercise is None and (note := self.script.note(index)):
            note = sentences_that_fit(note, left_ms)
            cues.append(Cue(note, None, None, left_ms))
            left_ms -= speaking_ms(note) if note else 0
        if following < len(self._timeline.intervals) and self._is_news(interval, following):
            coming = self._name_and_side(following)
            cues.append(Cue(tr("Next: {exercise}", exercise=coming), window_ms=left_ms))
        return tuple(cues)

    def _is_news(self, here: Interval, following: int) -> bool:
        """Whether another exercise begins in the interval `following`."""
        coming = self.script.interval(following)
        return coming.step_no != here.step_no and coming.exercise is not None

    def _work(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        chime = Chime.HOLD if interval.kind is IntervalKind.HOLD else Chime.MOVE
        side, total_ms = interval.side, interval.duration_ms
        word = self._work_words(index)
        aside = Cue(self._aside(index), None, side, self._room_ms(index))
        if left := self._left_to_tell(index):
            return (Cue(left, chime, side), Cue(word, None, side), replace(aside, window_ms=None))
        window_ms = None if total_ms is None else self._quiet_ms(index, total_ms)
        opening = Cue(word, chime, side, window_ms)
        return (opening, aside) if self._asides_at_once(total_ms) else (opening,)

    def _work_words(self, index: int) -> str:
        planned, interval = self.script.planned(index), self.script.interval(index)
        if interval.label:
            return interval.label
        reps = planned.dose(interval.side).reps or 1
        is_hold = interval.kind is IntervalKind.HOLD
        if interval.duration_ms is None:
            return trn("{n} time, at your own pace", "{n} times, at your own pace", reps)
        if planned.sides is Sides.ALTERNATE and interval.side is not None:
            if index and self.script.interval(index - 1).kind is IntervalKind.SWITCH:
                return tr("Hold")
            known = (interval.rep_no or 1) > TOLD_REPS and interval.duration_ms < QUICK_REP_MS
            return "" if known else side_word(interval.side)
        if reps > 1 and interval.duration_ms < COUNTED_HOLD_MS:
            return tr("Last one") if interval.rep_no == reps else str(interval.rep_no)
        return tr("Hold") if is_hold else tr("Move")

    # What is said besides, and how much time there is for it.

    @staticmethod
    def _asides_at_once(total_ms: int | None) -> bool:
        """Whether there is no time to be quiet first."""
        return total_ms is None or total_ms < CUE_FROM_MS

    def _aside(self, index: int) -> str:
        """What is said in the work of interval `index` besides its opening words, or ""."""
        place = self.script.place(index)
        if index == self._stop_index(index):
            return self.script.stop(index)
        if place.opens_turn and self.script.stop(index):
            return ""
        long = not self._asides_at_once(self.script.interval(index).duration_ms)
        return self.script.reminder(index) if place.opens_set or long else ""

    def _stop_index(self, index: int) -> int | None:
        """The first work on this side in which there is time to say when to ease off."""
        place = self.script.place(index)
        if place.turn not in self._stops:
            stop_ms = speaking_ms(self.script.stop(index))
            works = self.script.turn(index) if self.script.stop(index) else ()
            rooms = ((work, self._room_ms(work)) for work in works)
            self._stops[place.turn] = next(
                (work for work, room_ms in rooms if room_ms is None or stop_ms <= room_ms), None
            )
        return self._stops[place.turn]

    def _room_ms(self, index: int) -> int | None:
        """How long one may talk in the work of interval `index`, its opening words not counted."""
        total_ms = self.script.interval(index).duration_ms
        if total_ms is None:
            return None
        word = self._work_words(index)
        word_ms = speaking_ms(word) if word else 0
        if not self._asides_at_once(total_ms):
            half_ms = total_ms // 2
            until_ms = half_ms if total_ms >= HALFWAY_FROM_MS else total_ms - COUNTDOWN_MS
            return until_ms - CUE_AT_MS if word_ms <= CUE_AT_MS else 0
        return self._quiet_ms(index, total_ms) - word_ms + self._silence_after_ms(index)

    def _silence_after_ms(self, index: int) -> int:
        """How long the intervals after `index` are that have no words: one may talk on in them."""
        if self._is_counted(index, self.script.interval(index).duration_ms or 0):
            return 0
        silence_ms = 0
        for following in range(index + 1, len(self._timeline.intervals)):
            interval = self.script.interval(following)
            if interval.kind is not IntervalKind.RELAX and (
                not interval.kind.is_work or self._work_words(following)
            ):
                break
            silence_ms += interval.duration_ms or 0
        return silence_ms

    def _left_to_tell(self, index: int) -> str:
        """In a first long work: what there was no time for while getting ready."""
        interval = self.script.interval(index)
        place = self.script.place(index)
        if place.cue_no or interval.label or (interval.duration_ms or 0) < HALFWAY_FROM_MS:
            return ""
        how, told = self.script.how(index), ""
        if index and self.script.interval(index - 1).kind is IntervalKind.GET_READY:
            told = self._told(index - 1)
        besides = (self._work_words(index), self.script.stop(index))
        window_ms = (interval.duration_ms or 0) // 2 - sum(map(speaking_ms, besides))
        return sentences_that_fit(how[len(told) :].strip(), window_ms)

    # In the course of an interval.

    def _at_second(self, event: SecondPassed) -> tuple[Cue, ...]:
        interval = self.script.interval(event.index)
        if event.remaining_ms is None:
            return ()
        total_ms = event.elapsed_ms + event.remaining_ms
        seconds = event.remaining_ms // SECOND_MS
        if seconds in COUNTDOWN_S and self._is_counted(event.index, total_ms):
            return (Cue(_number(seconds), Chime.COUNT, window_ms=SECOND_MS),)
        if not interval.kind.is_work or event.elapsed_ms != CUE_AT_MS:
            return ()
        if self._asides_at_once(interval.duration_ms) or self._left_to_tell(event.index):
            return ()
        return (Cue(self._aside(event.index), None, interval.side, self._room_ms(event.index)),)

    def _is_counted(self, index: int, total_ms: int) -> bool:
        """Whether the last three seconds are counted aloud."""
        interval = self.script.interval(index)
        if interval.kind.is_work:
            return total_ms >= COUNTED_HOLD_MS
        if interval.kind is IntervalKind.GET_READY:
            planned_ms = interval.duration_ms or 0
            said = (self._opening(index, planned_ms), self._told(index))
            spoken_ms = sum(speaking_ms(text) for text in said if text)
            return total_ms >= spoken_ms + COUNTING_MS
        if interval.kind is IntervalKind.REST:
            following = self._timeline.intervals[index + 1 : index + 2]
            if not following or not following[0].kind.is_work:
                return False
        return interval.kind is not IntervalKind.RELAX and total_ms >= COUNTED_PAUSE_MS

    def _quiet_ms(self, index: int, total_ms: int) -> int:
        """The time before the last seconds are counted; all of it where they are not."""
        return total_ms - COUNTING_MS if self._is_counted(index, total_ms) else total_ms

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


def _number(n: int) -> str:
    return {3: tr("Three"), 2: tr("Two"), 1: tr("One")}[n]


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
