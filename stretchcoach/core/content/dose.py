"""Dose: how much. Sets x reps x (hold + relax), each side, rest between sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import Annotated, ClassVar

from stretchcoach.core.content.fields import (
    MAX_NAME,
    TRANSLATIONS,
    AtMostOne,
    Duration,
    LanguageCode,
    Number,
    Rule,
    SidedText,
)
from stretchcoach.core.language.units import MINUTE_MS, SECOND_MS

MAX_WORK_MS = 10 * MINUTE_MS
MAX_PAUSE_MS = 10 * MINUTE_MS
MAX_BREATHS = 30  # no longer than MAX_WORK_MS, even in the slowest breath there is


class Manual(Enum):
    """A pace of one's own: the interval lasts until the person says done."""

    MANUAL = "manual"


class Auto(Enum):
    """Time to get ready that follows the change of position and what is to be heard."""

    AUTO = "auto"


@dataclass(frozen=True)
class Range:
    """What is left to the person: any whole step from `low` to `high`, which is more."""

    low: int
    high: int

    def __contains__(self, value: int) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Breaths:
    """A time counted in breaths, in and out."""

    count: int | Range


@dataclass(frozen=True, kw_only=True)
class PhaseTranslation:
    """The words of a phase in another language."""

    say: Annotated[str | None, SidedText(doc="What the coach says.", most=MAX_NAME)] = None


@dataclass(frozen=True)
class Phase:
    """One timed part of a rep of several phases, such as contract-relax."""

    say: Annotated[str, SidedText(doc="What the coach says as it begins.", most=MAX_NAME)]
    for_ms: Annotated[int, Duration(doc="How long.", least=SECOND_MS, most=MAX_WORK_MS)]
    translations: Annotated[Mapping[LanguageCode, PhaseTranslation], TRANSLATIONS] = field(
        default_factory=dict, hash=False
    )


@dataclass(frozen=True, kw_only=True)
class DoseChange:
    """What may differ on the affected side.

    None leaves a value as it is.
    """

    KEYS: ClassVar = (AtMostOne(("hold_ms", "pace_ms", "time_ms")),)

    sets: Annotated[int | Range | None, Number(doc="Sets per side.", least=1, most=20)] = None
    reps: Annotated[int | Range | None, Number(doc="Reps per set.", least=1, most=100)] = None
    hold_ms: Annotated[
        int | Range | Breaths | None,
        Duration(doc="How long a rep is held.", least=SECOND_MS, most=MAX_WORK_MS),
    ] = None
    pace_ms: Annotated[
        int | Range | Manual | None,
        Duration(
            doc="Seconds a rep of a movement, or manual: until done.",
            least=SECOND_MS,
            most=MAX_WORK_MS,
        ),
    ] = None
    time_ms: Annotated[
        int | Range | None,
        Duration(
            doc="How long a set of a movement lasts, reps not counted.",
            least=SECOND_MS,
            most=MAX_WORK_MS,
        ),
    ] = None
    relax_ms: Annotated[
        int | None, Duration(doc="Pause between two reps.", least=0, most=MAX_PAUSE_MS)
    ] = None
    rest_ms: Annotated[
        int | None, Duration(doc="Rest between two sets.", least=0, most=MAX_PAUSE_MS)
    ] = None

    def over(self, base: Dose) -> Dose:
        """`base` with what this says laid over it; naming a kind of work replaces the other."""
        said = vars(self)
        given = {name: said[name] for name in _DOSE_FIELDS if said.get(name) is not None}
        if not given:
            return base
        if given.keys() & _NO_WORK.keys():
            given = {**_NO_WORK, **given}
        if type(base) is Dose:
            return Dose(**{**vars(base), **given})  # ten times as fast as replace
        return replace(base, **given)


@dataclass(frozen=True, kw_only=True)
class Dose(DoseChange):
    """How much of an exercise; sets and reps count per side.

    None means not said.
    """

    KEYS: ClassVar = (AtMostOne(("hold_ms", "pace_ms", "time_ms", "rep")),)

    rep: Annotated[
        tuple[Phase, ...] | None,
        Rule(doc="A rep of several phases, each with its words.", least=1, most=20),
    ] = None
    get_ready_ms: Annotated[
        int | Auto | None,
        Duration(doc="Time before the exercise, or auto.", least=0, most=MAX_PAUSE_MS),
    ] = None
    switch_ms: Annotated[
        int | None, Duration(doc="Time to change sides.", least=0, most=MAX_PAUSE_MS)
    ] = None

    @property
    def kinds_of_work(self) -> tuple[str, ...]:
        """Which of hold, pace, time and rep are given. One that can be done has exactly one."""
        said = vars(self)
        return tuple([key for name, key in _WORK.items() if said[name] is not None])


_WORK = {"hold_ms": "hold", "pace_ms": "pace", "time_ms": "time", "rep": "rep"}
_NO_WORK = dict.fromkeys(_WORK)
_DOSE_FIELDS = tuple(field.name for field in fields(Dose))
