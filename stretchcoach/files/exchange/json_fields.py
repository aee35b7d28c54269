"""Typed fields of untrusted JSON: every value is checked, and what is wrong names its place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeVar

from stretchcoach.core.diary.limits import IDENTIFIER, MAX_INTERVALS, MOST_OFFSET_S, is_sound
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.visible import is_visible
from stretchcoach.core.session.record import Moment
from stretchcoach.files.yaml.problems import clean, shown

AnEnum = TypeVar("AnEnum", bound=Enum)


class DiaryFormatError(Exception):
    """What is wrong, and where, as a sentence for the person."""


class Fields:
    """An object of the file; `where` is its place, such as `sessions[3]`."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise _wrong(where, tr("an object belongs here"))
        self._values: dict[str, object] = value
        self.where = where

    def text(self, key: str, most: int, default: str | None = None) -> str:
        """A text of at most `most` characters; those that may not be shown are replaced."""
        value = self._values.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, tr("a text belongs here"))
        if len(value) > most:
            raise self.wrong(key, tr("at most {most} characters are allowed", most=most))
        return clean(value)

    def visible_text(self, key: str, most: int) -> str:
        """A text that shows something: without that there would be an empty line."""
        value = self.text(key, most)
        if not is_visible(value):
            raise self.wrong(key, tr("there is nothing to be seen in it"))
        return value

    def optional_text(self, key: str, most: int) -> str | None:
        return None if self._values.get(key) is None else self.text(key, most)

    def identifier(self, key: str) -> str:
        value = self._values.get(key)
        if not (isinstance(value, str) and IDENTIFIER.fullmatch(value)):
            raise self.wrong(key, tr("letters, digits and hyphens are allowed, at most 64"))
        return value

    def whole(self, key: str, most: int, default: int | None = None, least: int = 0) -> int:
        """A whole number from `least` to `most`."""
        value = self._values.get(key, default)
        if type(value) is not int or not least <= value <= most:
            sentence = tr(
                "a whole number from {least} to {most} belongs here", least=least, most=most
            )
            raise self.wrong(key, sentence)
        return value

    def optional_whole(self, key: str, most: int) -> int | None:
        return None if self._values.get(key) is None else self.whole(key, most)

    def flag(self, key: str, default: bool) -> bool:
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, tr("true or false belongs here"))
        return value

    def choice(self, key: str, kind: type[AnEnum]) -> AnEnum:
        return self._chosen(key, kind, self._values.get(key))

    def optional_choice(self, key: str, kind: type[AnEnum]) -> AnEnum | None:
        value = self._values.get(key)
        return None if value is None else self._chosen(key, kind, value)

    def choices(self, key: str, kind: type[AnEnum]) -> tuple[AnEnum, ...]:
        return tuple(self._chosen(key, kind, value) for value in self._list(key))

    def moment(self, key: str) -> Moment:
        """`key` in UTC, with the offset of `key_offset_s`."""
        utc = self.text(key, most=32)
        offset_s = self.whole(f"{key}_offset_s", MOST_OFFSET_S, least=-MOST_OFFSET_S)
        moment = Moment(utc, offset_s)
        if not is_sound(moment):
            example = "2026-11-22T08:30:00.000Z"
            raise self.wrong(key, tr("a time such as {example} belongs here", example=example))
        return moment

    def optional_moment(self, key: str) -> Moment | None:
        return None if self._values.get(key) is None else self.moment(key)

    def part(self, key: str) -> Fields:
        """The object at `key`; an empty one where there is none."""
        return Fields(self._values.get(key, {}), f"{self.where}.{key}")

    def parts(self, key: str) -> Iterator[Fields]:
        """The objects of the list at `key`."""
        for index, value in enumerate(self._list(key)):
            yield Fields(value, f"{self.where}.{key}[{index}]".removeprefix("."))

    def wrong(self, key: str, sentence: str) -> DiaryFormatError:
        """The error to raise about `key`."""
        return _wrong(f"{self.where}.{key}".removeprefix("."), sentence)

    def _list(self, key: str) -> list[object]:
        values = self._values.get(key, [])
        if not isinstance(values, list) or len(values) > MAX_INTERVALS:
            raise self.wrong(key, tr("a list of at most {most} belongs here", most=MAX_INTERVALS))
        return values

    def _chosen(self, key: str, kind: type[AnEnum], value: object) -> AnEnum:
        try:
            if isinstance(value, str):
                return kind(value)
        except ValueError:
            pass
        names = ", ".join(str(one.value) for one in kind)
        raise self.wrong(
            key, tr("{value} is unknown; allowed are {names}", value=shown(str(value)), names=names)
        )


def _wrong(where: str, sentence: str) -> DiaryFormatError:
    return DiaryFormatError(f"{where}: {sentence}" if where else sentence)
