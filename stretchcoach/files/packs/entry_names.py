"""Names inside a pack: which are let in. What they become is files on any system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.pictures.picture_header import KINDS
from stretchcoach.files.yaml.file_names import ENDINGS

MANIFEST = "manifest.json"
MOST_LETTERS = 240
MOST_FOLDERS = 8
_KNOWN_ENDINGS = (*ENDINGS, *KINDS)
_NEVER = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def name_fault(name: str) -> str:
    """Why a file may not be called `name`, as part of a sentence; "" where it may."""
    parts = name.split("/")
    if len(name) > MOST_LETTERS or len(parts) > MOST_FOLDERS + 1:
        return tr("its name is too long")
    if _NEVER.search(name) or not name.isprintable():
        return tr("its name has signs that not every system can write")
    if any(part in ("", ".", "..") for part in parts):
        return tr("its name leads out of the folder")
    if any(part.startswith((".", " ")) or part.endswith((".", " ")) for part in parts):
        return tr("its name begins or ends with a full stop or a blank")
    if any(_RESERVED.fullmatch(part) for part in parts):
        return tr("Windows keeps its name for itself")
    if name != MANIFEST and not name.lower().endswith(_KNOWN_ENDINGS):
        return tr("it is neither YAML nor a picture")
    return ""


def twin(names: Iterable[str]) -> str:
    """The first of `names` that is the same file as one before on some system, or a folder of
    it; "" where there is none."""
    files: set[str] = set()
    folders: set[str] = set()
    for name in names:
        *above, _ = parts = _folded(name).split("/")
        paths = {"/".join(parts[: n + 1]) for n in range(len(above))}
        folded = "/".join(parts)
        if folded in files or folded in folders or not files.isdisjoint(paths):
            return name
        files.add(folded)
        folders |= paths
    return ""


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
