"""The words that people use when they search, and what they find by them.

They lead to what files say of exercises and routines: muscles, positions, kinds. That somebody
finds a routine by a word says nothing about what the routine does for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

SHORTEST_BEGINNING = 3
BUTTOCK = ("glute", "piriformis", "rotators")
HIP = ("hip flexors", "gluteus medius", "rotators", "piriformis")
LOW_BACK = ("lumbar extensors",)
SITTING = ("seated", " sit")
LYING = ("supine", "prone", "side", "floor", "quadruped", "kneeling")
# A space in front: words that begin so, and not those that have it somewhere.
RUNNING = (" run", "runner")


class Everyday(NamedTuple):
    """Words and phrases, folded, and what stands in the texts of what they find."""

    words: tuple[str, ...]
    found_by: tuple[str, ...]


def _everyday() -> tuple[tuple[str, tuple[str, ...]], ...]:
    # Translators: in each of these lists are words that people type into the search, with commas
    # between them; put those of your language, as many as you like, phrases too.
    return (
        (tr("buttock, buttocks, bottom, backside, bum, butt, behind, rear, glutes"), BUTTOCK),
        (tr("hip, hips, hip pain, hip joint, side of the hip"), HIP),
        (tr("low back, lower back, small of the back, back, back pain, spine, lumbar"), LOW_BACK),
        (tr("sciatica, sciatic, sciatic nerve"), ("rotators", "piriformis", "glide")),
        (tr("thigh, thighs, upper leg"), ("hamstrings", "quadriceps", "adductors")),
        (tr("leg, legs"), ("hamstrings", "quadriceps", "adductors", "calf")),
        (tr("back of the leg, back of the thigh, back of the knee"), ("hamstrings",)),
        (tr("front of the thigh, front of the hip"), ("quadriceps", "hip flexors")),
        (tr("psoas, iliopsoas"), ("hip flexors",)),
        (tr("groin, inner thigh"), ("adductors",)),
        (tr("shin, lower leg, calves"), ("calf",)),
        (tr("stomach, tummy, belly, core, abs"), ("abdominals", "obliques")),
        (tr("waist, flank"), ("obliques", "lats")),
        (
            tr("sitting, sit, seated, seat, chair, desk, office, computer, work, driving, car, "
               "sitting all day, sitting for hours, at work"),
            SITTING,
        ),
        (tr("standing, stand, on my feet, on your feet, standing all day"), ("standing", " stand")),
        (tr("lying, lie down, floor, mat"), LYING),
        (tr("bed, bedtime, sleep, night, evening, wind down, relax"), (" bed", "supine")),
        (tr("morning, wake up, waking up, get up, getting up"), ("morning", "getting up")),
        (
            tr("runner, runners, runner's, runner\u2019s, running, run, jog, jogging, jogger"),
            RUNNING,
        ),
        (tr("walk, walking, walker, hiking, stairs"), ("walk",)),
        (tr("pregnant, pregnancy, expecting, baby bump"), ("pregnan",)),
        (tr("older, old, senior, seniors, elderly, age"), ("older",)),
        (tr("beginner, beginners, beginning, newcomer, first time, start"), (" begin", "first")),
        (tr("strong, stronger, strengthen, strengthening, muscles"), ("strength",)),
        (tr("easy, gentle, soft, light, slow"), ("easy", "gentle", "small", "slow")),
        (tr("ball, tennis ball, massage, roll"), ("release",)),
        (tr("rest, resting, pause, breathe, breathing"), ("\nrest", "breath")),
    )  # fmt: skip


def _said_beside() -> str:
    # Translators: words that say nothing of what is looked for, as in “pain in my hip”.
    return tr(
        "pain, pains, ache, aches, aching, sore, stiff, tight, hurt, hurts, hurting, stretch, "
        "stretches, stretching, exercise, exercises, routine, routines, for, my, the, a, an, and, "
        "or, in, on, of, with, to, at, is, all, day, long, i, have"
    )


Group = tuple[str, ...]


class EverydayWords:
    """The everyday words of the language in use, made once."""

    def __init__(self) -> None:
        self._entries = tuple(
            Everyday(_words(listed), tuple(found_by)) for listed, found_by in _everyday()
        )
        self._beside = frozenset(_words(_said_beside()))
        phrases = [(w, e.found_by) for e in self._entries for w in e.words if " " in w]
        self._phrases = sorted(
            ((tuple(phrase.split()), found_by) for phrase, found_by in phrases),
            key=_length,
            reverse=True,
        )

    @property
    def words(self) -> Iterator[str]:
        """All single words."""
        return (word for entry in self._entries for word in entry.words if " " not in word)

    def knows(self, word: str) -> bool:
        """Whether `word` is one of them, the beginning of one, or says nothing."""
        return word in self._beside or bool(self._found_by(word))

    def groups(self, words: Sequence[str]) -> tuple[Group, ...]:
        """What to look for: of each group one part must stand in the text. The first part is
        what was typed; phrases are one group, and words that say nothing are left out."""
        groups: list[Group] = []
        rest = list(words)
        while rest:
            typed, found_by = self._phrase_at(rest) or ((rest[0],), self._found_by(rest[0]))
            del rest[: len(typed)]
            if found_by or typed[0] not in self._beside:
                groups.append(tuple(dict.fromkeys((" ".join(typed), *found_by))))
        return tuple(groups)

    def _phrase_at(self, words: Sequence[str]) -> tuple[Group, Group] | None:
        """The longest phrase that `words` begin with."""
        found = ((p, by) for p, by in self._phrases if tuple(words[: len(p)]) == p)
        return next(found, None)

    def _found_by(self, word: str) -> Group:
        return tuple(
            part
            for entry in self._entries
            if any(_begins(known, word) for known in entry.words)
            for part in entry.found_by
        )


def _begins(known: str, word: str) -> bool:
    """Whether `word` is `known` or, long enough to tell, its beginning."""
    if " " in known:
        return False
    return known == word or (len(word) >= SHORTEST_BEGINNING and known.startswith(word))


def _words(listed: str) -> tuple[str, ...]:
    return tuple(fold(" ".join(part.split())) for part in listed.split(",") if part.strip())


def _length(entry: tuple[Group, Group]) -> int:
    return len(entry[0])
