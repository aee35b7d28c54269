"""The tree of a YAML text with where everything begins and ends, for edits of the text itself.

The reader's nodes know where to point at; these know which characters to replace.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import yaml

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.parser import MAX_DEPTH, MAX_EVENTS

# What a YAML text says when every value is still text.
Plain = str | list["Plain"] | dict[str, "Plain"]

_PARSER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class EditRefusedError(Exception):
    """The edit cannot be made; the message says why, to a person."""


@dataclass(slots=True)
class Span:
    """A value from the character `start` up to `end`, without what follows it in its line."""

    start: int
    end: int

    @property
    def plain(self) -> Plain:
        raise NotImplementedError


@dataclass(slots=True)
class TextSpan(Span):
    """One text; `style` is None without quotes, else a quote, `|` or `>`."""

    text: str
    style: str | None = None

    @property
    def plain(self) -> Plain:
        return self.text


@dataclass(slots=True)
class ListSpan(Span):
    flow: bool
    items: list[Span] = field(default_factory=list)

    @property
    def plain(self) -> Plain:
        return [item.plain for item in self.items]


@dataclass(slots=True)
class MapSpan(Span):
    flow: bool
    pairs: list[tuple[TextSpan, Span]] = field(default_factory=list)

    @property
    def plain(self) -> Plain:
        return {key.text: value.plain for key, value in self.pairs}

    def place(self, key: str) -> int | None:
        """The number of the pair with this key."""
        return next((at for at, (name, _) in enumerate(self.pairs) if name.text == key), None)

    def value(self, key: str) -> Span | None:
        at = self.place(key)
        return None if at is None else self.pairs[at][1]


def read_spans(text: str) -> MapSpan:
    """The keys of the whole text. Raises EditRefusedError where nobody could say what an edit of it
    would do: it is not YAML, has no keys, or names things in ways that files may not."""
    root = read_any(text)
    if not isinstance(root, MapSpan):
        raise EditRefusedError(tr("the text has no keys yet"))
    return root


@lru_cache(maxsize=4)
def read_any(text: str) -> Span:
    """The same for a text that may be a list or a single value.

    An edit is read once, by whoever asks first: to prove it, to show it, to make the next one. So
    nobody may change what comes back.
    """
    try:
        return _Builder(text).build()
    except yaml.YAMLError:
        message = tr("the text cannot be read as YAML just now - mend its problem first")
        raise EditRefusedError(message) from None


def find(root: Span, path: KeyPath) -> Span | None:
    """What stands at `path`, None where nothing does."""
    here: Span | None = root
    for part in path:
        if isinstance(here, MapSpan):
            here = here.value(str(part))
        elif isinstance(here, ListSpan) and isinstance(part, int) and 0 <= part < len(here.items):
            here = here.items[part]
        else:
            return None
    return here


def line_start(text: str, at: int) -> int:
    """Where the line of the character `at` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line after that of `at` begins, or the text ends."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def column(text: str, at: int) -> int:
    return at - line_start(text, at)


class _Builder:
    """Builds the tree from the events, without going deeper than files may."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[MapSpan | ListSpan] = []
        self._keys: list[TextSpan | None] = []
        self._root: Span | None = None

    def build(self) -> Span:
        next_event = _PARSER(self._text).get_event
        for _ in range(MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._put(self._text_span(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event.end_mark.index)
            elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and self._root):
                raise _not_plain()
            elif kind is yaml.StreamEndEvent:
                if self._root is None:
                    raise EditRefusedError(tr("the text is empty"))
                return self._root
        raise _not_plain()

    def _text_span(self, event: Any) -> TextSpan:
        if event.anchor is not None or event.tag is not None:
            raise _not_plain()
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style
        if style == "|" or style == ">":  # the blank lines behind it are nobody's
            end = start + len(self._text[start:end].rstrip())
        return TextSpan(start, end, event.value, style or None)

    def _begin(self, event: Any, is_map: bool) -> None:
        if event.anchor is not None or event.tag is not None:
            raise _not_plain()
        start = event.start_mark.index
        made = MapSpan if is_map else ListSpan
        node = made(start, start, bool(event.flow_style))
        self._put(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > MAX_DEPTH:
            raise _not_plain()

    def _put(self, node: Span) -> None:
        if not self._open:
            self._root = node
            return
        above = self._open[-1]
        key = self._keys[-1]
        if isinstance(above, ListSpan):
            above.items.append(node)
        elif key is not None:
            self._keys[-1] = None
            above.pairs.append((key, node))
        elif isinstance(node, TextSpan):
            self._keys[-1] = node
        else:
            raise _not_plain()

    def _close(self, end: int) -> None:
        node = self._open.pop()
        self._keys.pop()
        if node.flow:
            node.end = end
        elif isinstance(node, ListSpan):
            node.end = node.items[-1].end
        else:
            node.end = max(node.pairs[-1][1].end, node.pairs[-1][0].end)
        if isinstance(node, MapSpan):
            _refuse_twice(node)


def _refuse_twice(node: MapSpan) -> None:
    keys = [key.text for key, _ in node.pairs]
    if len(set(keys)) < len(keys):
        twice = next(key for at, key in enumerate(keys) if key in keys[:at])
        raise EditRefusedError(tr("“{key}” is there twice - delete one of them first", key=twice))


def _not_plain() -> EditRefusedError:
    return EditRefusedError(
        tr("the text uses YAML in a way that routines may not - mend its problem first")
    )
