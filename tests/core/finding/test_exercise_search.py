from __future__ import annotations

from dataclasses import replace

import pytest

from stretchcoach.core.content.exercise import Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.terms import Equipment, Position
from stretchcoach.core.finding.exercise_search import exercise_text, place_of
from stretchcoach.core.finding.routine_facts import Place
from tests.core.builders import an_exercise


def test_names_stand_first_then_terms_as_written_and_as_read() -> None:
    exercise = replace(
        an_exercise(name="Hüftbeuger", position=Position.KNEELING),
        also_known_as=("Lunge", "Low lunge"),
        targets=Targets((Muscle.QUADRICEPS,), ()),
        equipment=(Equipment.MAT, Equipment.BALL),
    )
    name, others, *terms = exercise_text(exercise).split("\n")
    assert (name, others) == ("huftbeuger", "lunge low lunge")
    assert terms[:3] == ["quadriceps", "front of the thigh", "kneeling"]
    assert "stretch" in terms
    assert "soft ball" in terms
    assert "mat" not in terms


@pytest.mark.parametrize("position", Position)
def test_every_position_is_somewhere(position: Position) -> None:
    assert place_of(position) in Place


def test_an_exercise_need_have_no_position() -> None:
    text = exercise_text(replace(an_exercise(), position=None))
    assert "supine" not in text
