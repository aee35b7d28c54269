"""The list inside a pack: which files it has, and their checksums."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.packs.entry_names import MANIFEST
from stretchcoach.files.packs.pack_zip import PackRefusedError

PACK_FORMAT = "stretchcoach-pack/1"
_FAMILY = PACK_FORMAT.partition("/")[0] + "/"
_SHA256 = re.compile("[0-9a-f]{64}")


class Packed(NamedTuple):
    """What is said of one file."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """`files` by their names, without the list itself; `made_with` is a version of the program."""

    files: Mapping[str, Packed]
    made_with: str = ""


def manifest_bytes(manifest: Manifest) -> bytes:
    """The same list gives the same bytes."""
    content = {
        "format": PACK_FORMAT,
        "made_with": manifest.made_with,
        "files": {name: packed._asdict() for name, packed in manifest.files.items()},
    }
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def read_manifest(content: bytes) -> Manifest:
    """PackRefusedError where it is not such a list."""
    try:
        found = json.loads(content)
        named, made_with = found["format"], found.get("made_with", "")
        files = {name: _packed(one) for name, one in found["files"].items()}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        sentence = tr("This is no pack of Stretch Coach: {name} in it is no list of its files.",
                      name=MANIFEST)  # fmt: skip
        raise PackRefusedError(sentence) from error
    if named != PACK_FORMAT:
        is_newer = isinstance(named, str) and named.startswith(_FAMILY)
        raise PackRefusedError(
            tr("This pack was made by a newer Stretch Coach: update this one first.")
            if is_newer
            else tr("This is no pack of Stretch Coach.")
        )
    return Manifest(files, made_with if isinstance(made_with, str) else "")


def _packed(one: object) -> Packed:
    """ValueError, TypeError, KeyError."""
    if not isinstance(one, dict):
        raise TypeError
    size, sha256 = one["bytes"], one["sha256"]
    if type(size) is not int or not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return Packed(size, sha256)
