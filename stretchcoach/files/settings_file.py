"""The settings in one readable file, JSON, written whole or not at all.

Keys that this version does not know are kept. A value that makes no sense is as at first, alone;
the file as it was is kept beside it. A file that cannot be read at all is set aside under another
name. Nothing is overwritten that was not understood.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from stretchcoach.core.content.fields import Rule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.regular_file import read_regular
from stretchcoach.files.disk.whole_file import FOR_THE_OWNER, real_file, replace_bytes

MAX_BYTES = 1024 * 1024
MAX_ITEMS = 1000  # of a list; nobody has chosen more
SET_ASIDE_SUFFIX = ".broken"


class SettingsRead(NamedTuple):
    """What a file says. `problem` is a sentence for the person when some of it was unusable."""

    settings: Settings
    problem: str = ""


class _Content(NamedTuple):
    """What the keys of a file say; `unusable` are those whose value makes no sense."""

    settings: Settings
    unknown: dict[str, Any]
    unusable: tuple[str, ...]


class SettingsFile:
    """Reads and writes the settings at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unknown: dict[str, Any] = {}
        self._must_stay = False

    def peek(self) -> Settings:
        """The settings without setting a broken file aside: for who only looks."""
        try:
            content = self._load()
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _read_content(content).settings if isinstance(content, dict) else Settings()

    def read(self) -> SettingsRead:
        """The settings, defaults where the file is missing or says nothing. Never raises."""
        try:
            content = self._load()
        except FileNotFoundError:
            return SettingsRead(Settings())
        except OSError as error:
            return self._set_aside(error.strerror or str(error))
        except (ValueError, RecursionError) as error:
            return self._set_aside(str(error))
        if not isinstance(content, dict):
            return self._set_aside(tr("it holds no settings"))
        read = _read_content(content)
        self._unknown = read.unknown
        problem = self._keep_copy(read.unusable) if read.unusable else ""
        return SettingsRead(read.settings, problem)

    def write(self, settings: Settings) -> None:
        """Replace the file by one with `settings`. OSError when that cannot be done."""
        if self._must_stay:
            raise OSError(None, tr("the file that is there cannot be read and not be moved"))
        content = {key: _plain(value) for key, value in settings._asdict().items()}
        text = _written({**self._unknown, **content})
        if len(text) > MAX_BYTES:  # it could not be read again
            raise OSError(None, tr("it is far too large"))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(self._path, text, FOR_THE_OWNER)

    def _load(self) -> Any:
        content = read_regular(self._path, MAX_BYTES)
        if len(content) > MAX_BYTES:
            raise ValueError(tr("it is far too large"))
        # Bytes, so that a byte order mark and UTF-16 are read as what they are.
        return json.loads(content, parse_int=_whole_number)

    def _set_aside(self, why: str) -> SettingsRead:
        """Rename the file to the first free name beside it; a link to it stays."""
        aside = self._free_name()
        try:
            self._real_path.rename(aside)
        except OSError as error:
            self._must_stay = True
            return SettingsRead(Settings(), self._sentence(f"{why}; {error.strerror}"))
        problem = tr(
            "{sentence} It was kept as {name}, and the settings begin afresh.",
            sentence=self._sentence(why),
            name=aside.name,
        )
        return SettingsRead(Settings(), problem)

    def _keep_copy(self, unusable: tuple[str, ...]) -> str:
        """Copy the file to a free name beside it; what to tell the person."""
        names = ", ".join(unusable)
        words = tr("These settings made no sense and are as at first: {names}.", names=names)
        aside = self._free_name()
        try:
            shutil.copy(self._path, aside)  # with who may read it
        except OSError:
            return words
        return words + " " + tr("The file as it was is kept as {name}.", name=aside.name)

    def _free_name(self) -> Path:
        number = 0
        path = self._real_path
        while os.path.lexists(aside := path.with_name(_aside_name(path.name, number))):
            number += 1
        return aside

    @property
    def _real_path(self) -> Path:
        """The file itself where the settings are a link to it."""
        try:
            return real_file(self._path)
        except OSError:  # what is no file is not touched, only the link to it
            return self._path

    def _sentence(self, why: str) -> str:
        return tr("The settings in {path} cannot be read: {why}.", path=self._path, why=why)


def _written(content: dict[str, Any]) -> bytes:
    """`content` as JSON, for people to read where that does not make too much of it."""
    for indent in (2, None):
        text = json.dumps(content, indent=indent, ensure_ascii=False) + "\n"
        # Half of a surrogate pair, as of a file's name that is not UTF-8, becomes \\udcff,
        # which is also how JSON writes it.
        written = text.encode("utf-8", "backslashreplace")
        if len(written) <= MAX_BYTES:
            break
    return written


def _whole_number(digits: str) -> int | float:
    """A number of any length; one that no setting can be is infinite."""
    with suppress(ValueError):  # Python reads no more than some thousand digits
        return int(digits)
    return float(digits)


def _aside_name(name: str, number: int) -> str:
    return f"{name}{SET_ASIDE_SUFFIX}{number or ''}"


def _read_content(content: dict[str, Any]) -> _Content:
    hints = get_type_hints(Settings, include_extras=True)
    known: dict[str, Any] = {}
    unusable: list[str] = []
    for key in (key for key in hints if key in content):
        misfits: list[Any] = []
        try:
            known[key] = _typed(hints[key], content[key], misfits)
        except (ValueError, TypeError, OverflowError):
            misfits.append(key)
        if misfits:
            unusable.append(key)
    unknown = {key: value for key, value in content.items() if key not in hints}
    return _Content(Settings(**known), unknown, tuple(unusable))


def _typed(hint: Any, value: Any, misfits: list[Any]) -> Any:
    """`value` from JSON as the type `hint`; ValueError or TypeError when it is something else.

    Entries of a list that make no sense go to `misfits`; the others are kept.
    """
    if get_origin(hint) is Annotated:
        return _within(hint.__metadata__, _typed(hint.__origin__, value, misfits))
    if get_origin(hint) is tuple:
        return _typed_tuple(get_args(hint), value, misfits)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise TypeError(value)
    return value


def _within(rules: tuple[Any, ...], value: Any) -> Any:
    """`value`, which all of `rules` allow; ValueError when one does not."""
    size = len(value) if isinstance(value, str) else value
    for rule in rules:
        if isinstance(rule, Rule):
            least = float("-inf") if rule.least is None else rule.least
            most = float("inf") if rule.most is None else rule.most
            if not least <= size <= most:  # what is no number at all lies nowhere
                raise ValueError(value)
    return value


def _typed_tuple(items: tuple[Any, ...], value: Any, misfits: list[Any]) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    if items[-1] is not Ellipsis:
        return tuple(_typed(hint, item, misfits) for hint, item in zip(items, value, strict=True))
    kept = []
    if len(value) > MAX_ITEMS:
        misfits.append(value)
    for item in value[:MAX_ITEMS]:
        try:
            kept.append(_typed(items[0], item, misfits))
        except (ValueError, TypeError, OverflowError):
            misfits.append(item)
    return tuple(kept)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
