"""A line of the list of steps: what the text says in it, and what is reckoned of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from stretchcoach.core.session.dose_words import affected_dose_words, dose_words, step_title
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.problems import Problem


class RowKind(Enum):
    STEP = "step"
    REST = "rest"
    BLOCK = "block"


@dataclass(frozen=True)
class Row:
    """A line of the list of steps: a step, a rest, or the head of a repeat block.

    `start` and `end` are its characters in the text. `problem` is the first one in it. Where there
    is none, `planned` is the step with all decided, and `time_ms` its whole time, once. For
    `anybody` the affected side is not known.
    """

    path: KeyPath
    kind: RowKind
    said: Mapping[str, Plain]
    start: int
    end: int
    name: str = ""
    planned: PlannedStep | None = None
    anybody: bool = False
    time_ms: int | None = None
    problem: Problem | None = None
    exercise: str = ""

    @property
    def title(self) -> str:
        return self.name if self.planned is None else step_title(self.planned)

    # In words when they are looked at: of many steps few are in sight.

    @cached_property
    def words(self) -> str:
        """The dose."""
        if self.planned is not None:
            return dose_words(self.planned, as_written=True)
        return "" if self.kind is RowKind.BLOCK else _raw_words(self.said)

    @cached_property
    def affected_words(self) -> str:
        """What differs on the affected side."""
        if self.planned is None:
            return ""
        return affected_dose_words(self.planned, as_written=True, anybody=self.anybody)

    def looks_like(self, other: Row) -> bool:
        """Whether both show the same, though they may stand elsewhere in the text."""
        return self._shown == other._shown

    @property
    def _shown(self) -> tuple[object, ...]:
        """All that is shown of it, before it is put in words."""
        one = self.planned
        dose = (one.turns, one.affected, one.latitudes) if one is not None else ()
        wrong = self.problem and self.problem.line
        return self.path, self.kind, self.said, self.time_ms, wrong, self.name, self.anybody, dose

    @property
    def depth(self) -> int:
        """In how many blocks it stands."""
        return len(self.path) // 2 - 1

    @property
    def is_on(self) -> bool:
        return self.said.get("enabled") not in ("false", "no", "off")

    @property
    def is_optional(self) -> bool:
        return self.said.get("optional") in ("true", "yes", "on")


def _raw_words(said: Mapping[str, Plain]) -> str:
    """The dose as the file has it, where nothing else can be told."""
    keys = ("sets", "reps", "hold", "pace", "time", "rest")
    given = ((key, said[key]) for key in keys if isinstance(said.get(key), str))
    return ", ".join(f"{key} {value}" for key, value in given)
