"""The tree of a YAML file: every value still text, every node with its place.

Lines and columns count from 0 here, as YAML marks do; problems count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator

KeyPath = tuple[str | int, ...]


class Node:
    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


class Scalar(Node):
    """One text. `plain` says that it stands without quotes and is no block text."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, plain: bool, line: int, column: int) -> None:
        self.text = text
        self.plain = plain
        self.line = line
        self.column = column

    @property
    def is_blank(self) -> bool:
        """Whether the file says nothing here: `key:`, or `~` or `null` without quotes."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


class Collection(Node):
    """A list or a mapping; `items` holds the values, or keys and values in turn."""

    __slots__ = ("end_column", "end_line", "items")

    def __init__(self, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column
        self.end_line = line
        self.end_column = column

    def spans(self, line: int, column: int) -> bool:
        """Whether the place lies inside this node."""
        return (self.line, self.column) <= (line, column) < (self.end_line, self.end_column)


class Sequence(Collection):
    """A list. `kept` are the entries that could be read, all of them until a reader knows."""

    __slots__ = ("kept",)

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self.kept = self.items


class Mapping(Collection):
    __slots__ = ()

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Keys with their values, in the order of the file."""
        return zip(self.items[::2], self.items[1::2], strict=True)

    def find(self, key: str) -> tuple[Scalar, Node] | None:
        """The first pair with this key."""
        for name, value in self.pairs():
            if isinstance(name, Scalar) and name.text == key:
                return name, value
        return None
