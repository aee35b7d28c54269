"""The catalogues of translations: which ship, and the one for the language that is wanted.

They stand in `stretchcoach/locale/<code>/LC_MESSAGES/stretchcoach.mo`. The texts in the source
are English; a language without a catalogue, or a text without a translation, is in English.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from stretchcoach.core.language.i18n import Catalog, SourceText
from stretchcoach.files.disk.regular_file import read_regular

DOMAIN = "stretchcoach"
LOCALE = Path(__file__).parent.parent / "locale"
SOURCE_LANGUAGE = "en"
PSEUDO_LANGUAGE = "qps"
PSEUDO_VARIABLE = "STRETCHCOACH_PSEUDO"
MAX_BYTES = 16 * 1024 * 1024
# de, pt_BR, zh-Hant: a code names a folder of `locale`, so nothing that leads out of it is one.
_CODE = re.compile("[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*")

# What each language calls itself. A catalogue whose code is not here goes by its code.
NAMES = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    PSEUDO_LANGUAGE: "Pseudo",
}


class Language(NamedTuple):
    """A language that can be chosen: its code, and what it calls itself."""

    code: str
    name: str


def shipped_languages(
    locale: Path = LOCALE, environment: Mapping[str, str] = os.environ
) -> tuple[Language, ...]:
    """English, and every language whose catalogue is there, by name.

    The pseudo-language is for those who look for texts that are clipped or not translated:
    it is among them when `STRETCHCOACH_PSEUDO` is set.
    """
    codes = {SOURCE_LANGUAGE, *(path.parts[-3] for path in locale.glob(f"*/*/{DOMAIN}.mo"))}
    if not environment.get(PSEUDO_VARIABLE):
        codes.discard(PSEUDO_LANGUAGE)
    languages = [Language(code, NAMES.get(code, code)) for code in codes]
    return tuple(sorted(languages, key=lambda language: language.name))


def catalog_for(
    wanted: str, locale: Path = LOCALE, environment: Mapping[str, str] = os.environ
) -> Catalog:
    """The catalogue of the language `wanted`; "" is that of the system. Never raises.

    A region without a catalogue of its own gets that of its language: `de_AT` gets `de`.
    """
    for code in wanted_languages(wanted, environment):
        for name in (code, code.partition("_")[0]):
            if name == SOURCE_LANGUAGE:
                return SourceText()
            if not _CODE.fullmatch(name):
                continue
            catalog = _read(locale / name / "LC_MESSAGES" / f"{DOMAIN}.mo")
            if catalog is not None:
                return catalog
    return SourceText()


def wanted_languages(wanted: str, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """`wanted`, or what the system says that the person speaks, best first, as gettext reads it.

    These are also the languages to ask `core.localize` for.
    """
    if wanted:
        return (wanted,)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            codes = [code.partition(".")[0].partition("@")[0] for code in value.split(":")]
            return tuple(code for code in codes if code not in ("", "C", "POSIX"))
    return ()


def _read(path: Path) -> Catalog | None:
    try:
        content = read_regular(path, MAX_BYTES)
        if len(content) > MAX_BYTES:
            return None
        from gettext import GNUTranslations  # late: most starts need none

        return GNUTranslations(BytesIO(content))
    except (OSError, ValueError, LookupError, RecursionError, struct.error):
        return None  # not there, or damaged: then in English
