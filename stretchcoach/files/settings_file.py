"""The settings in one readable file, JSON, written whole or not at all.

Keys that this version does not know are kept. A file that cannot be read is set aside under
another name and never overwritten.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from stretchcoach.core.i18n import tr
from stretchcoach.core.settings import Settings

MAX_BYTES = 1024 * 1024
SET_ASIDE_SUFFIX = ".broken"


@dataclass(frozen=True)
class SettingsRead:
    """What a file says. `problem` is a sentence for the person when some of it was unusable."""

    settings: Settings
    unknown: dict[str, Any] = field(default_factory=dict)
    problem: str = ""


class SettingsFile:
    """Reads and writes the settings at `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unknown: dict[str, Any] = {}

    def peek(self) -> Settings:
        """The settings without setting a broken file aside: for who only looks."""
        try:
            content = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _read_settings(content).settings if isinstance(content, dict) else Settings()

    def read(self) -> SettingsRead:
        """The settings, defaults where the file is missing or says nothing. Never raises."""
        try:
            if self._path.stat().st_size > MAX_BYTES:
                return self._set_aside(tr("it is far too large"))
            content = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return SettingsRead(Settings())
        except OSError as error:
            return SettingsRead(Settings(), problem=self._sentence(error.strerror or str(error)))
        except (ValueError, RecursionError) as error:
            return self._set_aside(str(error))
        if not isinstance(content, dict):
            return self._set_aside(tr("it holds no settings"))
        read = _read_settings(content)
        self._unknown = read.unknown
        return read

    def write(self, settings: Settings) -> None:
        """Replace the file by one with `settings`. OSError when that cannot be done."""
        content = {f.name: _plain(getattr(settings, f.name)) for f in fields(settings)}
        text = json.dumps({**self._unknown, **content}, indent=2, ensure_ascii=False) + "\n"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        temporary = self._path.with_suffix(f".{os.getpid()}.new")
        with temporary.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(self._path)

    def _set_aside(self, why: str) -> SettingsRead:
        """Rename the file to the first free name beside it."""
        number = 0
        while (aside := self._path.with_name(_aside_name(self._path.name, number))).exists():
            number += 1
        try:
            self._path.rename(aside)
        except OSError as error:
            why = f"{why}; {error.strerror}"
        problem = tr(
            "{sentence} It was kept as {name}, and the settings begin afresh.",
            sentence=self._sentence(why),
            name=aside.name,
        )
        return SettingsRead(Settings(), problem=problem)

    def _sentence(self, why: str) -> str:
        return tr("The settings in {path} cannot be read: {why}.", path=self._path, why=why)


def _aside_name(name: str, number: int) -> str:
    return f"{name}{SET_ASIDE_SUFFIX}{number or ''}"


def _read_settings(content: dict[str, Any]) -> SettingsRead:
    hints = get_type_hints(Settings)
    known: dict[str, Any] = {}
    unusable: list[str] = []
    for key in content.keys() & hints.keys():
        try:
            known[key] = _typed(hints[key], content[key])
        except (ValueError, TypeError):
            unusable.append(key)
    unknown = {key: value for key, value in content.items() if key not in hints}
    problem = ""
    if unusable:
        names = ", ".join(sorted(unusable))
        problem = tr("These settings made no sense and are as at first: {names}.", names=names)
    return SettingsRead(Settings(**known), unknown, problem)


def _typed(hint: Any, value: Any) -> Any:
    """`value` from JSON as the type `hint`; ValueError when it is something else."""
    if get_origin(hint) is tuple:
        return _typed_tuple(get_args(hint), value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hint:
        raise ValueError(value)
    return value


def _typed_tuple(items: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    if items[-1] is Ellipsis:
        return tuple(_typed(items[0], item) for item in value)
    return tuple(_typed(hint, item) for hint, item in zip(items, value, strict=True))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
