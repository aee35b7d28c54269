"""Characters that look like others: what they were meant to be, and how to say so.

Word processors, messengers and keyboards for other scripts put them where a key, a number or YAML
needs the plain one. A message that only repeats the word contradicts what is seen.
"""

from __future__ import annotations

import re
import unicodedata

from stretchcoach.core.language.i18n import tr

LONGEST = 10_000  # of a text that is looked through

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u2800\u3000"
)
_NOTHING = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2060\u2061\u2062\u2063\u2064\u3164\ufeff"
)
_DOUBLE_QUOTES = "“”„‟«»″〝〞＂"
_SINGLE_QUOTES = "‘’‚‛‹›′´＇"
_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_BULLETS = "•‣◦∙·▪▫■□●○★✓✔➢➤"
_COLONS = "：﹕︰∶꞉ː˸׃"
_COMMAS = "，﹐、،‚"
_LETTERS = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "ѵ": "v", "к": "k", "м": "m", "т": "t",
    "в": "b", "н": "h", "г": "r", "п": "n", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M",
    "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I", "Ј": "J",
    "Ѕ": "S", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "χ": "x", "ω": "w", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I",
    "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ı": "i",
    "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe",
}  # fmt: skip
_MEANT = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_NOTHING, ""),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DASHES + _BULLETS, "-"),
    **dict.fromkeys(_COLONS, ":"),
    **dict.fromkeys(_COMMAS, ","),
    **_LETTERS,
    "⁄": "/",
}
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0  # from a full-width sign to the plain one
_OTHER = re.compile(r"[^\x00-\x7f]")


def meant(character: str) -> str | None:
    """What was probably meant by a `character`; None for one that stands for itself alone."""
    if character.isascii():
        return None
    if character in _MEANT:
        return _MEANT[character]
    if ord(character) in _FULL_WIDTH:
        return chr(ord(character) - _TO_ASCII)
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    letters = unicodedata.normalize("NFKD", character)
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return letters if letters.isascii() and letters.isalnum() else None


def plain(text: str, only: str | None = None) -> str:
    """`text` with each look-alike replaced by what was meant; of a long text nothing.

    Where `only` is given, no others than those that mean this.
    """
    if text.isascii() or len(text) > LONGEST:
        return text

    def instead(match: re.Match[str]) -> str:
        wanted = meant(match.group())
        return match.group() if wanted is None or only not in (None, wanted) else wanted

    return _OTHER.sub(instead, text)


def is_seen(text: str) -> bool:
    """Whether anything in `text` can be seen."""
    return bool(plain(text).strip())


def first_in(text: str) -> str:
    """The first look-alike in `text`, "" when there is none."""
    return next(iter(meanings(text).values()), "")


def first_misleading(text: str) -> str:
    """The first one that is no letter, but unseen or a sign of YAML or of numbers; else ""."""
    found = meanings(text)
    return next((found[wanted] for wanted in found if not wanted.isalpha()), "")


def meanings(text: str) -> dict[str, str]:
    """What the look-alikes of `text` were meant to be, each with the first that means it."""
    found: dict[str, str] = {}
    for match in _OTHER.finditer(text[:LONGEST]):
        wanted = meant(match.group())
        if wanted is not None:
            found.setdefault(wanted, match.group())
    return found


def begins_entry(text: str) -> bool:
    """Whether `text` begins with what was meant as the dash of a list."""
    return not text.isascii() and plain(text[:LONGEST]).lstrip().startswith("-")


def message(character: str) -> str:
    """What to say about a look-alike where something else is needed."""
    code = f"U+{ord(character):04X}"
    return tr("{name} ({code}) stands here - {cure}",
              name=_name(character), code=code, cure=_cure(character))  # fmt: skip


def _cure(character: str) -> str:
    wanted = meant(character)
    if wanted == "":
        return tr("delete it")
    if wanted == " ":
        return tr("write an ordinary space")
    if wanted in ('"', "'"):
        return tr("write a straight quote: {quote}", quote=wanted)
    return tr("write “{meant}”", meant=wanted)


def _name(character: str) -> str:
    for characters, name in _names():
        if character in characters:
            return name
    script = unicodedata.name(character, "").partition(" ")[0]
    if script in ("CYRILLIC", "GREEK"):
        return _letter(script, character)
    if ord(character) in _FULL_WIDTH:
        return tr("a full-width “{character}”", character=meant(character))
    if unicodedata.digit(character, None) is not None:
        return tr("a digit of another script, “{character}”", character=character)
    return tr("the character “{character}”", character=character)


def _letter(script: str, character: str) -> str:
    if script == "CYRILLIC":
        return tr("the Cyrillic letter “{character}”", character=character)
    return tr("the Greek letter “{character}”", character=character)


def _names() -> tuple[tuple[str, str], ...]:
    """Groups of characters that go by one name, the special ones first."""
    return (
        ("\u00a0\u2007", tr("a no-break space")),
        ("\u202f", tr("a narrow no-break space")),
        (_SPACES, tr("a space of another width")),
        ("\u200b", tr("a zero-width space")),
        ("\u00ad", tr("a soft hyphen")),
        (_NOTHING, tr("an invisible character")),
        ("‑", tr("a no-break hyphen")),
        ("–", tr("an en dash")),
        ("—―", tr("an em dash")),
        ("−", tr("a minus sign")),
        ("＂＇", tr("a full-width quote")),
        ("´′", tr("an accent without a letter")),
        (_DOUBLE_QUOTES + _SINGLE_QUOTES, tr("a curly quote")),
        ("：", tr("a full-width colon")),
        ("，、", tr("a full-width comma")),
        (_BULLETS, tr("a bullet")),
        (_DASHES, tr("a hyphen of another kind")),
    )
