"""Whether a picture can be shown, told in words before anybody wants to see it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.pictures.picture_budget import MEGABYTE, PHOTO, budget_of, excess
from stretchcoach.files.pictures.picture_header import (
    PictureKind,
    is_whole,
    kind_by_content,
    kind_by_name,
    picture_header,
)

MOST_REMEMBERED = 500
_HEIF_NAMES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")


def picture_problem(path: Path) -> str:
    """Why the picture at `path` cannot be shown, as part of a sentence; "" when it can.

    Never raises. It is not decoded: damage inside of it shows only later.
    """
    try:
        status = path.stat()
        return _problem(path, status.st_mtime_ns, status.st_size)
    except OSError as error:
        return tr("it cannot be read: {error}", error=error.strerror or error)
    except ValueError:  # no path can be like this
        return tr("it cannot be read: {error}", error=path.name)


def content_problem(content: bytes) -> str:
    """The same of `content`, whatever its file is called."""
    kind = kind_by_content(content)
    if kind is None:
        return _is_heif(content) or tr("it is no PNG, JPEG or WebP picture")
    return _content_problem(content, kind)


@lru_cache(maxsize=MOST_REMEMBERED)
def _problem(path: Path, _changed_ns: int, _size: int) -> str:
    """Looked at anew when the file has changed, for all of it must be read."""
    kind = kind_by_name(path)
    content = read_regular(path, PHOTO.file_bytes)
    if kind is None:
        return tr("it is no PNG, JPEG or WebP by its name")
    return _content_problem(content, kind)


def _content_problem(content: bytes, kind: PictureKind) -> str:
    if len(content) > PHOTO.file_bytes:
        return _too_large(PHOTO.file_bytes)
    header = picture_header(content, kind)
    if header is None:
        return _not_what_it_says(content, kind)
    if len(content) > budget_of(header).file_bytes:
        return _too_large(budget_of(header).file_bytes)
    if not is_whole(content, kind):
        return tr("the file ends in the middle of it - copy it again")
    return excess(header)


def _too_large(most_bytes: int) -> str:
    return tr("the file has more than {most} MB - make it smaller", most=most_bytes // MEGABYTE)


def _not_what_it_says(content: bytes, kind: PictureKind) -> str:
    found = kind_by_content(content)
    if found is not None and found is not kind:
        return tr("it is a {found} picture, not {kind} - give its name the right ending",
                  found=found.value, kind=kind.value)  # fmt: skip
    return _is_heif(content) or tr("it is no {kind} picture, or a damaged one", kind=kind.value)


def _is_heif(content: bytes) -> str:
    """The sentence for what phones make where nothing else is chosen; "" for all else."""
    if content[4:12] not in _HEIF_NAMES:
        return ""
    return tr("it is a HEIC or AVIF picture - save or share it as JPEG")
