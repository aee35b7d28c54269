"""Packs that are made for a test, good ones and others."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from stretchcoach.files.packs.entry_names import MANIFEST
from stretchcoach.files.packs.manifest import PACK_FORMAT

ROUTINE = b"""\
format: stretchcoach/1
id: mine
title: Mine
steps: [{exercise: bridge}]
"""
GOOD = {"mine/mine.yaml": ROUTINE}


def listed(files: Mapping[str, bytes]) -> dict[str, object]:
    return {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    }


def manifest(files: Mapping[str, bytes], **others: object) -> bytes:
    return json.dumps({"format": PACK_FORMAT, "files": listed(files), **others}).encode()


def pack(
    path: Path,
    files: Mapping[str, bytes] = GOOD,
    list_bytes: bytes | None = None,
    more: Iterable[tuple[zipfile.ZipInfo | str, bytes]] = (),
    method: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """A pack of `files` with the right list, or `list_bytes`; `more` is not in the list."""
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr(MANIFEST, manifest(files) if list_bytes is None else list_bytes)
        for name, content in (*files.items(), *more):
            archive.writestr(name, content, method)
    return path
