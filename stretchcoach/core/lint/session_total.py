"""How long a muscle is stretched on one side in a whole session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import RemarkCode
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.core.lint.limits import MOST_IN_A_SESSION_MS
from stretchcoach.core.lint.remark import Remark, remark_by_rule
from stretchcoach.core.measures.muscle_groups import MuscleGroup, group_word
from stretchcoach.core.measures.stretched import stretched
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.side_dose import Path


def session_total_remarks(timeline: Timeline) -> Iterator[Remark]:
    """One remark at each step from which on a muscle group is stretched for far too long."""
    totals: Counter[tuple[MuscleGroup, Side]] = Counter()
    first: dict[MuscleGroup, Path] = {}
    for step, group, side, time_ms in stretched(timeline):
        totals[group, side] += time_ms
        if totals[group, side] > MOST_IN_A_SESSION_MS:
            first.setdefault(group, step.path)
    for path in dict.fromkeys(first.values()):
        groups = [group for group in MuscleGroup if first.get(group) == path]
        yield remark_by_rule(RemarkCode.TOO_MUCH_IN_A_SESSION, path, _message(groups))


def _message(groups: Iterable[MuscleGroup]) -> str:
    return tr(
        "with this step, one side is stretched for more than {time} in a session: {muscles}",
        time=short_time_words(MOST_IN_A_SESSION_MS),
        muscles=", ".join(map(group_word, groups)),
    )
