"""What the copy of a routine is called."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, count

from stretchcoach.core.content.fields import MAX_NAME
from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr

MOST_COPIES = 100  # of which a title is known to be that of a copy


def copy_title(title: str, taken: Collection[str]) -> str:
    """“Evening (copy)”, and where that is `taken` “Evening (copy 2)”; so also of a copy. A long
    title is cut where the whole would be too long for one."""
    original = _original(title)
    folded = set(map(fold, taken))
    return next(
        found for ending in _endings() if fold(found := _ended(original, ending)) not in folded
    )


def _endings() -> Iterator[str]:
    numbered = (tr("{title} (copy {n})", title="", n=n) for n in count(2))
    return chain([tr("{title} (copy)", title="")], numbered)


def _ended(original: str, ending: str) -> str:
    return original[: MAX_NAME - len(ending)].rstrip() + ending


def _original(title: str) -> str:
    """`title`, without the ending that a copy has."""
    for _, ending in zip(range(MOST_COPIES), _endings(), strict=False):
        if title.endswith(ending) and title != ending:
            return title.removesuffix(ending)
    return title
