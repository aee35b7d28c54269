"""Folders of clients made and renamed, and files put into them: as one would in a file manager.

Nothing is ever overwritten; what has the same name gets a number behind it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.edit.spans import EditRefusedError, MapSpan, Plain, read_any
from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.files.yaml.guard import read_file
from stretchcoach.files.yaml.problems import clean

MOST_LETTERS = 60
# What some system does not have in the name of a folder: who takes theirs along, takes all.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d|exercises|plans|figures)(\..*)?", re.IGNORECASE
)
_MOST_TRIES = 1000


class NameRefusedError(ValueError):
    """No client can be called so; the message says why."""


def checked_name(name: str, routines: Path) -> str:
    """`name` as that of a folder. NameRefusedError, also where there is a client of that name."""
    name = " ".join(name.split())
    if not name:
        raise NameRefusedError(tr("A name is needed; initials or a number are enough."))
    if len(name) > MOST_LETTERS:
        raise NameRefusedError(tr("At most {most} letters.", most=MOST_LETTERS))
    if _FORBIDDEN.search(name) or clean(name) != name:
        raise NameRefusedError(tr("Without these signs: {signs}", signs='< > : " / \\ | ? *'))
    if name.startswith(".") or name.endswith(".") or _RESERVED.fullmatch(name):
        raise NameRefusedError(tr("No folder can have this name."))
    if fold(name) in {fold(folder.name) for folder in client_folders(routines)}:
        raise NameRefusedError(tr("There is a client of this name."))
    return name


def make_client(routines: Path, name: str) -> Path:
    """The new folder of a client. NameRefusedError, OSError."""
    folder = routines / checked_name(name, routines)
    folder.mkdir(parents=True)
    return folder


def rename_client(folder: Path, name: str) -> Path:
    """The folder by its new name. NameRefusedError, OSError."""
    if " ".join(name.split()) == folder.name:
        return folder
    is_same = fold(" ".join(name.split())) == fold(folder.name)  # other capital letters
    new = folder.with_name(" ".join(name.split()) if is_same else checked_name(name, folder.parent))
    folder.rename(new)
    return new


def copy_into(file: Path, folder: Path) -> Path:
    """A copy of `file` in `folder`, with the pictures that it names beside it. OSError."""
    target = _free(folder / file.name)
    folder.mkdir(parents=True, exist_ok=True)
    for picture in _pictures_of(file):
        beside = folder / picture
        if not beside.exists():
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.parent / picture, beside)
    replace_bytes(target, file.read_bytes())
    return target


def move_into(file: Path, folder: Path) -> Path:
    """`file` in `folder`, and no more where it was; pictures stay, for others may show them."""
    target = copy_into(file, folder)
    file.unlink()
    return target


def _free(path: Path) -> Path:
    numbered = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, _MOST_TRIES))
    return next(one for one in (path, *numbered) if not one.exists())


def _pictures_of(file: Path) -> Iterator[Path]:
    """The pictures of the exercises that a routine has in its own file, below its folder."""
    findings = read_file(file)
    try:
        root = read_any(findings.text)
    except EditRefusedError:
        return
    exercises = root.value("exercises") if isinstance(root, MapSpan) else None
    plain: Plain = exercises.plain if exercises is not None else {}
    for exercise in plain.values() if isinstance(plain, dict) else ():
        figure = exercise.get("figure") if isinstance(exercise, dict) else None
        if isinstance(figure, str) and _is_there_below(file.parent, Path(figure)):
            yield Path(figure)


def _is_there_below(folder: Path, path: Path) -> bool:
    return not path.is_absolute() and ".." not in path.parts and (folder / path).is_file()
