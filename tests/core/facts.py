"""Facts of routines that need no routine."""

from __future__ import annotations

from typing import Any

from stretchcoach.core.finding.routine_facts import RoutineFacts
from stretchcoach.core.language.fold import fold


def some_facts(
    title: str = "Title",
    *,
    minutes: float = 5,
    one_side_minutes: float | None = None,
    shortest_minutes: float | None = None,
    words: str = "",
    **given: Any,
) -> RoutineFacts:
    """A routine of this title; its id is the title in small letters, with hyphens.

    With one side affected it lasts `one_side_minutes`; it cannot be made shorter than
    `shortest_minutes`, or not at all.
    """
    one_side = minutes if one_side_minutes is None else one_side_minutes
    shortest = min(minutes, one_side) if shortest_minutes is None else shortest_minutes
    total_ms, one_ms, shortest_ms = (round(n * 60_000) for n in (minutes, one_side, shortest))
    values: dict[str, Any] = {
        "id": title.lower().replace(" ", "-"),
        "title": title,
        "purpose": "",
        "level": 1,
        "total_ms": total_ms,
        "total_left_ms": one_ms,
        "total_right_ms": one_ms,
        "total_both_sides_ms": total_ms,
        "shortest_ms": shortest_ms,
        "own_pace": False,
        "places": (),
        "equipment": (),
        "exercises": (),
        "figures": (),
        "figure_position": None,
        "search_text": fold(f"{title}\n\n{words}"),
    }
    return RoutineFacts(**{**values, **given})
