"""Words that promise an effect on health, in one list for everything that a person reads.

A coach and diary says what to do and what was done. Words that promise more turn it, in the eyes
of the law of many countries, into a medical device: EU Regulation 2017/745, article 2(1); FDA,
General Wellness, 2026; MHRA, software and apps.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Word or words in English, as a pattern; a hyphen or a space may join them.
_PROMISES = (
    r"treat(s|ed|ing|ments?)?",
    r"cur(e|es|ed|ing)",
    r"heal(s|ed|ing)?",
    r"reliev(e|es|ed|ing)",
    r"relief",
    r"alleviat(e|es|ed|ing|ion)",
    r"(psycho|physio|hydro)?therap(y|ies|eutic)",
    r"rehab(s|ilitat(e|es|ed|ing|ion))?",
    r"prescri(be|bes|bed|bing|ptions?)",
    r"diagnos(e|es|ed|ing|is|tic)",
    r"(clinically|medically|scientifically)[ -]proven",
    r"prevent(s|ed|ing)? injur(y|ies)",
    r"(fix|fixes|correct|corrects) (your )?posture",
    r"(free|frees|release|releases) (a |the |your )?trapped nerves?",
    r"recommended for your condition",
    r"pain[ -]killer",
)
_PROMISE = re.compile(rf"\b({'|'.join(_PROMISES)})\b", re.IGNORECASE)
# A body part may be named; a condition may not, where people look for what to do.
_CONDITIONS = (
    r"sciatica?",
    r"piriformis syndrome",
    r"(slipped|herniated|bulging|prolapsed) dis[ck]s?",
    r"(osteo)?arthritis",
    r"(spinal )?stenosis",
    r"bursitis",
    r"tend(on|in)(itis|opathy)",
    r"flare[ -]?ups?",
    r"(piriformis|nerve) release",
)
_CONDITION = re.compile(rf"\b({'|'.join(_CONDITIONS)})\b", re.IGNORECASE)


class Claim(NamedTuple):
    """A word that is not used, and where in the text it begins.

    `is_condition` tells that it promises nothing, but names what is no name for a routine.
    """

    word: str
    start: int
    is_condition: bool = False


def claims_in(text: str, *, is_name: bool = False) -> tuple[Claim, ...]:
    """The words of `text` that promise an effect; in a name also those of conditions."""
    patterns = (_PROMISE, _CONDITION) if is_name else (_PROMISE,)
    found = [
        Claim(match.group(), match.start(), pattern is _CONDITION)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=_start))


def _start(claim: Claim) -> int:
    return claim.start
