"""Writing a pack: the same routines give the same bytes, on any day and any system."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Mapping
from pathlib import Path

from stretchcoach import __version__
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.work.watch import Watch, unwatched, watched
from stretchcoach.files.disk.whole_file import replacing
from stretchcoach.files.packs.entry_names import MANIFEST, name_fault
from stretchcoach.files.packs.manifest import Manifest, Packed, manifest_bytes
from stretchcoach.files.packs.pack_zip import MOST_BYTES, MOST_ENTRIES
from stretchcoach.files.pictures.picture_budget import MEGABYTE

ENDING = ".stretchpack"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_FOR_ALL_TO_READ = 0o644


class PackNotMadeError(Exception):
    """What is to be packed does not fit into a pack; the message says what to do."""


def write_pack(files: Mapping[str, bytes], path: Path, watch: Watch = unwatched) -> None:
    """Put `files`, by their names in the pack, into the file `path`, whole or not at all.

    PackNotMadeError, OSError.
    """
    # Nothing is compressed: how well it is differs from system to system, and pictures are already.
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    _check(files)
    packed = {
        name: Packed(len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
    }
    first = {MANIFEST: manifest_bytes(Manifest(packed, __version__))}
    with replacing(path) as temporary, ZipFile(temporary, "w", ZIP_STORED) as archive:
        for name, content in watched((*first.items(), *sorted(files.items())), watch):
            info = ZipInfo(name, _NO_DAY)
            info.create_system = _UNIX
            info.external_attr = (stat.S_IFREG | _FOR_ALL_TO_READ) << 16
            archive.writestr(info, content)


def _check(files: Mapping[str, bytes]) -> None:
    for name in files:
        fault = name_fault(name)
        if fault:
            raise PackNotMadeError(
                tr("{file} cannot be packed: {reason}.", file=name, reason=fault)
            )
    if len(files) > MOST_ENTRIES:
        sentence = tr("These are too many files: a pack has at most {most}. Make several.",
                      most=MOST_ENTRIES)  # fmt: skip
        raise PackNotMadeError(sentence)
    if sum(map(len, files.values())) > MOST_BYTES:
        largest = max(files, key=lambda name: len(files[name]))
        sentence = tr("This is more than the {most} MB of a pack. The largest file is {file}: make"
                      " it smaller, or make several packs.",
                      most=MOST_BYTES // MEGABYTE, file=largest)  # fmt: skip
        raise PackNotMadeError(sentence)
