"""Opening and saving the text of a routine: whole or not at all, with one file as it was before."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.edit.keys import set_keys
from stretchcoach.files.edit.spans import EditRefusedError, read_spans
from stretchcoach.files.yaml.guard import MAX_BYTES, read_file

BEFORE = ".bak"
MOST_ID = 60
SCHEMA_LINE = re.compile(r"\A# yaml-language-server:[^\n]*\n")


class NotOpenedError(Exception):
    """The file cannot be worked on; the message says why."""


@dataclass(frozen=True)
class OpenedText:
    """A text with Unix line ends, and how its file has it."""

    text: str
    crlf: bool = False
    mark: bool = False

    def content(self, text: str) -> bytes:
        """`text` as the file has it."""
        lines = text.replace("\n", "\r\n") if self.crlf else text
        return codecs.BOM_UTF8 * self.mark + lines.encode()


@dataclass(frozen=True)
class Outside:
    """What is in the place of a file now: its text, or None and why; "" where no file is there."""

    text: str | None
    reason: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing that could be read."""
        return self.text is None

    @property
    def words(self) -> str:
        """Where it is gone, what became of it, as a sentence; else ""."""
        if not self.is_gone:
            return ""
        if self.reason:
            return tr("The file cannot be read any more: {reason}", reason=self.reason)
        return tr("The file was deleted while you worked on it.")


def look_at(path: Path) -> Outside:
    """What the file says now, whatever became of it."""
    try:
        return Outside(open_text(path).text)
    except NotOpenedError as error:
        return Outside(None, str(error) if os.path.lexists(path) else "")


def open_text(path: Path) -> OpenedText:
    """The text of the file. NotOpenedError for what is no text, or has signs that nobody sees."""
    findings = read_file(path)
    if findings.problems:
        raise NotOpenedError(findings.problems[0].message)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise NotOpenedError(error.strerror or str(error)) from None
    text = findings.text
    crlf = "\r\n" in text
    return OpenedText(
        text.replace("\r\n", "\n").replace("\r", "\n"), crlf, raw.startswith(codecs.BOM_UTF8)
    )


def save_text(path: Path, opened: OpenedText, text: str) -> None:
    """Put `text` in the place of what the file holds, which is kept beside it. OSError."""
    content = opened.content(text)
    if len(content) > MAX_BYTES:
        raise OSError(tr("the text is larger than the 1 MiB that is read"))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        before = None
    if before is not None and before != content:
        replace_bytes(path.with_name(path.name + BEFORE), before)
    replace_bytes(path, content)


def id_from(title: str, otherwise: str = "routine") -> str:
    """An id that reads like `title`; `otherwise` where nothing of it can be one."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")
    return words[:MOST_ID].strip("-") or otherwise


def free_id(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, with a number behind it where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while (found := f"{wanted[: MOST_ID - 4].rstrip('-')}-{number}") in taken:
        number += 1
    return found


def copy_of(text: str, taken: Collection[str]) -> tuple[str, str]:
    """The text of a routine as a copy with an id of its own, and that id.

    Raises EditRefusedError.
    """
    text = SCHEMA_LINE.sub("", text)
    said = read_spans(text).value("id")
    plain = said.plain if said is not None else ""
    if not isinstance(plain, str):
        raise EditRefusedError(tr("the text has no id"))
    own = free_id(f"{plain[: MOST_ID - 3].rstrip('-')}-my" if plain else "routine", taken)
    return set_keys(text, {("id",): own}).text, own
