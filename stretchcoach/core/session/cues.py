"""What a good coach says or sounds at an event, and no more.

Voice, chimes and terminal play the same cues. A cue says how long its words may take: who
cannot say them within that time does not begin, so that no sentence runs into the next
phase. Chimes alone carry every change, for those who want no voice or have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from stretchcoach.core.content.dose import SECOND_MS
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.side_words import side_title, side_word
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.speaking import (
    first_that_fits,
    sentences_that_fit,
)
from stretchcoach.core.language.speaking import speaking_ms as speaking_ms
from stretchcoach.core.session.dose_words import step_title
from stretchcoach.core.session.events import (
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
from stretchcoach.core.session.sound_profile import SoundProfile as SoundProfile
from stretchcoach.core.session.timeline import Interval, IntervalKind, Timeline

COUNTDOWN_S = (3, 2, 1)
COUNTED_HOLD_MS = 10 * SECOND_MS
COUNTED_SWITCH_MS = 5 * SECOND_MS
HALFWAY_FROM_MS = 20 * SECOND_MS
CUE_FROM_MS = 12 * SECOND_MS
CUE_AT_MS = 4 * SECOND_MS
COUNTDOWN_MS = (COUNTDOWN_S[0] + 1) * SECOND_MS
QUICK_REP_MS = 3 * SECOND_MS  # from here on, a word at each is chatter
TOLD_REPS = 2


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

    Spoken by an ordinary voice, no two cues of an interval overlap, and none outlasts it.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline

    def cues(self, event: Event) -> tuple[Cue, ...]:
        """The cues of `event`, in the order in which they are to be heard."""
        return tuple(_in_time(self._all_cues(event)))

    def _all_cues(self, event: Event) -> tuple[Cue, ...]:
        if isinstance(event, IntervalStarted):
            return self._at_start(event)
        if isinstance(event, SecondPassed):
            return self._at_second(event)
        if isinstance(event, Halfway):
            return self._at_halfway(event)
        return _between(event)

    def _interval(self, index: int) -> Interval:
        return self._timeline.intervals[index]

    def _exercise(self, interval: Interval) -> Exercise | None:
        return self._timeline.step_of(interval).exercise

    # At the start of an interval.

    def _at_start(self, event: IntervalStarted) -> tuple[Cue, ...]:
        interval = event.interval
        kind = interval.kind
        if kind is IntervalKind.GET_READY:
            return self._get_ready(interval)
        if kind is IntervalKind.SWITCH and interval.side is not None:
            left = interval.side is Side.LEFT
            text = tr("Switch to the left") if left else tr("Switch to the right")
            quiet_ms = self._quiet_ms(interval, interval.duration_ms or 0)
            return (Cue(text, Chime.SWITCH, interval.side, quiet_ms),)
        if kind is IntervalKind.REST:
            return self._rest(event.index, interval)
        if kind is IntervalKind.RELAX:
            return (Cue("", Chime.RELAX, interval.side),)
        return (self._work(interval), *self._how(event.index))

    def _get_ready(self, interval: Interval) -> tuple[Cue, ...]:
        total_ms = interval.duration_ms or 0
        name = self._opening(interval, total_ms)
        setup_ms = total_ms - speaking_ms(name) - COUNTDOWN_MS
        exercise = self._exercise(interval)
        setup = sentences_that_fit(exercise.instructions.setup, setup_ms) if exercise else ""
        quiet_ms = self._quiet_ms(interval, total_ms)
        first = Cue(name, Chime.GET_READY, interval.side, quiet_ms)
        return (first, Cue(setup, None, interval.side, setup_ms)) if setup else (first,)

    def _opening(self, interval: Interval, total_ms: int) -> str:
        """What a get-ready begins with: the side is what matters most."""
        side = side_title(interval.side) if interval.side else ""
        return first_that_fits((self._name_and_side(interval), side), total_ms)

    def _name_and_side(self, interval: Interval) -> str:
        planned = self._timeline.step_of(interval)
        name = step_title(planned)
        if interval.side is None:
            return f"{name}."
        if planned.sides is Sides.ALTERNATE:
            return tr("{exercise}, side to side.", exercise=name)
        return tr("{exercise}. {side}.", exercise=name, side=side_title(interval.side))

    def _rest(self, index: int, interval: Interval) -> tuple[Cue, ...]:
        rest = Cue(tr("Rest"), Chime.REST, interval.side, interval.duration_ms)
        following = self._timeline.intervals[index + 1 : index + 2]
        new_exercise = following and following[0].step_no != interval.step_no
        if not new_exercise or following[0].exercise is None:
            return (rest,)
        left_ms = (interval.duration_ms or 0) - speaking_ms(rest.text)
        coming = self._name_and_side(following[0])
        return (rest, Cue(tr("Next: {exercise}", exercise=coming), window_ms=left_ms))

    def _work(self, interval: Interval) -> Cue:
        chime = Chime.HOLD if interval.kind is IntervalKind.HOLD else Chime.MOVE
        total_ms = interval.duration_ms
        window_ms = None if total_ms is None else self._quiet_ms(interval, total_ms)
        return Cue(self._work_words(interval), chime, interval.side, window_ms)

    def _work_words(self, interval: Interval) -> str:
        planned = self._timeline.step_of(interval)
        if interval.label:
            return interval.label
        reps = planned.dose(interval.side).reps or 1
        if interval.duration_ms is None:
            return trn("{n} time, at your own pace", "{n} times, at your own pace", reps)
        if planned.sides is Sides.ALTERNATE and interval.side is not None:
            known = (interval.rep_no or 1) > TOLD_REPS and interval.duration_ms < QUICK_REP_MS
            return "" if known else side_word(interval.side)
        if reps > 1 and interval.duration_ms < COUNTED_HOLD_MS:
            return tr("Last one") if interval.rep_no == reps else str(interval.rep_no)
        return tr("Hold") if interval.kind is IntervalKind.HOLD else tr("Move")

    def _how(self, index: int) -> tuple[Cue, ...]:
        """At the first hold of an exercise, in the place of a reminder: how to get there."""
        interval = self._interval(index)
        exercise = self._exercise(interval)
        total_ms = interval.duration_ms or 0
        is_hold = interval.kind is IntervalKind.HOLD and not interval.label
        if exercise is None or not is_hold or total_ms < HALFWAY_FROM_MS or self._work_no(index):
            return ()
        window_ms = total_ms // 2 - speaking_ms(self._work_words(interval))
        how = sentences_that_fit(exercise.instructions.move, window_ms)
        return (Cue(how, None, interval.side, window_ms),) if how else ()

    # In the course of an interval.

    def _at_second(self, event: SecondPassed) -> tuple[Cue, ...]:
        interval = self._interval(event.index)
        if event.remaining_ms is None:
            return ()
        total_ms = event.elapsed_ms + event.remaining_ms
        seconds = event.remaining_ms // SECOND_MS
        if seconds in COUNTDOWN_S and self._is_counted(interval, total_ms):
            return (Cue(_number(seconds), Chime.COUNT, window_ms=SECOND_MS),)
        if interval.kind.is_work and event.elapsed_ms == CUE_AT_MS and total_ms >= CUE_FROM_MS:
            return self._reminder(event.index, total_ms)
        return ()

    def _is_counted(self, interval: Interval, total_ms: int) -> bool:
        """Whether the last three seconds are counted aloud."""
        if interval.kind.is_work:
            return total_ms >= COUNTED_HOLD_MS
        if interval.kind is IntervalKind.GET_READY:
            opening_ms = speaking_ms(self._opening(interval, interval.duration_ms or 0))
            return total_ms >= opening_ms + COUNTDOWN_S[0] * SECOND_MS
        return interval.kind is IntervalKind.SWITCH and total_ms >= COUNTED_SWITCH_MS

    def _quiet_ms(self, interval: Interval, total_ms: int) -> int:
        """The time before the last seconds are counted; all of it where they are not."""
        counted = self._is_counted(interval, total_ms)
        return total_ms - COUNTDOWN_S[0] * SECOND_MS if counted else total_ms

    def _reminder(self, index: int, total_ms: int) -> tuple[Cue, ...]:
        interval = self._interval(index)
        told = interval.label or self._how(index)
        text = "" if told else self.reminder(index)
        until_ms = total_ms // 2 if total_ms >= HALFWAY_FROM_MS else total_ms - COUNTDOWN_MS
        window_ms = until_ms - CUE_AT_MS
        return (Cue(text, None, interval.side, window_ms),) if text else ()

    def reminder(self, index: int) -> str:
        """The exercise's short reminder for interval `index`, another one at each work."""
        exercise = self._exercise(self._interval(index))
        if exercise is None or not exercise.cues:
            return ""
        return exercise.cues[self._work_no(index) % len(exercise.cues)]

    def _work_no(self, index: int) -> int:
        """How many works of the same step come before interval `index`."""
        step_no = self._interval(index).step_no
        earlier = self._timeline.intervals[:index]
        return sum(1 for i in earlier if i.step_no == step_no and i.kind.is_work)

    def _at_halfway(self, event: Halfway) -> tuple[Cue, ...]:
        duration_ms = self._interval(event.index).duration_ms or 0
        if duration_ms < HALFWAY_FROM_MS:
            return ()
        return (Cue(tr("Halfway"), Chime.HALFWAY, window_ms=duration_ms // 2 - COUNTDOWN_MS),)


def _in_time(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Only what can be said in time; a chime is always heard."""
    for cue in cues:
        if cue.fits:
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
        return (Cue(tr("Settle in") if event.settle_ms else tr("Going on"), Chime.RESUME),)
    if isinstance(event, Settled):
        return (Cue(tr("Hold"), Chime.HOLD),)
    if isinstance(event, SessionEnded):
        text = tr("All done. Take a moment before you get up.") if event.finished else ""
        return (Cue(text, Chime.END),)
    return ()
