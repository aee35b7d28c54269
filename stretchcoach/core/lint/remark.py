"""A remark: what is legal in a file but surely not meant, with its reason and perhaps a fix."""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.rules import rule_of
from stretchcoach.core.steps.side_dose import Path


@dataclass(frozen=True)
class Edit:
    """A change of a file: what stands at `path` becomes `text`, as one writes it in YAML; with
    None the key goes."""

    path: Path
    text: str | None


@dataclass(frozen=True)
class Fix:
    """What makes of a file what was most likely meant: the edits, all together, or the steps of
    the routine in another `order`, by their numbers of now."""

    label: str
    edits: tuple[Edit, ...] = ()
    order: tuple[int, ...] = ()


@dataclass(frozen=True)
class Remark:
    """`path` is the place in the file. `source` says where the reason comes from, "" where it
    is plain to see. `fix` is there only where there is one likely meaning."""

    code: RemarkCode
    path: Path
    message: str
    reason: str
    source: str = ""
    fix: Fix | None = None

    @property
    def words(self) -> str:
        """All of it as one line."""
        source = f" ({self.source})" if self.source else ""
        fix = tr("; {fix}", fix=self.fix.label) if self.fix else ""
        return f"{self.message} - {self.reason}{source}{fix} [{self.code.value}]"


def remark_by_rule(
    code: RemarkCode, path: Path, message: str, fix: Fix | None = None, *, reason: str = ""
) -> Remark:
    """A remark with the reason and the source of its rule; `reason` says it more exactly."""
    rule = rule_of(code)
    return Remark(code, path, message, reason or rule.reason, rule.source, fix)
