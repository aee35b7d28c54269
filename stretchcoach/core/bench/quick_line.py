"""The quick line: `3x30 lying fig` is an exercise and its dose, in the words of who writes it.

What is a dose is taken out of the line; the words that are left look for the exercise. Whether
a bare number is seconds or reps only the exercise tells: “2x10 bridge” are reps, “2x10 lying
figure four” seconds. Values are texts, as they stand in a file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from stretchcoach.core.bench.quick_amounts import BARE, NO_TIME, amount_of, dashed, written_time
from stretchcoach.core.bench.quick_words import (
    COUNTED,
    DOUBLE_QUOTES,
    QUOTES,
    TIMED,
    key_words,
    side_words,
    text_words,
    unquoted,
    words_of,
)
from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

# What a step says, as a file says it.
Said = Mapping[str, "str | Mapping[str, str]"]

_TIMES = re.compile(r"(?<=\d)[x×*](?=\d)", re.IGNORECASE)
_WEIGHT = re.compile(r"\d+(?:[.,]\d+)?")
_WEIGHT_UNIT = re.compile(r"kg|kilos?|g|lbs?|pounds?", re.IGNORECASE)
_LEAST_LETTERS = 3


@dataclass(frozen=True)
class QuickLine:
    """What a line says. `words` look for the exercise; `amount` is a number or a time whose key the
    exercise decides. `affected` is what differs on the affected side. Where the line cannot be
    meant, `wrong` says in a sentence what to do; nothing is guessed."""

    words: tuple[str, ...] = ()
    sets: str = ""
    amount: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    affected_sets: str = ""
    affected_amount: str = ""
    note: str = ""
    wrong: str = ""

    @property
    def is_rest(self) -> bool:
        """Whether it says a plain rest, with no exercise."""
        return not self.words and self.keys.keys() <= {"rest", "optional"} and "rest" in self.keys

    @property
    def lone_word(self) -> str:
        """A word such as “rest” that wants a number behind it and has none; or ""."""
        keys = key_words()
        return next((word for word in self.words if fold(word) in keys), "")

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
        found.update((name, said[name]) for name in ("load", "effort") if name in said)
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
            is_count = key == "reps" and BARE.fullmatch(self.affected_amount)
            found[key] = self.affected_amount if is_count else written_time(self.affected_amount)
        return found


_ORDER = ("sides", "sets", "reps", "hold", "pace", "time", "relax", "rest", "switch", "get_ready")


def read_quick_line(text: str, numbered: Collection[str] = ()) -> QuickLine:
    """What `text` says; what is no dose are words that look for an exercise. Never raises.

    `numbered` are names that end in a number, “figure 4”: there it is none of a dose.
    """
    line, note = _parted(text)
    read = _Reader(line.split(), numbered).read()
    return _checked(replace(_rest_behind_its_time(read), note=note.strip(f" {DOUBLE_QUOTES}")))


def _rest_behind_its_time(line: QuickLine) -> QuickLine:
    """“20 s rest” is “rest 20 s”, where it is all that is said."""
    if not line.amount or line.sets or not _is_bare_rest(line):
        return line
    keys = {**line.keys, "rest": written_time(line.amount)}
    return replace(line, words=(), amount="", keys=keys)


def _checked(line: QuickLine) -> QuickLine:
    """With what is wrong in it as a whole, where nothing is by itself."""
    wrong = line.wrong
    if not wrong and _is_bare_rest(line):  # an exercise that begins so is not meant by that
        wrong = lone_sentence(line.words[0])
    elif not wrong and line.is_rest and NO_TIME.fullmatch(line.keys["rest"]):
        wrong = tr("A rest of no time is none: write how long it is, as in “rest 20”.")
    elif not wrong and line.says_a_dose and not line.words and not line.is_rest:
        wrong = tr("Write which exercise it is, too: a few letters of its name are enough.")
    return replace(line, wrong=wrong)


def lone_sentence(word: str) -> str:
    """What to do about a word that wants a number and has none."""
    return tr("Write a number behind “{word}”, as in “{word} 20”.", word=word)


def _is_bare_rest(line: QuickLine) -> bool:
    keys = key_words()
    return bool(line.words) and all(keys.get(fold(word)) == "rest" for word in line.words)


def _parted(text: str) -> tuple[str, str]:
    """The line, and the note behind the word that begins one."""
    words = text.split()
    for at, word in enumerate(words):
        if fold(word.lstrip(QUOTES).removesuffix(":")) in words_of(tr("note, say")):
            return " ".join(words[:at]), " ".join(words[at + 1 :])
    return text, ""


def _key_of(amount: str, exercise: Exercise, said: Mapping[str, str]) -> str:
    """What `amount` is of: reps where the exercise is done in those, else the time of its work."""
    own = exercise.dose
    timed = "time" if own.time_ms is not None else "hold"
    if amount and not BARE.fullmatch(amount):
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
        self._keys, self._sides, self._texts = key_words(), side_words(), text_words()
        self._found: dict[str, str] = {}
        self._side_word = self._wrong = ""
        self._line = QuickLine()
        self._rest: list[str] = []
        self._affected = False
        self._before = ""

    def read(self) -> QuickLine:
        written, words, at = self._words, list(unquoted(self._words)), 0
        while at < len(words):
            self._before = words[at - 1] if at else ""
            at += self._take_text(written[at:]) or self._take(words[at:])
        return replace(self._line, words=tuple(self._rest), keys=self._found, wrong=self._wrong)

    def _say(self, key: str, value: str, word: str) -> None:
        if self._found.get(key, value) != value:
            self._wrong = tr("“{word}” is said twice: keep one of them.", word=word)
        self._found[key] = value

    def _say_side(self, side: str, word: str) -> None:
        if self._found.get("sides", side) != side:
            self._wrong = tr(
                "“{one}” and “{other}” do not go together: keep one, or write “each side”.",
                one=self._side_word,
                other=word,
            )
        self._found["sides"], self._side_word = side, word

    def _take(self, words: list[str]) -> int:
        """Read what begins here; how many words it was."""
        if " ".join(words[:2]) in self._numbered:  # “90 90”
            self._rest += words[:2]
            return 2
        for taker in (
            self._take_affected, self._take_times, self._take_key, self._take_switches,
            self._take_amount,
        ):  # fmt: skip
            if taken := taker(words):
                return taken
        if words[0]:
            self._rest.append(words[0])
        return 1

    def _take_times(self, words: list[str]) -> int:
        """`3 x 30 s`."""
        if len(words) < 3 or fold(words[1]) not in ("x", "×", "*"):
            return 0
        amount, taken = amount_of(words[2:])
        if not BARE.fullmatch(words[0]) or not amount:
            return 0
        self._put(dashed(words[0]), amount)
        return 2 + taken

    def _take_amount(self, words: list[str]) -> int:
        """A number, which may be followed by the word that says of what."""
        amount, taken = amount_of(words)
        if not amount or (not self._affected and self._is_name(amount)):
            return 0
        for length in (2, 1):
            word = " ".join(words[taken : taken + length])
            key = self._keys.get(fold(word), "")
            if key in COUNTED and BARE.fullmatch(amount):
                if self._affected and key == "sets":
                    self._put(amount, "")
                else:
                    self._say(key, amount, word)
                return taken + length
        if self._affected:
            self._put(amount, "") if BARE.fullmatch(amount) else self._put("", amount)
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
        line = self._line
        had = (line.sets, line.amount)
        if self._affected:
            had = (line.affected_sets, line.affected_amount)
        for one, other in zip(had, (sets, amount), strict=True):
            if one and other and one != other:
                self._wrong = tr(
                    "“{one}” and “{other}” both say how much: keep one.", one=one, other=other
                )
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
            word = " ".join(words[:length])
            key = self._keys.get(fold(word))
            amount, taken = amount_of(words[length:])
            if key is None or not amount or len(words) < length:
                continue
            if key in TIMED:
                self._say(key, written_time(amount), word)
            elif BARE.fullmatch(amount):
                self._say(key, amount, word)
            else:
                continue
            return length + taken
        return 0

    def _take_affected(self, words: list[str]) -> int:
        """`affected 4`: more on the affected side; alone, that side alone."""
        if fold(words[0]) not in words_of(tr("affected, sore")):
            return 0
        amount, _ = amount_of(words[1:])
        if amount:
            self._affected = True
        else:
            self._say_side("affected", words[0])
        return 1

    def _take_text(self, words: list[str]) -> int:
        """`load 5 kg`, `load red`, `load "red band"`, and all of it in quotes."""
        begin = words[0].lstrip(QUOTES)
        key = self._texts.get(fold(begin))
        if key is None or len(words) < 2:
            return 0
        is_quoted = begin != words[0] or words[1][0] in QUOTES
        if is_quoted:
            ends = (at for at, word in enumerate(words[1:], 2) if word[-1] in QUOTES)
            end = next(ends, len(words))
        else:
            has_unit = len(words) > 2 and _WEIGHT_UNIT.fullmatch(words[2])
            end = 3 if has_unit and _WEIGHT.fullmatch(words[1]) else 2
        value = " ".join(words[1:end]).strip(QUOTES)
        if value:
            self._say(key, value, begin)
        return end

    def _take_switches(self, words: list[str]) -> int:
        for length in (3, 2, 1):
            if len(words) < length:
                continue
            written = " ".join(words[:length])
            word = fold(written)
            if side := self._sides.get(word):
                self._say_side(side, written)
            elif word in words_of(tr("optional, if there is time")):
                self._found["optional"] = "true"
            elif word in words_of(tr("off, not now")):
                self._found["enabled"] = "false"
            else:
                continue
            return length
        return 0
