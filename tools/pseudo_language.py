"""A language that nobody speaks: accented, 40 % longer, in brackets.

What is shown without brackets was not translated; what ends before the closing bracket was cut
off. `PseudoCatalog` makes it on the fly for the tests; `tools/catalogs.py pseudo` writes it as a
catalogue for looking at the whole program.
"""

from __future__ import annotations

import re

OPEN, CLOSE = "⟦", "⟧"
LONGER_BY = 0.4
ACCENTS = str.maketrans(
    "AEIOUYaeiouycnsz",
    "ÀÉÎÕÜÝàéîõüýçñšž",
)
PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
FILLER = "~"


def pseudo(text: str) -> str:
    """`text` in the pseudo-language; what stands in braces is kept."""
    if not text.strip():
        return text
    parts = PLACEHOLDER.split(text)
    accented = "".join(
        part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTS) for part in parts
    )
    return f"{OPEN}{accented}{_filler(len(text))}{CLOSE}"


def _filler(letters: int) -> str:
    """Words of filler, so that long texts can still wrap."""
    missing = max(1, round(letters * LONGER_BY) - 2)
    words, rest = divmod(missing, 8)
    filler = " ".join([FILLER * 7] * words + ([FILLER * rest] if rest else []))
    return f" {filler}" if missing > 2 else filler


class PseudoCatalog:
    """The catalogue of the pseudo-language, for `stretchcoach.core.language.i18n.use`."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)
