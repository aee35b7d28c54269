"""The translation functions that every text a person reads goes through.

`core` has no file access, so it does not look for catalogues: whoever starts the program
reads one and hands it to `use`. Until then every text is itself, in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Catalog(Protocol):
    """What `gettext.GNUTranslations` offers and this module needs."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...


class SourceText:
    """The catalogue of the source language: every message is its own translation."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return message


_catalog: Catalog = SourceText()
_languages: tuple[str, ...] = ()


def use(catalog: Catalog, languages: Sequence[str] = ()) -> None:
    """Make `catalog` the one that all texts are looked up in from now on.

    `languages` are the codes of what content is wanted in, best first; see `localize`.
    """
    global _catalog, _languages
    _catalog, _languages = catalog, tuple(languages)


def languages() -> tuple[str, ...]:
    """What exercises and routines are wanted in, best first; () is as they are written."""
    return _languages


def tr(message: str, **values: object) -> str:
    """`message` in the person's language, with `{name}` filled in from `values`."""
    text = _catalog.gettext(message)
    return text.format(**values) if values else text


def trn(one: str, many: str, n: int, **values: object) -> str:
    """`one` or `many`, whichever the number `n` asks for; `{n}` is filled in with it."""
    return _catalog.ngettext(one, many, n).format(n=n, **values)


def trc(context: str, message: str, **values: object) -> str:
    """`message` as it is said in `context`, for words that other languages tell apart."""
    text = _catalog.pgettext(context, message)
    return text.format(**values) if values else text
