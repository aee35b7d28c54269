"""The quick line: `3x30 lying fig` is an exercise and its dose, in the words of who writes it.

What is a dose is taken out of the line; the words that are left look for the exercise. Whether
a bare number is seconds or reps only the exercise tells: “2x10 bridge” are reps, “2x10 lying
figure four” seconds. Values are texts, as they stand in a file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

# What a step says, as a file says it.
Said = Mapping[str, "str | Mapping[str, str]"]

_NUMBER = r"\d{1,3}(?:[-–]\d{1,3})?"
_UNIT = r"(?:s|sec|secs|second|seconds|m|min|mins|minute|minutes)"
_AMOUNT = re.compile(
    rf"\d{{1,2}}:\d\d|\d{{1,3}}m\d{{1,2}}s|{_NUMBER}(?:{_UNIT}|breath|breaths)?", re.IGNORECASE
)
_TIMES = re.compile(r"(?<=\d)[x×*](?=\d)", re.IGNORECASE)
_LONE_UNIT = re.compile(rf"(?:{_UNIT}|breaths?)", re.IGNORECASE)
_BARE = re.compile(_NUMBER)
_MINUTES = re.compile(rf"({_NUMBER})(?:m|min|mins|minute|minutes)", re.IGNORECASE)
_SECONDS = re.compile(rf"({_NUMBER})(?:s|sec|secs|second|seconds)?", re.IGNORECASE)
_BREATHS = re.compile(rf"({_NUMBER})breaths?", re.IGNORECASE)
_TIMED = {"hold", "pace", "time", "relax", "rest", "switch", "get_ready"}
_COUNTED = {"sets", "reps"}
_LEAST_LETTERS = 3


@dataclass(frozen=True)
class QuickLine:
    """What a line says. `words` look for the exercise; `amount` is a number or a time whose key the
    exercise decides. `affected` is what differs on the affected side."""

    words: tuple[str, ...] = ()
    sets: str = ""
    amount: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    affected_sets: str = ""
    affected_amount: str = ""
    note: str = ""

    @property
    def is_rest(self) -> bool:
        """Whether it says a plain rest, with no exercise."""
        return not self.words and self.keys.keys() <= {"rest", "optional"} and "rest" in self.keys

    @property
    def says_a_dose(self) -> bool:
        return bool(self.sets or self.amount or self.keys.keys() - {"optional", "enabled"})

    def step(self, exercise: Exercise) -> Said:
        """The keys of a step with `exercise`, in the order in which one writes them."""
        said = dict(self.keys)
        key = _key_of(self.amount, exercise, said)
        if self.sets:
            said["sets"] = self.sets
        if self.amount:
            said[key] = self.amount if key == "reps" else written_time(self.amount)
        found: dict[str, str | Mapping[str, str]] = {"exercise": exercise.id}
        found.update((name, said[name]) for name in _ORDER if name in said)
        if change := self._affected(key):
            found["affected"] = change
        if self.note:
            found["note"] = self.note
        found.update((name, said[name]) for name in ("optional", "enabled") if name in said)
        return found

    def rest(self) -> Said:
        """The keys of a plain rest."""
        said = {"rest": self.keys["rest"]}
        return (
            said
            | ({"note": self.note} if self.note else {})
            | ({"optional": "true"} if "optional" in self.keys else {})
        )

    def _affected(self, key: str) -> dict[str, str]:
        found = {"sets": self.affected_sets} if self.affected_sets else {}
        if self.affected_amount:
            is_count = key == "reps" and _BARE.fullmatch(self.affected_amount)
            found[key] = self.affected_amount if is_count else written_time(self.affected_amount)
        return found


_ORDER = ("sides", "sets", "reps", "hold", "pace", "time", "relax", "rest", "switch", "get_ready")


def read_quick_line(text: str, numbered: Collection[str] = ()) -> QuickLine:
    """What `text` says; what is no dose are words that look for an exercise. Never raises.

    `numbered` are names that end in a number, “figure 4”: there it is none of a dose.
    """
    line, note = _parted(text)
    return replace(_Reader(line.split(), numbered).read(), note=note.strip(' "“”'))


def written_time(amount: str) -> str:
    """A time, or breaths, as a file has it: `30` is `30s`."""
    amount = amount.replace("–", "-")
    if found := _BREATHS.fullmatch(amount):
        return f"{found[1]} breaths"
    if found := _MINUTES.fullmatch(amount):
        return f"{found[1]} min"
    if found := _SECONDS.fullmatch(amount):
        return f"{found[1]}s"
    return amount.replace("m", "m ", 1) if "m" in amount else amount


def _parted(text: str) -> tuple[str, str]:
    """The line, and the note behind the word that begins one."""
    words = text.split()
    for at, word in enumerate(words):
        if fold(word.removesuffix(":")) in _words(tr("note, say")):
            return " ".join(words[:at]), " ".join(words[at + 1 :])
    return text, ""


def _words(listed: str) -> list[str]:
    return [fold(word) for word in listed.split(", ")]


def _key_words() -> dict[str, str]:
    """What each word of a line means; those of files in every language, and others."""
    found = {key: key for key in (*_TIMED, *_COUNTED)}
    for key, listed in (
        # Translators: words that a therapist types in front of or behind a number, with commas.
        ("hold", tr("hold, holds, held")),
        ("pace", tr("pace, each rep")),
        ("time", tr("time, moving")),
        ("relax", tr("relax, pause")),
        ("rest", tr("rest, break")),
        ("switch", tr("switch, change")),
        ("sets", tr("sets, set, rounds")),
        ("reps", tr("reps, rep, times, repetitions")),
    ):
        found.update(dict.fromkeys(_words(listed), key))
    return found


def _side_words() -> dict[str, str]:
    sides = (
        ("each", tr("each, each side, per side")),
        ("alternate", tr("alternate, alternating, side to side")),
        ("both", tr("both sides")),
        ("left", tr("left, left side")),
        ("right", tr("right, right side")),
        ("other", tr("other side")),
    )
    return {word: key for key, listed in sides for word in _words(listed)}


def _key_of(amount: str, exercise: Exercise, said: Mapping[str, str]) -> str:
    """What `amount` is of: reps where the exercise is done in those, else the time of its work."""
    own = exercise.dose
    timed = "time" if own.time_ms is not None else "hold"
    if amount and not _BARE.fullmatch(amount):
        return "pace" if own.pace_ms is not None and "reps" in said else timed
    in_reps = own.pace_ms is not None or own.rep is not None or (own.reps or 1) != 1
    if in_reps or said.keys() & {"hold", "pace", "time"}:
        return "reps"
    return timed


class _Reader:
    """Reads word by word; the longest run of words that means something counts."""

    def __init__(self, words: list[str], numbered: Collection[str]) -> None:
        self._words = [part for word in words for part in _TIMES.sub(" x ", word).split()]
        self._numbered = numbered
        self._found: dict[str, str] = {}
        self._line = QuickLine()
        self._rest: list[str] = []
        self._affected = False
        self._before = ""

    def read(self) -> QuickLine:
        words, at = self._words, 0
        while at < len(words):
            self._before = words[at - 1] if at else ""
            at += self._take(words[at:])
        return replace(self._line, words=tuple(self._rest), keys=self._found)

    def _take(self, words: list[str]) -> int:
        """Read what begins here; how many words it was."""
        if " ".join(words[:2]) in self._numbered:  # “90 90”
            self._rest += words[:2]
            return 2
        for taker in (self._take_affected, self._take_times, self._take_key, self._take_switches):
            if taken := taker(words):
                return taken
        if taken := self._take_amount(words):
            return taken
        self._rest.append(words[0])
        return 1

    def _take_times(self, words: list[str]) -> int:
        """`3 x 30 s`."""
        if len(words) < 3 or fold(words[1]) not in ("x", "×", "*"):
            return 0
        amount, taken = _amount(words[2:])
        if not _BARE.fullmatch(words[0]) or not amount:
            return 0
        self._put(_dashed(words[0]), amount)
        return 2 + taken

    def _take_amount(self, words: list[str]) -> int:
        """A number, which may be followed by the word that says of what."""
        amount, taken = _amount(words)
        if not amount or (not self._affected and self._is_name(amount)):
            return 0
        for length in (2, 1):
            key = _key_words().get(fold(" ".join(words[taken : taken + length])))
            if key in _COUNTED and _BARE.fullmatch(amount):
                if self._affected and key == "sets":
                    self._put(amount, "")
                else:
                    self._found[str(key)] = amount
                return taken + length
        if self._affected:
            self._put(amount, "") if _BARE.fullmatch(amount) else self._put("", amount)
        elif self._line.amount:
            return 0
        else:
            self._line = replace(self._line, amount=amount)
        return taken

    def _is_name(self, amount: str) -> bool:
        """Whether it is the four of “figure 4”."""
        before = fold(self._before)
        return len(before) >= _LEAST_LETTERS and any(
            name.startswith(before) and name.endswith(f" {amount}") for name in self._numbered
        )

    def _put(self, sets: str, amount: str) -> None:
        if self._affected:
            self._line = replace(
                self._line,
                affected_sets=sets or self._line.affected_sets,
                affected_amount=amount or self._line.affected_amount,
            )
            self._affected = False
        else:
            self._line = replace(self._line, sets=sets, amount=amount)

    def _take_key(self, words: list[str]) -> int:
        """`hold 5`, `rest 20s`."""
        for length in (2, 1):
            key = _key_words().get(fold(" ".join(words[:length])))
            amount, taken = _amount(words[length:])
            if key is None or not amount or len(words) < length:
                continue
            if key in _TIMED:
                self._found[key] = written_time(amount)
            elif _BARE.fullmatch(amount):
                self._found[key] = amount
            else:
                continue
            return length + taken
        return 0

    def _take_affected(self, words: list[str]) -> int:
        """`affected 4`: more on the affected side; alone, that side alone."""
        if fold(words[0]) not in _words(tr("affected, sore")):
            return 0
        amount, _ = _amount(words[1:])
        if amount:
            self._affected = True
        else:
            self._found["sides"] = "affected"
        return 1

    def _take_switches(self, words: list[str]) -> int:
        for length in (3, 2, 1):
            if len(words) < length:
                continue
            word = fold(" ".join(words[:length]))
            if side := _side_words().get(word):
                self._found["sides"] = side
            elif word in _words(tr("optional, if there is time")):
                self._found["optional"] = "true"
            elif word in _words(tr("off, not now")):
                self._found["enabled"] = "false"
            else:
                continue
            return length
        return 0


def _amount(words: list[str]) -> tuple[str, int]:
    """The number or time that begins here, without blanks, and of how many words it is."""
    if not words or not _AMOUNT.fullmatch(words[0]):
        return "", 0
    if len(words) > 1 and _BARE.fullmatch(words[0]) and _LONE_UNIT.fullmatch(words[1]):
        return _dashed(words[0] + words[1]), 2
    return _dashed(words[0]), 1


def _dashed(number: str) -> str:
    return number.replace("–", "-")
