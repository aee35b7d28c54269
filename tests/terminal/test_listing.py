from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose, DoseChange
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.timeline import expand
from stretchcoach.terminal.listing import exercise_lines, routine_lines
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known


def test_an_exercise_is_told_in_short_lines() -> None:
    hug = an_exercise(easier="tilt", cues=("Breathe out",))
    tilt = an_exercise("tilt", "Pelvic tilt")
    lines = list(exercise_lines(hug, known(hug, tilt), width=30))
    assert lines[:2] == ["Knee hug (knee-hug)", "On the back"]
    assert lines[lines.index("Set up") + 1 :][:2] == [
        "    Lie on your back, knees",
        "    bent, feet flat.",
    ]
    assert lines[lines.index("Cues") + 1] == "    - Breathe out"
    assert lines[lines.index("Easier") + 1] == "    Pelvic tilt (tilt)"
    assert all(len(line) <= 30 for line in lines)


def test_a_routine_tells_its_notes_and_each_exercise_once() -> None:
    noted = replace(
        a_step(Dose(sets=2), get_ready_ms=0), note="Go slowly.", affected=DoseChange(sets=3)
    )
    routine = replace(
        a_routine(noted, a_rest(20), a_step()),
        goal="Supple hips",
        for_="NHS staff",
        note="Warm up.",
    )
    timeline = expand(routine, known(an_exercise()), Profile(AffectedSide.RIGHT))
    lines = list(routine_lines(routine, timeline, width=80))
    assert lines[:2] == ["Supple hips. For NHS staff.", "Warm up."]
    assert lines[3:5] == ["1. Knee hug, 2 × 30 s each side, 3 on the right", "    Note: Go slowly."]
    assert "2. Rest, 20 s" in lines
    assert lines[-1] == "3. Knee hug, 1 × 30 s each side"
    assert lines.count("    Set up") == 1
