"""Typed cells of a row of the diary: any of them can be damaged, and none is believed unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from stretchcoach.core.diary.limits import IDENTIFIER, MAX_NAME, MOST_OFFSET_S, is_sound
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Moment
from stretchcoach.files.yaml.problems import shown

Value = TypeVar("Value")


class DamagedRowError(ValueError):
    """A row says what nobody can have written; the text names the column and the value."""


class Cells:
    """The cells of `row`, each as what it must be. DamagedRowError when it is something else."""

    __slots__ = ("_row",)

    def __init__(self, row: sqlite3.Row) -> None:
        self._row = row

    def text(self, column: str, most: int = MAX_NAME) -> str:
        value = self._row[column]
        if type(value) is not str or len(value) > most:
            raise damaged(column, value)
        return value

    def identifier(self, column: str) -> str:
        value = self.text(column)
        if not IDENTIFIER.fullmatch(value):
            raise damaged(column, value)
        return value

    def optional_text(self, column: str, most: int = MAX_NAME) -> str | None:
        return None if self._row[column] is None else self.text(column, most)

    def whole(self, column: str, most: int, least: int = 0) -> int:
        value = self._row[column]
        if type(value) is not int or not least <= value <= most:
            raise damaged(column, value)
        return value

    def optional_whole(self, column: str, most: int) -> int | None:
        return None if self._row[column] is None else self.whole(column, most)

    def choice(self, column: str, known: Mapping[object, Value]) -> Value:
        """What `known` has for the cell, which may be empty where `known` has None."""
        value = self._row[column]
        try:
            return known[value]
        except (KeyError, TypeError):
            raise damaged(column, value) from None

    def day(self, column: str) -> date:
        text = self.text(column)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise damaged(column, text) from None

    def moment(self, column: str) -> Moment:
        """The moment of `column`, such as “started”: its UTC and its offset."""
        utc = self.text(f"{column}_utc")
        offset_s = self.whole(f"{column}_offset_s", MOST_OFFSET_S, -MOST_OFFSET_S)
        moment = Moment(utc, offset_s)
        if not is_sound(moment):
            raise damaged(column, utc)
        return moment

    def optional_moment(self, column: str) -> Moment | None:
        return None if self._row[f"{column}_utc"] is None else self.moment(column)


def damaged(column: str, value: object) -> DamagedRowError:
    """The error to raise about `value` in `column`."""
    text = value if isinstance(value, str) else repr(value[:60] if type(value) is bytes else value)
    return DamagedRowError(tr("“{column}” is “{value}”", column=column, value=shown(text)))
