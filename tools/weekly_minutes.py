"""Writes the table of weekly minutes in docs/content.md anew, from the routines and the plans.

`python tools/weekly_minutes.py`. For each muscle group and side, the minutes of stretching in a
week in which all is done that a routine's schedule or a week of a plan says. Beyond about ten
there is hardly more to gain (Ingram et al. 2024), so no line may have more.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from stretchcoach.core.content.profile import Profile  # noqa: E402
from stretchcoach.core.content.sides import AffectedSide, Side  # noqa: E402
from stretchcoach.core.language.units import MINUTE_MS  # noqa: E402
from stretchcoach.core.measures.muscle_groups import MuscleGroup, group_word  # noqa: E402
from stretchcoach.core.measures.stretched import stretched  # noqa: E402
from stretchcoach.core.plan.plan import PlanWeek, changed_routine  # noqa: E402
from stretchcoach.core.session.timeline import Timeline, expand  # noqa: E402
from stretchcoach.files.disk.bundled import bundled_dir  # noqa: E402
from stretchcoach.files.library.full_library import Library  # noqa: E402
from stretchcoach.files.library.plan_files import PlanEntry, known_routine, read_plans  # noqa: E402

PAGE = ROOT / "docs" / "content.md"
BEGIN = "<!-- Made by tools/weekly_minutes.py -->"
END = "<!-- Until here -->"
MOST_MIN = 10
PERSON = Profile(AffectedSide.RIGHT)

Held = Counter[tuple[MuscleGroup, Side]]


class Line(NamedTuple):
    """A routine or a week of a plan, how often it is done, and its minutes a week in ms."""

    name: str
    often: str
    held_ms: Held


def stretched_ms(timeline: Timeline, times: float = 1) -> Held:
    """How long `timeline`, done `times` times, stretches each group on each side."""
    held: Held = Counter()
    for _, group, side, time_ms in stretched(timeline):
        held[group, side] += round(times * time_ms)
    return held


def lines(library: Library, plans: tuple[PlanEntry, ...]) -> Iterator[Line]:
    """All routines by their schedules, one without as done once; then all weeks of the plans."""
    for entry in library.routines:
        assert entry.routine is not None
        schedule = entry.routine.schedule
        times = schedule.per_day * schedule.days_a_week if schedule else 0
        held = stretched_ms(expand(entry.routine, entry.exercises, PERSON), times or 1)
        yield Line(f"`{entry.id}`", f"{times:g} a week" if times else "each time", held)
    for plan_entry in plans:
        assert plan_entry.plan is not None
        for number, week in enumerate(plan_entry.plan.all_weeks, start=1):
            name = f"`{plan_entry.id}` {number}, {week.title}"
            yield Line(name, f"{week.times} a week", _week_ms(week, plan_entry))


def _week_ms(week: PlanWeek, entry: PlanEntry) -> Held:
    held: Held = Counter()
    days = [(session, float(session.days)) for session in week.turns]
    days += [(session, s.per_day * s.days_a_week) for session, s in week.beside]
    for session, times in days:
        known = known_routine(entry.routines[session.routine])
        routine = changed_routine(session, known.routine)
        held.update(stretched_ms(expand(routine, known.exercises, PERSON), times))
    return held


def table(rows: Iterator[Line]) -> Iterator[str]:
    """The lines of the table; left and right where they differ."""
    yield "| routine or week | done | minutes of stretching a week, each side |"
    yield "|---|---|---|"
    for row in rows:
        words = [_group_words(group, row.held_ms) for group in MuscleGroup]
        yield f"| {row.name} | {row.often} | {', '.join(filter(None, words)) or 'none'} |"


def _group_words(group: MuscleGroup, held_ms: Held) -> str:
    left, right = (held_ms[group, side] / MINUTE_MS for side in Side)
    if not left and not right:
        return ""
    amount = f"{left:.1f}" if left == right else f"{left:.1f} left and {right:.1f} right"
    return f"{group_word(group).lower()} {amount}"


def page(written: str) -> str:
    """The whole page, with the table of now in the place of the one in `written`."""
    head, _, rest = written.partition(BEGIN)
    tail = rest.partition(END)[2]
    folders = [bundled_dir("routines")]
    library = Library.read(folders, bundled_dir("assets"))
    rows = "\n".join(table(lines(library, read_plans(folders, library))))
    return f"{head}{BEGIN}\n{rows}\n{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
