"""What there is time to say in each interval of a session, by an ordinary voice.

Name, side and how it is done while one gets ready; the words that open each piece of work; and
what is said besides, as long as nothing else is heard.
"""

from __future__ import annotations

from stretchcoach.core.content.side_words import side_title, side_word
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.speaking import (
    first_that_fits,
    sentences_that_fit,
    speaking_ms,
)
from stretchcoach.core.language.units import SECOND_MS
from stretchcoach.core.session.phase_words import exercise_title
from stretchcoach.core.session.script import CUE_FROM_MS, Script
from stretchcoach.core.session.timeline import IntervalKind, Timeline

COUNTDOWN_S = (3, 2, 1)
COUNTED_HOLD_MS = 10 * SECOND_MS
COUNTED_PAUSE_MS = 5 * SECOND_MS
HALFWAY_FROM_MS = 20 * SECOND_MS
CUE_AT_MS = 4 * SECOND_MS
COUNTING_MS = COUNTDOWN_S[0] * SECOND_MS
COUNTDOWN_MS = COUNTING_MS + SECOND_MS
QUICK_REP_MS = 3 * SECOND_MS  # from here on, a word at each is chatter
TOLD_REPS = 2


def is_short(total_ms: int | None) -> bool:
    """Whether work is too short to be quiet in it first; at one's own pace one talks at once."""
    return total_ms is None or total_ms < CUE_FROM_MS


class Talk:
    """Words of `script` with the time for them; both are about the intervals of `timeline`."""

    def __init__(self, timeline: Timeline, script: Script) -> None:
        self._timeline = timeline
        self._script = script
        self._stops: dict[object, int | None] = {}

    # While one gets ready.

    def opening(self, index: int) -> str:
        """What the get-ready `index` begins with: the side is what matters most."""
        interval = self._script.interval(index)
        side = side_title(interval.side) if interval.side else ""
        return first_that_fits((self.name_and_side(index), side), interval.duration_ms or 0)

    def name_and_side(self, index: int) -> str:
        """What is done in interval `index`, and on which side."""
        planned, side = self._script.planned(index), self._script.interval(index).side
        name = exercise_title(self._timeline, self._script.interval(index))
        if side is None:
            return f"{name}."
        if planned.sides is Sides.ALTERNATE:
            return tr("{exercise}, side to side.", exercise=name)
        return tr("{exercise}. {side}.", exercise=name, side=side_title(side))

    def told(self, index: int) -> str:
        """As much of how it is done as there is time for in the get-ready `index`."""
        total_ms = self._script.interval(index).duration_ms or 0
        left_ms = total_ms - speaking_ms(self.opening(index))
        return sentences_that_fit(self._script.how(index), left_ms)

    def known_reminder(self, index: int) -> str:
        """A few words of an exercise that was told before, where there is time for them."""
        if self._script.is_first_time(index):
            return ""
        total_ms = self._script.interval(index).duration_ms or 0
        said = (self.opening(index), self.told(index))
        left_ms = total_ms - COUNTING_MS - sum(speaking_ms(text) for text in said if text)
        return first_that_fits((self._script.reminder(index),), left_ms)

    # In the work.

    def work_words(self, index: int) -> str:
        """The words that open the work of interval `index`, "" where silence does."""
        planned, interval = self._script.planned(index), self._script.interval(index)
        exercise = self._timeline.exercise_of(interval)
        if interval.label:
            return interval.label
        reps = planned.dose(interval.side).reps or 1
        is_hold = interval.kind is IntervalKind.HOLD
        if interval.duration_ms is None:
            return trn("{n} time, at your own pace", "{n} times, at your own pace", reps)
        if planned.sides is Sides.ALTERNATE and interval.side is not None:
            if index and self._script.interval(index - 1).kind is IntervalKind.SWITCH:
                return tr("Hold")
            known = (interval.rep_no or 1) > TOLD_REPS and interval.duration_ms < QUICK_REP_MS
            return "" if known else side_word(interval.side)
        if exercise is not None and exercise.kind is ExerciseKind.REST:
            return tr("Rest here")
        if reps > 1 and interval.duration_ms < COUNTED_HOLD_MS:
            return tr("Last one") if interval.rep_no == reps else str(interval.rep_no)
        return tr("Hold") if is_hold else tr("Move")

    def relax_words(self, index: int) -> str:
        """In the first reps, what the sound between two of them means."""
        before = self._script.interval(index - 1)
        if before.set_no != 1 or (before.rep_no or 1) > TOLD_REPS:
            return ""
        said = [text for text in (self.work_words(index - 1), self.aside(index - 1)) if text]
        is_silent = sum(map(speaking_ms, said)) <= (before.duration_ms or 0)
        return tr("Relax") if is_silent else ""

    # What is said besides, and how much time there is for it.

    def aside(self, index: int) -> str:
        """What is said in the work of interval `index` besides its opening words, or ""."""
        place = self._script.place(index)
        if index == self._stop_index(index):
            return self._script.stop(index)
        if place.opens_turn and self._script.stop(index):
            return ""
        long = not is_short(self._script.interval(index).duration_ms)
        return self._script.reminder(index) if place.opens_set or long else ""

    def _stop_index(self, index: int) -> int | None:
        """The first work on this side in which there is time to say when to ease off."""
        place = self._script.place(index)
        if place.turn not in self._stops:
            stop_ms = speaking_ms(self._script.stop(index))
            works = self._script.turn(index) if self._script.stop(index) else ()
            rooms = ((work, self.room_ms(work)) for work in works)
            self._stops[place.turn] = next(
                (work for work, room_ms in rooms if room_ms is None or stop_ms <= room_ms), None
            )
        return self._stops[place.turn]

    def room_ms(self, index: int) -> int | None:
        """How long one may talk in the work of interval `index`, its opening words not counted."""
        total_ms = self._script.interval(index).duration_ms
        if total_ms is None:
            return None
        word = self.work_words(index)
        word_ms = speaking_ms(word) if word else 0
        if not is_short(total_ms):
            half_ms = total_ms // 2
            until_ms = half_ms if total_ms >= HALFWAY_FROM_MS else total_ms - COUNTDOWN_MS
            return until_ms - CUE_AT_MS if word_ms <= CUE_AT_MS else 0
        return self.quiet_ms(index, total_ms) - word_ms + self._silence_after_ms(index)

    def _silence_after_ms(self, index: int) -> int:
        """How long the intervals after `index` are that have no words: one may talk on in them."""
        if self.is_counted(index, self._script.interval(index).duration_ms or 0):
            return 0
        silence_ms = 0
        for following in range(index + 1, len(self._timeline.intervals)):
            interval = self._script.interval(following)
            is_pause = interval.kind is IntervalKind.RELAX
            if not is_pause and (not interval.kind.is_work or self.work_words(following)):
                break
            silence_ms += interval.duration_ms or 0
        return silence_ms

    def left_to_tell(self, index: int) -> str:
        """In a first long work: what there was no time for while getting ready."""
        interval = self._script.interval(index)
        place = self._script.place(index)
        if place.cue_no or interval.label or (interval.duration_ms or 0) < HALFWAY_FROM_MS:
            return ""
        how, told = self._script.how(index), ""
        if index and self._script.interval(index - 1).kind is IntervalKind.GET_READY:
            told = self.told(index - 1)
        besides = (self.work_words(index), self._script.stop(index))
        window_ms = (interval.duration_ms or 0) // 2 - sum(map(speaking_ms, besides))
        return sentences_that_fit(how[len(told) :].strip(), window_ms)

    # Counting down.

    def is_counted(self, index: int, total_ms: int) -> bool:
        """Whether the last three seconds are counted aloud."""
        from_ms = self.counted_from_ms(index)
        return from_ms is not None and total_ms >= from_ms

    def counted_from_ms(self, index: int) -> int | None:
        """How long interval `index` must last for that; None where they never are."""
        interval = self._script.interval(index)
        if interval.kind.is_work:
            return COUNTED_HOLD_MS
        if interval.kind is IntervalKind.GET_READY:
            said = (self.opening(index), self.told(index))
            return sum(speaking_ms(text) for text in said if text) + COUNTING_MS
        if interval.kind is IntervalKind.REST:
            following = self._timeline.intervals[index + 1 : index + 2]
            if not following or not following[0].kind.is_work:
                return None
        return None if interval.kind is IntervalKind.RELAX else COUNTED_PAUSE_MS

    def quiet_ms(self, index: int, total_ms: int) -> int:
        """The time before the last seconds are counted; all of it where they are not."""
        return total_ms - COUNTING_MS if self.is_counted(index, total_ms) else total_ms
