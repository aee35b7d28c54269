"""The cards of the library: what the list of routines needs of each file, and nothing more.

No YAML in here: the window shows cards before a file is read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.language.i18n import tr

if TYPE_CHECKING:
    from stretchcoach.files.yaml.problems import Problem


class BrokenPlace(NamedTuple):
    """The first problem of a file, and the line before it; lines and columns count from 1."""

    line: int
    column: int
    message: str
    source_line: str
    line_before: str


class LibraryCard(NamedTuple):
    """One file. `facts` is None for a broken one, and then `broken` tells its first problem.

    `pictures` are the paths of those that may stand for it, the best first. `own` tells whether
    the file is the person's, `is_routine` whether it is in the place of a routine and not of an
    exercise, `opened` whether it lies elsewhere and was opened from there, and `received` whether
    it was taken in from a pack; such a one is opened, too.
    """

    path: str
    own: bool
    facts: RoutineFacts | None
    pictures: tuple[str, ...] = ()
    problems: int = 0
    broken: BrokenPlace | None = None
    is_routine: bool = True
    opened: bool = False
    received: bool = False
    client: str = ""

    @property
    def stands_apart(self) -> bool:
        """Whether it stands beside others with its id, and has its own exercises beside it."""
        return self.opened or bool(self.client)

    @property
    def name(self) -> str:
        """The title, or the name of a file that cannot be read."""
        return self.facts.title if self.facts else Path(self.path).name


def gone_card(path: str) -> LibraryCard:
    """The card of an opened file that is not there any more."""
    message = tr("This file is gone, or its drive is not there.")
    broken = BrokenPlace(0, 0, message, "", "")
    return LibraryCard(path, True, None, problems=1, broken=broken, opened=True)


def folder_card(problem: Problem, own: bool) -> LibraryCard:
    """The card of a folder that cannot be read."""
    broken = BrokenPlace(0, 0, problem.message, "", "")
    return LibraryCard(str(problem.path), own, None, problems=1, broken=broken, is_routine=False)
