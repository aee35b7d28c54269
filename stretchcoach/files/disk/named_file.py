"""The file that somebody names: by its path, or as file managers do, by its address."""

from __future__ import annotations

import os
from pathlib import Path

from stretchcoach.core.language.i18n import tr

_SCHEME = "file:"
_HERE = ("", "localhost")


class NamelessError(ValueError):
    """No file can be meant; the message says why."""


def named_file(text: str) -> Path:
    """The path that `text` names. NamelessError where it names none."""
    if not text.strip():
        raise NamelessError(tr("the name of the file is empty"))
    if text[: len(_SCHEME)].casefold() != _SCHEME:
        return Path(text)
    return _of_address(text)


def _of_address(text: str) -> Path:
    # Only here, for hardly anybody writes an address.
    from urllib.parse import unquote_to_bytes, urlsplit

    nonsense = tr("“{text}” is no address of a file", text=text)
    try:
        address = urlsplit(text)
    except ValueError as error:
        raise NamelessError(nonsense) from error
    if address.netloc.casefold() not in _HERE:
        raise NamelessError(tr("“{text}” is on another computer", text=text))
    if os.name == "nt":
        from urllib.request import url2pathname

        path = url2pathname(address.path)
    else:
        path = os.fsdecode(unquote_to_bytes(address.path))  # its name may be no text
    if not path.strip("/\\") or "\0" in path:
        raise NamelessError(nonsense)
    return Path(path)
