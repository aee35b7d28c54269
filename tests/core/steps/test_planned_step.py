"""What a step says, on the side that it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.sides import AffectedSide, Side, Sides
from tests.core.builders import a_rest, a_step, a_timeline, an_exercise, known

NOTE = "Mind the (right|left) knee."


def test_a_note_is_about_the_side_that_works_else_about_that_of_the_picture() -> None:
    exercise = replace(an_exercise(sides=Sides.BOTH), figure_side=Side.LEFT)
    [planned] = a_timeline(replace(a_step(), note=NOTE), exercises=known(exercise)).steps
    assert planned.note_on(Side.RIGHT) == "Mind the right knee."
    assert planned.note_on(None) == "Mind the left knee."


def test_the_note_of_a_rest_is_as_it_stands_there() -> None:
    rest = replace(a_rest(), note="Shake your legs out.")
    first, _ = a_timeline(rest, a_step()).steps
    assert first.note_on(None) == "Shake your legs out."


@pytest.mark.parametrize(
    ("affected", "one"),
    [
        (AffectedSide.LEFT, Side.LEFT),
        (AffectedSide.RIGHT, Side.RIGHT),
        (AffectedSide.BOTH, None),
        (AffectedSide.NONE, None),
    ],
)
def test_one_side_is_affected_or_none_alone(affected: AffectedSide, one: Side | None) -> None:
    (planned,) = a_timeline(a_step(), affected=affected).steps
    assert planned.affected_side is one
